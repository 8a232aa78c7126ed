import Foundation
import TestSupport
import Testing

/// Whatever a text from outside holds, it stays a text: no output of any command steers a terminal, turns the direction
/// of what follows, breaks its line, or becomes a formula, markup, or a key of a pipeline file.
struct SafeOutputTests {
    private enum Source {
        case output, errors, file
    }

    /// All that was written, by what wrote it.
    private struct Outputs {
        private(set) var texts: [(name: String, source: Source, text: String)] = []

        mutating func add(_ name: String, _ ending: Ending, _ codes: Set<Int32> = [0]) {
            #expect(codes.contains(ending.exitCode), "\(name): \(ending.exitCode) \(ending.errorText)")
            texts.append((name, .output, ending.outputText))
            texts.append((name, .errors, ending.errorText))
        }

        mutating func add(_ name: String, _ bytes: [UInt8]) {
            texts.append((name, .file, String(decoding: bytes, as: UTF8.self)))
        }

        func file(_ name: String) -> String { texts.first { $0.source == .file && $0.name == name }?.text ?? "" }
    }

    /// Writes everything that is read into a folder.
    private static func write(_ export: HostileExport, to place: Workplace) throws {
        try place.write("pipeline.yaml", export.pipeline())
        try place.write("exports/" + export.fileName, export.csv)
        try place.write("more/" + export.fileName, export.oddCSV)
        try place.write("draft.md", export.draft)
        try place.write("draft.html", "<p>" + export.draft)
        try place.write(export.note + ".txt", export.draft)
        try place.write("book.xlsx", export.workbook())
        try place.write("claims.zip", export.archive(export.entryNames))
        try place.write("controls.zip", export.archive([export.fileName]))
        try place.write("claims.xml", export.xml)
        try place.write("claims.json", export.json)
        try place.write("printed.csv", export.printed)
        try place.write("broken-printed.csv", export.printed.replacing("万", with: export.note))
        try place.write("broken.yaml", export.pipeline().replacing("type: date", with: "\"\\e[1m\\u202e\": 1"))
        try place.write("missing.yaml", export.pipeline().replacing("[互助金额]", with: "[\"没有\\u202e\\x9b\"]"))
        try place.write("sheets.yaml", export.pipeline(files: "book.xlsx"))
        try place.write("entries.yaml", export.pipeline(files: "claims.zip#*.csv"))
        try place.write("unknown.yaml", export.pipeline().replacing("paid: [", with: "paid: [x], unpaid: [y"))
        try place.write(export.note + ".yaml", export.pipeline().replacing("name: aid", with: "name: other"))
        try place.write("templates.yaml", export.pipeline() + "news: { templates: templates }\n")
        try place.write("templates/headline.zh.mustache", export.template)
    }

    private static func outputs(_ export: HostileExport, _ language: String) throws -> Outputs {
        let place = try Workplace()
        try write(export, to: place)
        var outputs = Outputs()
        func run(_ arguments: String..., codes: Set<Int32> = [0]) throws {
            let ending = try Executable.run(arguments + ["--lang", language], in: place.path)
            outputs.add(arguments.joined(separator: " "), ending, codes)
        }
        for quarter in ["2022Q2", "2023Q2"] {
            try run(
                "run", "pipeline.yaml", "--quarter", quarter, "--metrics", "metrics.prom", "--rejects", "rejects.csv")
            try run("publish", "pipeline.yaml", "--quarter", quarter)
        }
        try run("run", export.note + ".yaml", "--output", export.folderName, "--timings")
        try run("publish", export.note + ".yaml", "--output", export.folderName, "--quarter", "2023Q2")
        try run("run", "entries.yaml", "--output", "other")
        try run("publish", "pipeline.yaml", "--import", "printed.csv")
        try run("publish", "pipeline.yaml", "--import", "broken-printed.csv", codes: [65])
        try run(
            "publish", "pipeline.yaml", "--quarter", "2023Q2", "--reason", "R1", "--note", export.note,
            codes: [0, 64, 65])
        for format in ["table", "csv", "json"] {
            try run("history", "pipeline.yaml", "--format", format)
            try run("history", "pipeline.yaml", "--triangle", "--format", format)
            try run(
                "history", "pipeline.yaml", "--group", "care=" + export.groups[1], "--format", format, codes: [0, 65])
            try run("compare", "2022Q2", "2023Q2", "pipeline.yaml", "--format", format)
            try run(
                "compare", "reports/aid/2022Q2/report.json", "reports/aid/2023Q2/report.json", "--format", format)
        }
        for format in ["text", "json", "markdown"] {
            try run("facts", "pipeline.yaml", "--quarter", "2023Q2", "--format", format)
        }
        for draft in ["draft.md", "draft.html", export.note + ".txt"] {
            try run(
                "check", draft, "--pipeline", "pipeline.yaml", "--html", "checked.\(draft.hasSuffix("l")).html",
                codes: [0, 65])
            try run("check", draft, "--pipeline", "pipeline.yaml", "--format", "json", codes: [0, 65])
        }
        for file in ["more/" + export.fileName, "book.xlsx", "claims.xml", "claims.json", "claims.zip"] {
            try run("inspect", file)
            try run("inspect", file, "--format", "json")
            try run("init", file, codes: [0, 65])
        }
        try run("inspect", "controls.zip", codes: [0, 65])
        try run("dump", "exports/" + export.fileName, codes: [0, 65])
        try run("dump", "claims.xml", codes: [0, 65])
        try run("lint", "pipeline.yaml")
        for file in ["broken.yaml", "missing.yaml", "sheets.yaml", "unknown.yaml", "templates.yaml"] {
            try run("lint", file, codes: [0, 78])
            try run("run", file, "--output", "others", codes: [0, 65, 78])
            try run("run", file, "--output", "others", "--log-format", "json", codes: [0, 65, 78])
        }
        // What is not there, or no option at all, is told of by its name.
        try run("run", export.fileName, codes: [66])
        try run("inspect", export.fileName, codes: [66])
        try run("run", "pipeline.yaml", "--input", export.fileName, codes: [66])
        try run("run", "pipeline.yaml", export.fileName, codes: [64])
        try run("run", "pipeline.yaml", "--quarter", export.title, codes: [64])
        try run("check", export.fileName, "--no-facts", codes: [66])
        try run("history", "pipeline.yaml", "--group", export.title, codes: [64, 65])
        for (name, bytes) in try place.contents() where !bytes.isEmpty && isWritten(name) {
            let folder = export.folderName + "/"
            outputs.add(name.hasPrefix(folder) ? "own/" + name.dropFirst(folder.count) : name, bytes)
        }
        return outputs
    }

