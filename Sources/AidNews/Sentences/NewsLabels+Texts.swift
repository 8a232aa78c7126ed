import AidModel
import AidStatistics
import AidText

/// What stands around and between the figures of news.
struct NewsLabels: Bilingual {
    let language: Language

    private var words: SpokenWords { SpokenWords(language) }

    // MARK: Within sentences

    /// A measure after other words: `受助职工`, `recipients`, `payments`, `the amount`.
    func name(_ measure: Measure) -> String {
        let english =
            switch measure {
            case .recipients: "recipients"
            case .personTimes: "payments"
            case .amount: "the amount"
            }
        return text(zh: words.name(measure), en: english)
    }

    /// A measure whose figure the sentence does not repeat: `受助职工人数`.
    func counted(_ measure: Measure) -> String {
        text(zh: measure == .recipients ? "受助职工人数" : name(measure), en: name(measure))
    }

    var unchanged: String { text(zh: "持平", en: "did not change") }

    /// `增加15.22万人`, `rose by about 152,000`.
    func moved(isUp: Bool, _ size: String) -> String {
        text(zh: isUp ? "增加" : "减少", en: isUp ? "rose by " : "fell by ") + size
    }

    /// `分别增长18.26%、18.57%和23.85%`.
    func respectively(isUp: Bool, _ sizes: String) -> String {
        text(
            zh: (isUp ? "分别增长" : "分别下降") + sizes,
            en: (isUp ? "rose by " : "fell by ") + sizes + " respectively")
    }

    /// Why a part of a change came: `因受助职工人数上升`, `more recipients`.
    func cause(_ factor: ChangeFactor, isUp: Bool) -> String {
        let chinese =
            switch factor {
            case .recipients: "受助职工人数"
            case .personTimesPerRecipient: "人均受助人次"
            case .amountPerPersonTime: "次均受助金额"
            }
        let english =
            switch factor {
            case .recipients: isUp ? "more recipients" : "fewer recipients"
            case .personTimesPerRecipient: isUp ? "more payments per recipient" : "fewer payments per recipient"
            case .amountPerPersonTime: isUp ? "larger payments" : "smaller payments"
            }
        return text(zh: "因" + chinese + (isUp ? "上升" : "下降"), en: english)
    }

    /// What it came to: `增加1.99万元`, `added 19,900 yuan`.
    func added(isUp: Bool, _ size: String) -> String {
        text(zh: isUp ? "增加" : "减少", en: isUp ? " added " : " took off ") + size
    }

    /// What a group does to the growth of the whole: `拉动16.51个百分点`.
    func contributed(isUp: Bool, _ size: String) -> String {
        text(zh: isUp ? "拉动" : "下拉", en: isUp ? " added " : " took off ") + size
    }

    /// `受助金额同比增长23.85%`
    func grew(_ measure: Measure, isUp: Bool, _ percent: String) -> String {
        text(
            zh: name(measure) + "同比" + (isUp ? "增长" : "下降"),
            en: "Compared with the same period a year earlier, " + name(measure) + (isUp ? " rose by " : " fell by "))
            + percent
    }

    /// A change, and its parts.
    func ofWhich(_ change: String, _ parts: [String]) -> String {
        guard language == .zh else { return change + ": " + list(parts) }
        return change + "，其中" + parts.joined(separator: comma)
    }

    func inBrackets(_ size: String) -> String { text(zh: "（\(size)）", en: " (\(size))") }

    /// Things of one kind: `甲、乙和丙`, `a, b and c`.
    func list(_ items: [String]) -> String {
        guard items.count > 1, let last = items.last else { return items.joined() }
        let rest = items.dropLast().joined(separator: text(zh: "、", en: ", "))
        return rest + text(zh: "和", en: " and ") + last
    }

    var comma: String { text(zh: "，", en: ", ") }
    var semicolon: String { text(zh: "；", en: "; ") }
    var space: String { text(zh: "", en: " ") }

    /// What stands before and after the title of a breakdown for the claims without an entry there: `未填所属区的`.
    var emptyGroup: (before: String, after: String) {
        (text(zh: EmptyGroup.name, en: "those without an entry"), text(zh: "的", en: ""))
    }

    // MARK: Below the news

