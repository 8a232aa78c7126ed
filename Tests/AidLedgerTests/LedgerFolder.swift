import AidModel
import Foundation
import GRDB
import TestSupport
import Testing

@testable import AidLedger
@testable import AidRegister

/// A folder with a ledger in it, which goes when the test ends.
final class LedgerFolder {
    private let folder: TemporaryFolder

    var url: URL { folder.url }
    var path: String { url.appending(path: "ledger.sqlite").path }

    init() throws {
        folder = try TemporaryFolder()
    }

    func writer() throws -> Ledger {
        try #require(try Ledger.open(path, for: .writing, patienceSeconds: 0))
    }

    func reader() throws -> Ledger {
        try #require(try Ledger.open(path, for: .reading, patienceSeconds: 0))
    }

    /// The file by way of SQLite alone, as any other program sees it.
    func raw(foreignKeys: Bool = true) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = foreignKeys
        configuration.allowsUnsafeTransactions = true
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Runs statements as any other program could.
    func tamper(foreignKeys: Bool = true, _ statements: String) throws {
        try raw(foreignKeys: foreignKeys).writeWithoutTransaction { try $0.execute(sql: statements) }
    }

    func bytes() throws -> Data {
        try Data(contentsOf: URL(filePath: path))
    }

    func replace(_ bytes: Data) throws {
        try bytes.write(to: URL(filePath: path))
    }

    /// The names of all files in the folder.
    func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    }

    /// That opening fails in one way for readers and writers, and leaves the folder as it was.
    func expectRefusal(_ kind: LedgerProblem.Kind, _ location: SourceLocation = #_sourceLocation) throws {
        let (bytes, names) = (try bytes(), try names())
        for access in [Ledger.Access.reading, .writing] {
            let error = #expect(throws: LedgerError.self, sourceLocation: location) {
                try Ledger.open(self.path, for: access, patienceSeconds: 0)
            }
            #expect(error?.kind == kind, sourceLocation: location)
            #expect(error?.path == path, sourceLocation: location)
        }
        #expect(try self.bytes() == bytes, sourceLocation: location)
        #expect(try self.names() == names, sourceLocation: location)
    }
}

extension Ledger {
    static func open(
        _ path: String, for access: Access, patienceSeconds: Double = 5
    ) throws(LedgerError) -> Ledger? {
        try open(path, for: access, sha256: Digest.steps, patienceSeconds: patienceSeconds)
    }
}
