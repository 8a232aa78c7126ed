import AidModel
import TestSupport
import Testing

@testable import AidStatistics

/// Tables of two fields beside those of each: what all of them show tells nothing that one of them hides.
struct LinkedGroupsTests {
    /// A made-up table in one period.
    private struct Table {
        var rowCount: Int
        var columnCount: Int
        var cells: [(row: Int, column: Int)] = []
        /// Rows, columns, cells.
        var figures: [Figures]
        var hasRows: Bool
        var hasColumns: Bool
        var minGroup: Int

        init(_ random: inout SeededRandom, size: Int = 3) {
            rowCount = Int.random(in: 1...size, using: &random)
            columnCount = Int.random(in: 1...size, using: &random)
            hasRows = Int.random(in: 0..<5, using: &random) > 0
            hasColumns = Int.random(in: 0..<5, using: &random) > 0
            minGroup = Int.random(in: 2...4, using: &random)
            figures = Array(repeating: .zero, count: rowCount + columnCount)
            let most = [3, 5, 7].randomElement(using: &random)!
            for row in 0..<rowCount {
                for column in 0..<columnCount where Int.random(in: 0..<5, using: &random) > 0 {
                    let people = Int.random(in: 0...most, using: &random)
                    let figure = Figures(people, people + Int.random(in: 0...1, using: &random), Int128(people) * 100)
                    cells.append((row, column))
                    figures.append(figure)
                    figures[row] += figure
                    figures[rowCount + column] += figure
                }
            }
        }

        var linked: LinkedGroups {
            LinkedGroupsTests.linked(figures, rowCount, columnCount, cells, hasRows, hasColumns, minGroup)
        }
    }

    /// All of it in one quarter.
    private static func linked(
        _ figures: [Figures], _ rowCount: Int, _ columnCount: Int, _ cells: [(row: Int, column: Int)],
        _ hasRows: Bool = true, _ hasColumns: Bool = true, _ minGroup: Int = 5
    ) -> LinkedGroups {
        let series = figures.map { figure in
            var periods = PeriodFigures()
            periods[.quarter] = figure
            return GroupSeries(figures: periods, atoms: [(times: figure.personTimeCount, money: figure.amountMinor)])
        }
        let isPrinted = figures.indices.map { $0 < rowCount ? hasRows : $0 >= rowCount + columnCount || hasColumns }
        let spans = ReportPeriod.allCases.map { $0 == .quarter ? 0..<1 : nil }
        var linked = LinkedGroups(
            Concealment(series, spans: spans, minGroup: minGroup, isPrinted: isPrinted), rowCount: rowCount,
            columnCount: columnCount, cells: cells, hasRows: hasRows, hasColumns: hasColumns)
        linked.protect()
        return linked
    }

    /// Looks for tables that agree with what is shown, one value after the other.
    private struct LinkedGroupsTwin {
        let table: Table
        let result: [Suppression?]
        let value: (Figures) -> Int
        /// The lowest and highest value of a hidden figure.
        let bounds: (Suppression) -> ClosedRange<Int>

        private var lineCount: Int { table.rowCount + table.columnCount }
        private var total: Int { table.figures[0..<table.rowCount].reduce(0) { $0 + value($1) } }

        /// The places of hidden figures that have one value only in all of these tables.
        var certain: [Int] {
            result.indices.filter { place in
                guard let why = result[place], why == .small else { return false }
                let range = bounds(why)
                guard range.lowerBound != range.upperBound else { return false }
                return !choices(place).contains { $0 != value(table.figures[place]) && isPossible(place, $0) }
            }
        }

        /// The values that a figure may have by itself, those near to its own first.
        private func choices(_ place: Int) -> [Int] {
            let own = value(table.figures[place])
            guard let why = result[place] else { return [own] }
            let range = bounds(why)
            return Array(range.lowerBound...max(own, min(range.upperBound, total))).sorted {
                abs($0 - own) < abs($1 - own)
            }
        }

        /// Whether there is a table in which a figure has another value.
        private func isPossible(_ forced: Int, _ other: Int) -> Bool {
            // What each sum may be.
            var lines = (0..<lineCount).map { place -> ClosedRange<Int> in
                if let why = result[place] { return bounds(why) }
                let own = value(table.figures[place])
                let isShown = place < table.rowCount ? table.hasRows : table.hasColumns
                return isShown ? own...own : 0...Int.max
            }
            if forced < lineCount { lines[forced] = other...other }
            var sums = [Int](repeating: 0, count: lineCount)
            return fill(0, &sums, lines, forced, other)
        }

