import TestSupport
import Foundation
import Glibc
import Testing

/// A folder of a user: a pipeline file, its exports, and what runs leave in it. It goes when
/// the test ends.
final class Workplace {
    private let folder: TemporaryFolder

    var url: URL { folder.url }
    var path: String { folder.path }

    init() throws {
        folder = try TemporaryFolder()
    }

    /// A workplace with a pipeline file that is right, and an export that it reads.
    static func ready(_ lines: [String] = Exports.csv) throws -> Workplace {
        let place = try Workplace()
        try place.write("pipeline.yaml", Exports.pipeline())
        try place.write("exports/a.csv", lines.joined(separator: "\n") + "\n")
        return place
    }

    func write(_ name: String, _ text: String) throws {
        try write(name, Array(text.utf8))
    }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        try folder.write(name, bytes)
    }

    func copy(_ name: String, to other: String) throws {
        try FileManager.default.copyItem(atPath: path + "/" + name, toPath: path + "/" + other)
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: path + "/" + name)
    }

    func link(_ name: String, to target: String) throws {
        try #require(symlink(target, path + "/" + name) == 0)
    }

    /// Where a link leads to; nil: it is none.
    func link(_ name: String) -> String? {
        try? FileManager.default.destinationOfSymbolicLink(atPath: path + "/" + name)
    }

    func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: url.appending(path: name)))
    }

    func text(_ name: String) throws -> String {
        String(decoding: try bytes(name), as: UTF8.self)
    }

    func mode(_ name: String) throws -> mode_t {
        var status = stat()
        try #require(lstat(path + "/" + name, &status) == 0, "\(name)")
        return status.st_mode & 0o7777
    }

    /// Every path below the folder, with what is in each file. Locks are left out: a run may
    /// always make one.
    func contents(of name: String = ".") throws -> [String: [UInt8]] {
        var contents: [String: [UInt8]] = [:]
        for entry in try FileManager.default.subpathsOfDirectory(atPath: path + "/" + name)
        where !entry.hasSuffix("/.lock") {
            let file = path + "/" + name + "/" + entry
            var status = stat()
            try #require(lstat(file, &status) == 0, "\(file)")
            let isFile = status.st_mode & S_IFMT == S_IFREG
            contents[entry] = isFile ? Array(try Data(contentsOf: URL(filePath: file))) : []
        }
        return contents
    }

    func aidstats(
        _ arguments: String..., streams: Started.Streams = .init(), environment: [String: String] = [:]
    ) throws -> Ending {
        try Executable.run(arguments, in: path, streams: streams, environment: environment)
    }
}
