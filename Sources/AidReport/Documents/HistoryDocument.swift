package import AidModel
import AidStatistics
package import AidText

/// What `history` prints for programs: every vintage of every quarter.
package enum HistoryDocument {
    package static let document = Document<HistoryReport>(
        "aidstats.history/1", title: "JSON of aidstats history", zh: "各季度历次公布的数字，以及现在的数字。",
        en: "What was published of each quarter, and what is counted now."
    ) {
        head
        DocumentMember(
            "quarters", \.quarters, DocumentShape.quarter.list, zh: "公布过的每个季度，由早到晚。",
            en: "Every published quarter, oldest first.")
        DocumentMember(
            "unpublished", \.unpublished, DocumentShape.unpublished.list, zh: "最近一次运行中从未公布过的季度。",
            en: "The quarters of the last run that were never published.")
    }

    /// The members with which every document of a history begins.
    fileprivate static let head = DocumentMembers<HistoryReport> {
        DocumentMember("programme", \.programme, .namedProgramme, zh: "项目。", en: "The programme.")
        DocumentMember("currency", \.currency.code, .currency, zh: "ISO 4217 货币代码。", en: "ISO 4217 code.")
        DocumentMember("period", \.period, .word, zh: "时期，均止于各季度末。", en: "The period; it ends with each quarter.")
        DocumentMember(optional: "group", \.group, .publishedGroup)
    }
}

/// What `history --triangle` prints for programs: per measure every quarter with its vintages.
package enum TriangleDocument {
    package static let document = Document<HistoryReport>(
        "aidstats.triangle/1", title: "JSON of aidstats history --triangle", zh: "修订三角：各项指标每季度一行，每版一列。",
        en: "The revision triangle: for each measure a line a quarter, a column a vintage."
    ) {
        HistoryDocument.head
        DocumentMember("measures", { $0 }, measures, zh: "各项指标的季度。", en: "Each measure's quarters.")
    }

    private static let measures = DocumentShape<HistoryReport>.object {
        for measure in Measure.allCases {
            DocumentMember(
                measure.jsonKey, \.quarters, line(measure).list, zh: "由早到晚。", en: "Oldest first.")
        }
    }

    private static func line(_ measure: Measure) -> DocumentShape<HistoryReport.QuarterHistory> {
        .object(zh: "一个季度的各版。", en: "One quarter's vintages.") {
            DocumentMember("quarter", \.quarter, .quarter)
            DocumentMember("vintages", \.vintages, vintage(measure).list, zh: "按版次。", en: "By number.")
            DocumentMember(
                optional: "now", { history in history.now.map { $0.figures?[measure] } }, .publishedOrNull,
                zh: "最近一次运行的数字。", en: "As the newest run counts it.")
        }
    }

    private static func vintage(_ measure: Measure) -> DocumentShape<HistoryReport.Entry> {
        .object(zh: "一版。", en: "One vintage.") {
            DocumentMember("vintage", \.vintage.number, .count, zh: "版次，从 1 起。", en: "The vintage's number, from 1.")
            DocumentMember("figure", { $0.content?.figures?[measure] }, .publishedOrNull)
            ContentMembers.suppressed.of(\HistoryReport.Entry.content)
        }
    }
}

