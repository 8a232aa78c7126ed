import AidModel
import AidText

@testable import AidCheck
@testable import AidNews

/// What each step of the checker makes of a text, in few words.
enum DraftStep {
    private static let date = CalendarDay(year: 2023, month: 7, day: 16)

    /// The kinds of the words of a text.
    static func words(_ text: String) throws -> String {
        let draft = try DraftText(Array(text.utf8), name: "draft", format: .text)
        let read = ReadText(draft)
        let known = DraftKindTests.known
        let names = ProgrammeNames(
            NewsWords(names: NewsWords.names(of: DraftStory.programme.title)), groups: known.groups)
        return DraftLexer.tokens(read, in: 0..<read.scalars.count, names: names).map { token in
            if case .direction(let rises, _) = token.kind { return rises ? "up" : "down" }
            return String("\(token.kind)".prefix { $0 != "(" })
        }.joined(separator: " ")
    }

    static func figures(_ text: String) throws -> [DraftFigure] {
        try DraftStory.check(text, DraftKindTests.known, date: date).understood
    }

    static func verdicts(_ text: String) throws -> String {
        DraftStory.verdicts(try DraftStory.check(text, DraftKindTests.known, date: date))
    }

    static func text(_ statement: DraftStatement) -> String {
        var text = "\(statement.kind) \(self.text(statement.now))"
        if statement.kind != .share, let base = statement.base { text += " vs \(self.text(base, than: statement.now))" }
        return text
    }

    static func text(_ support: DraftSupport) -> String {
        switch support {
        case .certain: "certain"
        case .plausible(let doubt): "plausible: \(doubt)"
        case .notOurs(let reason): "not ours: \(reason)"
        }
    }

    private static func text(_ quantity: DraftQuantity, than other: DraftQuantity? = nil) -> String {
        let groups = quantity.groups.map { DraftKindTests.known.groups[$0].name ?? "" }
        let measure = other == nil ? ["\(quantity.measure)"] : []
        let rate = quantity.rate.map { ["a \($0)"] } ?? []
        let isSame = other?.groups == quantity.groups
        return (measure + rate + [text(quantity.span)] + (isSame ? [] : groups)).joined(separator: " ")
    }

    private static func text(_ span: DraftSpan) -> String {
        func name(_ ordinal: Int) -> String {
            let quarter = Quarter(ordinal: ordinal)
            return "\(quarter.year)Q\(quarter.number)"
        }
        guard let first = span.first else { return "to \(name(span.last))" }
        return first == span.last ? name(first) : "\(name(first))-\(name(span.last))"
    }
}
