import AidModel
package import AidReport
import AidText

/// `datapackage.json`: what the tables are, for programs, as the Data Package standard has it.
///
/// - Source: Data Package 1.0 with Table Schema 1.0, which readers of version 2 take too.
package struct DataPackage {
    /// One file, as it was written.
    package struct File: Sendable {
        package let byteCount: Int
        package let sha256: String

        package init(byteCount: Int, sha256: String) {
            self.byteCount = byteCount
            self.sha256 = sha256
        }
    }

    package static let fileName = "datapackage.json"

    /// A table's file, beside the package.
    package static func fileName(_ table: TableName) -> String { table.rawValue + ".csv" }

    /// - Parameters:
    ///   - name: lower-case letters, digits, hyphens and points.
    ///   - files: the file of each table.
    package static func text(
        name: String, notes: TableNotes, tables: [ReportTable], files: [TableName: File]
    ) -> String {
        JSONText.object(of: [
            "profile": "tabular-data-package",
            "name": .string(name),
            "title": both(notes.title),
            "description": .string(notes.lines.map { "\($0.name): \($0.text)" }.joined(separator: "\n")),
            "sources": .array(notes.sources.map { ["title": .string($0)] }),
            "resources": .array(tables.map { resource($0, files[$0.name]) }),
        ]).pretty()
    }

    private static func resource(_ table: ReportTable, _ file: File?) -> JSONText {
        .object(of: [
            "profile": "tabular-data-resource",
            "name": .string(table.name.rawValue),
            "path": .string(fileName(table.name)),
            "title": both(table.name.title),
            "description": both(table.name.meaning),
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": file.map { .integer($0.byteCount) },
            "hash": file.map { .string("sha256:" + $0.sha256) },
            "dialect": [
                "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true,
            ],
            "schema": [
                "fields": .array(TableCSV.columns(table).map(field)),
                "missingValues": [""],
                "primaryKey": .array((table.keys + [table.values.name]).map { .string($0.word.code) }),
            ],
        ])
    }

    private static func field(_ column: TableColumn) -> JSONText {
        var constraints: [JSONText.Member] = []
        if !column.mayBeEmpty { constraints.append(.init(key: "required", value: true)) }
        let type: (name: JSONText, format: JSONText?) =
            switch column.kind {
            case .words, .text, .quarter: ("string", nil)
            case .day: ("date", "%Y-%m-%d")
            case .number: ("integer", nil)
            case .decimal: ("number", nil)
            }
        switch column.kind {
        case .words(let words):
            constraints.append(.init(key: "enum", value: .array(words.map { .string($0.code) })))
        case .quarter: constraints.append(.init(key: "pattern", value: "[0-9]{4}Q[1-4]"))
        case .number: constraints.append(.init(key: "minimum", value: 1))
        case .text, .day, .decimal: break
        }
        return .object(of: [
            "name": .string(column.word.code),
            "type": type.name,
            "format": type.format,
            "title": both(column.word.title),
            "description": both(column.meaning),
            "constraints": constraints.isEmpty ? nil : .object(constraints),
        ])
    }

    /// The standard knows one text: both languages stand in it.
    private static func both(_ text: BilingualText) -> JSONText {
        .string(text.zh == text.en ? text.zh : text.zh + " / " + text.en)
    }
}
