import Foundation
import TestSupport
import Testing

@testable import AidPipeline

/// Whatever a text from outside holds, it stays a text: no output of any command steers a terminal, turns the direction
/// of what follows, breaks its line, or becomes a formula, markup, or a key of a pipeline file.
struct SafeOutputTests {
    /// All that was written, by what wrote it.
    private struct Outputs {
        private(set) var texts: [(name: String, text: String)] = []

        mutating func add(_ name: String, _ ending: Ending, _ codes: Set<Int32> = [0]) {
            #expect(codes.contains(ending.exitCode), "\(name): \(ending.exitCode) \(ending.errorText)")
            texts.append((name, ending.outputText))
            texts.append((name + ", errors", ending.errorText))
        }

        mutating func add(_ name: String, _ bytes: [UInt8]) {
            texts.append((name, String(decoding: bytes, as: UTF8.self)))
        }

        subscript(_ name: String) -> String { texts.first { $0.name == name }?.text ?? "" }
    }

    private static func outputs(_ export: HostileExport, _ language: String) throws -> Outputs {
        let place = try Workplace()
        try place.write("pipeline.yaml", export.pipeline())
        try place.write("exports/" + export.fileName, export.csv)
        try place.write("more/" + export.fileName, export.oddCSV)
        try place.write("draft.md", export.draft)
        try place.write("draft.html", "<p>" + export.draft)
        try place.write("book.xlsx", export.workbook())
        try place.write("claims.xml", export.xml)
        try place.write("claims.json", export.json)
        try place.write("broken.yaml", export.pipeline().replacing("type: date", with: "\"\\e[1m\\u202e\": 1"))
        try place.write("missing.yaml", export.pipeline().replacing("[互助金额]", with: "[\"没有\\u202e\\x9b\"]"))
        try place.write("sheets.yaml", export.pipeline(files: "book.xlsx"))
        try place.write("unknown.yaml", export.pipeline().replacing("paid: [", with: "paid: [x], unpaid: [y"))
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
        for format in ["table", "csv", "json"] {
            try run("history", "pipeline.yaml", "--format", format)
            try run(
                "history", "pipeline.yaml", "--group", "care=" + export.groups[1], "--format", format, codes: [0, 65])
            try run("compare", "2022Q2", "2023Q2", "pipeline.yaml", "--format", format)
        }
        try run("facts", "pipeline.yaml", "--quarter", "2023Q2")
        for draft in ["draft.md", "draft.html"] {
            try run("check", draft, "--pipeline", "pipeline.yaml", "--html", draft + ".checked.html", codes: [0, 65])
            try run("check", draft, "--pipeline", "pipeline.yaml", "--format", "json", codes: [0, 65])
        }
        for file in ["more/" + export.fileName, "book.xlsx", "claims.xml", "claims.json"] {
            try run("inspect", file)
            try run("inspect", file, "--format", "json")
            try run("init", file)
        }
        try run("dump", "exports/" + export.fileName, codes: [0, 65])
        try run("lint", "pipeline.yaml")
        for file in ["broken.yaml", "missing.yaml", "sheets.yaml", "unknown.yaml"] {
            try run("lint", file, codes: [0, 78])
            try run("run", file, "--output", "other", codes: [0, 65, 78])
            try run("run", file, "--output", "other", "--log-format", "json", codes: [0, 65, 78])
        }
        // What is not there, or no option at all, is told of by its name.
        try run("run", export.fileName, codes: [66])
        try run("inspect", export.fileName, codes: [66])
        try run("run", "pipeline.yaml", "--input", export.fileName, codes: [66])
        try run("run", "pipeline.yaml", export.fileName, codes: [64])
        try run("run", "pipeline.yaml", "--quarter", export.title, codes: [64])
        try run("check", export.fileName, "--no-facts", codes: [66])
        try run("history", "pipeline.yaml", "--group", export.title, codes: [64, 65])
        for (name, bytes) in try place.contents() where !bytes.isEmpty {
            let isInput =
                ["exports", "more"].contains { name.hasPrefix($0 + "/") }
                || !name.contains("/") && name != "rejects.csv"
                    && name != "metrics.prom" && !name.hasSuffix(".checked.html")
            if !isInput, !name.hasSuffix(".sqlite") { outputs.add(name, bytes) }
        }
        return outputs
    }

