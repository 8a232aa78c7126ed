import CScan
import Glibc

/// The characters of GB18030, learnt once from the system's iconv.
///
/// A table is some six times faster than calling iconv for each text, and asking
/// iconv for it leaves one authority for the mapping: glibc's, which differs from
/// the standard's 2022 edition in a few two-byte codes. People are told apart by
/// their ID, never by such a character.
package struct GB18030Table: Sendable {
    /// By lead byte (0x81 to 0xFE) and trail byte (0x40 to 0xFE without 0x7F); 0: none.
    ///
    /// A handful lie outside the basic plane, which 16 bits could not hold.
    let twoByte: [UInt32]
    /// By place among the four-byte codes from 0x81308130 to 0x8431A439; 0: none.
    let fourByte: [UInt16]
    /// Whether every pair of bytes in these ranges is a character, as it is in the standard.
    private let hasAllPairs: Bool

    /// Asked for once: a converter that the system could not open stays unopened for the rest of the run.
    private static let opened = Result { () throws(ConverterFailure) in try GB18030Table() }

    /// nil where the system's converter cannot be opened: it has none, or reading it fails.
    package static var shared: GB18030Table? { try? opened.get() }

    /// The table, for a file that cannot be read without it.
    ///
    /// - Throws: what is a fault of the system, and none of the file.
    static func needed(by fileName: String) throws(InputError) -> GB18030Table {
        switch opened {
        case .success(let table): return table
        case .failure(let failure): throw InputError(problem: .noConverter(code: failure.code), file: fileName)
        }
    }

    private static let trailCount = 190
    /// The place of 0x90308130, the code of U+10000, among four-byte codes.
    private static let supplementaryStart = 189_000

    private init() throws(ConverterFailure) {
        let converter = try IconvCharacters(from: "GB18030")
        var twoByte = [UInt32](repeating: 0, count: 126 * GB18030Table.trailCount)
        for lead in UInt8(0x81)...0xFE {
            for trail in UInt8(0x40)...0xFE where trail != 0x7F {
                twoByte[GB18030Table.index(lead, trail)] = converter.character([lead, trail]) ?? 0
            }
        }
        var fourByte = [UInt16](repeating: 0, count: 39_420)
        for index in fourByte.indices {
            let code = [
                UInt8(0x81 + index / 12_600), UInt8(0x30 + index / 1260 % 10), UInt8(0x81 + index / 10 % 126),
                UInt8(0x30 + index % 10),
            ]
            fourByte[index] = converter.character(code).flatMap { UInt16(exactly: $0) } ?? 0
        }
        hasAllPairs = !twoByte.contains(0)
        self.twoByte = twoByte
        self.fourByte = fourByte
    }

    @inline(__always)
    private static func index(_ lead: UInt8, _ trail: UInt8) -> Int {
        (Int(lead) - 0x81) * trailCount + Int(trail) - (trail > 0x7F ? 0x41 : 0x40)
    }

    /// The character at the start of some bytes that do not begin with ASCII.
    func next(_ bytes: ByteView, isAtEnd: Bool) -> DecodedCharacter {
        let (lead, count) = (bytes[0], bytes.count)
        guard lead != 0x80, lead != 0xFF else { return .invalid(length: 1) }
        guard count >= 2 else { return isAtEnd ? .invalid(length: 1) : .incomplete }
        let second = bytes[1]
        if second >= 0x40, second != 0x7F, second != 0xFF {
            let character = twoByte[GB18030Table.index(lead, second)]
            return character == 0 ? .invalid(length: 1) : .scalar(character, length: 2)
        }
        guard (0x30...0x39).contains(second) else { return .invalid(length: 1) }
        guard count >= 4 else { return isAtEnd ? .invalid(length: 1) : incompleteFour(bytes) }
        let third = bytes[2]
        let fourth = bytes[3]
        guard (0x81...0xFE).contains(third), (0x30...0x39).contains(fourth) else { return .invalid(length: 1) }
        let index =
            (Int(lead) - 0x81) * 12_600 + (Int(second) - 0x30) * 1260 + (Int(third) - 0x81) * 10 + Int(fourth) - 0x30
        if index < fourByte.count {
            let character = fourByte[index]
            return character == 0 ? .invalid(length: 1) : .scalar(UInt32(character), length: 4)
        }
        let supplementary = index - GB18030Table.supplementaryStart
        guard (0...0xFFFFF).contains(supplementary) else { return .invalid(length: 1) }
        return .scalar(UInt32(supplementary) + 0x10000, length: 4)
    }

    /// Whether all of a text is characters, with what else is found up to where it is not.
    func isValid(_ text: ByteView, _ found: inout aid_gb18030_findings) -> Bool {
        var position = 0
        while true {
            // Nearly every character is ASCII or a pair.
            position += aid_check_gb18030(text.from(position).start, text.count - position, &found)
            guard position < text.count else { return hasAllPairs || firstInvalid(text) == nil }
            guard case .scalar(_, let length) = next(text.from(position), isAtEnd: true) else {
                return false
            }
            position += length
        }
    }

    /// The index of the first byte that is no character, or nil.
    func firstInvalid(_ text: ByteView) -> Int? {
        var position = 0
        while true {
            position += UTF8Check.asciiPrefix(text.from(position))
            guard position < text.count else { return nil }
            switch next(text.from(position), isAtEnd: true) {
            case .scalar(_, let length): position += length
            case .invalid, .incomplete: return position
            }
        }
    }

    /// Two or three bytes of a four-byte code: incomplete only if they can begin one.
    private func incompleteFour(_ bytes: ByteView) -> DecodedCharacter {
        bytes.count == 3 && !(0x81...0xFE).contains(bytes[2]) ? .invalid(length: 1) : .incomplete
    }
}

/// What stands at the start of some bytes.
enum DecodedCharacter: Equatable {
    case scalar(UInt32, length: Int)
    /// These first bytes are no character.
    case invalid(length: Int)
    /// More bytes are needed to tell.
    case incomplete
}

/// Why the system's converter could not be opened: an `errno`.
private struct ConverterFailure: Error {
    let code: Int32
}

/// The system's converter, a character at a time.
private final class IconvCharacters {
    private let handle: iconv_t

    init(from encoding: String) throws(ConverterFailure) {
        errno = 0
        guard let handle = iconv_open("UTF-32LE", encoding), handle != iconv_t(bitPattern: -1) else {
            throw ConverterFailure(code: errno)
        }
        self.handle = handle
    }

    deinit {
        iconv_close(handle)
    }

    /// The character of one code, or nil where it has none.
    func character(_ code: [UInt8]) -> UInt32? {
        var code = code
        var output = (UInt32(0), UInt32(0))
        let written = code.withUnsafeMutableBytes { input in
            withUnsafeMutableBytes(of: &output) { output -> Int in
                var inputStart = input.baseAddress?.assumingMemoryBound(to: CChar.self)
                var inputLeft = input.count
                var outputStart = output.baseAddress?.assumingMemoryBound(to: CChar.self)
                var outputLeft = output.count
                iconv(handle, nil, nil, nil, nil)
                let result = iconv(handle, &inputStart, &inputLeft, &outputStart, &outputLeft)
                return result == 0 && inputLeft == 0 ? output.count - outputLeft : 0
            }
        }
        return written == 4 ? UInt32(littleEndian: output.0) : nil
    }
}
