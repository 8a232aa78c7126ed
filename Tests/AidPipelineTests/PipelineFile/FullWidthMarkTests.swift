import AidModel
import Foundation
import Testing

@testable import AidPipeline

/// Marks of full width where YAML takes ASCII.
@Suite struct FullWidthMarkTests {
    /// A pipeline file without texts that hold any of the marks.
    private static let text = """
        name: x
        title: { zh: 互助, en: Aid }
        inputs:
          - files: ["a/*.csv", 'b.csv']
            format: csv
          - files:
              - c.xml
            format: xml
            record: Claim
        fields:
          claim: { from: [编号, ClaimNo] }
          person: { from: [身份证号, IdNo], otherDocuments: accept }
          paidOn:
            from: [打款日期, PaidDate]
            type: date
          amount: { from: 金额, unit: 元 }
          city: { from: [地市, City], type: category, values: { 甲: [乙, 丙] } }
        breakdowns: [city]
        quality: { maxRejected: { share: 1%, records: 3 }, minGroup: 0 }   # none is hidden

        """

    // Of a quotation mark the first; where the last alone is exchanged, the text has no end that could be told.
    private static let twins: [(ascii: String, full: String)] = [
        (": ", "："), (":\n", "：\n"), (", ", "，"), ("[", "【"), ("]", "】"), ("{", "｛"), ("}", "｝"), ("\"a", "“a"),
        ("'b", "‘b"),
        ("- ", "－"), (" #", " ＃"),
    ]

    /// Whichever mark is exchanged, the finding stands where it was.
    @Test(arguments: twins.indices)
    func everyMarkIsFoundWhereItStands(index: Int) {
        let (ascii, full) = Self.twins[index]
        #expect(PipelineFileReader.read(Self.text, name: "x").findings == [])
        var missed: [String] = []
        var start = Self.text.startIndex
        while let range = Self.text.range(of: ascii, range: start..<Self.text.endIndex) {
            start = range.upperBound
            let before = Self.text[..<range.lowerBound] + (full.hasPrefix(" ") ? " " : "")
            let text = Self.text.replacingCharacters(in: range, with: full)
            let line = before.unicodeScalars.count { $0 == "\n" } + 1
            let column = before.unicodeScalars.reversed().prefix { $0 != "\n" }.count + 1
            let findings = PipelineFileReader.read(text, name: "x").findings
            let isFound = findings.contains {
                $0.finding.code == "full-width-punctuation" && $0.line == line && $0.column == column
            }
            if !isFound {
                missed.append("\(line):\(column) \(findings.map { "\($0.line):\($0.column) \($0.finding.code)" })")
            }
        }
        #expect(missed == [], "\(full)")
    }
}
