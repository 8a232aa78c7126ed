import AidModel

/// The end of a CSV file: a file that was cut off in its last line reads like a whole one, and the amount that stands
/// there may have lost its last digits.
enum FinalLine {
    /// What is said of a file whose last line has no end.
    ///
    /// - Parameter recordCount: where there are records, other lines have ends.
    /// - Throws: where a line end is required.
    static func findings(
        _ file: InputFile, encoding: TextEncoding, recordCount: Int, isRequired: Bool
    ) throws(InputError) -> [Finding] {
        guard recordCount > 0 || isRequired, try lacksEnd(file, encoding) else { return [] }
        if isRequired {
            throw InputError(problem: .noFinalLineEnd, file: file.name, byteOffset: file.byteCount)
        }
        return [InputFinding.noFinalLineEnd.finding(in: file.name)]
    }

    /// Whether something other than blanks, and the mark by which old systems end a file, follows the last line end.
    static func lacksEnd(_ file: InputFile, _ encoding: TextEncoding) throws(InputError) -> Bool {
        let width = encoding.isUTF16 ? 2 : 1
        let count = min(file.byteCount, 4096) / width * width
        let tail = try file.bytes(from: file.byteCount - count, count: count)
        // A unit that is not ASCII, or cut in the middle, counts as text.
        if file.byteCount % width != 0 { return true }
        var units: [UInt8] = []
        for index in stride(from: 0, to: tail.count, by: width) {
            switch encoding {
            case .utf8, .gb18030: units.append(tail[index])
            case .utf16LittleEndian: units.append(tail[index + 1] == 0 ? tail[index] : 0xFF)
            case .utf16BigEndian: units.append(tail[index] == 0 ? tail[index + 1] : 0xFF)
            }
        }
        let blanks: Set<UInt8> = [0x00, 0x09, 0x1A, 0x20]
        guard let last = units.last(where: { !blanks.contains($0) }) else { return false }
        return last != UInt8(ascii: "\n") && last != UInt8(ascii: "\r")
    }
}
