import Foundation
package import Glibc
import Testing

/// How a process ended, and what it said.
package struct Ending {
    /// As a shell has it: 128 + the number of the signal that ended it.
    package var exitCode: Int32
    package var output: [UInt8]
    package var errors: [UInt8]

    package var outputText: String { String(decoding: output, as: UTF8.self) }
    package var errorText: String { String(decoding: errors, as: UTF8.self) }
    package var errorLines: [Substring] { errorText.split(separator: "\n") }
}

/// A process that runs.
package struct Started {
    /// Where a process reads from and writes to.
    package struct Streams {
        package var input = "/dev/null"
        /// nil: a file of its own, whose bytes the ending has.
        package var output: String?

        package init(input: String = "/dev/null", output: String? = nil) {
            self.input = input
            self.output = output
        }
    }

    package let id: pid_t
    private let folder: TemporaryFolder

    /// - Parameter environment: on top of one that holds nothing but PATH.
    package init(
        _ arguments: [String], program: String, in workingFolder: String, streams: Streams = Streams(),
        environment: [String: String] = [:]
    ) throws {
        folder = try TemporaryFolder()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let output = streams.output ?? folder.path + "/output"
        let errors = folder.path + "/errors"
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

    package func wait() throws -> Ending {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0 { try #require(errno == EINTR) }
        let signal = status & 0x7F
        let output = folder.url.appending(path: "output")
        return Ending(
            exitCode: signal == 0 ? (status >> 8) & 0xFF : 128 + signal,
            output: FileManager.default.fileExists(atPath: output.path) ? Array(try Data(contentsOf: output)) : [],
            errors: Array(try Data(contentsOf: folder.url.appending(path: "errors"))))
    }

    /// Starts a program and waits for its end.
    package static func run(
        _ program: String, _ arguments: [String], in folder: String, streams: Streams = Streams(),
        environment: [String: String] = [:]
    ) throws -> Ending {
        try Started(arguments, program: program, in: folder, streams: streams, environment: environment).wait()
    }
}
