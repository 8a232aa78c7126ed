/// Keeps from the words of a draft those of tables that say in their rows what their figures are.
///
/// What a column's heading says is not read. A cell is read as a sentence is if its row begins with a time,
/// its figure has a unit of its own, and the headings name nothing but measures; of any other it is told that
/// it was not checked.
struct DraftTables {
    /// The words that are read.
    private(set) var tokens: [DraftToken] = []
    /// The figures that are not.
    private(set) var figures: [DraftFigure] = []

    init(_ all: [DraftToken], cells: [DraftText.Cell]) {
        guard !cells.isEmpty else {
            tokens = all
            return
        }
        // The place of each word's cell; both are in the order of the draft.
        var place = 0
        let places = all.map { token -> Int? in
            // Between cells there are line ends, which part what is read of them.
            if token.kind == .sentenceEnd || token.kind == .paragraphEnd { return nil }
            while place < cells.count, cells[place].range.upperBound <= token.range.lowerBound { place += 1 }
            return place < cells.count && cells[place].range.contains(token.range.lowerBound) ? place : nil
        }
        var inCells: [Int: [DraftToken.Kind]] = [:]
        for (token, place) in zip(all, places) {
            if let place { inCells[place, default: []].append(token.kind) }
        }
        var isRead = [Bool](repeating: false, count: cells.count)
        var hasPlainHead = false
        var hasTime = false
        for place in cells.indices {
            let isNewTable = place == 0 || cells[place - 1].tableNumber != cells[place].tableNumber
            let isNewRow = place == 0 || cells[place - 1].rowNumber != cells[place].rowNumber
            if isNewTable {
                let head = cells.indices[place...].prefix { cells[$0].rowNumber == cells[place].rowNumber }
                hasPlainHead = head.allSatisfy { (inCells[$0] ?? []).allSatisfy(Self.isPlain) }
            }
            if isNewRow { hasTime = (inCells[place] ?? []).contains { $0.isPeriod } }
            isRead[place] = hasPlainHead && hasTime
        }
        for (token, place) in zip(all, places) {
            guard let place else {
                tokens.append(token)
                continue
            }
            guard case .number(let number) = token.kind else {
                if isRead[place] { tokens.append(token) }
                continue
            }
            if isRead[place], number.unit != .none, number.unit != .percent {
                tokens.append(token)
            } else {
                figures.append(DraftFigure(number: number, statements: [], doubt: .inTable, sentence: -1))
            }
        }
    }

    private static func isPlain(_ kind: DraftToken.Kind) -> Bool {
        switch kind {
        case .measure, .open, .close, .listMark, .whole: true
        default: false
        }
    }
}
