import AidModel

extension FileKind {
    var name: BilingualText {
        switch self {
        case .excelWorkbook: BilingualText(zh: " Excel 工作簿（.xlsx）", en: "an Excel workbook (.xlsx)")
        case .binaryExcelWorkbook: BilingualText(zh: "二进制 Excel 工作簿（.xlsb）", en: "a binary Excel workbook (.xlsb)")
        case .oldExcelWorkbook:
            BilingualText(
                zh: "旧版 Excel 工作簿（.xls）或加密的 Office 文件",
                en: "an Excel workbook of the old kind (.xls), or an encrypted Office file")
        case .encryptedOffice:
            BilingualText(zh: "设了打开密码的 Office 文件", en: "an Office file encrypted with a password")
        case .spreadsheetML:
            BilingualText(zh: " Excel 的 XML 表格（SpreadsheetML）", en: "a spreadsheet as XML (SpreadsheetML)")
        case .openDocument: BilingualText(zh: " OpenDocument 文件（.ods 等）", en: "an OpenDocument file (.ods or its like)")
        case .wordDocument: BilingualText(zh: " Word 文档", en: "a Word document")
        case .symbolicLink: BilingualText(zh: " SYLK 表格（.slk）", en: "a SYLK spreadsheet (.slk)")
        case .webPage: BilingualText(zh: "网页（HTML）", en: "a web page (HTML)")
        case .webArchive: BilingualText(zh: "网页存档（MHTML）", en: "a web archive (MHTML)")
        case .xml: BilingualText(zh: " XML", en: "XML")
        case .json: BilingualText(zh: " JSON", en: "JSON")
        case .zip: BilingualText(zh: " zip 压缩包", en: "a zip archive")
        case .gzip: BilingualText(zh: " gzip 压缩文件（.gz）", en: "compressed by gzip (.gz)")
        case .zstandard: BilingualText(zh: " Zstandard 压缩文件（.zst）", en: "compressed by Zstandard (.zst)")
        case .xz: BilingualText(zh: " xz 压缩文件", en: "compressed by xz (.xz)")
        case .bzip2: BilingualText(zh: " bzip2 压缩文件（.bz2）", en: "compressed by bzip2 (.bz2)")
        case .lz4: BilingualText(zh: " LZ4 压缩文件", en: "compressed by LZ4 (.lz4)")
        case .sevenZip: BilingualText(zh: " 7z 压缩包", en: "a 7z archive")
        case .rar: BilingualText(zh: " RAR 压缩包", en: "a RAR archive")
        case .tar: BilingualText(zh: " tar 归档", en: "a tar archive")
        case .pdf: BilingualText(zh: " PDF", en: "a PDF")
        case .richText: BilingualText(zh: " RTF 文档", en: "a rich-text document (RTF)")
        case .parquet: BilingualText(zh: " Parquet 文件", en: "a Parquet file")
        case .arrow: BilingualText(zh: " Arrow 文件", en: "an Arrow file")
        case .avro: BilingualText(zh: " Avro 文件", en: "an Avro file")
        case .sqlite: BilingualText(zh: " SQLite 数据库", en: "an SQLite database")
        case .accessDatabase: BilingualText(zh: " Access 数据库", en: "an Access database")
        case .dBase: BilingualText(zh: " dBASE/FoxPro 表（.dbf）", en: "a dBASE or FoxPro table (.dbf)")
        case .image: BilingualText(zh: "图片", en: "a picture")
        case .protectedFile:
            BilingualText(zh: "被文档保护软件加密的文件", en: "a file encrypted by a program that protects documents")
        }
    }

    /// The way to what can be read.
    var mend: BilingualText {
        switch self {
        case .binaryExcelWorkbook, .oldExcelWorkbook:
            BilingualText(
                zh: "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”，即可直接读取",
                en:
                    "open it in a spreadsheet program and save it as an “Excel workbook (.xlsx)”, which is read as it is"
            )
        case .excelWorkbook, .spreadsheetML, .symbolicLink, .webPage, .webArchive:
            BilingualText(
                zh: "请用 Excel 或 WPS 打开，另存为“CSV UTF-8”；另存前把证件号和赔付编号两列设为文本，否则末几位会丢失",
                en: "open it in a spreadsheet program and save it as “CSV UTF-8”; make the columns of IDs and claim "
                    + "numbers text before that, or their last digits are lost")
        case .encryptedOffice:
            BilingualText(
                zh: "请用 Excel 或 WPS 打开，去掉密码（文件 → 信息 → 保护工作簿）后另存为 .xlsx",
                en: "open it in Excel or WPS, remove the password (File, Info, Protect Workbook) and save it as .xlsx")
        case .openDocument:
            BilingualText(
                zh: "请用 LibreOffice、WPS 或 Excel 打开，另存为 .xlsx；证件号和赔付编号两列须为文本",
                en:
                    "open it in LibreOffice, WPS or Excel and save it as .xlsx; the columns of IDs and claim numbers must "
                    + "be text")
        case .xml:
            BilingualText(
                zh: "请在流程文件的 inputs 中写 format: xml 和 record",
                en: "write `format: xml` and `record` for this input in the pipeline file")
        case .parquet:
            BilingualText(
                zh: "请先用 DuckDB 转成 CSV：duckdb -c \"COPY (FROM '文件名') TO 'claims.csv'\"",
                en: "let DuckDB make CSV of it: duckdb -c \"COPY (FROM 'FILE') TO 'claims.csv'\"")
        case .json, .arrow, .avro, .sqlite, .accessDatabase, .dBase:
            BilingualText(zh: "请从原系统导出为 CSV 或 XML", en: "export the records as CSV or XML")
        case .zip, .sevenZip, .rar, .tar:
            BilingualText(zh: "请先解压，再列出其中的文件", en: "unpack it, and name the files that are in it")
        case .gzip: FileKind.unpack("gunzip")
        case .zstandard: FileKind.unpack("unzstd")
        case .xz: FileKind.unpack("unxz")
        case .bzip2: FileKind.unpack("bunzip2")
        case .lz4: FileKind.unpack("unlz4")
        case .wordDocument, .pdf, .richText, .image:
            BilingualText(zh: "请核对文件，并从原系统导出为 CSV 或 XML", en: "check the file, and export the records as CSV or XML")
        case .protectedFile:
            BilingualText(zh: "请先解密，或在允许导出的电脑上重新导出", en: "have it decrypted, or export the records again")
        }
    }

    private static func unpack(_ command: String) -> BilingualText {
        BilingualText(
            zh: "请先解压（\(command) 文件名），或者 \(command) -c 文件名 | aidstats run … --input -",
            en: "unpack it first (\(command) FILE), or pipe it in: \(command) -c FILE | aidstats run … --input -")
    }
}
