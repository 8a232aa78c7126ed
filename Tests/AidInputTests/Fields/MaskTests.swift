import AidInput
import Testing

/// What is shown of a field never tells who it is about.
struct MaskTests {
    private func text(_ text: String) -> String {
        text.utf8.withByteView { Mask.text($0) }
    }

    private func number(_ text: String) -> String {
        text.utf8.withByteView { Mask.number($0) }
    }

    @Test(
        arguments: [
            ("", ""), ("王", "*"), ("王明", "**"), ("王小明", "王*明"), ("HZ0012", "H****2"), ("𠂇😀é", "𠂇*é"),
            ("123456789012345678901234", "1**********************4"),
            ("1234567890123456789012345", "1**********************5"),
        ])
    func firstAndLast(value: String, shown: String) {
        #expect(text(value) == shown)
    }

    @Test func aLongTextIsCut() {
        let shown = text("a" + String(repeating: "中", count: 10_000) + "z")
        #expect(shown == "a" + String(repeating: "*", count: 22) + "z")
    }

    @Test(
        "Dates and amounts are shown as they stand",
        arguments: [
            "2023-02-30", "2023年2月30日", "20230230", "12.345", "￥1,234.567", "-5", "2023-04-05T25:00:00Z", "",
            "12345678", "¥ 5元",
        ])
    func numbers(value: String) {
        #expect(number(value) == value)
    }

    @Test(
        "Documents, telephone numbers and names are not",
        arguments: ["123456789", "99010119900307001X", "13800138000", "王小明", "1e5", "5/张"])
    func noNumbers(value: String) {
        #expect(number(value) == text(value))
        #expect(number(value).contains("*"))
    }

    @Test(
        "nor are they when they are written in groups",
        arguments: ["990101 19900307 0012", "990101-19900307-0012", "138-0013-8000", "138 0013 8000"])
    func groupedNumbers(value: String) {
        #expect(number(value) == text(value))
    }
}
