import AidModel

/// Says of lines of one CSV file what they are.
///
/// The slow way asks it of every record, the fast way of those that are unusual; both give it the
/// same cells, so both are told the same.
struct LineJudge: ~Copyable {
    typealias Cells = ContiguousArray<CSVScanner.Field>

    private let currency: Currency?
    /// The names of the columns, cleaned.
    private let names: [[UInt8]]
    /// The first of them that is not empty.
    private let firstName: Int?
    /// Whether a cell that begins with a byte must be looked at.
    private var matters = [Bool](repeating: false, count: 256)
    private var cell = RecordBuffer()
    private var cleaner = FieldCleaner()

    /// - Parameter currency: of the amounts whose unit a line may say; nil: there are none.
    init(names: [String], currency: Currency? = nil) {
        self.currency = currency
        self.names = names.map { Array($0.utf8) }
        firstName = self.names.firstIndex { !$0.isEmpty }
        for byte in 0x80...0xFF { matters[byte] = true }
        // Text guards, and what words of totals begin with.
        for byte in "='TtSsGg([<{*-#~".utf8 { matters[Int(byte)] = true }
        if let firstName { matters[Int(self.names[firstName][0])] = true }
    }

    /// - Parameter cells: in `bytes`, without their outer quotes.
    mutating func kind(_ bytes: ByteView, _ cells: Cells, _ encoding: SpanEncoding) -> LineKind {
        var index = 0
        while index < cells.count {
            let start = LineJudge.firstVisible(bytes, cells[index])
            if start < cells[index].end {
                guard matters[Int(bytes[start])] else { return .usual }
                let text = clean(bytes, cells[index], encoding)
                if !text.isEmpty {
                    // Rare, so that it is looked for before the words.
                    let mayBeName = firstName == index && names.count == cells.count
                    if mayBeName, text.elementsEqual(names[index]), isHeader(bytes, cells, encoding, after: index) {
                        return .header
                    }
                    let cell = clean(bytes, cells[index], encoding)
                    switch LineWord.find(cell) {
                    case .totals: return .totals
                    case .signature: return .signature
                    case nil: return currency.flatMap { UnitLine.kind(cell, $0) } ?? .usual
                    }
                }
            }
            index += 1
        }
        return .blank
    }

    /// Whether a line is no record although it has not as many cells as the header.
    mutating func isNoRecord(
        _ kind: LineKind, _ bytes: ByteView, _ cells: Cells, _ encoding: SpanEncoding
    ) -> Bool {
        switch kind {
        case .usual, .header: return false
        case .blank, .unit: return true
        case .totals: break
        case .signature:
            // 审核 may as well be a step in the life of a claim whose record is broken.
            guard cells.count < names.count || hasBlank(bytes, cells, encoding) else { return false }
        }
        for cell in cells {
            if case .id = ResidentIDDecoder.decode(clean(bytes, cell, encoding)) { return false }
        }
        return true
    }

    private mutating func isHeader(
        _ bytes: ByteView, _ cells: Cells, _ encoding: SpanEncoding, after first: Int
    ) -> Bool {
        // Cells before the first name were seen to be empty.
        for index in first + 1..<cells.count {
            guard clean(bytes, cells[index], encoding).elementsEqual(names[index]) else { return false }
        }
        return true
    }

    private mutating func hasBlank(
        _ bytes: ByteView, _ cells: Cells, _ encoding: SpanEncoding
    ) -> Bool {
        for cell in cells where clean(bytes, cell, encoding).isEmpty { return true }
        return false
    }

    /// The first byte of a cell that is no blank, or its end.
    private static func firstVisible(_ bytes: ByteView, _ cell: CSVScanner.Field) -> Int {
        var start = cell.start
        while start < cell.end, bytes[start] <= 0x20 { start += 1 }
        return start
    }

    private mutating func clean(
        _ bytes: ByteView, _ field: CSVScanner.Field, _ encoding: SpanEncoding
    ) -> ByteView {
        cell.removeAll()
        cell.appendField(
            bytes.part(field.start..<field.end), encoding, hasDoubledQuotes: field.hasDoubledQuotes)
        return cleaner.clean(cell.field(0))
    }
}
