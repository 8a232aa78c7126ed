import AidModel
import Synchronization

/// The spans of time that counting tells apart: the quarters, and of the one in which the
/// programme starts what lies before its first day.
///
/// Numbered from 0 as they turn up; shared by all threads of a run. Nothing depends on a
/// number but which span it means.
final class TimeCells: Sendable {
    struct Cell: Sendable, Hashable {
        let quarter: Quarter
        /// Whether cumulative figures leave it out.
        let isBeforeStart: Bool
    }

    /// The first day of cumulative figures; nil: they take in every day.
    private let since: CalendarDay?
    private let cells = Mutex(Numbered())

    private struct Numbered {
        var list: [Cell] = []
        var numbers: [Cell: Int] = [:]
    }

    init(since: CalendarDay?) {
        self.since = since
    }

    /// All cells so far, by their numbers.
    var list: [Cell] { cells.withLock { $0.list } }

    /// The number of a day's cell.
    func number(of day: CalendarDay) -> Int {
        self.number(of: Cell(quarter: day.quarter, isBeforeStart: since.map { day < $0 } ?? false))
    }

    /// The number of a cell, a new one if there was none of its days.
    func number(of cell: Cell) -> Int {
        cells.withLock { cells in
            if let number = cells.numbers[cell] { return number }
            cells.list.append(cell)
            cells.numbers[cell] = cells.list.count - 1
            return cells.list.count - 1
        }
    }
}

/// One thread's look-up of the cells of days.
struct DayCells: ~Copyable {
    /// 1970 to 2149; other days are asked for one by one.
    private static let dayCount = 1 << 16

    private let cells: TimeCells
    /// The number of each day's cell and 1, or 0 where it was not asked for.
    private let numbers: UnsafeMutablePointer<UInt16>

    init(_ cells: TimeCells) {
        self.cells = cells
        numbers = .allocate(capacity: DayCells.dayCount)
        numbers.initialize(repeating: 0, count: DayCells.dayCount)
    }

    deinit {
        numbers.deallocate()
    }

    @inline(__always)
    mutating func cell(of dayNumber: Int32) -> Int {
        let index = Int(dayNumber)
        // The bounds of `numbers`.
        if index >= 0, index < DayCells.dayCount, numbers[index] != 0 { return Int(numbers[index]) - 1 }
        return ask(dayNumber)
    }

    @inline(never)
    private mutating func ask(_ dayNumber: Int32) -> Int {
        let number = cells.number(of: CalendarDay(daysSinceEpoch: dayNumber))
        let index = Int(dayNumber)
        if index >= 0, index < DayCells.dayCount, number < Int(UInt16.max) { numbers[index] = UInt16(number + 1) }
        return number
    }
}
