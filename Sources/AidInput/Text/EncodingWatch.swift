/// Looks out for records of a CSV file that are in another encoding than the rest.
struct EncodingWatch {
    private let judge: EncodingJudge
    private let margin: Int
    /// Back from what the reader sees to what the file holds; nil: the reader sees that.
    private let codes: GB18030Codes?
    private var raw: [UInt8] = []

    /// - Parameters:
    ///   - isDecoded: whether the reader sees UTF-8 whatever the encoding.
    ///   - isMixed: whether the file is known to hold such records.
    /// - Returns: nil where there can be none.
    init?(_ encoding: TextEncoding, isDecoded: Bool, isMixed: Bool) {
        guard let judge = EncodingJudge(encoding) else { return nil }
        self.judge = judge
        margin = isMixed ? EncodingJudge.marginInMixedFiles : EncodingJudge.margin
        codes = isDecoded && encoding == .gb18030 ? GB18030Codes.shared : nil
    }

    /// - Parameter record: valid.
    mutating func isForeign(_ record: ByteView) -> Bool {
        guard UTF8Check.asciiPrefix(record) < record.count else { return false }
        guard let codes else { return judge.isForeign(record, margin: margin) }
        raw.removeAll(keepingCapacity: true)
        codes.append(record, to: &raw)
        return raw.withByteView { judge.isForeign($0, margin: margin) }
    }
}

/// The bytes of characters in GB18030: the way back of `GB18030Table`.
struct GB18030Codes: Sendable {
    static let shared = GB18030Table.shared.map(GB18030Codes.init)

    /// For each character of the basic plane its two or four bytes, the first in the highest place; 0: it has none.
    private let basic: [UInt32]
    /// Those of other planes that have two bytes.
    private let others: [UInt32: UInt32]

    private init(_ table: GB18030Table) {
        var basic = [UInt32](repeating: 0, count: 0x10000)
        var others: [UInt32: UInt32] = [:]
        for (index, scalar) in table.fourByte.enumerated() where scalar != 0 {
            basic[Int(scalar)] = GB18030Codes.fourBytes(at: index)
        }
        for lead in UInt32(0x81)...0xFE {
            for trail in UInt32(0x40)...0xFE where trail != 0x7F {
                let scalar = table.twoByte[Int((lead - 0x81) * 190 + trail - (trail > 0x7F ? 0x41 : 0x40))]
                if scalar == 0 { continue }
                if scalar < 0x10000 {
                    basic[Int(scalar)] = lead << 8 | trail
                } else {
                    others[scalar] = lead << 8 | trail
                }
            }
        }
        self.basic = basic
        self.others = others
    }

    private static func fourBytes(at index: Int) -> UInt32 {
        let bytes = [0x81 + index / 12_600, 0x30 + index / 1260 % 10, 0x81 + index / 10 % 126, 0x30 + index % 10]
        return bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Writes a text in GB18030.
    ///
    /// - Parameter text: valid UTF-8.
    func append(_ text: ByteView, to bytes: inout [UInt8]) {
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            guard !scalar.isASCII else {
                bytes.append(UInt8(scalar.value))
                continue
            }
            let code =
                scalar.value < 0x10000
                ? basic[Int(scalar.value)]
                : others[scalar.value] ?? GB18030Codes.fourBytes(at: Int(scalar.value) - 0x10000 + 189_000)
            if code > 0xFFFF { bytes += [UInt8(code >> 24), UInt8(code >> 16 & 0xFF)] }
            bytes += [UInt8(code >> 8 & 0xFF), UInt8(code & 0xFF)]
        }
    }
}
