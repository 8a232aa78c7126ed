import AidInput
import AidModel
import AidText

/// What a drafted pipeline file says beside its choices.
struct PipelineDraftTexts {
    let language: Language

    private func words(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    var head: [String] {
        [
            words(
                "由 aidstats init 根据文件的内容写成。每处判断的依据写在旁边：请逐项核对，再用 aidstats lint 检查。",
                "Made by aidstats init of what the files hold. The reason of each choice stands beside it: check them,"),
            words(
                "说不准的地方没有猜测，lint 会指出来。",
                "then run aidstats lint. What cannot be known is not guessed; lint points at it."),
        ]
    }

    var name: String { words("项目代号，也是输出文件夹名；请改成自己的", "the programme's name and output folder; change it") }
    var inputs: String { words("路径相对于本文件所在的文件夹", "paths start from this file's folder") }
    var since: String {
        words(
            "数据中最早的日期，累计数和首次受助从这一天算起；若项目开始得更早，累计数和首次受助人数并不完整",
            "the first day of the data, where cumulative figures and first-time recipients begin; if the programme is older, "
                + "these are not complete")
    }
    func leftOut(_ name: String) -> String {
        words(
            "没有读取 \(name)：看不出其中有人员或日期", "\(name) is left out: neither people nor dates were found in it")
    }
    var claim: String { words("几乎每条各不相同", "nearly every one is different") }
    /// - Parameters:
    ///   - lineNumbers: columns that look like such numbers, and are none.
    ///   - sameCount: records of the same person, days and money as another.
    func noClaim(lineNumbers: [String], sameCount: Int) -> String {
        let number = NumberStyle.exact(Int128(sameCount))
        return noClaim(lineNumbers: lineNumbers)
            + (sameCount == 0
                ? ""
                : words(
                    "；有 \(number) 条与另一条的人员、日期、金额都相同，请核对是否重复",
                    "; \(number) agree with another in person, days and money: see whether they are the same claim"))
    }
    private func noClaim(lineNumbers: [String]) -> String {
        words(
            "没有找到赔付编号列：每条记录算一笔赔付，重复的记录无法去除"
                + (lineNumbers.isEmpty ? "" : "；\(lineNumbers.joined(separator: "、"))只是行的序号"),
            "no column of claim numbers was found: every record is a claim of its own, and duplicates cannot be told"
                + (lineNumbers.isEmpty ? "" : "; \(lineNumbers.joined(separator: ", ")) numbers the lines"))
    }
    func workerNumbers(_ names: [String]) -> String {
        words(
            "没有找到身份证号列；若按编号识别人员（一人一号），请从中选填：" + names.joined(separator: "、"),
            "no column of resident IDs was found; people may be told by a number that each has alone: choose from: "
                + names.joined(separator: ", "))
    }
    var innerRecord: String {
        words("记录所在的数组；外层的值写作 ../名称", "the array of records; values around them are ../NAME")
    }
    func header(_ rows: Int) -> String {
        words("列名占 \(rows) 行，由上至下以空格相连", "names take \(rows) lines, and are joined by blanks from top to bottom")
    }
    var status: String { words("只有几种值", "few different values") }
    var noStatus: String {
        words("没有找到状态列：每条记录都算已支付", "no column of states was found: every record counts as paid")
    }
    var reverses: String { words("冲正记录所冲的赔付", "the claim that a reversal takes back") }
    func notFound(_ candidates: [String]) -> String {
        candidates.isEmpty
            ? words("没有找到这样的列；请填写", "no such column was found; fill it in")
            : words(
                "说不准是哪一列，请从中选填：" + candidates.joined(separator: "、"),
                "nothing tells which column it is; choose from: " + candidates.joined(separator: ", "))
    }
    /// - Parameter names: of the columns, with the file that each comes from.
    func namesApart(_ names: [(column: String, file: String)]) -> String {
        words(
            "各文件的列名意思不同，看不出是否是一回事，请只填意思相同的：",
            "files call it differently, and nothing tells whether they mean the "
                + "same; fill in those that do: ")
            + names.map { words("\($0.column)（\($0.file)）", "\($0.column) (\($0.file))") }
            .joined(separator: words("、", ", "))
    }

    /// - Parameter count: of different values; nil: very many.
    func manyStates(_ name: String, _ count: Int?) -> String {
        let number = NumberStyle.exact(Int128(count ?? ColumnProfile.distinctLimit))
        let more = count == nil ? words("超过 ", "more than ") : ""
        return words(
            "\(name) 列看来是状态，却有\(more) \(number) 种值，无法逐一归类：请填入 from，并在 count.status 中写明哪些值已支付；"
                + "若每条都已支付，删去本行和 count.status",
            "\(name) seems to hold states, but has \(more)\(number) different values: fill it in, and write under count.status "
                + "which of them are paid; or remove this line and count.status, where all records are paid")
    }

    var breakdowns: String { words("按这些字段分组；可改", "figures are broken down by these; change as you like") }

    func person(_ share: (count: Int, all: Int)) -> String {
        words(
            "\(share.all) 个值中 \(share.count) 个是校验无误的身份证号",
            "\(share.count) of \(share.all) values are resident IDs in order")
    }

    /// - Parameter isDecision: whether it is the day of a decision, since none of the payment itself was found.
    func date(_ others: [String], _ forms: [DateFormChoice], isDecision: Bool) -> String {
        words("按这个日期归入季度", "decides the quarter")
            + (isDecision
                ? words(
                    "；没有找到打款日期，这是审核或结算的日期，请核对",
                    "; no day of the payment was found, this one is of the decision: check it")
                : "")
            + forms.map { words("；", "; ") + dateForm($0) }.joined()
            + alternatives(others)
    }

    var treatment: String {
        words(
            "就诊的日期；去掉行首的 #，并去掉末行 measures 的 #，报告便给出就诊至打款的天数",
            "the day of treatment; take out this # and that of measures at the end, and the report tells the days up to the payment"
        )
    }
    var measures: String { words("中位数和四分位数；不影响其他数字", "median and quartiles; no other figure changes") }

    private func dateForm(_ choice: DateFormChoice) -> String {
        let count = choice.count
        let form = choice.forms.first?.rawValue ?? ""
        switch choice.reason {
        case .noOther:
            return words("\(count) 个值写作 \(form)，别无读法", "\(count) values are \(form), and nothing else")
        case .othersFail(let failing):
            return words(
                "\(count) 个值写作 \(form)：换作别的写法，至少 \(failing) 个不是日期",
                "\(count) values are \(form): in any other form, at least \(failing) of them are no dates")
        case .farApart(let other, let years):
            return words(
                "\(count) 个值写作 \(form)：若读作 \(other.rawValue)，年份便从 \(years.lowerBound) 到 \(years.upperBound)",
                "\(count) values are \(form): as \(other.rawValue), their years would run from \(years.lowerBound) to \(years.upperBound)"
            )
        case .undecided:
            return words(
                "\(count) 个值每种写法都读得通，看不出是哪一种：dateForms 中请只留一种",
                "nothing tells which of these forms \(count) values are in: keep the right one of dateForms")
        case .decidedElsewhere(let open):
            return words(
                "\(count) 个值写作 \(form)，但有的文件单看不出是哪一种（其中 \(open) 个值每种写法都读得通）：核对后 dateForms 中请只留一种",
                "\(count) values are \(form), but files of \(open) of them do not tell by themselves: check these, and keep the "
                    + "right one of dateForms")
        case .mixed:
            return words(
                "没有一种写法读得出全部 \(count) 个值：dateForms 中请只留一种，读不出的会被拒绝",
                "no form reads all of \(count) values: keep one of dateForms; what it cannot read is rejected")
        }
    }

    func amount(_ others: [String], _ unitsAbove: [String]) -> String {
        let units = unitsAbove.joined(separator: "、")
        return words("所统计的金额", "the money that is counted")
            + (unitsAbove.isEmpty
                ? "" : words("；单位以表头之上所写明的为准：\(units)", "; in the unit that a line above the header says: \(units)"))
            + alternatives(others)
    }

    private func alternatives(_ others: [String]) -> String {
        others.isEmpty
            ? ""
            : words(
                "；请核对，还有：" + others.joined(separator: "、"),
                "; check it, there are also: " + others.joined(separator: ", "))
    }

    func category(_ count: Int) -> String { words("\(count) 种值", "\(count) different values") }

    var noPaid: String { words("没有哪种状态写明已支付；请填写", "no state says that it is paid; fill it in") }

    func records(_ numbers: String) -> String { words("记录数：\(numbers)", "records: \(numbers)") }

    /// - Parameter emptyLines: where the first records stand that have no state.
    func undecided(_ numbers: String, emptyLines: [Int]) -> String {
        let lines = emptyLines.prefix(3).map(String.init)
        return words(
            "记录数：\(numbers)；看不出是否已支付，请移到上面各类中，再删去本行"
                + (lines.isEmpty
                    ? "" : "；\"\" 为没有状态的记录，见第 \(lines.joined(separator: "、")) 行：若不是记录，请在 inputs 中用 skip 写明其开头"),
            "records: \(numbers); nothing tells whether these were paid: move them to a class above, and remove this line"
                + (lines.isEmpty
                    ? ""
                    : "; \"\" is of records without a state, as on line \(lines.joined(separator: ", ")): where these are no "
                        + "records, write what they begin with as skip of the input"))
    }
}
