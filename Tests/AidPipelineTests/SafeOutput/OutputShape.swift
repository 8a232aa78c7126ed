import AidInput
import AidModel
import Foundation
import Testing

@testable import AidPipeline

/// What an output is to a program that reads it, apart from its texts.
enum OutputShape {
    /// Of Markdown, what each line begins with and how many cells it has; of HTML and SVG, the elements.
    static func of(_ text: String, _ name: String) -> [String] {
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

    /// The cells of CSV, by scalars, as RFC 4180 has them; nil: it is not CSV.
    static func cells(_ text: String) -> [[String]]? {
        var rows: [[String]] = [[]]
        var cell = ""
        var isQuoted = false
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"" where isQuoted && rest.first == "\"": cell.unicodeScalars.append(rest.removeFirst())
            case "\"" where isQuoted || cell.isEmpty: isQuoted.toggle()
            case "\"": return nil
            case "," where !isQuoted:
                rows[rows.count - 1].append(cell)
                cell = ""
            case "\n" where !isQuoted:
                rows[rows.count - 1].append(cell)
                cell = ""
                rows.append([])
            default: cell.unicodeScalars.append(scalar)
            }
        }
        guard !isQuoted, cell.isEmpty, rows.removeLast().isEmpty else { return nil }
        return rows
    }

    /// Rows of as many cells each, none of which a spreadsheet takes for a formula.
    static func expectCells(_ text: String, _ name: String) {
        guard let rows = cells(text) else {
            Issue.record("\(name.debugDescription) is not CSV")
            return
        }
        #expect(Set(rows.map(\.count)).count <= 1, "\(name.debugDescription) has rows of several lengths")
        for cell in rows.joined() where Double(cell) == nil {
            let first = cell.unicodeScalars.first ?? "x"
            #expect(!"=+-@＝＋－＠\t\r".unicodeScalars.contains(first), "a formula in \(name.debugDescription)")
        }
    }

    /// Each line is one value of JSON.
    static func expectLinesOfJSON(_ text: String, _ name: String) {
        for line in text.split(separator: "\n") {
            let value = try? JSONSerialization.jsonObject(with: Data(line.utf8), options: .fragmentsAllowed)
            #expect(value != nil, "a line of \(name.debugDescription) is no JSON")
        }
    }

    static func expectJSON(_ text: String, _ name: String) {
        let value = try? JSONSerialization.jsonObject(with: Data(text.utf8))
        #expect(value != nil, "\(name.debugDescription) is no JSON")
    }

    /// A document that libxml2 reads to its end.
    static func expectXML(_ text: String, _ name: String) {
        var drawings = Drawings()
        let source = MemoryTextSource(Array(text.utf8), name: name)
        guard let svg = ElementName("svg") else { return }
        let summary = try? XMLReader(record: svg, wanted: []).read(source, into: &drawings)
        #expect(summary?.recordCount == 1 && drawings.brokenCount == 0, "\(name.debugDescription) is no drawing")
    }

    private struct Drawings: RecordConsumer {
        var brokenCount = 0

        mutating func take(_ record: borrowing RecordBuffer, at textOffset: Int, place: RecordPlace) {}

        mutating func takeMalformed(_ problem: RecordProblem, at textOffset: Int, place: RecordPlace) {
            brokenCount += 1
        }
    }

    /// Comments, and names with labels and a number.
    static func expectMetrics(_ text: String, _ name: String) {
        for line in text.split(separator: "\n") where !line.hasPrefix("# ") {
            let sample = #/[a-z_]+(\{([a-z_]+="([^"\\]|\\[n"\\])*",?)*\})? [0-9.e+]+/#
            #expect(line.wholeMatch(of: sample) != nil, "a line of \(name.debugDescription) is no sample")
        }
    }

    /// A pipeline file that was made of it holds what it means to, and nothing else.
    static func expectPipeline(_ text: String, _ name: String) {
        let reading = PipelineFileReader.read(text, name: "p.yaml")
        let codes = reading.findings.map(\.finding.code)
        let broken = codes.filter {
            ["yaml-syntax", "unknown-key", "key-twice", "duplicate-key", "wrong-type"].contains($0)
        }
        #expect(broken.isEmpty, "\(name.debugDescription): \(broken)\n\(text)")
    }
}
