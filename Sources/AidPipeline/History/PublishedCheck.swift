import AidModel

/// Gathers what is wrong with a file of published figures, and holds its rows against each other.
struct PublishedCheck {
    let name: String
    let columns: PublishedColumns
    private(set) var problems: [(lineNumber: Int, problem: RunFailure.Problem)] = []

    init(name: String, columns: PublishedColumns) {
        self.name = name
        self.columns = columns
    }

    /// In the order of the file's lines.
    var sortedProblems: [RunFailure.Problem] {
        problems.enumerated().sorted { ($0.element.lineNumber, $0.offset) < ($1.element.lineNumber, $1.offset) }
            .map(\.element.problem)
    }

    /// - Parameters:
    ///   - lineNumber: nil: the whole file.
    ///   - column: nil: the whole row.
    mutating func report(
        _ code: String, _ lineNumber: Int?, _ column: PublishedColumns.Column?, _ what: BilingualText
    ) {
        let title = column.map { columns.title($0).quoted }
        let problem = RunFailure.Problem(
            place: lineNumber.map { "\(name):\($0)" } ?? name, code: code,
            what: BilingualText(
                zh: (title.map { "列 \($0)：" } ?? "") + what.zh, en: (title.map { "column \($0): " } ?? "") + what.en))
        problems.append((lineNumber ?? 0, problem))
    }

    /// Reports rows of a quarter that cannot both be true.
    mutating func compare(_ rows: [PublishedRow]) {
        var quarters: [Quarter: [PublishedRow]] = [:]
        for row in rows {
            let earlier = quarters[row.quarter] ?? []
            if let other = earlier.first(where: { $0.period == row.period }) {
                report(
                    "period-twice", row.lineNumber, .period,
                    BilingualText(
                        zh: "与第 \(other.lineNumber) 行是同一季度的同一期间",
                        en: "line \(other.lineNumber) has the same period of the same quarter"))
            }
            if let other = earlier.first, other.publishedOn != row.publishedOn {
                report(
                    "dates-differ", row.lineNumber, .publishedOn,
                    BilingualText(
                        zh: "与第 \(other.lineNumber) 行同一季度而日期不同；后来的版本请另用一个文件录入",
                        en: "line \(other.lineNumber) has another day for the same quarter; "
                            + "import a later vintage from a file of its own"))
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
            report(
                "figures-contradict", row.lineNumber, .figure(measure),
                BilingualText(
                    zh: "与第 \(other.lineNumber) 行矛盾：较长期间的数字反而较小",
                    en: "it contradicts line \(other.lineNumber): the longer period has the smaller figure"))
        }
    }
}
