/// A kind of file that is neither CSV nor XML of records, whatever its name says.
///
/// Spreadsheets, web pages and archives are often called `.csv` or `.xls`; they are told by their first bytes, so
/// that the message names what they are and not what their bytes break.
enum FileKind: String, Sendable, CaseIterable {
    case excelWorkbook
    case binaryExcelWorkbook
    case oldExcelWorkbook
    case encryptedOffice
    case spreadsheetML
    case openDocument
    case wordDocument
    case symbolicLink
    case webPage
    case webArchive
    case xml
    case json
    case zip
    case gzip
    case zstandard
    case xz
    case bzip2
    case lz4
    case sevenZip
    case rar
    case tar
    case pdf
    case richText
    case parquet
    case arrow
    case avro
    case sqlite
    case accessDatabase
    case dBase
    case image
    case protectedFile

    /// How much of a file's start, and of its end, is looked at.
    private static let headByteCount = 4096
    private static let tailByteCount = 64 << 10

    /// What a file is that can be neither CSV nor XML; nil: nothing speaks against it.
    ///
    /// - Parameter isXML: whether it is given as XML.
    static func of(_ file: InputFile, isXML: Bool) throws(InputError) -> FileKind? {
        let head = try file.bytes(from: 0, count: headByteCount)
        guard let kind = FileKind(head: head, isXML: isXML) else { return nil }
        if kind == .oldExcelWorkbook, try isEncrypted(file, head: head) { return .encryptedOffice }
        guard kind == .zip else { return kind }
        if let names = try ZipDirectory(file).names() { return FileKind(archiveNames: names, head: head) }
        // The names of what is in an archive stand at its end, be it damaged.
        let tail = try file.bytes(from: max(0, file.byteCount - tailByteCount), count: tailByteCount)
        return FileKind(archiveNames: head + tail)
    }

