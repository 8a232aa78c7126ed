/// The small parts that hold a workbook together.
enum WorkbookParts {
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006/"
    private static let types = "application/vnd.openxmlformats-officedocument.spreadsheetml."

    /// What an element of a part of SpreadsheetML begins with.
    static let namespace: KeyValuePairs<String, String> = ["xmlns": main]

    /// The same of a list, which tells how long it is.
    static func counted(_ count: Int, different: Int) -> KeyValuePairs<String, String> {
        ["xmlns": main, "count": String(count), "uniqueCount": String(different)]
    }

    /// The list of parts comes first, by which other programs tell what the file is.
    ///
    /// - Parameters:
    ///   - names: of all sheets.
    ///   - filters: the cells that are filtered, of each sheet but the first.
    static func writeHead(_ names: [String], filters: [String], in file: ZipFile) throws {
        try XMLPart.write("[Content_Types].xml", in: file) { part in
            try part.element("Types", ["xmlns": package + "content-types"]) { part in
                try part.element(
                    "Default",
                    ["Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"])
                try part.element("Default", ["Extension": "xml", "ContentType": "application/xml"])
                func override(_ name: String, _ type: String) throws {
                    try part.element("Override", ["PartName": name, "ContentType": types + type + "+xml"])
                }
                try override("/xl/workbook.xml", "sheet.main")
                try override("/xl/styles.xml", "styles")
                try override("/xl/sharedStrings.xml", "sharedStrings")
                for number in 1...names.count { try override("/xl/worksheets/sheet\(number).xml", "worksheet") }
            }
        }
        try writeRelationships("_rels/.rels", [("officeDocument", "xl/workbook.xml")], in: file)
        try XMLPart.write("xl/workbook.xml", in: file) { part in
            try part.element("workbook", ["xmlns": main, "xmlns:r": relationships]) { part in
                try part.element("sheets") { part in
                    for (index, name) in names.enumerated() {
                        try part.element(
                            "sheet", ["name": name, "sheetId": String(index + 1), "r:id": "rId\(index + 1)"])
                    }
                }
                // Excel keeps what is filtered under a name, too, and the rows that every printed page repeats.
                try part.element("definedNames") { part in
                    for (index, filter) in filters.enumerated() {
                        let sheet = String(index + 1)
                        let name = "'\(names[index + 1])'!"
                        try part.element(
                            "definedName", ["name": "_xlnm._FilterDatabase", "localSheetId": sheet, "hidden": "1"]
                        ) { try $0.text(name + absolute(filter)) }
                        try part.element("definedName", ["name": "_xlnm.Print_Titles", "localSheetId": sheet]) {
                            try $0.text(name + "$1:$1")
                        }
                    }
                }
            }
        }
        try writeRelationships(
            "xl/_rels/workbook.xml.rels",
            names.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
                + [("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")], in: file)
    }

    /// `A1:F46` as `$A$1:$F$46`.
    private static func absolute(_ reference: String) -> String {
        reference.split(separator: ":").map { cell in
            let letters = cell.prefix { $0.isLetter }
            return "$\(letters)$\(cell.dropFirst(letters.count))"
        }.joined(separator: ":")
    }

    private static func writeRelationships(
        _ name: String, _ targets: [(type: String, target: String)], in file: ZipFile
    ) throws {
        try XMLPart.write(name, in: file) { part in
            try part.element("Relationships", ["xmlns": package + "relationships"]) { part in
                for (index, target) in targets.enumerated() {
                    try part.element(
                        "Relationship",
                        [
                            "Id": "rId\(index + 1)", "Type": relationships + "/" + target.type,
                            "Target": target.target,
                        ])
                }
            }
        }
    }
}
