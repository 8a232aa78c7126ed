import Testing

@testable import AidText

@Suite struct TextTableTests {
    @Test func columnsLineUp() {
        var table = TextTable([("季度", .left), ("人数", .right), ("note", .left)])
        table.add(["2023Q2", "985,800", "e\u{301}"])
        table.add(["二〇二三年", "7", ""])
        table.add(["x"])
        #expect(
            table.text == """
                季度           人数  note
                ----------  -------  ----
                2023Q2      985,800  e\u{301}
                二〇二三年        7
                x

                """)
    }

    @Test func cellsCannotLeaveTheirPlace() {
        var table = TextTable([("a\n", .left), ("b", .left)])
        table.add(["\u{1B}[31m\r\n", "\u{202E}\t"])
        #expect(table.text.split(separator: "\n").count == 3)
        #expect(table.text.hasSuffix("[U+001B][31m[U+000D][U+000A]  [U+202E][U+0009]\n"))
    }

    @Test func aTableWithoutRowsIsItsHead() {
        #expect(TextTable([("A", .left), ("B", .right)]).text == "A  B\n-  -\n")
    }
}
