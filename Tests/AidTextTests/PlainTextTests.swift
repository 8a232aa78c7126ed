import AidModel
import Testing

@testable import AidText

/// What every writer does to a text, one character after another, by Unicode's tables alone.
private enum EscapingTwin {
    static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isInvisibleByTables || scalar != " " && scalar.properties.isWhitespace
    }

    static func json(_ text: String) -> String {
        "\""
            + text.unicodeScalars.map { scalar in
                let short: [Unicode.Scalar: String] = [
                    "\"": #"\""#, "\\": #"\\"#, "\n": #"\n"#, "\r": #"\r"#, "\t": #"\t"#,
                ]
                if let short = short[scalar] { return short }
                guard scalar.isInvisibleByTables else { return String(scalar) }
                return String(scalar).utf16.map { #"\u"# + hexadecimal(UInt32($0), width: 4) }.joined()
            }.joined() + "\""
    }

    static func visible(_ text: String) -> String {
        text.unicodeScalars.map { isUnseen($0) ? VisibleText.name(of: $0) : String($0) }.joined()
    }

    static func xml(_ text: String) -> String {
        visible(text).unicodeScalars.map(XMLText.escaped).joined()
    }

    static func csv(_ text: String) -> String {
        let guardMark = text.unicodeScalars.first.map { "=+-@＝＋－＠".unicodeScalars.contains($0) || $0.value < 0x20 }
        return "\"" + (guardMark == true ? "'" : "")
            + text.unicodeScalars.map { scalar in
                if scalar.value < 0x20 { return " " }
                if scalar == "\"" { return "\"\"" }
                return scalar.isInvisibleByTables ? VisibleText.name(of: scalar) : String(scalar)
            }.joined() + "\""
    }

    /// - Parameter text: neither a list's beginning nor an address.
    static func markdown(_ text: String) -> String {
        text.unicodeScalars.enumerated().map { index, scalar in
            if isUnseen(scalar) { return #"\[U+"# + hexadecimal(scalar.value, width: 4) + #"\]"# }
            let isMark = #"\`*_[]{}<>|&#!~$^@:"#.unicodeScalars.contains(scalar)
            return (isMark || index == 0 && "-+=".unicodeScalars.contains(scalar) ? #"\"# : "") + String(scalar)
        }.joined()
    }
}

@Suite struct PlainTextTests {
    private static let scalars = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)

    @Test func whatIsSeenIsSoByTheTables() {
        #expect(
            Self.scalars.first { $0.isInvisible != $0.isInvisibleByTables || $0.isSeen && EscapingTwin.isUnseen($0) }
                == nil)
    }

    /// Each character by itself; those of the first plane, where all writing of today is, also among others.
    @Test func everyCharacterIsWrittenAsItsTwinWritesIt() {
        for scalar in Self.scalars {
            let character = String(scalar)
            for text in scalar.value <= 0xFFFF ? [character, "员a" + character, character + "一2"] : [character] {
                guard
                    JSONText.string(text).compact() == EscapingTwin.json(text),
                    VisibleText.of(text) == EscapingTwin.visible(text),
                    XMLText.escaped(text) == EscapingTwin.xml(text), CSVText.quoted(text) == EscapingTwin.csv(text),
                    MarkdownText.escaped(text) == EscapingTwin.markdown(text)
                else {
                    Issue.record("U+\(hexadecimal(scalar.value, width: 4)) in \(text.unicodeScalars.count)")
                    return
                }
            }
        }
    }

    @Test func numbersAreWrittenAsTheirDescriptions() {
        let ends: [Int128] = [0, 1, 9, 10, 99, 100, Int128(Int64.max), Int128(Int64.min), .max, .min]
        for number in ends.flatMap({ [$0, -($0 &- 1), $0 &+ 1] }) {
            var sink = ByteSink()
            sink.append(number)
            #expect(String(decoding: sink.bytes, as: UTF8.self) == String(number))
        }
    }
}
