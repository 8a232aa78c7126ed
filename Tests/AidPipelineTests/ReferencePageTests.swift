import AidPipeline
import Foundation
import TestSupport
import Testing

/// The pages of the documentation that say what files hold are those that the declarations in the code make.
///
/// `AIDSTATS_RECORD=1 swift test --filter ReferencePageTests` writes them anew.
@Suite struct ReferencePageTests {
    @Test(arguments: SchemaKind.allCases)
    func thePageIsAsDeclared(kind: SchemaKind) throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let name = kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst() + "File.md"
        try GoldenFile.compare(
            kind.referencePage, with: root.appending(path: "Sources/AidPipeline/AidPipeline.docc/Files/\(name)"))
    }

    /// What a file means is said in both languages, member by member.
    @Test(arguments: SchemaKind.allCases)
    func everyRowSaysWhatItIs(kind: SchemaKind) {
        let rows = kind.referencePage.split(separator: "\n").filter { $0.hasPrefix("| `") }
        #expect(!rows.isEmpty)
        for row in rows {
            #expect(!row.contains("|  |"), "\(kind): \(row)")
        }
    }

    @Test(arguments: SchemaKind.allCases)
    func theSchemaIsASchema(kind: SchemaKind) throws {
        #expect(kind.jsonSchema.hasPrefix("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\""))
    }
}
