import Foundation
import Glibc
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

    /// Where a process reads from and writes to.
    struct Streams {
        var input = "/dev/null"
        /// nil: a file of its own, whose bytes the ending has.
        var output: String?
    }

    /// Starts `aidstats` and waits for its end.
    ///
    /// - Parameters:
    ///   - folder: where it runs.
    ///   - environment: on top of one that holds nothing but PATH.
    static func run(
        _ arguments: [String], in folder: String, streams: Streams = Streams(), environment: [String: String] = [:]
    ) throws -> Ending {
        try Started(arguments, in: folder, streams: streams, environment: environment).wait()
    }
}

/// How a process ended, and what it said.
struct Ending {
    /// As a shell has it: 128 + the number of the signal that ended it.
    var exitCode: Int32
    var output: [UInt8]
    var errors: [UInt8]

    var outputText: String { String(decoding: output, as: UTF8.self) }
    var errorText: String { String(decoding: errors, as: UTF8.self) }
    var errorLines: [Substring] { errorText.split(separator: "\n") }
}

/// A process that runs.
struct Started {
    let id: pid_t
    private let folder: URL

    init(
        _ arguments: [String], program: String = Executable.path, in workingFolder: String,
        streams: Executable.Streams = .init(), environment: [String: String] = [:]
    ) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "aidstats-streams-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let output = streams.output ?? folder.appending(path: "output").path
        let errors = folder.appending(path: "errors").path
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, streams.input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, O_WRONLY | O_CREAT, 0o600)

        let environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
        // env goes there and becomes the program, which a signal ends as it does from a shell.
        var pointers =
            (["env", "--default-signal=INT,TERM,PIPE", "-C", workingFolder, program] + arguments).map { strdup($0) } + [
                nil
            ]
        var settings = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in pointers + settings { free(pointer) } }
        var id: pid_t = 0
        let code = posix_spawn(&id, "/usr/bin/env", &actions, nil, &pointers, &settings)
        try #require(code == 0, "\(program): \(String(cString: strerror(code)))")
        self.id = id
    }

    func wait() throws -> Ending {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0 { try #require(errno == EINTR) }
        defer { try? FileManager.default.removeItem(at: folder) }
        let signal = status & 0x7F
        let output = folder.appending(path: "output")
        return Ending(
            exitCode: signal == 0 ? (status >> 8) & 0xFF : 128 + signal,
            output: FileManager.default.fileExists(atPath: output.path) ? Array(try Data(contentsOf: output)) : [],
            errors: Array(try Data(contentsOf: folder.appending(path: "errors"))))
    }
}
