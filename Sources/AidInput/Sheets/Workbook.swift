/// A workbook's parts: where its sheets, strings and formats are, and what kinds of sheets there are.
///
/// It reads the parts that say so, which are small, and no sheet.
struct Workbook {
    struct Sheet {
        let entry: SheetEntry
        /// nil: the workbook does not say which.
        let part: String?
        /// Whether it holds cells, and no chart or dialogue.
        let isWorksheet: Bool
    }

    let name: String
    let sheets: [Sheet]
    private let is1904: Bool
    private let stringsPart: String?
    private let stylesPart: String?
    private let open: PartOpener

    typealias PartOpener = (String) throws(InputError) -> (any TextSource)?

    init(name: String, entries: @escaping PartOpener) throws(InputError) {
        self.name = name
        let entries = Workbook.inUTF8(entries)
        open = entries
        let root = try Relationships(of: "", entries)
        let path = root.target(ofKind: "officeDocument") ?? "xl/workbook.xml"
        guard let source = try entries(path) else {
            throw InputError(problem: .sheet(.missingPart(path)), file: name)
        }
        let sink = WorkbookSink()
        try PartText.parse(source, into: sink)
        let relationships = try Relationships(of: path, entries)
        sheets = sink.sheets.map { sheet in
            let relationship = relationships.byID[sheet.relationship]
            return Sheet(
                entry: SheetEntry(name: sheet.name, isHidden: sheet.isHidden), part: relationship?.part,
                isWorksheet: relationship.map { $0.kind == "worksheet" } ?? true)
        }
        is1904 = sink.is1904
        stringsPart = relationships.target(ofKind: "sharedStrings")
        stylesPart = relationships.target(ofKind: "styles")
        if sheets.isEmpty { throw InputError(problem: .sheet(.noSheets), file: name) }
        guard sheets.count <= SheetLimits.openedSheetCount else {
            throw InputError(problem: .sheet(.tooManySheets(limit: SheetLimits.openedSheetCount)), file: name)
        }
    }

    /// What the cells of all sheets refer to.
    ///
    /// - Parameter scansPlain: as `ItemReader` has it.
    func book(scansPlain: Bool) throws(InputError) -> SheetRows.Book {
        var book = SheetRows.Book()
        book.is1904 = is1904
        if let stylesPart {
            let sink = StyleSink()
            try PartText.parse(try source(stylesPart), into: sink)
            if let problem = sink.problem { throw InputError(problem: .sheet(problem), file: name) }
            book.formats = sink.formats
        }
        if let stringsPart {
            let sink = SharedStringSink()
            try ItemReader(try sourceAhead(stringsPart), into: sink, scansPlain: scansPlain).read()
            book.strings = SharedStrings.Fields(sink.strings)
        }
        return book
    }

    /// A long part, made ready by a thread of its own.
    func sourceAhead(_ part: String) throws(InputError) -> any TextSource {
        NamedSource(name: name, try ReadAhead(try source(part), file: name))
    }

    /// Parts may be in UTF-16 as well (ECMA-376-1, 2006: 5.1); what comes of them is UTF-8.
    private static func inUTF8(_ entries: @escaping PartOpener) -> PartOpener {
        { (part: String) throws(InputError) -> (any TextSource)? in
            guard let source = try entries(part) else { return nil }
            return try PartText.inUTF8(source)
        }
    }

    /// A part; nil: there is none.
    func part(_ name: String) throws(InputError) -> (any TextSource)? { try open(name) }

    /// A part that is said to be there.
    func source(_ part: String) throws(InputError) -> any TextSource {
        guard let source = try open(part) else {
            throw InputError(problem: .sheet(.missingPart(part)), file: name)
        }
        return source
    }
}

// MARK: - Relationships

/// Where the parts are that a part of a workbook refers to.
private struct Relationships {
    struct Relationship {
        /// The last word of its type: `worksheet`, `chartsheet`, `styles` and so on.
        let kind: String
        let part: String
    }

    private(set) var byID: [String: Relationship] = [:]

    /// - Parameter part: `xl/workbook.xml`; empty: of the package itself.
    init(of part: String, _ entries: Workbook.PartOpener) throws(InputError) {
        let folder = part.lastIndex(of: "/").map { part[...$0] } ?? ""
        guard let source = try entries("\(folder)_rels/\(part.dropFirst(folder.count)).rels") else { return }
        let sink = RelationshipSink()
        try PartText.parse(source, into: sink)
        for found in sink.found {
            let kind = found.type.split(separator: "/").last.map(String.init) ?? ""
            byID[found.id] = Relationship(kind: kind, part: Self.resolve(found.target, in: folder))
        }
    }

    func target(ofKind kind: String) -> String? {
        byID.filter { $0.value.kind == kind }.min { $0.key < $1.key }?.value.part
    }

    /// A target, which is absolute or from a folder on, as the name of a part.
    private static func resolve(_ target: String, in folder: Substring) -> String {
        let isAbsolute = target.first == "/"
        var steps = isAbsolute ? [] : folder.split(separator: "/")
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(step) }
        }
        return steps.joined(separator: "/")
    }
}

