package import AidModel
import AidText

/// The revision triangle: for each measure a line a quarter, a column a vintage, and now.
///
/// Read along a line it shows how a quarter was revised, read down a column how first, second and
/// later vintages compare.
package struct RevisionTriangle: Sendable {
    private let history: HistoryReport

    package init(_ history: HistoryReport) {
        self.history = history
    }

    /// The highest number of a vintage.
    private var vintageCount: Int {
        history.quarters.flatMap(\.vintages).map(\.vintage.number).max() ?? 0
    }

    private var hasNow: Bool { history.quarters.contains { $0.now != nil } }

    /// One table a measure.
    package func text(_ language: Language) -> String {
        let words = HistoryWords(language, history.currency, fieldTitles: history.fieldTitles)
        guard !history.quarters.isEmpty else { return history.text(language) }
        var blocks = [history.heading(words.triangleHeading, words)]
        for measure in Measure.allCases {
            var columns: [(head: String, alignment: TextTable.Alignment)] = [(words.wording.labels.quarter, .left)]
            columns += (0..<vintageCount).map { (words.vintage($0 + 1), .right) }
            if hasNow { columns.append((words.now, .right)) }
            var table = TextTable(columns)
            for quarter in history.quarters {
                var cells = [quarter.quarter.description]
                cells += (0..<vintageCount).map { index in
                    let entry = quarter.vintages.first { $0.vintage.number == index + 1 }
                    return entry.map { words.figure($0.content, measure) } ?? ""
                }
                if hasNow { cells.append(quarter.now.map { words.figure($0.figures?[measure], measure) } ?? "") }
                table.add(cells)
            }
            blocks.append(words.column(measure) + "\n" + table.text)
        }
        if history.quarters.contains(where: \.hasRounded) { blocks.append(words.roundedLegend + "\n") }
        return blocks.joined(separator: "\n")
    }

    /// One line a measure, quarter and vintage, so that the columns are the same for any number of
    /// vintages; figures as in the CSV of the history.
    package func csv() -> String {
        var csv = CSVText(["measure", "quarter", "vintage", "lowest", "highest"])
        for measure in Measure.allCases {
            for quarter in history.quarters {
                for entry in quarter.vintages {
                    let range = entry.content?.figures?[measure]
                    csv.add([
                        .word(measure.jsonKey), .word(quarter.quarter.description),
                        .number(Int128(entry.vintage.number)), .number(range?.lowest), .number(range?.highest),
                    ])
                }
                if let now = quarter.now {
                    let range = now.figures?[measure]
                    csv.add([
                        .word(measure.jsonKey), .word(quarter.quarter.description), .word("now"),
                        .number(range?.lowest), .number(range?.highest),
                    ])
                }
            }
        }
        return csv.text
    }
}
