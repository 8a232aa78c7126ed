import Foundation
import Glibc
import TestSupport
import Testing

/// The built `aidstats`, started as users start it: a process of its own.
enum Executable {
    /// Beside the tests' own program.
    static let path: String = {
        // The bundle's program is given to the test runner by its path, or is the runner itself.
        let candidates = CommandLine.arguments + [Bundle.main.executablePath ?? ""]
        let folders = candidates.filter { $0.contains(".xctest") || $0.contains("/debug/") || $0.contains("/release/") }
            .map { URL(filePath: $0).deletingLastPathComponent() }
        let found = folders.map { $0.appending(path: "aidstats").path }
        return found.first { access($0, X_OK) == 0 } ?? "aidstats"
    }()

    /// Starts `aidstats` and waits for its end.
    ///
    /// - Parameters:
    ///   - folder: where it runs.
    ///   - environment: on top of one that holds nothing but PATH.
    static func run(
        _ arguments: [String], in folder: String, streams: Started.Streams = .init(),
        environment: [String: String] = [:]
    ) throws -> Ending {
        try Started.run(path, arguments, in: folder, streams: streams, environment: environment)
    }
}

extension Started {
    /// A run of `aidstats` that is under way.
    init(_ arguments: [String], in folder: String) throws {
        try self.init(arguments, program: Executable.path, in: folder)
    }
}