        private func fill(
            _ index: Int, _ sums: inout [Int], _ lines: [ClosedRange<Int>], _ forced: Int, _ other: Int
        ) -> Bool {
            guard index < table.cells.count else {
                return sums[0..<table.rowCount].reduce(0, +) == total && zip(lines, sums).allSatisfy { $0.contains($1) }
            }
            let (row, column) = (table.cells[index].row, table.rowCount + table.cells[index].column)
            // Rows come one after the other: those before are as they will be.
            for line in 0..<row where !lines[line].contains(sums[line]) { return false }
            for trial in lineCount + index == forced ? [other] : choices(lineCount + index) {
                guard sums[row] + trial <= lines[row].upperBound, sums[column] + trial <= lines[column].upperBound
                else { continue }
                sums[row] += trial
                sums[column] += trial
                defer {
                    sums[row] -= trial
                    sums[column] -= trial
                }
                if fill(index + 1, &sums, lines, forced, other) { return true }
            }
            return false
        }
    }

    @Test("What is hidden can be more than one thing, in all tables that agree with what is shown")
    func property() {
        var (hidden, complements, safe) = (0, 0, 0)
        for seed in SeededRandom.seeds(400) {
            var random = SeededRandom(seed)
            let table = Table(&random)
            let linked = table.linked
            let result = linked.concealment.suppressions[ReportPeriod.quarter.rawValue]
            for place in result.indices where result[place] != nil {
                hidden += 1
                if result[place] == .complement { complements += 1 }
                #expect(table.figures[place].personTimeCount > 0, "seed \(seed)")
            }
            for place in result.indices.dropFirst(table.rowCount + table.columnCount) {
                let isSmall =
                    table.figures[place].personTimeCount > 0 && table.figures[place].recipientCount < table.minGroup
                #expect((result[place] == .small) == isSmall, "seed \(seed)")
            }
            // Nothing is left to hide it behind.
            if linked.concealment.unprotected.figureCount > 0 { continue }
            safe += 1
            let times = LinkedGroupsTwin(table: table, result: result, value: \.personTimeCount) {
                $0 == .small ? 1...Int.max : table.minGroup...Int.max
            }
            #expect(times.certain == [], "seed \(seed)")
            if table.figures.contains(where: { $0.recipientCount == 0 && $0.personTimeCount > 0 }) { continue }
            let people = LinkedGroupsTwin(table: table, result: result, value: \.recipientCount) {
                $0 == .small ? 1...table.minGroup - 1 : table.minGroup...Int.max
            }
            #expect(people.certain == [], "seed \(seed)")
        }
        #expect(hidden > 500 && complements > 100 && safe > 30)
    }

    @Test("A table in which nobody is few shows all")
    func nothing() {
        for seed in SeededRandom.seeds(50) {
            var random = SeededRandom(seed)
            var table = Table(&random)
            table.figures = table.figures.map { _ in Figures(9, 9, 9) }
            #expect(table.linked.concealment.suppressions[0].allSatisfy { $0 == nil }, "seed \(seed)")
        }
    }

    @Test("A small cell takes a rectangle of four, not its whole row")
    func rectangle() {
        var figures = [Figures](repeating: .zero, count: 8)
        var cells: [(row: Int, column: Int)] = []
        for row in 0..<4 {
            for column in 0..<4 {
                let people = row == 0 && column == 0 ? 2 : 20 + row + column
                cells.append((row, column))
                figures.append(Figures(people, people, Int128(people) * 100))
                figures[row] += Figures(people, people, Int128(people) * 100)
                figures[4 + column] += Figures(people, people, Int128(people) * 100)
            }
        }
        let result = Self.linked(figures, 4, 4, cells).concealment.suppressions[ReportPeriod.quarter.rawValue]
        let hidden = result.indices.filter { result[$0] != nil }
        #expect(result[8] == .small && hidden.count <= 6 && hidden.allSatisfy { $0 >= 8 })
    }

    @Test("Tables of thousands of cells take no time to speak of")
    func large() {
        var random = SeededRandom(7)
        let (rowCount, columnCount) = (150, 12)
        var figures = [Figures](repeating: .zero, count: rowCount + columnCount)
        var cells: [(row: Int, column: Int)] = []
        for row in 0..<rowCount {
            for column in 0..<columnCount {
                let people = Int.random(in: 0...12, using: &random)
                cells.append((row, column))
                figures.append(Figures(people, people, Int128(people) * 100))
                figures[row] += Figures(people, people, Int128(people) * 100)
                figures[rowCount + column] += Figures(people, people, Int128(people) * 100)
            }
        }
        let clock = ContinuousClock()
        let time = clock.measure {
            let result = Self.linked(figures, rowCount, columnCount, cells).concealment.suppressions[0]
            #expect(result.contains { $0 == .small } && result.contains { $0 == nil })
        }
        #expect(time < .seconds(60))
    }
}
