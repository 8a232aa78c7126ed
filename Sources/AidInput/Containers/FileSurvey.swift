import AidModel

/// What a whole file says of itself before its first record is read.
package struct FileSurvey: Sendable, Hashable {
    package var encoding: TextEncoding
    /// Byte sequences that are not valid in that encoding.
    package var invalidCount: Int
    /// Whether every byte is ASCII.
    package var isASCII = false

    /// Finds the encoding of a file, from all of it: an ASCII first megabyte says nothing.
    ///
    /// UTF-8 wins where it is valid throughout, or where sequences that are valid
    /// outnumber the others tenfold: text in GB18030 never looks like that. Then the
    /// encoding with fewer invalid sequences.
    ///
    /// - Parameter observe: sees every byte of the file, once, in order.
    package static func survey(
        _ file: InputFile, choice: TextEncodingChoice, observe: (ByteView) -> Void
    ) throws(InputError) -> FileSurvey {
        var count = SequenceCount()
        try forEachPiece(of: file) { bytes, isAtEnd in
            observe(bytes)
            count.add(bytes, isAtEnd: isAtEnd)
        }
        if choice == .auto, count.isASCII {
            return FileSurvey(encoding: .utf8, invalidCount: 0, isASCII: true)
        }
        switch choice {
        case .utf8: return FileSurvey(encoding: .utf8, invalidCount: count.invalid)
        case .gb18030: return try survey(file, encoding: .gb18030)
        case .utf16: return try survey(file, encoding: count.utf16 ?? .utf16LittleEndian)
        case .auto: break
        }
        if let utf16 = count.utf16 { return try survey(file, encoding: utf16) }
        if count.isUTF8 {
            return FileSurvey(encoding: .utf8, invalidCount: count.invalid)
        }
        let gb18030 = try survey(file, encoding: .gb18030)
        return gb18030.invalidCount < count.invalid
            ? gb18030 : FileSurvey(encoding: .utf8, invalidCount: count.invalid)
    }

    /// What the first bytes of a file, or all of them, say of its encoding, by the same rules.
    ///
    /// The rest of the file may contradict; whoever reads it must watch for that.
    static func guess(
        _ head: ByteView, of fileName: String, choice: TextEncodingChoice, isWholeFile: Bool
    ) throws(InputError) -> TextEncoding {
        var count = SequenceCount()
        count.add(head, isAtEnd: isWholeFile)
        switch choice {
        case .utf8: return .utf8
        case .gb18030: return .gb18030
        case .utf16: return count.utf16 ?? .utf16LittleEndian
        case .auto: break
        }
        if let utf16 = count.utf16 { return utf16 }
        if count.isUTF8 { return .utf8 }
        let table = try GB18030Table.needed(by: fileName)
        var carry: [UInt8] = []
        let invalid = countInvalid(head, carry: &carry, isAtEnd: isWholeFile, decoder: .gb18030(table))
        return invalid < count.invalid ? .gb18030 : .utf8
    }

    /// Counts what is invalid in an encoding other than UTF-8.
    private static func survey(_ file: InputFile, encoding: TextEncoding) throws(InputError) -> FileSurvey {
        guard let decoder = try CharacterDecoder.make(encoding, for: file.name) else {
            return FileSurvey(encoding: encoding, invalidCount: 0)
        }
        var carry: [UInt8] = []
        var invalid = 0
        try forEachPiece(of: file) { bytes, isAtEnd in
            invalid += countInvalid(bytes, carry: &carry, isAtEnd: isAtEnd, decoder: decoder)
        }
        return FileSurvey(encoding: encoding, invalidCount: invalid)
    }

    /// Counts what is invalid in a piece that follows some incomplete bytes.
    private static func countInvalid(
        _ bytes: ByteView, carry: inout [UInt8], isAtEnd: Bool, decoder: CharacterDecoder
    ) -> Int {
        let text = carry + bytes
        return text.withByteView { text in
            var invalid = 0
            var position = 0
            while position < text.count {
                if case .gb18030 = decoder {
                    position += UTF8Check.asciiPrefix(text.from(position))
                    guard position < text.count else { break }
                }
                switch decoder.next(text.from(position), isAtEnd: isAtEnd) {
                case .scalar(_, let length): position += length
                case .invalid(let length):
                    invalid += 1
                    position += length
                case .incomplete:
                    carry = Array(text[position...])
                    return invalid
                }
            }
            carry = []
            return invalid
        }
    }

    private static func forEachPiece(
        of file: InputFile, _ body: (ByteView, Bool) throws(InputError) -> Void
    ) throws(InputError) {
        let buffer = OwnedRoom<UInt8>(count: 512 << 10)
        var offset = 0
        while true {
            let count = try file.read(into: buffer.room, at: offset)
            if count == 0 { break }
            offset += count
            try body(buffer.view(0..<count), try file.ends(at: offset))
        }
    }
}

/// Counts that tell UTF-8, UTF-16 and the rest apart.
private struct SequenceCount {
    /// Sequences of two to four bytes that are valid UTF-8.
    var valid = 0
    var invalid = 0
    /// Zero bytes at even and at odd offsets.
    var evenZeros = 0
    var oddZeros = 0
    var byteCount = 0
    private var head: [UInt8] = []
    private var carry: [UInt8] = []

    var isASCII: Bool { valid == 0 && invalid == 0 && evenZeros == 0 && oddZeros == 0 }

    /// Whether it can be nothing but UTF-8, maybe damaged: text in GB18030 never looks like that.
    var isUTF8: Bool { head == [0xEF, 0xBB, 0xBF] || invalid == 0 || valid >= invalid * 10 }

    /// The kind of UTF-16 that a byte-order mark or the zero bytes show.
    ///
    /// Text of ASCII and Chinese has a zero byte in many a unit, always in the same
    /// half of it; stray zero bytes in other encodings are few and fall on both.
    var utf16: TextEncoding? {
        if head.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if head.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        if oddZeros * 8 >= byteCount, oddZeros >= evenZeros * 10, oddZeros > 0 { return .utf16LittleEndian }
        if evenZeros * 8 >= byteCount, evenZeros >= oddZeros * 10, evenZeros > 0 { return .utf16BigEndian }
        return nil
    }

    mutating func add(_ bytes: ByteView, isAtEnd: Bool) {
        if head.count < 3 { head.append(contentsOf: bytes.prefix(3 - head.count)) }
        countZeros(bytes)
        byteCount += bytes.count
        if carry.isEmpty {
            countSequences(bytes, isAtEnd: isAtEnd)
        } else {
            let joined = carry + bytes
            joined.withByteView { countSequences($0, isAtEnd: isAtEnd) }
        }
    }

    private mutating func countZeros(_ bytes: ByteView) {
        // Most files hold none; the search for the first one is the C library's.
        guard var index = bytes.first(0, from: 0) else { return }
        while index < bytes.count {
            if bytes[index] == 0 {
                if (byteCount + index) & 1 == 0 { evenZeros += 1 } else { oddZeros += 1 }
            }
            index += 1
        }
    }

    private mutating func countSequences(_ bytes: ByteView, isAtEnd: Bool) {
        var position = 0
        while true {
            position += UTF8Check.asciiPrefix(bytes.from(position))
            guard position < bytes.count else { break }
            switch UTF8Check.next(bytes.from(position), isAtEnd: isAtEnd) {
            case .scalar(_, let length):
                valid += 1
                position += length
            case .invalid(let length):
                invalid += 1
                position += length
            case .incomplete:
                carry = Array(bytes[position...])
                return
            }
        }
        carry = []
    }
}
