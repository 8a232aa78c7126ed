import AidModel
import AidText

extension ReportLabels {
    var membersHeading: String { text(zh: "每千名会员", en: "Per thousand members") }
    var members: String { text(zh: "季末会员（人）", en: "Members at the quarter's end") }
}

extension Wording {
    /// A measure for a thousand members, as the head of a column.
    func perThousandColumn(_ measure: Measure, _ currency: Currency) -> String {
        switch measure {
        case .recipients: text(zh: "每千名会员受助职工（人）", en: "Recipients per 1,000 members")
        case .personTimes: text(zh: "每千名会员受助人次", en: "Person-times per 1,000 members")
        case .amount:
            text(
                zh: "每千名会员受助金额（\(unit(of: currency))）",
                en: "Amount per 1,000 members (\(unit(of: currency)))")
        }
    }

    /// The change of recipients for a thousand members, as the head of a column.
    var recipientsYearOverYear: String {
        text(zh: "每千名会员受助职工同比", en: "Recipients per 1,000 members, year over year")
    }

    /// Of a chart of groups.
    func perThousandTitle(_ breakdown: String) -> String {
        text(zh: "每千名会员受助职工（人），按" + breakdown, en: "Recipients per 1,000 members by " + breakdown)
    }

    func membersSource(_ source: MemberSource) -> InlineText {
        let who = source.text(language)
        return switch source.origin {
        case .file(let file):
            text(
                zh: "会员人数的依据：\(value: who)（\(value: file.name)）；按季末人数计算，四舍五入到两位小数；全部的数字计入所有受助的人，是否会员均在内。",
                en:
                    "Members as of the quarter's end, by \(value: who) (\(value: file.name)); rates are rounded to two decimals; those of the whole count all who were helped, members or not."
            )
        case .table(let table):
            text(
                zh: "会员人数的依据：\(value: who)，按对照表 \(value: table) 中季末有效的会籍去重统计；四舍五入到两位小数；全部的数字计入所有受助的人，是否会员均在内。",
                en:
                    "Members as of the quarter's end, each person once, counted from the memberships of the table \(value: table) (\(value: who)); rates are rounded to two decimals; those of the whole count all who were helped, members or not."
            )
        }
    }

    /// - Parameter fields: what rates are standardised by.
    func standardHeading(_ fields: [String]) -> String {
        text(
            zh: "标准化：按" + fields.joined(separator: "、"), en: "Standardised by " + fields.joined(separator: " and "))
    }

    func standardNote(_ population: String) -> InlineText {
        text(
            zh:
                "标准人口：\(value: population)。直接标准化：每一格受助职工÷季末会员，按标准人口在该格的人数加权平均，由精确值算出后四舍五入；受助职工按赔付当日所在的格计。标准人口有人而本组没有会员的格，不能计算。",
            en:
                "Standard population: \(value: population). Directly standardised: of each cell recipients ÷ members at the quarter's end, weighted by the people of the population in it, from exact values, rounded once; recipients are in the cell of the day of the claim. Where the population has people in a cell and the group no member, there is no rate."
        )
    }

    /// A standardised rate of a quarter, as the head of a column.
    func standardColumn(_ quarter: String) -> String {
        text(zh: "标准化后，\(quarter)", en: "Standardised, \(quarter)")
    }

    func cellsWithoutMembers(_ count: Int) -> String {
        text(zh: "\(count)格无会员", en: count == 1 ? "1 cell without members" : "\(count) cells without members")
    }

    func retainedMembers(_ quarter: String, _ count: String) -> String {
        text(
            zh: "\(quarter)末的会员中，会籍保留\(count)人。",
            en: "Of the members at the end of \(quarter), \(count) have retained memberships.")
    }

    /// Where the series says nothing of the report's quarter.
    func noMembers(_ quarter: String) -> String {
        text(zh: "会员人数的依据中没有\(quarter)。", en: "The source says nothing of \(quarter).")
    }
}
