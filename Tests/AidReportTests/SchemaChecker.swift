import Foundation
import Testing

@testable import AidReport

/// Debian's python3-jsonschema: a validator that shares no code with the schema's author.
enum SchemaChecker {
    static let program = "/usr/bin/jsonschema"
    static let isInstalled = FileManager.default.isExecutableFile(atPath: program)
    static let note: Comment = "needs /usr/bin/jsonschema, of Debian's python3-jsonschema"

    /// Which of these values the schema accepts, by their place.
    static func accepted(_ values: [JSONText], by schema: String) throws -> [Bool] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "aidreport-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(schema.utf8).write(to: folder.appending(path: "schema.json"))
        var arguments = ["--output", "pretty"]
        for (index, value) in values.enumerated() {
            try Data(value.pretty().utf8).write(to: folder.appending(path: "\(index).json"))
            arguments += ["-i", "\(index).json"]
        }
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments + ["schema.json"]
        process.currentDirectoryURL = folder
        // Errors and successes go to files: a pipe left unread would fill up.
        for name in ["out", "err"] {
            _ = FileManager.default.createFile(atPath: folder.appending(path: name).path(), contents: nil)
        }
        process.standardOutput = try FileHandle(forWritingTo: folder.appending(path: "out"))
        process.standardError = try FileHandle(forWritingTo: folder.appending(path: "err"))
        try process.run()
        process.waitUntilExit()
        let successes = String(decoding: try Data(contentsOf: folder.appending(path: "out")), as: UTF8.self)
        let failures = String(decoding: try Data(contentsOf: folder.appending(path: "err")), as: UTF8.self)
        return try values.indices.map { index in
            let passed = successes.contains("===[SUCCESS]===(\(index).json)===")
            try #require(
                passed != failures.contains("===(\(index).json)==="),
                "no verdict on \(index): \(failures.prefix(2_000))")
            return passed
        }
    }
}