/// What `compare` prints for programs.
package enum ComparisonDocument {
    package static let document = Document<ComparisonReport>(
        "aidstats.compare/1", title: "JSON of aidstats compare", zh: "两方的数字，以及从一方到另一方的变化。",
        en: "The figures of two sides, and the change from the first to the second."
    ) {
        DocumentMember("currency", \.currency.code, .currency, zh: "ISO 4217 货币代码。", en: "ISO 4217 code.")
        DocumentMember("base", \.base, .side, zh: "基期一方。", en: "The first side.")
        DocumentMember("now", \.now, .side, zh: "现在一方。", en: "The second side.")
        DocumentMember(
            "cells", { report in report.lines.map { Cell(line: $0, isOfSpans: report.isOfSpans) } }, cell.list,
            zh: "按时期；总计在其分组之前。", en: "By period; the total before its groups.")
    }

    private struct Cell {
        let line: ComparisonReport.Line
        let isOfSpans: Bool
    }

    private static let cell = DocumentShape<Cell>.object(
        zh: "一个时期、一个分组：双方，以及变化。",
        en: "One period and group: both sides, and the change from the first to the second."
    ) {
        DocumentMember(
            "period", { ComparisonReport.name($0.line.period, isOfSpans: $0.isOfSpans) },
            .words(["quarter", "span", "yearToDate", "cumulative"]), zh: "时期。", en: "The period.")
        DocumentMember(optional: "group", \.line.group, .publishedGroup)
        DocumentMember("base", \.line.base, .content)
        DocumentMember("now", \.line.now, .content)
        ChangeMembers.all.of { cell in { cell.line.change($0) } }
    }
}

extension DocumentShape<ComparedSide> {
    fileprivate static let side = object(zh: "一方是什么。", en: "What one side is.") {
        DocumentMember("title", \.title, .bilingual, zh: "是什么。", en: "What it is.")
        DocumentMember(
            "notes", \.notes, DocumentShape<BilingualText>.bilingual.list, zh: "读者应当知道的事。",
            en: "What a reader must know.")
    }
}

extension DocumentShape<Programme> {
    package static let namedProgramme = object {
        DocumentMember("name", \.name, .text, zh: "名称。", en: "Its name.")
        DocumentMember("title", \.title, .bilingual, zh: "全称。", en: "Its title.")
    }
}

extension DocumentShape<PublishedCell.Group> {
    fileprivate static let publishedGroup = object(zh: "分组；总计没有这一项。", en: "The group; left out for the total.") {
        DocumentMember("field", \.field, .text, zh: "分组方式的字段。", en: "The breakdown's field.")
        DocumentMember(
            "name", { EmptyGroup.name(of: $0.name) }, .text, zh: "导出数据中的值；为空的是未填。",
            en: "The value in the exports; 未填 where it was empty.")
    }
}

extension DocumentShape<QuarterTotal> {
    fileprivate static let unpublished = object(zh: "一个季度。", en: "One quarter.") {
        DocumentMember("quarter", \.quarter, .quarter)
        DocumentMember("provisional", \.isProvisional, .flag, zh: "是否初步。", en: "Whether the figures are provisional.")
        DocumentMember("figures", \.figures, DocumentShape<Figures>.figures.orNull)
    }
}

extension DocumentShape<HistoryReport.QuarterHistory> {
    fileprivate static let quarter = object(
        zh: "一个季度，公布过的和现在的。", en: "One quarter, as it was published and as it stands."
    ) {
        DocumentMember("quarter", \.quarter, .quarter)
        DocumentMember(
            "vintages", \.vintages, DocumentShape<HistoryReport.Entry>.vintage.list, zh: "按版次。", en: "By number.")
        DocumentMember(optional: "now", \.now, .now, zh: "最近一次运行的数字。", en: "As the newest run counts it.")
    }
}

extension DocumentShape<HistoryReport.Entry> {
    fileprivate static let vintage = object(zh: "一次公布的数字。", en: "The figures as they were published at one time.") {
        DocumentMember("vintage", \.vintage.number, .count, zh: "版次，从 1 起。", en: "The vintage's number, from 1.")
        DocumentMember("publishedOn", \.vintage.publishedOn, .day)
        DocumentMember(
            "reason", \.vintage.reason, DocumentShape<RestatementReason>.word.orNull, zh: "为何修订上一版。",
            en: "Why it restates the one before.")
        DocumentMember(optional: "note", \.vintage.note, .text, zh: "公布者的备注。", en: "What the publisher noted.")
        DocumentMember(
            "provisional", \.vintage.isProvisional, .flag, zh: "是否初步。", en: "Whether the figures are provisional.")
        DocumentMember(
            "origin", \.vintage.origin, .origin, zh: "台账中运行的编号，或印发数字文件的 SHA-256。",
            en: "The ledger's number of the run, or the SHA-256 of the file of printed figures.")
        ContentMembers.all.of(\HistoryReport.Entry.content)
        DocumentMember(optional: "revision", \.revision, .revision)
    }
}

