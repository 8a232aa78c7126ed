import AidModel
import AidReport
import AidStatistics
package import AidText
import Foundation

/// When a run began, for the manifest alone: no figure depends on it.
struct RunClock {
    let start = Date()
}

/// `manifest.json`: on what, by what, when and where a run was made. The only file of a run
/// that differs from one time to the next.
package struct Manifest: Sendable {
    static let fileName = "manifest.json"

    let report: QuarterReport
    let sources: ReportSources
    /// `local`, `parts` or `spark`.
    let engine: String
    let jobs: Int
    let startedAt: Date

    /// For those who run the program: it has of every file what would tell of groups that are withheld.
    var file: OutputFile {
        OutputFile(name: Manifest.fileName, bytes: Manifest.document.bytes(self), mode: 0o600)
    }

    private static let inputs = DocumentMember(
        "inputs", \Manifest.report.inputs, DocumentShape.manifestInput.list, zh: "各输入，按输入顺序。",
        en: "Each input, in input order.")
    private static let tableFiles = DocumentMember(
        optional: "tableFiles",
        { (manifest: Manifest) in manifest.report.tables.isEmpty ? nil : manifest.report.tables.flatMap(\.files) },
        DocumentShape.manifestInput.list, zh: "各参照表的文件；没有则无此项。",
        en: "The files of reference tables; left out where there are none.")
    private static let pipelineFile = DocumentMember("pipelineFile", \Manifest.sources.pipelineFile, .pipelineFile)

    /// The digests of a manifest that is read back: of the pipeline file, and of each input and then each file of a
    /// reference table, if they were taken.
    static func digests(_ bytes: [UInt8]) throws(JSONProblem) -> (pipeline: String, inputs: [String?]) {
        let place = try document.place(in: bytes)
        let sha256 = DocumentMember<InputBalance, String?>("sha256", \.sha256, DocumentShape<String>.sha256.orNull)
        var digests: [String?] = []
        let files = try place.place(inputs).elements + ((try? place.place(tableFiles))?.elements ?? [])
        for file in files { digests.append(try file[sha256]) }
        let own = DocumentMember<SourceFile, String>("sha256", \.sha256, .sha256)
        return (try place.place(pipelineFile)[own], digests)
    }

    package static let document = Document<Manifest>(
        "aidstats.manifest/1", title: "manifest.json of aidstats", zh: "一次运行用了什么输入、什么程序，何时何地。",
        en: "On what, by what, when and where a run was made."
    ) {
        DocumentMember("programme", \.report.programme.name, .text, zh: "项目名称。", en: "The programme's name.")
        DocumentMember("quarter", \.report.quarter, .quarter, zh: "报告的季度。", en: "The quarter of the report.")
        inputs
        tableFiles
        pipelineFile
        DocumentMember(
            optional: "valuesFiles", { $0.sources.valuesFiles.isEmpty ? nil : $0.sources.valuesFiles },
            DocumentShape.valuesFile.list, zh: "流程文件所用的对照表；没有则无此项。",
            en: "The tables of values that the pipeline file names; left out where there are none.")
        DocumentMember("version", \.sources.version, .text, zh: "aidstats 的版本。", en: "The version of aidstats.")
        DocumentMember(
            "engine", \.engine, .words(["local", "parts", "spark"]), zh: "运行的引擎：本机、分步，或 Spark。",
            en: "What the run was made with: one machine, steps of many processes, or Spark.")
        DocumentMember("jobs", \.jobs, .positive, zh: "线程数。", en: "How many threads read.")
        DocumentMember("startedAt", \.startedAt, .time, zh: "开始的时刻。", en: "When it began.")
        DocumentMember("finishedAt", { _ in Date() }, .time, zh: "写出本文件的时刻。", en: "When this file was made.")
        DocumentMember(
            "host", { _ in ProcessInfo.processInfo.hostName }, .text, zh: "主机名。", en: "The machine's name.")
    }
}

extension DocumentShape<InputBalance> {
    fileprivate static let manifestInput = object(zh: "一个输入。", en: "One input.") {
        DocumentMember(
            "file", \.name, .text, zh: "流程文件或使用者所写的路径。", en: "The path as the pipeline file or the user names it.")
        DocumentMember("bytes", \.byteCount, .count, zh: "大小。", en: "The file's size.")
        DocumentMember(
            "sha256", \.sha256, DocumentShape<String>.sha256.orNull, zh: "运行时要求不计算的为 null。",
            en: "null where the run was told not to take it.")
        DocumentMember("records", \.balance.records.recordCount, .count, zh: "记录数。", en: "Its records.")
        DocumentMember(
            "scaffolding", \.balance.scaffolding.recordCount, .count, zh: "其中不是记录的行。",
            en: "Those of them that are lines but no records.")
        DocumentMember("balance", \.balance, .balance)
    }
}

extension DocumentShape<SourceFile> {
    fileprivate static let valuesFile = object(zh: "一个对照表。", en: "One table of values.") {
        DocumentMember("file", \.name, .text, zh: "流程文件所写的路径。", en: "Its path as the pipeline file names it.")
        DocumentMember("sha256", \.sha256, .sha256)
    }
}

extension DocumentShape<Date> {
    fileprivate static let time = DocumentShape(
        .text(pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"),
        write: { $1.string($0.formatted(.iso8601)) })
}
