import AidModel
package import AidText

/// `facts.json`: the facts for programs, and for whoever checks a text against them without a report.
///
/// Each fact takes one line, so that a search shows it whole. Every exact value is a JSON integer, however large; a
/// program whose numbers are floating point must read those beyond 2^53 with care, as those of report.json.
package enum FactDocument {
    package static let fileName = "facts.json"

    /// No facts.json is larger; one of 40 quarters and 16 districts has about 2 MB.
    package static let byteLimit = 256 << 20

    package static func bytes(_ facts: FactSet) -> [UInt8] {
        document.bytes(facts)
    }

    /// The same for programs that read line by line: all that facts.json has besides the facts, then each fact.
    package static func writeLines(_ facts: FactSet, to sink: inout ByteSink) {
        lines.writeLine(facts, to: &sink)
        for fact in facts.facts { DocumentShape<Fact>.fact.writeLine(fact, to: &sink) }
    }

    /// Reads a facts.json back, whole.
    package static func read(_ bytes: [UInt8]) throws(JSONProblem) -> FactSet {
        guard bytes.count <= byteLimit else { throw JSONProblem() }
        let root = try document.place(in: bytes)
        let about = try root.place(programme)
        guard let money = Currency(try root[currency]) else { throw root.problem(at: currency.name) }
        return FactSet(
            programme: Programme(
                name: try about[ProgrammeMembers.name], title: try about[ProgrammeMembers.title],
                since: try about[ProgrammeMembers.since], currency: money),
            quarter: try root[quarter], isProvisional: try root[provisional],
            hasLaterQuarters: try root[laterQuarters] ?? false, rounding: try root[rounding],
            definitions: try root[definitions].map { FactSet.Definition(key: $0.key, text: $0.value) },
            sources: try root[sources].map(\.value), facts: try root[facts])
    }

    package static let document = Document<FactSet>(
        "aidstats.facts/1", title: "facts.json of aidstats", zh: "关于一个互助项目一个季度可以陈述的每个数字，及其依据。",
        en: "Every figure that may be stated of one quarter of an aid programme, and what it stands on."
    ) {
        besidesFacts
        facts
    }

    private static let lines = Document<FactSet>(
        "aidstats.facts.lines/1", title: "first line of the facts of aidstats", zh: "逐行输出时的首行。",
        en: "The first line of facts that are written line by line."
    ) {
        besidesFacts
    }

    // MARK: Members

    private static let besidesFacts = DocumentMembers<FactSet> {
        programme
        quarter
        provisional
        laterQuarters
        currency
        rounding
        definitions
        sources
    }

    private static let programme = DocumentMember(
        "programme", \FactSet.programme, .programme, zh: "流程文件所述的项目。",
        en: "The programme, as its pipeline file describes it.")
    private static let quarter = DocumentMember(
        "quarter", \FactSet.quarter, .quarter, zh: "事实所述的季度。", en: "The quarter that the facts are about.")
    private static let provisional = DocumentMember(
        "provisional", \FactSet.isProvisional, .flag, zh: "该季度是否缺少日期，或可能缺少（初步）。",
        en: "Whether days of the quarter are missing, or may be.")
    private static let laterQuarters = DocumentMember(
        optional: "laterQuarters", { (facts: FactSet) in facts.hasLaterQuarters ? true : nil }, .yes,
        zh: "数据中还有其后的季度，事实中都没有提到。", en: "The data hold quarters after it, of which no fact tells.")
    private static let currency = DocumentMember(
        "currency", \FactSet.programme.currency.code, .currency, zh: "ISO 4217 货币代码；金额以其最小单位计。",
        en: "ISO 4217 code; money is in its minor unit.")
    private static let rounding = DocumentMember(
        "rounding", \FactSet.rounding, .word, zh: "数字印发时如何修约，只修约一次。",
        en: "How figures were rounded for print, once.")
    private static let definitions = DocumentMember(
        "definitions", { (facts: FactSet) in facts.definitions.map { (key: $0.key, value: $0.text) } },
        DocumentShape<BilingualText>.bilingual.map, zh: "定义各数字的句子，按键。",
        en: "The sentences that define the figures, by key.")
    private static let sources = DocumentMember(
        "sources", { (facts: FactSet) in facts.sources.map { (key: $0.key, value: $0) } },
        DocumentShape<FactSource>.source.map, zh: "事实的依据，按键。", en: "What the facts stand on, by key.")
    private static let facts = DocumentMember(
        "facts", \FactSet.facts, DocumentShape<Fact>.fact.lines, zh: "各项事实，按报告的顺序。",
        en: "The facts, in the order of a report.")
}
