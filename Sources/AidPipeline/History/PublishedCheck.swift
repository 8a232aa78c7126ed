import AidModel

/// Gathers what is wrong with a file of published figures, and holds its rows against each other.
struct PublishedCheck {
    let name: String
    let columns: PublishedColumns
    private(set) var problems: [(lineNumber: Int?, problem: PublishedFileProblem)] = []

    init(name: String, columns: PublishedColumns) {
        self.name = name
        self.columns = columns
    }

    /// In the order of the file's lines.
    var sortedProblems: [(problem: PublishedFileProblem, place: String?)] {
        let sorted = problems.enumerated().sorted {
            ($0.element.lineNumber ?? 0, $0.offset) < ($1.element.lineNumber ?? 0, $1.offset)
        }
        return sorted.map(\.element).map { ($0.problem, $0.lineNumber.map { "\(name):\($0)" } ?? name) }
    }

    /// - Parameters:
    ///   - lineNumber: nil: the whole file.
    ///   - column: nil: the whole row.
    mutating func report(_ problem: PublishedFileProblem, _ lineNumber: Int?, _ column: PublishedColumns.Column?) {
        problems.append((lineNumber, column.map { .inColumn(title: columns.title($0), problem) } ?? problem))
    }

    /// Reports rows of a quarter that cannot both be true.
    mutating func compare(_ rows: [PublishedRow]) {
        var quarters: [Quarter: [PublishedRow]] = [:]
        for row in rows {
            let earlier = quarters[row.quarter] ?? []
            if let other = earlier.first(where: { $0.period == row.period }) {
                report(.periodTwice(line: other.lineNumber), row.lineNumber, .period)
            }
            if let other = earlier.first, other.publishedOn != row.publishedOn {
                report(.daysDiffer(line: other.lineNumber), row.lineNumber, .publishedOn)
            }
            for other in earlier { compareSizes(row, other) }
            quarters[row.quarter, default: []].append(row)
        }
    }

    /// A longer period that ends on the same day holds the shorter one.
    private mutating func compareSizes(_ row: PublishedRow, _ other: PublishedRow) {
        let order = PublishedCell.Period.allCases
        guard let rowPlace = order.firstIndex(of: row.period), let otherPlace = order.firstIndex(of: other.period),
            rowPlace != otherPlace
        else { return }
        let (short, long) = rowPlace < otherPlace ? (row, other) : (other, row)
        for measure in Measure.allCases {
            guard let part = short.figures[measure], let whole = long.figures[measure], part.lowest > whole.highest
            else { continue }
            report(.longerPeriodSmaller(line: other.lineNumber), row.lineNumber, .figure(measure))
        }
    }
}