    /// Whether an OLE container holds a stream of an encrypted workbook: its directory names it, in UTF-16.
    ///
    ///     │ header, sectors of the table │ sector 0 │ sector 1 │ …
    ///
    /// The directory is a chain of sectors: for each sector the table has the one that follows it.
    ///
    /// - Source: [MS-CFB], 2.2, 2.3 and 2.6.
    private static func isEncrypted(_ file: InputFile, head: [UInt8]) throws(InputError) -> Bool {
        guard head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]), head.count >= 512 else { return false }
        func number(_ bytes: [UInt8], _ at: Int, _ count: Int = 4) -> Int {
            guard at + count <= bytes.count else { return .max }
            return (0..<count).reduce(0) { $0 | Int(bytes[at + $1]) << ($1 * 8) }
        }
        // The size of a sector as a power of two, and the first sector of the directory, behind a header of one.
        let shift = number(head, 30, 2)
        guard shift == 9 || shift == 12 else { return false }
        func bytes(ofSector sector: Int) throws(InputError) -> [UInt8] {
            try file.bytes(from: (sector + 1) << shift, count: 1 << shift)
        }
        var sector = number(head, 48)
        for _ in 0..<directoryLimit where sector < noSector {
            let entries = try bytes(ofSector: sector)
            if entries.firstRange(of: "EncryptedPackage".utf8.flatMap { [$0, 0] }) != nil { return true }
            let (part, place) = sector.quotientAndRemainder(dividingBy: 1 << (shift - 2))
            // Behind what the header has of the table, a directory lies most likely in one piece.
            let table = part < 109 ? number(head, 76 + part * 4) : noSector
            sector = table < noSector ? number(try bytes(ofSector: table), place * 4) : sector + 1
        }
        return false
    }

    /// Sectors of the directory of a container that are looked at: the names of an encrypted workbook fill three.
    private static let directoryLimit = 16
    /// From here on a number of a sector is that of none.
    private static let noSector = 0xFFFF_FFFA

    /// What a file is that others may lie in; a workbook counts as the archive that it is.
    static func container(of file: InputFile) throws(InputError) -> FileKind? {
        let kind = FileKind(signature: try file.bytes(from: 0, count: headByteCount))
        let containers: Set<FileKind> = [.gzip, .zstandard, .xz, .bzip2, .zip, .tar]
        return kind.flatMap { containers.contains($0) ? $0 : nil }
    }

    /// - Parameters:
    ///   - head: the first bytes of a file.
    ///   - isXML: whether it is given as XML.
    init?(head: [UInt8], isXML: Bool) {
        if let kind = FileKind(signature: head) ?? FileKind(text: head, isXML: isXML) {
            self = kind
        } else {
            return nil
        }
    }

    // MARK: - Binary files

    private static let signatures: [(bytes: [UInt8], kind: FileKind)] = [
        ([0x50, 0x4B, 0x03, 0x04], .zip), ([0x50, 0x4B, 0x05, 0x06], .zip), ([0x50, 0x4B, 0x07, 0x08], .zip),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldExcelWorkbook),
        // Excel 2 to 5 without a container.
        ([0x09, 0x00, 0x04, 0x00], .oldExcelWorkbook), ([0x09, 0x02, 0x06, 0x00], .oldExcelWorkbook),
        ([0x09, 0x04, 0x06, 0x00], .oldExcelWorkbook), ([0x09, 0x08, 0x08, 0x00], .oldExcelWorkbook),
        ([0x09, 0x08, 0x10, 0x00], .oldExcelWorkbook),
        ([0x1F, 0x8B], .gzip), ([0x28, 0xB5, 0x2F, 0xFD], .zstandard),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .xz), ([0x04, 0x22, 0x4D, 0x18], .lz4),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sevenZip), ([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07], .rar),
        (Array("%PDF-".utf8), .pdf), (Array("{\\rtf".utf8), .richText), (Array("PAR1".utf8), .parquet),
        (Array("ARROW1\0".utf8), .arrow), (Array("Obj\u{1}".utf8), .avro),
        (Array("SQLite format 3\0".utf8), .sqlite), (Array("\0\u{1}\0\0Standard ".utf8), .accessDatabase),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .image), ([0xFF, 0xD8, 0xFF], .image),
        (Array("GIF87a".utf8), .image), (Array("GIF89a".utf8), .image),
        ([0x49, 0x49, 0x2A, 0x00], .image), ([0x4D, 0x4D, 0x00, 0x2A], .image),
        // Written by programs that protect documents against being taken out of an office.
        ([0x62, 0x14, 0x23, 0x65], .protectedFile), (Array("%TSD-Header-###%".utf8), .protectedFile),
        // Else these are the first letters of a header as well as anything.
        (Array("ID;PWXL".utf8), .symbolicLink), (Array("ID;PCALCOOO32".utf8), .symbolicLink),
    ]

    private init?(signature head: [UInt8]) {
        let found = FileKind.signatures.first { head.starts(with: $0.bytes) }
        // Letters alone may as well begin a header; what follows them in such a file is no text.
        let isText = !head.contains { $0 < 0x09 || (0x0E...0x1F).contains($0) }
        if let found, !(isText && [.parquet, .image].contains(found.kind)) {
            self = found.kind
        } else if FileKind.isBzip2(head) {
            self = .bzip2
        } else if head.count >= 262, head[257..<262].elementsEqual("ustar".utf8) {
            self = .tar
        } else if FileKind.isDBase(head) {
            self = .dBase
        } else {
            return nil
        }
    }

    /// `BZh`, a digit, and the mark of a block or of the end.
    private static func isBzip2(_ head: [UInt8]) -> Bool {
        guard head.count >= 10, head.starts(with: "BZh".utf8), (0x31...0x39).contains(head[3]) else { return false }
        return head[4..<10].elementsEqual([0x31, 0x41, 0x59, 0x26, 0x53, 0x59])
            || head[4..<10].elementsEqual([0x17, 0x72, 0x45, 0x38, 0x50, 0x90])
    }

    /// A version, a date in binary, and a header of whole field descriptions, of which the first begins with a name.
    private static func isDBase(_ head: [UInt8]) -> Bool {
        guard head.count >= 65, [0x02, 0x03, 0x04, 0x05, 0x30, 0x31, 0x83, 0x8B, 0xF5].contains(head[0]),
            (1...12).contains(head[2]), (1...31).contains(head[3]), head[12] == 0, head[13] == 0
        else { return false }
        let headerByteCount = Int(head[8]) | Int(head[9]) << 8
        // Visual FoxPro has 263 bytes more.
        let isWhole = headerByteCount >= 65 && [1, 1 + 263 % 32].contains(headerByteCount % 32)
        return isWhole && head[32] > 0x20 && head[43...].first.map { (0x41...0x5A).contains($0) } == true
    }

    /// What an archive is whose names these bytes hold.
    private init(archiveNames bytes: [UInt8]) {
        // Each archive and workbook is asked this, and the library's search takes a tenth of a second.
        func holds(_ text: StaticString) -> Bool {
            bytes.withByteView { view in
                var at = 0
                while let found = view.first(text.utf8Start[0], from: at) {
                    if view.begins(with: text, at: found) { return true }
                    at = found + 1
                }
                return false
            }
        }
        if holds("xl/workbook.bin") {
            self = .binaryExcelWorkbook
        } else if holds("xl/workbook") || holds("xl/worksheets/") {
            self = .excelWorkbook
        } else if holds("application/vnd.oasis.opendocument") {
            self = .openDocument
        } else if holds("word/document") {
            self = .wordDocument
        } else {
            self = .zip
        }
    }

    /// What an archive is that holds files of these names. A workbook that lies in an archive has its own names there.
    private init(archiveNames names: [String], head: [UInt8]) {
        let names = names.map { $0.replacing("\\", with: "/").drop { $0 == "/" } }
        func holds(_ start: String) -> Bool { names.contains { $0.hasPrefix(start) } }
        let mark = Array("mimetypeapplication/vnd.oasis.opendocument".utf8)
        if holds("xl/workbook.bin") {
            self = .binaryExcelWorkbook
        } else if holds("xl/workbook") || holds("xl/worksheets/") {
            self = .excelWorkbook
        } else if head.dropFirst(30).starts(with: mark) || holds("META-INF/manifest.xml") && holds("content.xml") {
            self = .openDocument
        } else if holds("word/document") {
            self = .wordDocument
        } else {
            self = .zip
        }
    }

    // MARK: - Text

    private init?(text head: [UInt8], isXML: Bool) {
        let text = FileKind.asciiText(head)
        guard let first = text.first else { return nil }
        let start = text.prefix(2048).lowercased()
        if first == "<" {
            let root = FileKind.rootName(start)
            if root == "workbook", text.contains("urn:schemas-microsoft-com:office:spreadsheet") {
                self = .spreadsheetML
            } else if root == "document", text.contains("urn:oasis:names:tc:opendocument:xmlns:office") {
                self = .openDocument
            } else if start.hasPrefix("<!doctype html") || root == "html"
                || !isXML && FileKind.webElements.contains(root)
            {
                self = .webPage
            } else if !isXML, start.hasPrefix("<?xml") || !root.isEmpty && start.contains("</") {
                self = .xml
            } else {
                return nil
            }
        } else if start.hasPrefix("mime-version:") {
            self = .webArchive
        } else if FileKind.isJSON(text) {
            self = .json
        } else {
            return nil
        }
    }

    private static let webElements: Set<String> = [
        "head", "body", "table", "meta", "style", "script", "div", "title", "link",
    ]

    /// The text without white space before it, and without what UTF-16 puts beside ASCII.
    private static func asciiText(_ head: [UInt8]) -> String {
        let isUTF16 = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) || head.prefix(2).contains(0)
        let marks: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x00, 0x20, 0x09, 0x0A, 0x0D]
        let bytes = head.drop { marks.contains($0) }
        return String(decoding: isUTF16 ? bytes.filter { $0 != 0 } : Array(bytes), as: UTF8.self)
    }

    /// The local name of the first element, behind declarations and comments.
    private static func rootName(_ text: String) -> String {
        var rest = text[...]
        while rest.hasPrefix("<?") || rest.hasPrefix("<!") {
            let end = rest.hasPrefix("<!--") ? "-->" : ">"
            guard let found = rest.firstRange(of: end) else { return "" }
            rest = rest[found.upperBound...].drop(while: \.isWhitespace)
        }
        // Some write `< div >`.
        let name = rest.dropFirst().drop(while: \.isWhitespace).prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
        return String(name.split(separator: ":").last ?? "")
    }

    /// Whether a text begins as an object, or as a list of objects, lists or texts. A header may begin with a
    /// bracket, but not so.
    private static func isJSON(_ text: String) -> Bool {
        let signs = text.lazy.filter { !$0.isWhitespace }.prefix(3).map(\.self)
        guard let first = signs.first, let second = signs.dropFirst().first else { return false }
        if first == "{" { return second == "\"" || second == "}" }
        guard first == "[" else { return false }
        return second == "{" || second == "\"" || second == "[" && signs.last.map { "\"{[".contains($0) } == true
    }
}

extension InputFile {
    /// Some bytes at a place; fewer at the end of the file.
    func bytes(from offset: Int, count: Int) throws(InputError) -> [UInt8] {
        let buffer = OwnedRoom<UInt8>(count: count)
        return Array(buffer.view(0..<(try fill(buffer.room, at: offset))))
    }
}

extension InputFile {
    /// Refuses a file that is of another kind than it is given as.
    func refuseOtherKinds(_ format: ExportFormat) throws(InputError) {
        let isXML = if case .xml = format { true } else { false }
        guard let kind = try FileKind.of(self, isXML: isXML) else { return }
        throw InputError(problem: .otherKind(kind, than: format), file: name)
    }
}
