/// A sheet of a workbook (`.xlsx`) as the text of a CSV file, in UTF-8 with commas.
///
/// One line for one row number: a line number is a row number. Empty rows behind the last cell are not written, and
/// empty cells at the end of a row no further than the first rows go; a line end within a cell is a blank. Numbers are as they stand in the file, never made
/// longer or shorter, but for those that are shown as dates: `2023-05-10`, `2023-05-10 09:30:00` or `09:30:00`.
///
/// Nothing is kept of a sheet but a window; of the workbook, its shared strings and its styles.
package final class WorkbookText: TextSource, MergingSource {
    package let name: String
    /// The sheet that is read.
    package let sheet: SheetEntry
    private let sink: SheetSink
    let reader: ItemReader

    /// Begins to read a sheet.
    ///
    /// - Parameters:
    ///   - name: of the file, for errors.
    ///   - entries: opens a part of the workbook, such as `xl/workbook.xml`, as a stream of its bytes; nil: there is none.
    ///   - choice: nil: the only sheet that is shown and has cells.
    ///   - scansPlain: false: libxml2 reads everything, and the same comes of it.
    package init(
        name: String, entries: @escaping (String) throws(InputError) -> (any TextSource)?, sheet choice: SheetChoice?,
        scansPlain: Bool = true
    ) throws(InputError) {
        self.name = name
        let workbook = try Workbook(name: name, entries: entries)
        let candidates: [Workbook.Sheet]
        if let choice {
            let names = workbook.sheets.map(\.entry)
            guard let index = choice.index(in: names) else {
                throw InputError(problem: .sheet(.noSuchSheet(choice, names: names.map(\.name))), file: name)
            }
            candidates = [workbook.sheets[index]]
            guard candidates[0].isWorksheet else {
                throw InputError(problem: .sheet(.notWorksheet(names[index].name)), file: name)
            }
        } else {
            candidates = workbook.sheets.filter { $0.isWorksheet && !$0.entry.isHidden }
        }
        let book = try workbook.book(scansPlain: scansPlain)
        var found: (entry: SheetEntry, sink: SheetSink, reader: ItemReader)?
        for sheet in candidates {
            let sink = SheetSink(book)
            let reader = ItemReader(
                try workbook.sourceAhead(sheet.part ?? sheet.entry.name), into: sink, scansPlain: scansPlain)
            try reader.read()
            if sink.rootName != "worksheet", choice != nil {
                throw InputError(problem: .sheet(.notWorksheet(sheet.entry.name)), file: name)
            }
            guard sink.rows.text.pendingCount > 0 else { continue }
            // Nothing of one is left out without a word.
            if let found {
                throw InputError(problem: .sheet(.severalSheets([found.entry.name, sheet.entry.name])), file: name)
            }
            found = (sheet.entry, sink, reader)
        }
        guard let found else {
            let problem = choice == nil ? SheetProblem.noCells : .emptySheet(candidates[0].entry.name)
            throw InputError(problem: .sheet(problem), file: name)
        }
        sheet = found.entry
        sink = found.sink
        reader = found.reader
    }

    /// The names of the sheets that are shown and have cells.
    static func shownSheets(_ parts: ArchiveEntries) throws(InputError) -> [String] {
        let workbook = try Workbook(name: parts.name, entries: parts.part)
        var names: [String] = []
        for sheet in workbook.sheets where sheet.isWorksheet && !sheet.entry.isHidden {
            guard let part = sheet.part, let source = try workbook.part(part) else { continue }
            // What the cells hold does not matter.
            let sink = SheetSink(SheetRows.Book())
            let isFilled: Bool
            do throws(InputError) {
                try ItemReader(source, into: sink).read()
                isFilled = sink.rows.text.pendingCount > 0
            } catch {
                // What is wrong with it is said when it is to be read.
                isFilled = true
            }
            if isFilled { names.append(sheet.entry.name) }
        }
        return names
    }

    /// The sheets of a workbook, in the order of their tabs.
    package static func sheets(
        name: String, entries: @escaping (String) throws(InputError) -> (any TextSource)?
    ) throws(InputError) -> [SheetEntry] {
        try Workbook(name: name, entries: entries).sheets.map(\.entry)
    }

    /// How many rows are not shown, of those read so far; they are read like any other.
    package var hiddenRowCount: Int { sink.rows.hiddenRowCount }
    /// Whether there are columns that are not shown; they are read like any other.
    package var hasHiddenColumns: Bool { sink.hasHiddenColumns }

    var mergedCells: [MergedCells] { sink.rows.merged }

    package func read(into buffer: Room<UInt8>) throws(InputError) -> Int {
        while true {
            let count = sink.rows.take(into: buffer, isAtEnd: reader.isAtEnd)
            if count > 0 || reader.isAtEnd { return count }
            try reader.read()
        }
    }
}
