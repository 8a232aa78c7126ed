import AidModel
package import AidText

/// What `facts --format json` prints: the sentences with the ids of their facts, and those facts.
package enum NewsDocument {
    package static let document = Document<News>(
        "aidstats.news/1", title: "JSON of aidstats facts", zh: "可以印发的句子，及其中每个数字的事实。",
        en: "Sentences for print, and the fact of each figure in them."
    ) {
        DocumentMember("language", \.language, .word, zh: "句子的语言。", en: "The language of the sentences.")
        DocumentMember("quarter", \.facts.quarter, .quarter, zh: "所述的季度。", en: "The quarter that they are about.")
        DocumentMember("headline", \.headline, .sentence, zh: "标题。", en: "The headline.")
        DocumentMember("deck", \.deck, .sentence, zh: "副题。", en: "The deck.")
        DocumentMember("lead", \.lead, .sentence, zh: "导语。", en: "The lead.")
        DocumentMember("body", \.body, DocumentShape.sentence.list, zh: "正文各段。", en: "The paragraphs of the body.")
        DocumentMember(
            "statements", \.toldStatements, DocumentShape<NewsStatement>.statement.list,
            zh: "其中所用的背景说明，见流程文件的 statements。",
            en: "The background statements in them, from statements of the pipeline file.")
        DocumentMember(
            "facts", \.facts.facts, DocumentShape<Fact>.fact.list, zh: "该季度的全部事实。", en: "All facts of the quarter.")
    }
}

extension DocumentShape<NewsText> {
    fileprivate static let sentence = object(zh: "一句或一段话。", en: "A sentence or a paragraph.") {
        DocumentMember("text", \.plain, .text, zh: "文字。", en: "The text.")
        DocumentMember(
            "facts", \.factIDs, DocumentShape<String>.text.list, zh: "其中数字的事实的 id。",
            en: "The ids of the facts of its figures.")
        DocumentMember(
            "statements", \.statementIDs, DocumentShape<String>.text.list, zh: "其中背景说明的 id。",
            en: "The ids of its background statements.")
    }.named("sentence")
}

extension DocumentShape<NewsStatement> {
    fileprivate static let statement = object(
        zh: "一条不由数据算出的背景说明。", en: "A background statement, which no figures tell."
    ) {
        DocumentMember("id", \.id, .text, zh: "模板引用它所用的名称。", en: "By which templates name it.")
        DocumentMember(
            "text", { BilingualText(zh: $0.text[.zh] ?? "", en: $0.text[.en] ?? "") }, .bilingual,
            zh: "文字；没有的语言为空。", en: "What it says; empty in a language that it is not in.")
        DocumentMember("source", \.source, .bilingual, zh: "出处。", en: "Who says so.")
        DocumentMember("asOf", \.asOf, .day, zh: "何时如此。", en: "The day on which it was true.")
    }.named("statement")
}
