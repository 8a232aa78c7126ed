import AidModel
import Foundation
import Glibc

/// How a run is done on Apache Spark.
package struct SparkSettings: Sendable {
    /// `spark://host:7077`, `yarn`, `k8s://…`, `local[4]`; nil: as Spark itself is set up.
    package var master: String?
    /// Settings of Spark, `key=value` each.
    package var settings: [String] = []
    /// How many pieces and parts there are; nil: as many as Spark has places for tasks.
    package var pieceCount: Int?
    package var partCount: Int?
    /// The program that travels with the job.
    package var program: String

    package init(program: String) {
        self.program = program
    }
}

/// Has Spark do the first three steps of a run, in a folder that all its workers can open.
///
/// Spark starts tasks, tries them again and finds out which workers are lost; what a task does is `aidstats part`,
/// `settle` or `count`, in a process of its own.
struct SparkEngine {
    let settings: SparkSettings
    let options: RunOptions
    private static let jobName = "aidstats"
    private static let folderBeginning = ".steps-"
    private static let failureName = "failure.json"

    /// Does the steps, and hands on to the last one the folder in which they have left their files; afterwards nothing of
    /// them is left.
    func run<Result>(_ last: (_ folder: String) async throws -> Result) async throws -> Result {
        let pipeline = try LoadedPipeline.load(options.pipelinePath)
        // What cannot be done in parts is said before Spark is started.
        _ = try PartRun(pipeline, given: options.inputs, folder: "", pieceCount: 1, partCount: 1)
        let home = LedgerPlace(pipeline, output: options.output).home
        try OutputFolder.make(home)
        let lock = try RunLock(path: home + "/.steps.lock", waits: options.waits)
        SparkEngine.removeLeftovers(in: home)
        // A name of its own: what tasks of a run that was killed may still write is not of this one.
        let number = UInt32.random(in: 0 ... .max)
        let folder = "\(try SparkEngine.absolute(home))/\(SparkEngine.folderBeginning)\(number)"
        let result: Result
        do {
            try doSteps(in: folder)
            result = try await last(folder)
        } catch {
            SparkEngine.removeLeftovers(in: home)
            throw error
        }
        SparkEngine.removeLeftovers(in: home)
        withExtendedLifetime(lock) {}
        return result
    }

    private func doSteps(in folder: String) throws(RunFailure) {
        do {
            try submit(in: folder, isWhole: false)
        } catch {
            guard error.problems.first?.code == PartProblem.undividable.texts.code else { throw error }
            // Now it is known that some file must be read whole.
            try submit(in: folder, isWhole: true)
        }
    }

    /// Removes the folders of steps, which are of runs that were killed, or that is at its end.
    private static func removeLeftovers(in home: String) {
        for path in OutputFolder.paths(in: home) where path.dropFirst(home.count + 1).hasPrefix(folderBeginning) {
            try? FileManager.default.removeItem(atPath: path)
        }
    }

    /// - Parameter isWhole: whether no file is divided.
    private func submit(in folder: String, isWhole: Bool) throws(RunFailure) {
        // What the attempt before has left.
        try? FileManager.default.removeItem(atPath: folder)
        guard mkdir(folder, 0o700) == 0 else { throw OutputFolder.failure(folder, code: errno) }
        let lock = folder + "/lock"
        // As long as this process lives: by that the driver knows whether anybody waits for it.
        let isAlive = try RunLock(path: lock, waits: false)
        defer { withExtendedLifetime(isAlive) {} }
        let driver = folder + "/" + SparkDriver.fileName
        try OutputFolder.replaceFile(driver, with: Array(SparkDriver.python.utf8), mode: 0o600)
        let program = try SparkEngine.absolute(settings.program)
        guard access(program, X_OK) == 0 else {
            throw RunFailure(SparkProblem.programMissing, place: settings.program)
        }
        let submit = try SparkEngine.submitPath()
        let job = try job(in: folder, program: program, lock: lock, isWhole: isWhole)
        var arguments: [String] = []
        if let master = settings.master { arguments += ["--master", master] }
        for setting in settings.settings { arguments += ["--conf", setting] }
        arguments += ["--name", SparkEngine.jobName, "--files", program, driver, job]
        let log = folder + "/spark.log"
        let code = try SparkEngine.wait(submit, arguments, log: log)
        guard code != 0 else { return }
        if let said = OutputFolder.read(SparkEngine.failureName, in: folder) {
            throw SparkEngine.failure(said)
        }
        throw RunFailure(SparkProblem.failed(SparkEngine.lastLine(of: log)), place: submit)
    }

