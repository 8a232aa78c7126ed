import AidModel

/// What the readers see of a file, for people and for other people's test files: every
/// record and every problem as one line of JSON.
package struct RecordDump {
    private let export: OpenExport

    package init(_ export: OpenExport) {
        self.export = export
    }

    /// Writes the lines in the order of the file.
    ///
    /// - Parameter write: gets one line with its line end.
    /// - Returns: how many problems there were.
    /// - Throws: where the file cannot be read to its end; what came before was written.
    package func run(write: @escaping ([UInt8]) -> Void) throws(InputError) -> Int {
        // Places are counted in UTF-8; those of problems are found on disk by a first pass.
        var textOffsets: [Int] = []
        if export.encoding != .utf8 {
            // Where the file breaks off here, the second pass says so.
            try? forEach { _, problemOffset in
                if let problemOffset { textOffsets.append(problemOffset) }
            }
        }
        let diskOffsets = try DiskOffsets.find(textOffsets, in: export.file, encoding: export.encoding)
        // Of UTF-8 only a byte-order mark stands between the two.
        let textStart = try DiskOffsets.find([0], in: export.file, encoding: export.encoding)[0]
        var problemCount = 0
        do throws(InputError) {
            try forEach { line, problemOffset in
                if let problemOffset {
                    let isFound = problemCount < diskOffsets.count
                    line.endProblem(byteOffset: isFound ? diskOffsets[problemCount] : textStart + problemOffset)
                    problemCount += 1
                }
                write(line.bytes)
            }
        } catch {
            throw export.onDisk(error)
        }
        return problemCount
    }

    /// Makes every line; one of a problem without its place, which comes beside it.
    private func forEach(_ body: @escaping (inout JSONLine, _ problemOffset: Int?) -> Void) throws(InputError) {
        switch export.format {
        case .csv(let delimiter):
            var reader = try export.csvReader(delimiter: delimiter)
            var consumer = DumpConsumer(body: body)
            _ = try reader.read(into: &consumer)
        case .xml(let record):
            _ = try XMLDumpReader(record: record).read(try export.textSource()) { record in
                if let problem = record.problem {
                    var line = JSONLine(problem: problem, place: record.place)
                    body(&line, record.place.byteOffset)
                } else {
                    var line = JSONLine(object: record.values.map { ($0.path, $0.text) })
                    body(&line, nil)
                }
            }
        }
    }
}

private struct DumpConsumer: RecordConsumer {
    let body: (inout JSONLine, Int?) -> Void

    mutating func take(_ record: borrowing RecordBuffer, at textOffset: Int, place: RecordPlace) {
        var line = JSONLine(array: record)
        body(&line, nil)
    }

    mutating func takeMalformed(_ problem: RecordProblem, at textOffset: Int, place: RecordPlace) {
        var line = JSONLine(problem: problem, place: place)
        body(&line, place.byteOffset)
    }
}