    var figuresHeading: String { text(zh: "数字出处", en: "Where the figures come from") }
    var definitionsHeading: String { text(zh: "指标说明", en: "Definitions") }
    var sourcesHeading: String { text(zh: "依据", en: "Sources") }
    var fact: String { text(zh: "事实", en: "Fact") }
    var figure: String { text(zh: "数字", en: "Figure") }
    var exactValue: String { text(zh: "精确值", en: "Exact value") }
    var base: String { text(zh: "比较基数", en: "Base of comparison") }
    var provisional: String { text(zh: "（初步）", en: " (provisional)") }
    /// Before a note.
    var note: String { text(zh: "注：", en: "Note: ") }

    /// What a fact is held against, with its exact value: `2022年第二季度：833,600人`.
    func base(_ base: FactBase, exact value: String, isHighest: Bool) -> String {
        let period =
            switch base.period {
            case .quarter(let quarter): words.quarter(quarter)
            case .yearToDate(let quarter): words.span(through: quarter)
            case .cumulative(_, let quarter): text(zh: "至", en: "to ") + words.day(quarter.lastDay)
            }
        let vintage = base.vintage.map { text(zh: "第\($0.number)版，", en: "version \($0.number), ") } ?? ""
        let count = base.count.map { text(zh: "，比较\($0)个", en: ", of \($0)") } ?? ""
        let others = base.others.map { others in
            let since = words.quarter(others.since)
            return text(
                zh: "，是自\(since)起其他\(others.count)个季度中\(isHighest ? "最高" : "最低")的",
                en: ", the \(isHighest ? "highest" : "lowest") of the \(others.count) other quarters since \(since)")
        }
        return period + text(zh: "：", en: ": ") + vintage + value + count + (others ?? "")
    }

    /// Where a statement comes from: `北京市总工会（2023年7月16日）：该项目自2012年5月启动。`
    func line(_ statement: NewsStatement) -> String {
        let (source, day) = (statement.source(language), words.day(statement.asOf))
        return text(zh: "\(source)（\(day)）：", en: "\(source), as of \(day): ") + told(statement)
    }

    /// A statement that someone should look at.
    func isOld(_ statement: NewsStatement) -> String {
        let day = words.day(statement.asOf)
        return text(
            zh: "这条背景说明是\(day)的说法，请核实是否仍然如此，再更新流程文件中的日期：",
            en: "See whether this still holds, which is as of \(day), and update its day in the pipeline file: ")
            + told(statement)
    }

    private func told(_ statement: NewsStatement) -> String { statement.text[language] ?? statement.id }

    /// Where facts come from, a line each.
    func lines(_ source: FactSource) -> [String] {
        switch source {
        case .run(let run):
            let inputs = run.inputs.map { input in
                (input.name.isEmpty
                    ? text(zh: "输入文件（名称不公布）", en: "Input whose name is withheld")
                    : text(zh: "输入文件 ", en: "Input ") + input.name)
                    + (input.fileCount > 1 ? text(zh: "（\(input.fileCount)个）", en: " (\(input.fileCount) files)") : "")
                    + (input.sha256.map { text(zh: "，SHA-256：", en: ", SHA-256 ") + $0 } ?? "")
            }
            let (pipeline, sha256) = (run.pipelineFile.name, run.pipelineFile.sha256)
            return inputs + [
                text(
                    zh: "流程文件 \(pipeline)，SHA-256：\(sha256)；程序 aidstats \(run.version)",
                    en: "Pipeline file \(pipeline), SHA-256 \(sha256); program aidstats \(run.version)")
            ]
        case .members(let source):
            let who = source.text(language)
            switch source.origin {
            case .file(let file):
                return [
                    text(
                        zh: "会员人数：\(who)，文件 \(file.name)，SHA-256：\(file.sha256)",
                        en: "Members: \(who), file \(file.name), SHA-256 \(file.sha256)")
                ]
            case .table(let table):
                return [
                    text(
                        zh: "会员人数：\(who)，由对照表 \(table) 统计",
                        en: "Members: \(who), counted from the table \(table)")
                ]
            }
        case .vintage(let vintage, let origin):
            let (quarter, day) = (words.quarter(vintage.quarter), words.day(vintage.publishedOn))
            let from: String =
                if case .imported(let sha256) = origin {
                    text(zh: "，录自印出的数字，文件 SHA-256：\(sha256)", en: ", from printed figures, SHA-256 \(sha256)")
                } else { "" }
            return [
                text(
                    zh: "\(quarter)第\(vintage.number)版，\(day)公布\(from)",
                    en: "\(quarter), version \(vintage.number), published on \(day)\(from)")
            ]
        }
    }
}
