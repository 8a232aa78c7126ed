package import AidText
import Foundation
package import Testing

/// Debian's python3-jsonschema: a validator that shares no code with the schema's author.
package enum SchemaChecker {
    package static let isInstalled = FileManager.default.isExecutableFile(atPath: "/usr/bin/jsonschema")
    package static let note: Comment = "needs Debian's python3-jsonschema"

    /// Reads the schema and a list of values; writes 1 for each value accepted, else 0.
    private static let program = """
        import json, sys
        from jsonschema import Draft202012Validator
        schema, values = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:3])
        Draft202012Validator.check_schema(schema)
        print("".join("01"[Draft202012Validator(schema).is_valid(value)] for value in values))
        """

    /// Which of these values the schema accepts, by their place.
    package static func accepted(_ values: [JSONText], by schema: String) throws -> [Bool] {
        try accepted(texts: values.map { $0.pretty() }, by: schema)
    }

    package static func accepted(texts: [String], by schema: String) throws -> [Bool] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "aidreport-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(schema.utf8).write(to: folder.appending(path: "schema.json"))
        try Data("[\(texts.joined(separator: ","))]".utf8).write(to: folder.appending(path: "values.json"))
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = ["-c", program, "schema.json", "values.json"]
        process.currentDirectoryURL = folder
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let verdicts = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        let flags = verdicts.filter { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: "1") }
        try #require(flags.count == texts.count)
        return flags.map { $0 == UInt8(ascii: "1") }
    }
}
