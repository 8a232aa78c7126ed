import AidInput
import AidModel

/// The parts of a workbook, made by hand or read from a folder.
struct SheetParts {
    var parts: [String: [UInt8]]

    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    init(_ parts: [String: [UInt8]]) {
        self.parts = parts
    }

    /// A workbook of one sheet, whose XML is given.
    init(sheet: String, strings: String? = nil, styles: String? = nil, workbookProperties: String = "") {
        self.init(sheet: Array(sheet.utf8), strings: strings, styles: styles, workbookProperties: workbookProperties)
    }

    init(sheet: [UInt8], strings: String? = nil, styles: String? = nil, workbookProperties: String = "") {
        self.init(
            sheets: [(name: "明细", state: "", xml: sheet)], strings: strings, styles: styles,
            workbookProperties: workbookProperties)
    }

    /// - Parameter sheets: with an attribute that says whether each is shown.
    init(
        sheets: [(name: String, state: String, xml: [UInt8])], strings: String? = nil, styles: String? = nil,
        workbookProperties: String = ""
    ) {
        let entries = sheets.enumerated().map { index, sheet in
            "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" \(sheet.state) r:id=\"rId\(index + 1)\"/>"
        }.joined()
        let workbook =
            "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.relationships)\">\(workbookProperties)"
            + "<sheets>\(entries)</sheets></workbook>"
        var links = sheets.indices.map { index in
            "<Relationship Id=\"rId\(index + 1)\" Type=\"\(Self.relationships)/worksheet\" "
                + "Target=\"worksheets/sheet\(index + 1).xml\"/>"
        }
        parts = ["xl/workbook.xml": Array(workbook.utf8)]
        for (index, sheet) in sheets.enumerated() { parts["xl/worksheets/sheet\(index + 1).xml"] = sheet.xml }
        if let strings {
            links.append(
                "<Relationship Id=\"rIdS\" Type=\"\(Self.relationships)/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
            )
            parts["xl/sharedStrings.xml"] = Array(strings.utf8)
        }
        if let styles {
            links.append("<Relationship Id=\"rIdF\" Type=\"\(Self.relationships)/styles\" Target=\"styles.xml\"/>")
            parts["xl/styles.xml"] = Array(styles.utf8)
        }
        let namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
        parts["xl/_rels/workbook.xml.rels"] = Array(
            "<Relationships xmlns=\"\(namespace)\">\(links.joined())</Relationships>".utf8)
    }

    /// A sheet of some rows.
    static func sheet(_ rows: String) -> String {
        "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData></worksheet>"
    }

    static func strings(_ texts: [String]) -> String {
        "<sst xmlns=\"\(main)\">" + texts.map { "<si><t>\($0)</t></si>" }.joined() + "</sst>"
    }

    static func styles(_ cells: [Int], formats: [(id: Int, code: String)] = []) -> String {
        "<styleSheet xmlns=\"\(main)\"><numFmts>"
            + formats.map { "<numFmt numFmtId=\"\($0.id)\" formatCode=\"\($0.code)\"/>" }.joined()
            + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>"
            + cells.map { "<xf numFmtId=\"\($0)\"/>" }.joined() + "</cellXfs></styleSheet>"
    }

    // MARK: - Reading

    func open(pieceSize: Int = 512 << 10) -> (String) throws(InputError) -> (any TextSource)? {
        let parts = parts
        return { (part: String) throws(InputError) -> (any TextSource)? in
            parts[part].map { MemoryTextSource($0, name: part, pieceSize: pieceSize) }
        }
    }

    /// What comes of the workbook.
    func read(
        _ sheet: SheetChoice? = nil, scansPlain: Bool = true, pieceSize: Int = 512 << 10, roomSize: Int = 64 << 10
    ) -> SheetOutcome {
        SheetOutcome(roomSize: roomSize) { () throws(InputError) in
            try WorkbookText(
                name: "book.xlsx", entries: open(pieceSize: pieceSize), sheet: sheet, scansPlain: scansPlain)
        }
    }
}

/// All text of a source, or of one that cannot be read, what is wrong.
struct SheetOutcome: Equatable {
    private(set) var bytes: [UInt8] = []
    private(set) var error: InputError?

    init(roomSize: Int = 64 << 10, _ open: () throws(InputError) -> any TextSource) {
        let room = OwnedRoom<UInt8>(count: roomSize)
        do throws(InputError) {
            let source = try open()
            while true {
                let count = try source.read(into: room.room)
                if count == 0 { break }
                bytes += room.view(0..<count)
            }
        } catch {
            self.error = error
        }
    }

    /// The text, or in brackets what is wrong and where.
    var text: String {
        if let error { return "[\(error.what.en)]" + (error.lineNumber.map { " row \($0)" } ?? "") }
        return String(decoding: bytes, as: UTF8.self)
    }
}
