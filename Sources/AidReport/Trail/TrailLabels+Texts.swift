import AidModel
import AidText

/// What the steps of a trail are called.
struct TrailLabels: Bilingual {
    let language: Language

    var records: String { text(zh: "全部输入文件的记录", en: "Records of all inputs") }
    func less(_ line: String) -> String { text(zh: "减去：\(line)", en: "less \(line.lowercased())") }
    func left(_ line: String) -> String { text(zh: "余下：\(line)，现行有效", en: "left: \(line.lowercased()), standing") }
    var fullyReversed: String { text(zh: "减去：其中已全额冲正", en: "less those fully reversed") }
    var standing: String { text(zh: "各时期的受助人次", en: "person-times of all time") }
    func days(_ first: String, _ last: String) -> String { text(zh: "\(first)至\(last)", en: "\(first) to \(last)") }
    func ofDays(_ days: String) -> String { text(zh: "其中日期在\(days)", en: "of them dated \(days)") }
    func group(_ title: String, _ name: String) -> String {
        text(zh: "其中\(title)为\(name)", en: "of them with \(title) \(name)")
    }
    var people: String { text(zh: "属于多少个不同的人", en: "made to so many distinct persons") }
    var money: String { text(zh: "其金额，已扣除部分冲正", en: "their money, less partial reversals") }

    // MARK: On the page

    var heading: String { text(zh: "数字是怎么来的", en: "How the figures came about") }
    var note: String {
        text(
            zh: "从全部记录到本季度和上年同期的数字，每一步剩下多少；其他数字用 aidstats explain 查看。",
            en:
                "From all records to the figures of the quarter and of the year earlier, what is left at each step; aidstats "
                + "explain tells of any other figure.")
    }
    var ofPeriod: String { text(zh: "其中日期在该季度", en: "of them dated in the quarter") }
    var step: String { text(zh: "步骤", en: "Step") }
}