    /// What the driver is told.
    private struct Job: Encodable {
        /// 0: as many as there are places for tasks.
        let pieces, parts: Int
        let folder, lock, host, failure: String
        /// From which relative paths of inputs start.
        let home: String
        /// The name under which the program travels: that of the file itself, whatever links lead to it.
        let program: String
        /// The words of each step, but for the numbers of pieces and parts.
        let part, settle, count: [String]
    }

    /// What the driver is told, as JSON.
    private func job(in folder: String, program: String, lock: String, isWhole: Bool) throws(RunFailure) -> String {
        let pipeline = try SparkEngine.absolute(options.pipelinePath)
        // As they are given: inputs are known by these names, in every step.
        let inputs = options.inputs.flatMap { ["--input", $0] }
        let output = try SparkEngine.absolute(options.output)
        let memory = "\(options.memory.byteCount >> 20)MB"
        let work = inputs + ["--jobs", "1", "--memory", memory, "--log-format", "json", "--quiet"]
        let quarter = options.quarter.map { ["--quarter", $0.description] } ?? []
        let part: [String] = ["part", pipeline, folder] + (isWhole ? ["--whole"] : []) + work
        let settle: [String] = ["settle", pipeline, folder, "--output", output] + work
        let count: [String] = ["count", pipeline, folder] + quarter + work
        let job = Job(
            pieces: settings.pieceCount ?? 0, parts: settings.partCount ?? 0, folder: folder, lock: lock,
            host: SparkEngine.hostName, failure: "\(folder)/\(SparkEngine.failureName)",
            home: SparkEngine.current, program: String(program.split(separator: "/").last ?? ""), part: part,
            settle: settle,
            count: count)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let text = try? encoder.encode(job) else {
            throw RunFailure(RunProblem.unexpected(type: "JSONEncoder"))
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static var hostName: String {
        var name = [CChar](repeating: 0, count: 256)
        gethostname(&name, name.count - 1)
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static var current: String { FileManager.default.currentDirectoryPath }

    private static func absolute(_ path: String) throws(RunFailure) -> String {
        let resolved = try OutputFolder.resolved(path)
        return resolved.hasPrefix("/") ? resolved : current + "/" + resolved
    }

    /// `$SPARK_HOME/bin/spark-submit`, or what `PATH` has.
    private static func submitPath() throws(RunFailure) -> String {
        let environment = ProcessInfo.processInfo.environment
        let folders =
            environment["SPARK_HOME"].map { [$0 + "/bin"] }
            ?? (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        let found = folders.map { $0 + "/spark-submit" }.first { access($0, X_OK) == 0 }
        guard let found else { throw RunFailure(SparkProblem.noSpark, place: folders.count == 1 ? folders[0] : nil) }
        return found
    }

    /// Starts a program and waits for its end; what it says goes to a file of the owner's alone.
    private static func wait(_ program: String, _ arguments: [String], log: String) throws(RunFailure) -> Int32 {
        let descriptor = open(log, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw OutputFolder.failure(log, code: errno) }
        defer { close(descriptor) }
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
        process.standardError = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
        do {
            try process.run()
        } catch {
            throw RunFailure(SparkProblem.noSpark, place: program)
        }
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// How a task ended, as it would have ended here.
    private static func failure(_ said: [UInt8]) -> RunFailure {
        struct Failure: Decodable {
            let exitCode: Int32
            let said: String
        }
        struct Line: Decodable {
            let place: String?
            let code: String
            let message: String
        }
        guard let failure = try? JSONDecoder().decode(Failure.self, from: Data(said)) else {
            return RunFailure(SparkProblem.failed(nil))
        }
        let problems = failure.said.split(separator: "\n").compactMap { line -> RunFailure.Problem? in
            guard let line = try? JSONDecoder().decode(Line.self, from: Data(line.utf8)) else { return nil }
            return RunFailure.Problem(
                place: line.place, code: line.code, what: BilingualText(zh: line.message, en: line.message))
        }
        guard !problems.isEmpty, let exitCode = ExitCode(rawValue: failure.exitCode) else {
            return RunFailure(SparkProblem.failed(nil))
        }
        return RunFailure(exitCode, problems)
    }

    /// The last error in Spark's log.
    private static func lastLine(of path: String) -> String? {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
        // Without where in Spark it was thrown.
        let lines = text.split(separator: "\n").filter { !$0.drop { $0.isWhitespace }.hasPrefix("at ") }
        let told = lines.last { $0.contains("aidstats ended with") } ?? lines.last { isError($0) } ?? lines.last
        return told.map { String($0.prefix(400)) }
    }

    private static func isError(_ line: Substring) -> Bool {
        line.contains("Exception: ") || line.contains("Error: ")
    }
}
