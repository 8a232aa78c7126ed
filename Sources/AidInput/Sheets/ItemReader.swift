/// Reads the items of a part of a workbook, in order: plain ones by a scan, all else by libxml2.
///
/// libxml2 is the authority. It reads what stands before the items and behind them; of the items it reads those that
/// the scan declines, from the container's tags on, which give it the namespaces, and stops behind an item where the
/// scan may go on.
///
///     <worksheet …> … <sheetData> <row/> <row/> … <row/> <row/> … </sheetData> … </worksheet>
///     └── libxml2 ──────────────┘ └─ scan ────┘ └ libxml2 ┘ scan └── libxml2 ─────────────┘
final class ItemReader {
    private let sink: ItemSink
    private var window: ItemWindow
    /// Between two items; nil: the container was not come to.
    private var offset: Int?
    private(set) var isAtEnd = false
    /// How many items libxml2 reads before the scan is tried again.
    private var patience = 1
    private let scansPlain: Bool
    /// How often libxml2 was begun; twice where all items are plain.
    private(set) var parseCount = 0

    /// Where the scan gets less far than this, trying it costs more than it gains.
    private static let worthwhileByteCount = 32 << 10
    private static let greatestPatience = 8192

    /// - Parameter scansPlain: false: libxml2 reads everything, and the same comes of it.
    init(_ source: any TextSource, into sink: ItemSink, scansPlain: Bool = true) {
        window = ItemWindow(source)
        self.sink = sink
        self.scansPlain = scansPlain
    }

    /// Reads on until enough was made of items, or all was read.
    func read() throws(InputError) {
        while !isAtEnd, !sink.isFull {
            guard let start = offset else {
                try readToContent()
                continue
            }
            let scanned = try scan(from: start)
            offset = scanned
            if sink.isFull { return }
            patience =
                scanned - start < ItemReader.worthwhileByteCount
                ? min(patience * 2, ItemReader.greatestPatience) : max(1, patience / 2)
            try parseItems(from: scanned)
        }
    }

    private func readToContent() throws(InputError) {
        let parse = XMLParse(WindowText(self, before: [], from: 0))
        try placed { () throws(InputError) in
            try sink.runToContent(parse) { [unowned self] in Array(window.view($0)) }
        }
        offset = sink.contentStart
        isAtEnd = offset == nil
    }

    /// - Returns: the offset where the scan stopped.
    private func scan(from start: Int) throws(InputError) -> Int {
        var at = start
        guard scansPlain, !sink.hasInnerDeclarations else { return at }
        while true {
            let stop = sink.scanPlain(
                window.text, from: at - window.start, textStart: window.start, isAtEnd: window.isAtEnd)
            at = window.start + stop.offset
            guard stop.reason == .incomplete, try window.fill(keeping: at) || window.isAtEnd else { return at }
        }
    }

    private func parseItems(from start: Int) throws(InputError) {
        let tags = sink.containerTags ?? []
        let parse = XMLParse(WindowText(self, before: tags, from: start), textStart: start - tags.count)
        var count = 0
        let limit = scansPlain ? patience : .max
        try placed { () throws(InputError) in
            try sink.runItems(parse) { [unowned self] in
                count += 1
                return (count >= limit || sink.isFull) && $0 >= window.start
            }
        }
        offset = sink.stop
        isAtEnd = offset == nil
    }

    /// Tells the row in place of the line, for a sheet is one line mostly; and what the sink found.
    private func placed(_ run: () throws(InputError) -> Void) throws(InputError) {
        parseCount += 1
        do throws(InputError) {
            try run()
        } catch {
            var error = error
            error.lineNumber = sink.place
            throw error
        }
        if let problem = sink.problem {
            throw InputError(problem: .sheet(problem), file: window.source.name, lineNumber: sink.place)
        }
    }

    /// Some bytes, and then the text from an offset on.
    private final class WindowText: TextSource {
        var name: String { reader.window.source.name }

        private let reader: ItemReader
        private var before: ArraySlice<UInt8>
        private var at: Int
        /// Mostly a few items are wanted, not as much as there is room for.
        private var step = 4 << 10

        init(_ reader: ItemReader, before: [UInt8], from offset: Int) {
            self.reader = reader
            self.before = before[...]
            at = offset
        }

        func read(into buffer: Room<UInt8>) throws(InputError) -> Int {
            if !before.isEmpty {
                let count = min(buffer.count, before.count)
                before.prefix(count).withByteView(buffer.copy)
                before = before.dropFirst(count)
                return count
            }
            while at == reader.window.end {
                let kept = max(reader.window.start, at - ItemWindow.keptByteCount)
                guard try reader.window.fill(keeping: kept) else { return 0 }
            }
            let count = min(buffer.count, step, reader.window.end - at)
            buffer.copy(reader.window.view(at..<at + count))
            at += count
            step = min(step * 2, 64 << 10)
            return count
        }
    }
}
