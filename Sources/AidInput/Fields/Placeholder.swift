/// What stands in a cell that has no number: `-`, `无`, `NULL`, `#N/A`, `0`.
///
/// Taken as a number, it would make one claim or one person of all that lack theirs.
package enum Placeholder {
    /// Longer texts are none.
    static let longest = 12

    /// Whether a claim number or a document's number is none.
    ///
    /// - Parameter text: cleaned.
    static func isOne(_ text: ByteView) -> Bool {
        guard !text.isEmpty, text.count <= longest else { return false }
        // No other placeholder ends in a digit, and nearly all numbers do.
        if text[text.count - 1] &- UInt8(ascii: "0") <= 9 { return text.allSatisfy { $0 == UInt8(ascii: "0") } }
        return isOfMachines(text) || texts.contains(lowered(text))
    }

    /// As `isOne`, for a plain text of which nearly all are none.
    ///
    /// - Parameter text: not empty.
    @inline(__always)
    static func mayBe(_ text: ByteView) -> Bool {
        text.count <= longest && text[text.count &- 1] &- UInt8(ascii: "1") > 8
    }

    /// Whether a program or nobody at all put it there: signs alone, or a word such as `null` or `#REF!`.
    ///
    /// - Parameter text: cleaned.
    package static func isOfMachines(_ text: ByteView) -> Bool {
        guard !text.isEmpty, text.count <= longest else { return false }
        return text.allSatisfy(isSign) || machineTexts.contains(lowered(text))
    }

    /// Signs of ASCII.
    private static func isSign(_ byte: UInt8) -> Bool {
        (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
            || (0x7B...0x7E).contains(byte)
    }

    private static func lowered(_ text: ByteView) -> [UInt8] {
        text.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    }

    private static let machineTexts: Set<[UInt8]> = Set(
        ("null (null) <null> \\n nil none nan n/a na undefined unknown #n/a #ref! #value! #name? #null! #num! "
            + "#div/0! #spill! #calc! — —— －  – ？ 。 、 ／")
            .split(separator: " ").map { Array($0.utf8) })

    private static let texts: Set<[UInt8]> = Set(
        ("无 無 空 空白 空值 (空) （空） (空白) （空白） 缺 缺失 没有 未知 不详 不明 暂无 待补 待定 待查 未填 未提供 无号 无证 无编号 无卡号 同上 补 补录 补登 无证件 无证件号 无身份证 证件不详 证件缺失 未登记 见附件 见备注 × ×× ×××")
            .split(separator: " ").map { Array($0.utf8) })
}
