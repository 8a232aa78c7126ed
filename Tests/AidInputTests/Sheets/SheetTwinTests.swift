import AidInput
import AidModel
import TestSupport
import Testing

/// The scan of plain rows and strings against libxml2 alone: the same text comes of both, and the same is wrong.
struct SheetTwinTests {
    @Test func randomSheets() {
        for seed in SeededRandom.seeds(60) {
            var draft = SheetDraft(seed)
            let parts = draft.workbook()
            compare(parts, seed)
            let outcome = parts.read()
            if outcome.error == nil { #expect(outcome.text == evenRowsTwin(outcome.text), "seed \(seed)") }
        }
    }

    @Test func damagedSheets() {
        for seed in SeededRandom.seeds(200) {
            var draft = SheetDraft(seed)
            var parts = draft.workbook(rowCount: 12)
            let part = seed % 3 == 0 ? "xl/sharedStrings.xml" : "xl/worksheets/sheet1.xml"
            parts.parts[part] = draft.damaged(parts.parts[part] ?? [])
            compare(parts, seed)
        }
    }

    /// What is cut off anywhere is refused, and nothing is made up.
    @Test func cutAtEveryByte() {
        var draft = SheetDraft(7)
        let whole = draft.workbook(rowCount: 3)
        for part in whole.parts.keys.sorted() {
            let bytes = whole.parts[part] ?? []
            for count in 0..<bytes.count {
                var parts = whole
                parts.parts[part] = Array(bytes.prefix(count))
                let outcome = parts.read()
                #expect(outcome.error != nil, "\(part) cut at \(count)")
                if part == "xl/worksheets/sheet1.xml" {
                    #expect(parts.read(scansPlain: false) == outcome, "\(part) cut at \(count)")
                }
            }
        }
    }

    private func compare(_ parts: SheetParts, _ seed: UInt64) {
        let expected = parts.read(scansPlain: false)
        #expect(parts.read() == expected, "seed \(seed)")
        let pieceSize = [1, 2, 3, 7, 64, 4096][Int(seed % 6)]
        #expect(parts.read(pieceSize: pieceSize) == expected, "seed \(seed), pieces of \(pieceSize)")
        #expect(parts.read(roomSize: pieceSize) == expected, "seed \(seed), room for \(pieceSize)")
    }
}

/// Workbooks drawn from a seed, with all that programs write and some that none does.
struct SheetDraft {
    private var random: SeededRandom
    /// How likely what is not plain is, in a hundred.
    private let oddity: UInt64
    private let prefix: String
    private let space: String

    init(_ seed: UInt64) {
        random = SeededRandom(seed)
        oddity = [0, 0, 2, 30][Int(random.next() % 4)]
        prefix = ["", "", "", "x:"][Int(random.next() % 4)]
        space = ["", "", "", "\n ", "\r\n"][Int(random.next() % 5)]
    }

    private mutating func draw<T>(_ choices: [T]) -> T { choices[Int(random.next() % UInt64(choices.count))] }
    private mutating func chance(_ percent: UInt64) -> Bool { random.next() % 100 < percent }

    mutating func workbook(rowCount: Int? = nil) -> SheetParts {
        let rowCount = rowCount ?? draw([0, 1, 5, 40, 160])
        let declaration = prefix.isEmpty ? "xmlns" : "xmlns:x"
        let rows = (0..<rowCount).map { row($0) }.joined(separator: space)
        let sheet =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><\(prefix)worksheet \(declaration)=\"\(SheetParts.main)\" xmlns:y=\"urn:y\">"
            + "<\(prefix)cols><\(prefix)col min=\"1\" max=\"2\"/></\(prefix)cols><\(prefix)sheetData>\(space)\(rows)\(space)"
            + "</\(prefix)sheetData><\(prefix)mergeCells/></\(prefix)worksheet>"
        let strings = (0..<60).map { _ in string() }.joined(separator: space)
        return SheetParts(
            sheet: sheet, strings: "<sst xmlns=\"\(SheetParts.main)\">\(space)\(strings)\(space)</sst>",
            styles: SheetParts.styles([0, 14, 22, 20, 176], formats: [(176, "0.00")]))
    }

    private var row = 0

    private mutating func row(_ index: Int) -> String {
        if index == 0 { row = 0 }
        row += chance(3) ? Int(random.next() % 30) + 1 : 1
        if chance(oddity) { return draw(["<!-- row -->", "<\(prefix)row\n/>", "<y:row/>", "text", "<?pi?>"]) }
        var attributes = chance(90) ? " r=\"\(row)\"" : ""
        if chance(30) { attributes += " spans=\"1:3\"" }
        if chance(10) { attributes += " hidden=\"1\"" }
        if chance(10) { attributes += " y:dyDescent='0.25'" }
        if chance(3) { return "<\(prefix)row\(attributes)/>" }
        // A row without a number comes behind one that was drawn.
        let isNumbered = attributes.hasPrefix(" r=")
        let cells = (0..<draw([0, 1, 4, 12])).map { cell($0, isNumbered: isNumbered) }.joined(separator: space)
        return "<\(prefix)row\(attributes)>\(space)\(cells)\(space)</\(prefix)row>"
    }

