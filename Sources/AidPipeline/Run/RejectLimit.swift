import AidInput
import AidModel
import AidStatistics

/// The share of rejected records past which nothing is published (`quality.maxRejected`).
enum RejectLimit {
    /// How many places are named of each reason.
    private static let placeCount = 3

    static func check(
        _ balance: Balance, rejects: [Reject], inputs: [InputBalance], pipeline: LoadedPipeline
    ) throws(RunFailure) {
        let rejected = balance.rejected.recordCount
        let records = balance.records.recordCount
        guard pipeline.file.maxRejected.isExceeded(by: rejected, of: records) else { return }
        let share = percent(rejected, of: records)
        var problems = [
            RunFailure.Problem(
                place: pipeline.path, code: "too-many-rejects",
                what: BilingualText(
                    zh: "\(records) 条记录中有 \(rejected) 条（\(share)）无法统计，超过 quality.maxRejected；没有发布任何结果",
                    en:
                        "\(rejected) of \(records) records (\(share)) cannot be counted, past quality.maxRejected; nothing was published"
                ),
                mend: BilingualText(
                    zh: "请改正导出文件（用 --rejects FILE 列出全部），或放宽 quality.maxRejected",
                    en: "mend the exports (--rejects FILE lists every one), or raise quality.maxRejected"))
        ]
        for reason in RejectReason.allCases {
            let ofReason = rejects.filter { $0.reason == reason }
            guard !ofReason.isEmpty else { continue }
            let places = ofReason.prefix(placeCount).map { reject in
                let number = reject.place.lineNumber ?? reject.place.recordNumber
                return "\(inputs[reject.position.fileIndex].name):\(number)"
            }
            let list = places.joined(separator: ", ") + (ofReason.count > placeCount ? ", …" : "")
            problems.append(
                RunFailure.Problem(
                    code: reason.rawValue,
                    what: BilingualText(zh: "\(ofReason.count) 条被拒绝：\(list)", en: "\(ofReason.count) rejected: \(list)")
                ))
        }
        throw RunFailure(.dataRefused, problems)
    }

    /// A share in percent with two decimals, rounded up, so that what is past a limit never looks like it.
    static func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "0%" }
        let hundredths = (Int128(part) * 10_000 + Int128(whole) - 1) / Int128(whole)
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
    }
}

/// What the balance tells a reader of the figures.
enum RunFindings {
    /// Inputs that are equal byte by byte. Claim numbers make the second one duplicates;
    /// without them it would count everything twice, and the run is refused.
    static func copies(
        _ inputs: [InputBalance], of files: [InputFile?], hasClaimNumbers: Bool
    ) throws(RunFailure) -> [Finding] {
        var findings: [Finding] = []
        var seen: [Int: [Int]] = [:]
        for (index, input) in inputs.enumerated() where input.balance.records.recordCount > 0 {
            let candidates = seen[input.byteCount, default: []]
            seen[input.byteCount, default: []].append(index)
            var equal: Int?
            for candidate in candidates where try areEqual(index, candidate, inputs, files) { equal = candidate }
            guard let other = equal else { continue }
            let message = BilingualText(
                zh: "\(input.name) 与 \(inputs[other].name) 内容完全相同",
                en: "\(input.name) and \(inputs[other].name) are the same, byte by byte")
            guard hasClaimNumbers else {
                throw RunFailure(
                    .dataRefused, code: "same-content", place: input.name, zh: message.zh, en: message.en,
                    mend: BilingualText(
                        zh: "没有赔付编号就无法去重，请去掉其中一个文件",
                        en: "without claim numbers all would count twice; leave one of them out"))
            }
            findings.append(Finding(level: .warning, code: "same-content", message: message))
        }
        return findings
    }

    /// Whether two inputs of one size are equal: by their digests, or else by all their bytes.
    private static func areEqual(
        _ one: Int, _ other: Int, _ inputs: [InputBalance], _ files: [InputFile?]
    ) throws(RunFailure) -> Bool {
        if let digest = inputs[one].sha256, let otherDigest = inputs[other].sha256 { return digest == otherDigest }
        do throws(InputError) {
            guard let one = files[one], let other = files[other] else { return false }
            return try one.hasSameBytes(as: other)
        } catch {
            throw RunFailure([error])
        }
    }

    static func findings(_ balance: Balance) -> [Finding] {
        var findings: [Finding] = []
        let rejected = balance.rejected.recordCount
        if rejected > 0 {
            let share = RejectLimit.percent(rejected, of: balance.records.recordCount)
            findings.append(
                Finding(
                    level: .warning, code: "rejected-records",
                    message: BilingualText(
                        zh: "\(rejected) 条记录（\(share)）无法统计，见 rejects.csv",
                        en: "\(rejected) records (\(share)) could not be counted; rejects.csv lists them")))
        }
        let unidentified = balance.unidentified.recordCount
        if unidentified > 0 {
            findings.append(
                Finding(
                    level: .warning, code: "unidentified-persons",
                    message: BilingualText(
                        zh: "\(unidentified) 人次的证件号无效：计入人次和金额，不计入人数",
                        en:
                            "\(unidentified) person-times have an invalid ID: they count money and person-times, but no recipient"
                    )))
        }
        return findings
    }
}
