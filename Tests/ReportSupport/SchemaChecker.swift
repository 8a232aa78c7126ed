package import AidText
import Foundation
import TestSupport
import Testing

/// Debian's python3-jsonschema: a validator that shares no code with the schema's author.
package enum SchemaChecker {
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
        let folder = try TemporaryFolder()
        try folder.write("schema.json", schema)
        try folder.write("values.json", "[\(texts.joined(separator: ","))]")
        let ending = try Started.run(
            NeededTool.python.path, ["-c", program, "schema.json", "values.json"], in: folder.path)
        try #require(ending.exitCode == 0)
        let flags = ending.output.filter { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: "1") }
        try #require(flags.count == texts.count)
        return flags.map { $0 == UInt8(ascii: "1") }
    }
}