    private mutating func cell(_ column: Int, isNumbered: Bool) -> String {
        let name = String(UnicodeScalar(UInt8(65 + column)))
        var attributes = isNumbered && chance(98) ? " r=\"\(name)\(row)\"" : ""
        let type = draw(["", "", "s", "s", "str", "inlineStr", "b", "e", "d", "n", "z"])
        if !type.isEmpty { attributes += draw([" t=\"\(type)\"", " t='\(type)'"]) }
        if chance(40) { attributes += " s=\"\(random.next() % 6)\"" }
        if chance(2) { attributes += " cm=\"1\"" }
        if chance(oddity) {
            attributes += draw([" x=\"1\"", "  ", " s = \"1\"", " cm=\"&lt;\"", " xml:space=\"default\""])
        }
        let value: String =
            switch type {
            case "s": "\(random.next() % 60)"
            case "", "n": draw(["1", "45056", "45056.5", "1.1010119900101E+17", "100.10000000000001", "-3", ""])
            case "b": draw(["0", "1", "2"])
            case "d": draw(["2023-05-10T00:00:00", "2023-05-10T01:02:03.4", "x"])
            default: text()
            }
        if value.isEmpty, chance(50) { return "<\(prefix)c\(attributes)/>" }
        let formula =
            chance(5) ? draw(["<\(prefix)f>A1&amp;B1</\(prefix)f>", "<\(prefix)f t=\"shared\" si=\"0\"/>"]) : ""
        if type == "inlineStr" {
            return "<\(prefix)c\(attributes)><\(prefix)is>\(inline(value))</\(prefix)is></\(prefix)c>"
        }
        var wrapped = "<\(prefix)v>\(value)</\(prefix)v>"
        if chance(oddity) {
            wrapped = draw([
                "<\(prefix)v><![CDATA[\(value)]]></\(prefix)v>", "<\(prefix)v>\(value)<!-- x --></\(prefix)v>",
                "<y:v/>" + wrapped,
                wrapped + "<\(prefix)extLst/>", "<\(prefix)v >\(value)</\(prefix)v >", "text" + wrapped,
                wrapped + wrapped,
            ])
        }
        return "<\(prefix)c\(attributes)>\(space)\(formula)\(wrapped)\(space)</\(prefix)c>"
    }

    private mutating func inline(_ text: String) -> String {
        if chance(oddity) { return "<\(prefix)r><\(prefix)t>\(text)</\(prefix)t></\(prefix)r><\(prefix)t/>" }
        return "<\(prefix)t\(draw(["", " xml:space=\"preserve\""]))>\(text)</\(prefix)t>"
    }

    private mutating func text() -> String {
        draw([
            "张三", "a,b", "say \"x\"", " blank ", "one\ntwo", "one&#10;two", "&amp;&lt;&gt;&quot;&apos;",
            "&#x4E59;&#20057;", "]]&gt;",
            "_x000D_\n", "_", "tab\there", "#N/A", "", "\u{1F600}", "é", String(repeating: "长", count: 90),
        ])
    }

    private mutating func string() -> String {
        let text = text()
        if chance(oddity) {
            return draw([
                "<si><r><t>\(text)</t></r><r><rPr/><t>\(text)</t></r></si>",
                "<si><t>\(text)</t><rPh><t>x</t></rPh></si>", "<si/>",
                "<si><t><![CDATA[\(text)]]></t></si>", "<!-- x -->",
            ])
        }
        return
            "<si><t\(draw(["", " xml:space=\"preserve\""]))>\(text)</t>\(draw(["", "<phoneticPr fontId=\"1\"/>"]))</si>"
    }

    /// Some bytes changed, taken out, put in, or doubled.
    mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...(random.next() % 3) where !bytes.isEmpty {
            let at = Int(random.next() % UInt64(bytes.count))
            switch random.next() % 6 {
            case 0: bytes[at] = UInt8(truncatingIfNeeded: random.next())
            case 1: bytes.remove(at: at)
            case 2: bytes.removeSubrange(at..<min(bytes.count, at + 40))
            case 3: bytes.insert(contentsOf: bytes[max(0, at - 60)..<at], at: at)
            default: bytes.insert(contentsOf: draw(SheetDraft.shards), at: at)
            }
        }
        return bytes
    }

    private static let shards: [[UInt8]] =
        [
            "<", ">", "/", "&", ";", "'", "\"", "]]>", "<![CDATA[", "<!--", "-->", "<?x", "?>", "&#x", "&amp;", "&#0;",
            "&x;", " xmlns:p=''",
            " xmlns='a'", "<row>", "</row>", "<c>", "</c>", "</sheetData>", "<v>", "\u{0}", "\r", "\n", "甲", "\u{FEFF}",
            "\u{FFFF}", "\u{1}",
            "<!DOCTYPE s>", " r='1'", "_x000D_", "x:", "xml:id=''", " 1='2'", "<t>", "</t>", "<si>", "</si>",
        ].map { Array($0.utf8) } + [[0xFF], [0xE4, 0xB8], [0xED, 0xA0, 0x80], [0xC0, 0x80]]
}
