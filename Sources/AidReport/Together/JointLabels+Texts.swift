import AidModel
import AidText

/// What is said of several programmes side by side.
struct JointLabels: Bilingual {
    let language: Language

    var programme: String { text(zh: "项目", en: "Programme") }
    var any: String { text(zh: "任一项目（同一人只计一次）", en: "Any of them (each person once)") }
    var together: String { text(zh: "合计", en: "Together") }

    func several(_ count: Int) -> String {
        count == 2 ? text(zh: "两个项目都有", en: "Both of them") : text(zh: "两个以上项目（含两个）", en: "At least two of them")
    }

    func each(of titles: [InlineText]) -> InlineText {
        "\(list(titles))\(text(zh: "都有", en: titles.count == 2 ? ", both" : ", all"))"
    }

    func list(_ titles: [InlineText]) -> InlineText {
        guard titles.count > 1, let last = titles.last else { return titles.first ?? "" }
        let head = titles.dropLast().joined(separator: text(zh: "、", en: ", "))
        return "\(head)\(text(zh: "和", en: " and "))\(last)"
    }

    func sentence(
        _ quarter: String, _ titles: InlineText, any: String, several: String, personTimes: String, amount: String,
        count: Int
    ) -> InlineText {
        switch language {
        case .zh:
            """
            \(quarter)，\(titles)共帮助职工\(any)（同一人只计一次），其中\(several)得到\(count == 2 ? "两个" : "两个以上")项目的帮助；\
            合计\(personTimes)，发放互助金\(amount)。
            """
        case .en:
            """
            In \(quarter), \(titles) helped \(any) people, each counted once; \(several) of them were helped by \
            \(count == 2 ? "both" : "at least two"). Together that was \(personTimes) person-times and \(amount).
            """
        }
    }

    func withheldSentence(_ quarter: String, _ titles: InlineText) -> InlineText {
        switch language {
        case .zh: "\(quarter)，\(titles)各自的数字见下表；合计的受助人数不公布，见表下说明。"
        case .en:
            "The figures of \(titles) in \(quarter) stand below; how many people they helped together is withheld."
        }
    }

    func smallLegend(minGroup: Int) -> InlineText {
        text(
            zh: "\(Mark.small) 有的人员组合（如只得到某一项目帮助的人）不足\(minGroup)人，人数不公布",
            en:
                "\(Mark.small) withheld, as some of these people (such as those helped by one alone) are fewer than \(minGroup)"
        )
    }

    var complementLegend: InlineText {
        text(
            zh: "\(Mark.complement) 为防止由其他时期推算，一并不公布",
            en: "\(Mark.complement) withheld, as those of another period would follow from it")
    }

    var anyMeaning: String {
        text(
            zh: "同一证件号码为同一人；在几个项目、几次受助的，“任一项目”中都只计一次。",
            en:
                "Whoever has the same ID number is one person, and counts once, whatever programmes helped and how often."
        )
    }

    func severalMeaning(_ count: Int) -> String {
        let set = count == 2 ? text(zh: "两个项目", en: "both") : text(zh: "两个以上项目", en: "at least two")
        return text(
            zh: "“\(several(count))”：在该时期内得到\(set)帮助的人，不论先后。",
            en: "“\(several(count))”: those whom \(set) helped within the period, in whatever order.")
    }

    func since(_ title: InlineText, _ day: String, unidentified: Int) -> InlineText {
        let count = NumberStyle.exact(Int128(unidentified))
        let rest =
            unidentified == 0
            ? "" : text(zh: "；本季度另有\(count)人次无法识别人员，不计入人数", en: "; \(count) person-times of the quarter count nobody")
        return text(zh: "\(title)：累计自\(day)起\(rest)。", en: "\(title): cumulative since \(day)\(rest).")
    }
}
