/// How many lines of a file are written in its encoding, and how many in the other one.
struct LineSurvey: Hashable {
    /// Longer lines are judged by parts of this size.
    private static let lineLimit = 1 << 20

    /// Lines with anything but ASCII.
    private(set) var textCount = 0
    /// Those that are clearly in the other encoding.
    private(set) var otherCount = 0

    /// Whether the encoding of the file as a whole is the wrong one.
    var isMostlyOther: Bool { otherCount * 2 > textCount }

    /// Of a file in which there is nothing to tell.
    init() {}

    /// - Parameters:
    ///   - encoding: the one that the file is read in.
    ///   - splitsTags: whether a line ends at `<` too, as XML may have no line ends.
    /// - Throws: also where a line cannot be told without the system's converter, and that cannot be opened.
    init(_ file: InputFile, encoding: TextEncoding, splitsTags: Bool) throws(InputError) {
        guard let judge = EncodingJudge(encoding) else { return }
        let buffer = OwnedRoom<UInt8>(count: LineSurvey.lineLimit)
        let bytes = buffer.room.view
        var offset = try FileTextSource.markLength(file, encoding: encoding)
        var kept = 0
        while true {
            let read = try file.read(into: buffer.room.from(kept), at: offset)
            offset += read
            let count = kept + read
            var start = 0
            for index in kept..<count where LineSurvey.endsLine(bytes[index], splitsTags) {
                try take(bytes.part(start..<index), judge, file)
                start = index + 1
            }
            if read == 0 || start == 0 && count == bytes.count {
                try take(bytes.part(start..<count), judge, file)
                start = count
            }
            if read == 0 { return }
            kept = count - start
            buffer.room.copy(bytes.part(start..<count))
        }
    }

    private static func endsLine(_ byte: UInt8, _ splitsTags: Bool) -> Bool {
        byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || splitsTags && byte == UInt8(ascii: "<")
    }

    private mutating func take(_ line: ByteView, _ judge: EncodingJudge, _ file: InputFile) throws(InputError) {
        switch judge.verdict(line) {
        case .silent: break
        case .own: textCount += 1
        case .other:
            textCount += 1
            otherCount += 1
        case .unknowable: _ = try GB18030Table.needed(by: file.name)
        }
    }
}