private final class RelationshipSink: XMLEventSink {
    private(set) var found: [(id: String, type: String, target: String)] = []

    override func startElement(_ tag: XMLStartTag) {
        guard tag.name.localText == "Relationship", found.count < SheetLimits.sheetCount, let id = tag.text("Id"),
            let type = tag.text("Type"), let target = tag.text("Target")
        else { return }
        found.append((id, type, target))
    }
}

// MARK: - Sheets and styles

private final class WorkbookSink: XMLEventSink {
    private(set) var sheets: [(name: String, isHidden: Bool, relationship: String)] = []
    private(set) var is1904 = false

    override func startElement(_ tag: XMLStartTag) {
        switch tag.name.localText {
        case "workbookPr": is1904 = tag.isTrue("date1904")
        case "sheet" where sheets.count < SheetLimits.sheetCount:
            sheets.append(
                (tag.text("name") ?? "", (tag.text("state") ?? "visible") != "visible", tag.text("id") ?? ""))
        default: break
        }
    }
}

/// The formats of numbers that styles of cells have.
private final class StyleSink: XMLEventSink {
    private(set) var formats: [NumberFormat] = []
    private(set) var problem: SheetProblem?
    private var declared: [Int: NumberFormat] = [:]
    private var isInCellStyles = false

    override func startElement(_ tag: XMLStartTag) {
        switch tag.name.localText {
        case "numFmt":
            // Those of conditional formats come behind the styles of cells.
            guard formats.isEmpty, let id = tag.text("numFmtId").flatMap({ Int($0) }) else { return }
            if declared.count == SheetLimits.styleCount { return problem = .tooManyStyles }
            declared[id] = NumberFormat(
                code: tag.text("formatCode") ?? "", isLocal: NumberFormat.isLocal(builtIn: id))
        case "cellXfs": isInCellStyles = true
        case "cellStyleXfs", "cellStyles", "dxfs": isInCellStyles = false
        case "xf" where isInCellStyles:
            if formats.count == SheetLimits.styleCount { return problem = .tooManyStyles }
            let id = tag.text("numFmtId").flatMap { Int($0) } ?? 0
            formats.append(declared[id] ?? NumberFormat(builtIn: id))
        default: break
        }
    }
}

// MARK: - Small parts

/// A part from its start, without a byte-order mark.
final class PartText: TextSource {
    var name: String { source.name }
    private let source: any TextSource
    private var isAtStart = true

    init(_ source: any TextSource) {
        self.source = source
    }

    /// Tells a small part to a sink.
    static func parse(_ source: any TextSource, into sink: XMLEventSink) throws(InputError) {
        do throws(InputError) {
            try XMLParse(PartText(source)).run(into: sink)
        } catch {
            // A part is mostly one line, and no line of the file that the user knows.
            var error = error
            error.lineNumber = nil
            throw error
        }
    }

    /// The bytes of a part in UTF-8: it is in UTF-16 where a mark or half of a `<` says so.
    static func inUTF8(_ source: any TextSource) throws(InputError) -> any TextSource {
        let head = OwnedRoom<UInt8>(count: 2)
        var count = 0
        while count < head.count {
            let added = try source.read(into: head.room.from(count))
            if added == 0 { break }
            count += added
        }
        let start = head.view(0..<count)
        switch Array(start) {
        case [0xFF, 0xFE]: return try DecodedText(head: start.from(2), source, encoding: .utf16LittleEndian)
        case [0xFE, 0xFF]: return try DecodedText(head: start.from(2), source, encoding: .utf16BigEndian)
        case [0x3C, 0x00]: return try DecodedText(head: start, source, encoding: .utf16LittleEndian)
        case [0x00, 0x3C]: return try DecodedText(head: start, source, encoding: .utf16BigEndian)
        default: return BegunText(Array(start), source)
        }
    }

    func read(into buffer: Room<UInt8>) throws(InputError) -> Int {
        guard isAtStart, buffer.count > 3 else { return try source.read(into: buffer) }
        isAtStart = false
        var count = 0
        while count < 3 {
            let added = try source.read(into: buffer.from(count))
            count += added
            if added == 0 { break }
        }
        guard buffer.view.part(0..<count).begins(with: "\u{FEFF}") else { return count }
        buffer.copy(buffer.view.part(3..<count))
        return count == 3 ? try source.read(into: buffer) : count - 3
    }
}

/// A text of which the first bytes were looked at.
private final class BegunText: TextSource {
    var name: String { source.name }
    private var head: ArraySlice<UInt8>
    private let source: any TextSource

    init(_ head: [UInt8], _ source: any TextSource) {
        self.head = head[...]
        self.source = source
    }

    func read(into buffer: Room<UInt8>) throws(InputError) -> Int {
        guard !head.isEmpty else { return try source.read(into: buffer) }
        let count = min(buffer.count, head.count)
        head.prefix(count).withByteView(buffer.copy)
        head = head.dropFirst(count)
        return count
    }
}
