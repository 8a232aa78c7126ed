import AidInput
import AidModel
import AidStatistics

/// What the balance tells a reader of the figures.
enum RunFindings {
    /// How many files are named for one kind of finding.
    private static let fileLimit = 5

    /// What reading has found in the files: of each kind for a few files by name, and how many more there are.
    static func ofFiles(_ files: [RunInput]) -> [Finding] {
        var shown: [Finding] = []
        var counts: [String: Int] = [:]
        var furtherCodes: [String] = []
        for finding in files.flatMap(\.findings) {
            counts[finding.code, default: 0] += 1
            switch counts[finding.code, default: 0] {
            case ...fileLimit: shown.append(finding)
            case fileLimit + 1: furtherCodes.append(finding.code)
            default: break
            }
        }
        return shown
            + furtherCodes.map { code in
                let count = counts[code, default: 0] - fileLimit
                return Finding(
                    level: .warning, code: code,
                    message: BilingualText(zh: "另有 \(count) 个文件也是如此", en: "\(count) more files are like that"))
            }
    }

    /// Refuses what would be read wrongly.
    static func refuse(_ files: [RunInput]) throws(RunFailure) {
        let problems = files.flatMap(\.findings).filter { $0.level == .error }.map {
            RunFailure.Problem(code: $0.code, what: $0.message)
        }
        guard problems.isEmpty else { throw RunFailure(.dataRefused, problems) }
    }

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
            let finding = sameContent(input.name, inputs[other].name)
            guard hasClaimNumbers else {
                throw RunFailure(
                    .dataRefused, code: finding.code, place: input.name, zh: finding.message.zh, en: finding.message.en,
                    mend: BilingualText(
                        zh: "没有赔付编号就无法去重，请去掉其中一个文件",
                        en: "without claim numbers all would count twice; leave one of them out"))
            }
            findings.append(finding)
        }
        return findings
    }

    /// Inputs of as many records and as much money as another one: the same export once more, written another way.
    static func sameFigures(_ inputs: [InputBalance]) -> [Finding] {
        var seen: [Tally: String] = [:]
        return inputs.compactMap { input in
            guard input.balance.paid.recordCount >= 20 else { return nil }
            guard let other = seen[input.balance.paid] else {
                seen[input.balance.paid] = input.name
                return nil
            }
            return Finding(
                level: .warning, code: "same-figures",
                message: BilingualText(
                    zh: "\(input.name) 与 \(other) 的已支付记录数和金额完全相同；没有赔付编号无法去重，若是同一份导出请去掉其中一个",
                    en: "\(input.name) and \(other) have as many paid records and as much money; without claim numbers "
                        + "nothing tells duplicates, so leave one out if they are the same export"))
        }
    }

    /// That an input is a copy of another.
    static func sameContent(_ name: String, _ other: String) -> Finding {
        Finding(
            level: .warning, code: "same-content",
            message: BilingualText(
                zh: "\(name) 与 \(other) 内容完全相同", en: "\(name) and \(other) are the same, byte by byte"))
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

    /// That a register lacks what an earlier version of the program did not keep of its exports.
    static func notKept(_ files: [RunInput]) -> [Finding] {
        let lacking = files.filter { $0.keptRejects == nil }
        guard let first = lacking.first else { return [] }
        let count = lacking.reduce(0) { count, file in
            file.rejectedByReason.values.reduce(count) { $0 + $1.recordCount }
        }
        return [
            Finding(
                level: .warning, code: "rejects-not-kept",
                message: BilingualText(
                    zh: "登记册由较早的版本读入了 \(lacking.count) 个导出文件（第一个是 \(first.name)）：其中 \(count) 条无效记录不在 "
                        + "rejects.csv 中，记录中的异常也未检查；要看到它们，请用全部导出文件重建登记册",
                    en: "an earlier version took \(lacking.count) exports into the register, \(first.name) the first: "
                        + "\(count) rejected records of theirs are not in rejects.csv, and oddities of their records "
                        + "were not looked for; to see them, make the register anew from all exports"))
        ]
    }

    /// - Parameter forgottenCount: as for `RejectLimit`.
    static func findings(_ balance: Balance, forgottenCount: Int) -> [Finding] {
        var findings: [Finding] = []
        let scaffolding = balance.scaffolding.recordCount
        if scaffolding > 0 {
            findings.append(
                Finding(
                    level: .note, code: "no-records-lines",
                    message: BilingualText(
                        zh: "\(scaffolding) 行不是记录（合计、签名、重复的表头或空行），没有统计",
                        en: "\(scaffolding) lines are no records (totals, signatures, repeated headers, blanks), "
                            + "and are not counted")))
        }
        let rejected = balance.rejected.recordCount
        if rejected > 0 {
            let share = RejectLimit.percent(
                rejected, of: balance.records.recordCount - scaffolding + forgottenCount)
            findings.append(
                Finding(
                    level: .warning, code: "rejected-records",
                    message: BilingualText(
                        zh: "\(rejected) 条记录（\(share)）无法统计，见 rejects.csv",
                        en: "\(rejected) records (\(share)) could not be counted; rejects.csv lists them")))
        }
        let orphans = balance.rejectedByReason[.reversalWithoutClaim, default: .zero].recordCount
        if orphans > 0, forgottenCount > 0 {
            findings.append(
                Finding(
                    level: .warning, code: "reversals-of-forgotten-claims",
                    message: BilingualText(
                        zh: "\(orphans) 条冲正找不到原赔付；原赔付可能已按保留期限删去，那些季度的数字保持删去时的样子",
                        en:
                            "\(orphans) reversals find no claim; theirs may have been forgotten, and the figures of those quarters stay as they were"
                    )))
        }
        let superseded = balance.superseded.recordCount
        if superseded >= 20, superseded * 10 > balance.paid.recordCount + superseded {
            let share = RejectLimit.percent(superseded, of: balance.records.recordCount)
            findings.append(
                Finding(
                    level: .warning, code: "many-superseded",
                    message: BilingualText(
                        zh: "\(superseded) 条记录（\(share)）被同编号的后来记录替代；若不是更正，则赔付编号可能并不唯一（如会员号、每月重新编号、占位符）",
                        en: "\(superseded) records (\(share)) were superseded by later ones of the same claim number; "
                            + "if they are no corrections, the number may not be unique to a claim (a member's "
                            + "number, one that begins anew each month, a placeholder)")))
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