extension DocumentShape<Vintage.Origin> {
    fileprivate static var origin: DocumentShape {
        let run = DocumentShape<Int64>.object(zh: "一次运行。", en: "A run.") {
            DocumentMember("run", Int.init, .count, zh: "编号。", en: "Its number.")
        }
        let file = DocumentShape<String>.object(zh: "一个文件。", en: "A file.") {
            DocumentMember("imported", { $0 }, .sha256)
        }
        return DocumentShape(.either([run.schema, file.schema])) { origin, writer in
            switch origin {
            case .run(let id): run.write(id, &writer)
            case .imported(let sha256): file.write(sha256, &writer)
            }
        }
    }
}

extension DocumentShape<HistoryReport.Now> {
    fileprivate static let now = object {
        DocumentMember("provisional", \.isProvisional, .flag, zh: "是否初步。", en: "Whether the figures are provisional.")
        DocumentMember("figures", \.publishedFigures, DocumentShape<ByMeasure<FigureRange?>>.publishedFigures.orNull)
        DocumentMember(
            optional: "absent", { $0.figures == nil ? true : nil }, .yes, zh: "没有数字。", en: "There are no figures.")
        DocumentMember(
            "differs", \.isDifferent, .flag, zh: "是否肯定与最近公布的不同。",
            en: "Whether it surely differs from the last vintage.")
        DocumentMember("revision", \.revision, .revision)
    }
}

extension DocumentShape<[Measure: FigureChange]> {
    /// How figures differ from those of the vintage before.
    fileprivate static let revision = object(zh: "与上一版相比的变化。", en: "The change from the vintage before.") {
        ChangeMembers.all.of { changes in { changes[$0] ?? FigureChange(from: nil, to: nil) } }
    }
}

extension DocumentShape<PublishedCell.Content?> {
    fileprivate static let content = object(zh: "一方的数字，或为何没有。", en: "The figures of one side, or why there are none.") {
        ContentMembers.all
    }.named("content")
}

/// Published figures that may be missing or withheld, and why.
private enum ContentMembers {
    typealias Owner = PublishedCell.Content?

    static let suppressed = DocumentMembers<Owner> {
        DocumentMember(
            optional: "suppressed", { $0?.suppressed }, .words(Suppression.allCases.map(\.rawValue)), zh: "为何隐去。",
            en: "Why the figures are withheld.")
    }

    static let all = DocumentMembers<Owner> {
        DocumentMember("figures", \.publishedFigures, DocumentShape<ByMeasure<FigureRange?>>.publishedFigures.orNull)
        suppressed
        DocumentMember(optional: "absent", { $0 == nil ? true : nil }, .yes, zh: "没有数字。", en: "There are no figures.")
        DocumentRule.null([["figures"]], saidBy: [["suppressed"], ["absent"]], name: "shown")
    }
}

extension PublishedCell.Content? {
    fileprivate var publishedFigures: ByMeasure<FigureRange?>? {
        self?.figures.map { figures in { figures[$0] } }
    }
}

extension HistoryReport.Now {
    fileprivate var publishedFigures: ByMeasure<FigureRange?>? {
        figures.map { figures in { figures[$0] } }
    }
}

/// `change`, `percent` and `noPercent` of published figures.
private enum ChangeMembers {
    static let all = DocumentMembers<ByMeasure<FigureChange>> {
        DocumentMember(
            "change", { change in { change($0).range } }, .publishedFigures, zh: "变化；数字不明的为 null。",
            en: "The change; null where a figure is not known.")
        PercentOrReason.members(
            .range(of: .hundredths), reasons: ["absent", "suppressed", "zero", "unbounded", "tooLarge"],
            zh: "为何没有百分比。", en: "Why a percent is null."
        ).of { change in { PercentOrReason(change($0).percent) } }
    }
}
