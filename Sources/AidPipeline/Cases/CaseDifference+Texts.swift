package import AidModel

extension CaseDifference {
    /// - Parameter test: its name.
    func finding(of test: String) -> Finding {
        Finding(
            level: .error, code: "test-failed",
            message: BilingualText(zh: "测试\(test.quoted)：\(what.zh)", en: "test \(test.quoted): \(what.en)"))
    }

    private var what: BilingualText {
        switch self {
        case .figure(let measure, let expected, let got):
            BilingualText(
                zh: "\(CaseDifference.name(measure).zh)应为 \(expected)，得到 \(got)",
                en: "\(CaseDifference.name(measure).en): expected \(expected), got \(got)")
        case .rejects(let reason, let expected, let got, let why):
            BilingualText(
                zh: "被拒记录 \(reason.rawValue) 应为 \(expected) 条，得到 \(got) 条" + (why.map { "：\($0.zh)" } ?? ""),
                en: "rejects for \(reason.rawValue): expected \(expected), got \(got)"
                    + (why.map { "; \($0.en)" } ?? ""))
        case .unread(let why): BilingualText(zh: "lines 无法读取：\(why.zh)", en: "its lines cannot be read: \(why.en)")
        case .uncounted(let why): BilingualText(zh: "没有数字：\(why.zh)", en: "there are no figures: \(why.en)")
        }
    }

    private static func name(_ measure: Measure) -> BilingualText {
        switch measure {
        case .recipients: BilingualText(zh: "受助职工", en: "recipients")
        case .personTimes: BilingualText(zh: "受助人次", en: "person-times")
        case .amount: BilingualText(zh: "受助金额", en: "amount")
        }
    }
}

extension CaseOutcome {
    /// How many tests there were, and how many came out as expected.
    package var summary: Finding {
        Finding(
            level: .note, code: "tests",
            message: caseCount == 0
                ? BilingualText(zh: "流程文件中没有测试（tests）", en: "the pipeline file has no tests")
                : BilingualText(
                    zh: "\(caseCount) 个测试，\(caseCount - failedCount) 个如预期",
                    en: "\(caseCount) tests, \(caseCount - failedCount) as expected"))
    }
}
