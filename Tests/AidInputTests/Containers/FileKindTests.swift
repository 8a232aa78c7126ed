import AidModel
import Foundation
import Testing

@testable import AidInput

/// Files of other kinds that are given as CSV or XML.
struct FileKindTests {
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var bytes: [UInt8]
        var kind: FileKind?
        var isXML = false

        init(_ name: String, _ bytes: [UInt8], _ kind: FileKind?, isXML: Bool = false) {
            testDescription = name
            self.bytes = bytes
            self.kind = kind
            self.isXML = isXML
        }

        init(_ text: String, _ kind: FileKind?, isXML: Bool = false) {
            self.init("\(text.prefix(40)), \(isXML ? "XML" : "CSV")", Array(text.utf8), kind, isXML: isXML)
        }
    }

    /// An archive's beginning and its end, with the name of one of its files.
    private static func archive(_ name: String) -> [UInt8] {
        [0x50, 0x4B, 0x03, 0x04] + Array("[Content_Types].xml".utf8) + [UInt8](repeating: 7, count: 9000)
            + [0x50, 0x4B, 0x01, 0x02] + Array(name.utf8) + [0x50, 0x4B, 0x05, 0x06]
    }

    /// A container of OLE whose directory is a chain of sectors.
    ///
    /// - Parameters:
    ///   - chain: the sectors of the directory, in their order.
    ///   - name: of a stream, in the last of them.
    private static func container(_ chain: [Int], _ name: String, shift: Int = 9) -> [UInt8] {
        func number(_ value: Int, _ count: Int = 4) -> [UInt8] {
            (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
        }
        let size = 1 << shift
        var bytes = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: size * 12 - 8)
        func put(_ value: [UInt8], _ place: Int) { bytes.replaceSubrange(place..<place + value.count, with: value) }
        put(number(shift, 2), 30)
        put(number(chain.first ?? 0), 48)
        // The table is in the first sector.
        put(number(0), 76)
        for (sector, next) in zip(chain, chain.dropFirst() + [0xFFFF_FFFE]) { put(number(next), size + sector * 4) }
        put(name.utf16.flatMap { number(Int($0), 2) }, (chain[chain.count - 1] + 1) * size + 128)
        return bytes
    }

    private static let dBase: [UInt8] =
        [0x03, 123, 6, 30, 2, 0, 0, 0, 0x41, 0, 20, 0, 0, 0] + [UInt8](repeating: 0, count: 18)
        + Array("CLAIMNO".utf8) + [0, 0, 0, 0, UInt8(ascii: "C")] + [UInt8](repeating: 0, count: 20) + [0x0D]

    static let cases: [Case] = [
        Case("xlsx", archive("xl/workbook.xml"), .excelWorkbook),
        Case("xlsb", archive("xl/workbook.bin"), .binaryExcelWorkbook),
        Case("ods", archive("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), .openDocument),
        Case("docx", archive("word/document.xml"), .wordDocument), Case("zip", archive("a.csv"), .zip),
        Case(
            "fods",
            Array(
                "<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\">"
                    .utf8), .openDocument),
        Case("xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], .oldExcelWorkbook),
        Case("encrypted workbook", container([1], "EncryptedPackage"), .encryptedOffice),
        Case("encrypted workbook of long sectors", container([1, 2], "EncryptedPackage", shift: 12), .encryptedOffice),
        Case(
            "encrypted workbook whose directory is in pieces", container([7, 3, 9], "EncryptedPackage"),
            .encryptedOffice),
        Case("xls in a container", container([7, 3, 9], "Workbook"), .oldExcelWorkbook),
        Case("xls whose directory goes round in circles", container([7, 3, 7], "Workbook"), .oldExcelWorkbook),
        Case("xls without a container", [0x09, 0x08, 0x10, 0x00, 0x00, 0x06], .oldExcelWorkbook),
        Case("gzip", [0x1F, 0x8B, 0x08, 0x00], .gzip), Case("zstd", [0x28, 0xB5, 0x2F, 0xFD, 0x04], .zstandard),
        Case("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00, 0x00], .xz),
        Case("bzip2", Array("BZh9".utf8) + [0x31, 0x41, 0x59, 0x26, 0x53, 0x59], .bzip2),
        Case("bzip2 of nothing", Array("BZh9".utf8) + [0x17, 0x72, 0x45, 0x38, 0x50, 0x90], .bzip2),
        Case("7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sevenZip), Case("lz4", [0x04, 0x22, 0x4D, 0x18], .lz4),
        Case("rar", Array("Rar!".utf8) + [0x1A, 0x07, 0x01], .rar),
        Case("tar", [UInt8](repeating: 0x61, count: 257) + Array("ustar".utf8), .tar),
        Case("pdf", Array("%PDF-1.7".utf8), .pdf), Case("rtf", Array("{\\rtf1".utf8), .richText),
        Case("parquet", Array("PAR1\u{15}\0".utf8), .parquet), Case("sqlite", Array("SQLite format 3\0".utf8), .sqlite),
        Case("dbf", dBase, .dBase), Case("png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .image),
        Case("<html><body>", .webPage), Case("\u{FEFF}\n <!DOCTYPE HTML PUBLIC \"-//W3C\">", .webPage),
        Case("<table border=1><tr><td>编号", .webPage), Case("<meta charset=utf-8><table>", .webPage),
        Case("< div >\r\n\t<table>", .webPage),
        Case("<!-- saved --><HTML xmlns:x=\"urn:schemas-microsoft-com:office:excel\">", .webPage),
        Case("MIME-Version: 1.0\nX-Document-Type: Workbook", .webArchive),
        Case("<?xml version=\"1.0\"?><Claims><Claim/></Claims>", .xml), Case("<Claims><Claim>1</Claim>", .xml),
        Case(spreadsheet, .spreadsheetML), Case(spreadsheet, .spreadsheetML, isXML: true),
        Case(
            "spreadsheet in UTF-16",
            [0xFF, 0xFE] + Array(spreadsheet.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, .spreadsheetML,
            isXML: true),
        Case("[{\"ClaimNo\":1}]", .json), Case("{\n  \"claims\": []}", .json),
        Case("[\"a\",\"b\"]\n[\"1\",\"2\"]\n", .json),
        Case("[ [ 1", nil), Case("[[\"a\"", .json),
        // What is no other kind.
        Case("", nil), Case("\u{FEFF}", nil), Case("编号,姓名\n", nil), Case("[编号],[姓名]\n", nil), Case("[[编号]],b\n", nil),
        Case("{编号},b\n", nil), Case("<编号>,<姓名>\n", nil), Case("<5,>5\n", nil), Case("PK,Name\n", nil),
        Case("PAR1,编号\n", nil), Case("GIF89a,b\n", nil),
        Case("BZh,b\n", nil),
        Case("ID;Person;Amount\n", nil), Case("ID;PWD\n", nil), Case("\tA\tB\n", nil), Case("07,06,30\n", nil),
        Case("GIF,b\n", nil), Case("Obj,b\n", nil), Case("Rar!,b\n", nil), Case("%PDF,b\n", nil),
        Case("html,table\n", nil),
        Case("UTF-16", [0xFF, 0xFE] + Array("编号,b\n".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, nil),
        Case("<?xml version=\"1.0\"?><Claims><Claim/></Claims>", nil, isXML: true),
        // A root may have any name.
        Case("<table><row><id>1</id></row></table>", nil, isXML: true),
        Case("<Workbook><Row/></Workbook>", nil, isXML: true),
        Case("<!DOCTYPE html><html>", .webPage, isXML: true), Case("<html><body/></html>", .webPage, isXML: true),
    ]

    private static let spreadsheet = """
        <?xml version="1.0"?>
        <?mso-application progid="Excel.Sheet"?>
        <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet/></Workbook>
        """

    @Test(arguments: cases)
    func kinds(_ test: Case) throws {
        let file = try TemporaryFile(test.bytes).open()
        #expect(try FileKind.of(file, isXML: test.isXML) == test.kind)
        let format: ExportFormat = test.isXML ? .xml(record: nil) : .csv(delimiter: nil)
        guard let kind = test.kind else { return try file.refuseOtherKinds(format) }
        let error = try #require(throws: InputError.self) { try file.refuseOtherKinds(format) }
        #expect(error.kind == .refused && error.what.en.contains(kind.name.en) && error.what.zh.contains(kind.name.zh))
        #expect(error.mend == kind.mend)
    }

    @Test("Random text is no other kind")
    func anyText() throws {
        for header in ["编号,身份证号,金额", "\"a\",\"b\"", "id\tname", "ClaimNo|IdNo", "＃,a", "sep=,"] {
            for text in [header, "\u{FEFF}" + header, "\n\n" + header] {
                #expect(FileKind(head: Array((text + "\n1,2,3\n").utf8), isXML: false) == nil)
                #expect(FileKind(head: ChineseWords.gb18030(header + "\n"), isXML: false) == nil)
            }
        }
    }

    @Test("A run and a dump refuse it by name")
    func bothWays() throws {
        let file = try TemporaryFile([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0])
        let error = #expect(throws: InputError.self) { try file.export(.csv(delimiter: nil)) }
        #expect(error?.what.zh.hasPrefix("这不是 CSV，而是旧版 Excel 工作簿（.xls）") == true)
        for isSlow in [false, true] {
            let read = try CSVPiecesTests.read(
                file.path, keys: KeyTable(), .init(size: 4096, tail: 64, jobs: 1), isSlow: isSlow)
            #expect(
                read.error?.what.en.hasPrefix("this is no CSV but an Excel workbook of the old kind (.xls)") == true)
        }
    }

    @Test("What a spreadsheet program can save as a workbook that is read is to be saved as that")
    func theWayToAWorkbook() {
        for kind in [FileKind.oldExcelWorkbook, .binaryExcelWorkbook, .openDocument] {
            #expect(kind.mend.zh.contains(".xlsx") && kind.mend.en.contains(".xlsx"))
        }
    }
}