    /// Whether a file is one that a command wrote, to be read as a text.
    private static func isWritten(_ name: String) -> Bool {
        if name.hasSuffix(".sqlite") || ["exports/", "more/", "templates/"].contains(where: name.hasPrefix) {
            return false
        }
        return name.contains("/") || name == "rejects.csv" || name == "metrics.prom" || name.hasPrefix("checked.")
    }

    private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control: scalar == "\n"
        case .format, .lineSeparator, .paragraphSeparator: false
        default: !scalar.properties.isNoncharacterCodePoint && !scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    @Test(arguments: ["zh", "en"])
    func nothingBreaksOut(language: String) throws {
        let hostile = try Self.outputs(HostileExport(isHarmless: false), language)
        let harmless = try Self.outputs(HostileExport(isHarmless: true), language)
        for (name, source, output) in hostile.texts {
            var text = output
            if source == .file, name.hasSuffix("rejects.csv") {
                #expect(text.unicodeScalars.first == "\u{FEFF}", "\(name.debugDescription)")
                text = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst())).replacing("\r\n", with: "\n")
            }
            let unsafe = Set(text.unicodeScalars.filter { !Self.isSafe($0) }.map { String($0.value, radix: 16) })
            #expect(
                unsafe.isEmpty,
                "\(name.debugDescription), \(source), holds U+\(unsafe.sorted().joined(separator: " U+"))")
            expectForm(text, name, source)
        }
        // Texts change no shape.
        var compared: [String: Int] = [:]
        for (name, source, text) in hostile.texts where source == .file {
            guard let kind = ["md", "html", "svg"].first(where: { name.hasSuffix("." + $0) }),
                !name.hasPrefix("checked")
            else { continue }
            compared[kind, default: 0] += 1
            let (shape, plain) = (OutputShape.of(text, name), OutputShape.of(harmless.file(name), name))
            let place = zip(shape, plain).enumerated().first { $1.0 != $1.1 }
            let isSame = shape == plain
            #expect(
                isSame,
                "\(name.debugDescription): \(shape.count) parts in place of \(plain.count), \(place.debugDescription)")
        }
        #expect(compared.count == 3, "\(compared)")
        #expect(!hostile.file("checked.true.html").isEmpty && !hostile.file("metrics.prom").isEmpty)
    }

    /// What programs read has the form that they read.
    private func expectForm(_ text: String, _ name: String, _ source: Source) {
        // What is refused says so on the other stream.
        if text.isEmpty { return }
        switch source {
        case .file where name.hasSuffix(".csv"), .output where name.hasSuffix("--format csv"):
            OutputShape.expectCells(text, name)
        case .file where name.hasSuffix(".prom"):
            OutputShape.expectMetrics(text, name)
        case .output where name.hasPrefix("init "):
            OutputShape.expectPipeline(text, name)
        case .output where name.hasPrefix("dump "), .errors where name.hasSuffix("--log-format json"):
            OutputShape.expectLinesOfJSON(text, name)
        case .file where name.hasSuffix(".json"), .output where name.hasSuffix("--format json"):
            OutputShape.expectJSON(text, name)
        case .file where name.hasSuffix(".svg"):
            OutputShape.expectXML(text, name)
        default: break
        }
    }
}
