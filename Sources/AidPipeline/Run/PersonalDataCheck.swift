import AidInput
import AidModel
import AidStatistics

/// Refuses to make groups of what looks like personal data: names of groups are printed.
enum PersonalDataCheck {
    /// - Parameter groups: for each groups code the values of the breakdown fields.
    static func check(
        _ groups: [[String]], _ claims: SettledClaims, pipeline: LoadedPipeline
    ) throws(RunFailure) {
        let found = PersonalValues.found(in: groups, claims)
        guard !found.isEmpty else { return }
        let fields = pipeline.file.layout.breakdowns
        throw RunFailure(.dataRefused, found.map { problem($0, fields[$0.breakdownIndex].name, pipeline) })
    }

    private static func problem(
        _ found: PersonalValues, _ field: String, _ pipeline: LoadedPipeline
    ) -> RunFailure.Problem {
        let kind = name(found.kind)
        return RunFailure.Problem(
            place: pipeline.path, code: "personal-data-in-category",
            what: BilingualText(
                zh: "分组字段\(field.quoted)有 \(found.valueCount) 个值像是\(kind.zh)（涉及 \(found.claimCount) 笔赔付），"
                    + "会作为组名公布；没有发布任何结果",
                en: "\(found.valueCount) values of the category \(field.quoted) look like \(kind.en) "
                    + "(\(found.claimCount) claims) and would be printed as names of groups; nothing was published"),
            mend: BilingualText(
                zh: "请核对 fields.\(field).from 的列名，或把它从 breakdowns 删去；若确是分类代码，请用 fields.\(field).values 为其定名",
                en: "check the columns in fields.\(field).from, or take the field out of breakdowns; "
                    + "if they are codes of categories, give them names with fields.\(field).values"))
    }

    private static func name(_ kind: PersonalValues.Kind) -> BilingualText {
        switch kind {
        case .residentID: BilingualText(zh: "居民身份证号", en: "resident IDs")
        case .bankCard: BilingualText(zh: "银行卡号", en: "bank card numbers")
        case .mobileNumber: BilingualText(zh: "手机号码", en: "mobile numbers")
        case .personalName: BilingualText(zh: "人名", en: "names of people")
        }
    }
}
