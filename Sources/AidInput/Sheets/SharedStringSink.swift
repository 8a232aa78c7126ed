/// The shared strings of a workbook: runs of rich text are joined, and what tells how to read them aloud is left out.
/// What is raised, lowered or struck through beside other runs is set apart by a blank: it is none of a number's digits.
final class SharedStringSink: ItemSink {
    let strings = SharedStrings()
    private var names: (item: XMLNamePattern, text: XMLNamePattern, run: XMLNamePattern)?
    private var known = 0
    /// At which level text is collected; 0: at none.
    private var textLevel = 0
    private var value = GrowingText(capacity: 256)
    private var field = GrowingText(capacity: 256)
    private var failure: SheetProblem?
    private var runs = RunsApart()

    init() {
        super.init(path: ["sst"])
    }

    override var problem: SheetProblem? { failure }

    override func prepare(_ parse: XMLParse) {
        names = (parse.pattern(name("si")), parse.pattern(name("t")), parse.pattern(name("r")))
        known = 0
        textLevel = 0
    }

    override func begin(_ tag: XMLStartTag, level: Int) {
        if level == 4, known == 2 { runs.property(tag) }
        guard known == level - 1, textLevel == 0, let names else { return }
        switch level {
        case 1 where names.item.matches(tag.name):
            known = 1
            value.removeAll()
            runs = RunsApart()
        case 2 where names.run.matches(tag.name):
            known = 2
            runs.beginRun()
        case 2 where names.text.matches(tag.name), 3 where names.text.matches(tag.name):
            known = level
            textLevel = level
            if runs.isNewPart, value.count > 0 { value.append(0x20) }
        default: break
        }
    }

    override func characters(_ bytes: ByteView, level: Int) {
        guard level == textLevel else { return }
        value.append(bytes)
        if value.count > SheetLimits.cellByteCount { failure = .cellTooLong }
    }

    override func end(level: Int, at offset: Int) {
        guard known == level else { return }
        known = level - 1
        textLevel = 0
        if level == 1, !strings.add(value.view, &field) { failure = .tooManySharedStrings }
    }

    override func scanPlain(_ text: PaddedBytes, from start: Int, textStart: Int, isAtEnd: Bool) -> PlainItemStop {
        guard var cursor = PlainCursor(text, at: start, in: self) else {
            return PlainItemStop(reason: .notPlain, offset: start)
        }
        return strings.addPlain(&cursor, &field, isAtEnd: isAtEnd)
    }
}

extension SharedStrings {
    /// - Parameter field: room for the text as it is written.
    fileprivate func add(_ text: ByteView, _ field: inout GrowingText) -> Bool {
        field.removeAll()
        field.appendWorkbookField(text)
        return add(field.view)
    }

    /// Adds strings that are plain: `<si><t xml:space="preserve">张三 </t><phoneticPr fontId="1"/></si>`.
    fileprivate func addPlain(
        _ cursor: inout PlainCursor, _ field: inout GrowingText, isAtEnd: Bool
    ) -> PlainItemStop {
        while true {
            cursor.skipSpace()
            let start = cursor.at
            if let text = SharedStrings.scan(&cursor), text.count <= SheetLimits.cellByteCount,
                cursor.isValid(start..<cursor.at), add(text, &field)
            {
                continue
            }
            let isCut = !isAtEnd && cursor.at + PlainCursor.lookahead > cursor.text.count
            return PlainItemStop(reason: isCut ? .incomplete : .notPlain, offset: start)
        }
    }

    @inline(__always)
    private static func scan(_ cursor: inout PlainCursor) -> ByteView? {
        guard cursor.opens("si"), cursor.passAttributes() == .open else { return nil }
        cursor.skipSpace()
        guard let text = PlainSheetScan.scanText(&cursor) else { return nil }
        cursor.skipSpace()
        if cursor.opens("phoneticPr") {
            guard cursor.passAttributes() == .empty else { return nil }
            cursor.skipSpace()
        }
        return cursor.closes("si") ? text : nil
    }
}

/// Which runs of a rich text are set apart from others: those that are raised, lowered or struck through.
struct RunsApart {
    private var isApart = false
    private var wasApart = false

    /// Whether the run that came last is apart from the one before.
    var isNewPart: Bool { isApart != wasApart }

    mutating func beginRun() {
        wasApart = isApart
        isApart = false
    }

    /// A property of the run: `<vertAlign val="superscript"/>`, `<strike/>`.
    mutating func property(_ tag: XMLStartTag) {
        switch tag.name.localText {
        case "vertAlign": if tag.text("val") != "baseline" { isApart = true }
        case "strike": if !["0", "false"].contains(tag.text("val")) { isApart = true }
        default: break
        }
    }
}