    private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control: scalar == "\n"
        case .format, .lineSeparator, .paragraphSeparator: false
        default: !scalar.properties.isNoncharacterCodePoint
        }
    }

    @Test(arguments: ["zh", "en"])
    func nothingBreaksOut(language: String) throws {
        let hostile = try Self.outputs(HostileExport(isHarmless: false), language)
        let harmless = try Self.outputs(HostileExport(isHarmless: true), language)
        for (name, output) in hostile.texts {
            var text = output[...]
            if name.hasSuffix("rejects.csv") {
                #expect(text.unicodeScalars.first == "\u{FEFF}", "\(name)")
                text = Substring(text.unicodeScalars.dropFirst()).replacing("\r\n", with: "\n")
            }
            let unsafe = Set(text.unicodeScalars.filter { !Self.isSafe($0) }.map { String($0.value, radix: 16) })
            #expect(unsafe.isEmpty, "\(name.debugDescription) holds U+\(unsafe.sorted().joined(separator: " U+"))")
            if name.hasSuffix(".csv") || name.hasSuffix("--format csv") { expectNoFormulas(text, name) }
            if name.hasPrefix("init ") { expectPipeline(String(text), name) }
        }
        // Texts change no shape.
        for (name, text) in hostile.texts {
            guard name.hasSuffix(".md") || name.hasSuffix(".html") || name.hasSuffix(".svg"), !name.hasPrefix("check"),
                !name.hasPrefix("draft")
            else { continue }
            let plain = harmless[name]
            #expect(!plain.isEmpty, "\(name)")
            #expect(shape(text, name) == shape(plain, name), "\(name)")
        }
        #expect(hostile.texts.contains { $0.name.hasSuffix("report.html") })
        #expect(hostile.texts.contains { $0.name.hasSuffix(".svg") })
        #expect(hostile.texts.contains { $0.name.hasSuffix("draft.md.checked.html") })
    }

    /// Of Markdown, what each line begins with; of HTML and SVG, the elements.
    private func shape(_ text: String, _ name: String) -> [String] {
        if name.hasSuffix(".md") {
            return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                let bars = line.replacing("\\|", with: "").count { $0 == "|" }
                return "\(line.prefix { "#|-!".contains($0) }) \(bars)"
            }
        }
        func elements(_ text: String) -> [String] {
            text.matches(of: #/<\/?[a-zA-Z!][a-zA-Z0-9]*/#).map { String($0.output) }
        }
        // Long names take several lines of a chart: there, which elements there are is all that is to be compared.
        if name.hasSuffix(".svg") { return Set(elements(text)).subtracting(["<tspan", "</tspan"]).sorted() }
        return elements(text.replacing(#/(?s)<svg.*?<\/svg>/#, with: "<svg>"))
    }

    private func expectNoFormulas(_ text: Substring, _ name: String) {
        for line in text.split(separator: "\n") {
            for cell in line.matches(of: #/"((?:[^"]|"")*)"/#).map(\.output.1) {
                #expect(!"=+-@＝＋－＠\t".contains(cell.first ?? "x"), "a formula in \(name.debugDescription)")
            }
        }
    }

    /// A pipeline file that was made of it holds what it means to, and nothing else.
    private func expectPipeline(_ text: String, _ name: String) {
        let reading = PipelineFileReader.read(text, name: "p.yaml")
        let codes = reading.findings.map(\.finding.code)
        let broken = codes.filter {
            ["yaml-syntax", "unknown-key", "key-twice", "duplicate-key", "wrong-type"].contains($0)
        }
        #expect(broken.isEmpty, "\(name.debugDescription): \(broken)\n\(text)")
    }
}
