import CScan

/// A compiled variant of the routines.
struct Variant {
    let number: Int32

    var name: String {
        String(cString: aid_variant_name(number))
    }

    static let all = (0..<aid_variant_count()).map { Variant(number: $0) }

    /// Those that this processor can run.
    static let supported = all.filter { aid_variant_is_supported($0.number) == 1 }
}

/// Cases in which a variant and the slow twin differ: noted one by one, told at the end of a test, since expecting
/// each of a hundred thousand cases by itself takes longer than the cases.
struct Disagreements {
    private(set) var count = 0
    private(set) var first = ""

    var isEmpty: Bool { count == 0 }

    /// - Parameter place: what was tried, such as the seed.
    mutating func note(_ variant: Variant, _ bytes: [UInt8], _ place: String) {
        count += 1
        if count == 1 { first = "\(variant.name), \(place): \(bytes)" }
    }
}

/// Bytes as a caller of the routines holds them: at any alignment, with 64 more behind that must not matter.
struct Padded {
    /// What may stand behind the end: zeros, quotes, separators, halves of characters.
    static let paddings: [UInt8] = [0, UInt8(ascii: "\""), UInt8(ascii: "\n"), 0x80, 0xFF]

    private let storage: [UInt8]
    private let offset: Int
    private let count: Int

    init(_ bytes: [UInt8], offset: Int = 0, padding: UInt8 = 0xFF) {
        // What stands before is as hostile as what stands behind.
        storage =
            [UInt8](repeating: padding, count: offset) + bytes
            + [UInt8](repeating: padding, count: 64)
        self.offset = offset
        count = bytes.count
    }

    func withBytes<Result>(_ body: (UnsafePointer<UInt8>, Int) -> Result) -> Result {
        storage.withUnsafeBufferPointer { body($0.baseAddress! + offset, count) }
    }
}
