import Testing

@testable import AidCheck

/// Tables of all sorts: their rows, captions and heads.
struct ReadTextTableTests {
    private func cells(_ read: ReadText, _ table: ReadText.Table) -> [[String]] {
        table.rows.map { $0.map { ReadTextTests.string(read.scalars[$0]) } }
    }

    private static let rows = [["类型", "受助职工（人）", "互助金（万元）"], ["门诊", "11593", "126.36"], ["住院", "3412", "209.32"]]

    private static func joined(_ mark: String, bars: Bool = false) -> String {
        rows.map { (bars ? "|" : "") + $0.joined(separator: mark) + (bars ? "|" : "") }.joined(separator: "\n")
    }

    @Test(
        "However a table is set",
        arguments: [
            (joined("\t"), DraftFormat.text), (joined("　"), .text), (joined("   "), .text),
            (joined(" "), .text),
            (joined(" | ", bars: true), .text),
            (joined(" | ").replacing("\n门", with: "\n---|---|---\n门"), .text),
            (joined("│").replacing("\n门", with: "\n├──┼──┤\n门"), .text),
            (joined(" | ", bars: true).replacing("\n|门", with: "\n|---|--:|--:|\n|门"), .markdown),
            (
                "<table>" + rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>\n" }.joined()
                    + "</table>",
                .html
            ),
        ])
    func tables(_ table: String, _ format: DraftFormat) throws {
        for (before, caption) in [("", nil), ("二季度情况\n\n", "二季度情况"), ("二季度情况\n单位：万元\n", "二季度情况\n单位：万元")] {
            if format != .text, before.contains("单位") { continue }
            let read = try ReadTextTests.read(before + table, format)
            #expect(read.tables.count == 1)
            guard let found = read.tables.first else { continue }
            #expect(cells(read, found) == Self.rows)
            #expect(found.headCount == 1)
            #expect(found.caption.map { ReadTextTests.string(read.scalars[$0]) } == caption)
            #expect(ReadTextTests.string(read.scalars[...]).contains("门诊\t11593\t126.36\t\n"))
        }
    }

    @Test("Cells may be empty")
    func empty() throws {
        let plain = try ReadTextTests.read("类型\t人\t元\n门诊\t\t5\n住院\t3\t")
        #expect(cells(plain, plain.tables[0]) == [["类型", "人", "元"], ["门诊", "", "5"], ["住院", "3", ""]])
        let marked = try ReadTextTests.read("| 类型 | 人 | 元 |\n|---|---|---|\n| 门诊 | | 5 |", .markdown)
        #expect(cells(marked, marked.tables[0]) == [["类型", "人", "元"], ["门诊", "", "5"]])
        let page = try ReadTextTests.read(
            "<table><tr><td></td><td>元</td></tr><tr><td>甲</td><td>5</td></tr></table>", .html)
        #expect(cells(page, page.tables[0]) == [["", "元"], ["甲", "5"]])
    }

    @Test("Heads are rows without numbers, and years above the columns")
    func heads() throws {
        #expect(try ReadTextTests.read("类型\t2022年二季度\t2023年二季度\n门诊\t5\t6").tables[0].headCount == 1)
        #expect(try ReadTextTests.read("类型\t2022\t2023\n门诊\t5\t6").tables[0].headCount == 1)
        #expect(try ReadTextTests.read("门诊\t5\t6\n住院\t7\t8").tables[0].headCount == 0)
        #expect(try ReadTextTests.read("类型\t人数\t\n\t男\t女\n门诊\t5\t6").tables[0].headCount == 2)
    }

    @Test(
        "What is no table",
        arguments: [
            "暖州工人报　2023年7月16日　星期五　第2版", "　　首段15005人。\n　　次段16147人次。", "责编　周小禾　版式　何苗\n校对　林晚　电话：96116",
            "受助 3 356 762.13 元\n受助人次 3 356 762\n互助金 1 356 762", "受　助　职　工　增　加\n二季度发放335.68万元",
        ])
    func none(_ text: String) throws {
        #expect(try ReadTextTests.read(text).tables.isEmpty)
    }

    @Test("A table of HTML that is there for the layout is text")
    func layout() throws {
        let read = try ReadTextTests.read("<table><tr><td>受助职工<td>互助金</tr></table><p>完</p>", .html)
        #expect(read.tables.isEmpty)
        #expect(ReadTextTests.string(read.scalars[...]) == "受助职工\n互助金\n\n完")
    }
}
