import AidModel
import TestSupport
import Testing

@testable import AidInput

struct HTMLTableTests {
    private func read(_ bytes: [UInt8], pieceSize: Int = 4096) -> SheetOutcome {
        SheetOutcome { () throws(InputError) in
            try HTMLTableText(MemoryTextSource(bytes, name: "a.xls", pieceSize: pieceSize))
        }
    }

    private func text(_ page: String) -> String {
        let bytes = Array(page.utf8)
        let outcome = read(bytes)
        #expect(read(bytes, pieceSize: 1) == outcome)
        return outcome.text
    }

    @Test func cells() {
        #expect(
            text(
                """
                <html><head><style><!-- td { } --></style><script>if (a < "<td>") {}</script></head><body>
                <p>标题</p><TABLE border=1>
                <tr><th>编号<th>姓 &nbsp; 名</th><td>a<br>b<p>c</p></td></tr>
                <tr><td>&nbsp;</td><td>&lt;x&gt;&amp;&#20057;&#x4E59;&copy;</td><td>"q", r</td>
                <tr><td></td><td> </td></tr><td>末</td>
                </TABLE></body></html>
                """)
                == "编号,姓 名,a b c\n,<x>&乙乙©,\"\"\"q\"\", r\"\n\n末,,\n")
    }

    @Test func spans() {
        #expect(
            text(
                "<table><tr><td rowspan=2>a<td colspan=2>b<td>c<tr><td>d<td rowspan=0>e<tr><td>f<td>g<td>h<tr><td>i</table>"
            )
                == "a,b,,c\n,d,e,\n" + "f,g,,h\n" + "i,,,\n")
        #expect(text("<table><tr><td colspan=99999999 rowspan=99999999>a<td>b</table>").hasPrefix("a,,"))
        #expect(text("<table><tr><td colspan=x rowspan=-1>a<td colspan=''>b</table>") == "a,b\n")
    }

    @Test func tablesOneAfterTheOtherAndWithin() {
        #expect(
            text(
                "<table><tr><td>1</table><table><tr><td rowspan=9>2<table><tr><td>x<td>y<tr><td>z</table>3<td>4</table><table></table>"
            )
                == "1,\n\n2 x y z 3,4\n")
    }

    @Test func numbersBesideTheirTexts() {
        #expect(
            text(
                """
                <table><tr><td x:num="1234.5">1,234.50</td><td x:num>7</td><td x:num="45056">2023/5/10</td>
                <td x:num="0.125">12.5%</td><td x:num="-3">-3</td><td x:num="45056.5">2023-05-10 12:00</td>
                <td x:num="1.1010119900101E+17">1.1E+17</td><td x:num="=A1">5</td><td x:num="123456">12.35万</td></tr></table>
                """) == "1234.5,7,2023/5/10,0.125,-3,2023-05-10 12:00,1.1010119900101E+17,5,123456元\n")
    }

    @Test(
        "A unit that is shown beside a number counts for it, or leaves it open",
        arguments: [
            ("24", "24.00万元", "24万元"), ("24", "24.00 万元", "24万元"), ("24.004", "￥24.00万元", "24.004万元"),
            ("-24", "(24.00万元)", "-24万元"), ("1234.5", "1,234.50元", "1234.5元"), ("1234.5", "1，234.50 千元", "1234.5千元"),
            ("2400", "2,400分", "2400分"), ("0", "0.00万元", "0万元"), ("0.24", "0.24亿元", "0.24亿元"),
            // The number is in yuan, and a part of it is shown.
            ("240000", "24.00万元", "240000元"), ("240012.34", "24.00万", "240012.34元"),
            ("1234500", "1,234.5千元", "1234500元"),
            ("24500", "24.5K", "24500元"),
            // Nothing tells what it is.
            ("13", "24.00万元", "13（按缩放显示）"), ("24.01", "24.00万元", "24.01（按缩放显示）"), ("24", "约24万元", "24（按缩放显示）"),
            ("24", "24.5K", "24（按缩放显示）"), ("24", "万元", "24（按缩放显示）"), ("24", "24.0.0万元", "24（按缩放显示）"),
            // No unit of money.
            ("24", "24天", "24"), ("24", "第24号", "24"), ("24", "", "24"), ("0.125", "12.5%", "0.125"),
            ("24", "￥24.00", "24"),
        ])
    func unitsBesideNumbers(number: String, shown: String, read: String) {
        for attribute in ["x:num", "sdval"] {
            #expect(text("<table><tr><td \(attribute)=\"\(number)\">\(shown)</td></tr></table>") == read + "\n")
        }
    }

    @Test(
        "What stands around a table and says a unit is a line of its own",
        arguments: [
            ("<p>单位：万元</p><table><tr><td>a<td>b</table>", "单位：万元,\na,b\n"),
            ("<title>明细（万元）</title><h1>赔付</h1><table><tr><td>a<td>b</table>", "明细（万元）,\na,b\n"),
            ("<table><caption>赔付明细\n（单位：<b>万元</b>）</caption><tr><td>a<td>b</table>", "赔付明细 （单位：万元）,\na,b\n"),
            ("单位：\n 千元<br>制表：某某<table><tr><td>a<td>b</table>", "单位： 千元,\na,b\n"),
            ("<table><tr>单位：万元<td>a<td>b</table>", "a,b\n单位：万元,\n"),
            ("<table><tr><td>a<td>b<tr><td>1<td>2</table><p>单位：美元</p>", "a,b\n1,2\n单位：美元,\n"),
            ("<table><tr><td>a<td>b</table><p>单位：元<table><tr><td>c<td>d</table>", "a,b\n单位：元,\n\nc,d\n"),
            ("<p>工作单位：某某公司</p><script>单位：万元</script><table><tr><td>a<td>b</table>", "a,b\n"),
            ("<p>每人1000元</p><!-- 单位：万元 --><p>二季度</p><table><tr><td>a<td>b</table>", "a,b\n"),
        ])
    func unitsAround(page: String, lines: String) {
        #expect(text(page) == lines)
    }

    @Test(
        "What is not shown in a cell is none of it; what stands beside a number, or was struck out, is none of its digits"
    )
    func partsOfCells() {
        func cell(_ inner: String) -> String { text("<table><tr><td>\(inner)</td><td>x</td></tr></table>") }
        for hidden in ["<span style=\"display:none\">", "<span style='color:red; Display : None;'>", "<span hidden>"] {
            #expect(cell("\(hidden)000100</span>100.00") == "100.00,x\n")
            #expect(cell("100.00\(hidden)0<b>001</b>00</span>") == "100.00,x\n")
            #expect(cell("\(hidden)1") == ",x\n")
            #expect(cell("<table><tr><td>\(hidden)1</span>2</table>") == "2,x\n")
        }
        #expect(cell("<span style='display:inline'>1</span>2") == "12,x\n")
        for mark in ["sup", "sub", "s", "strike", "del", "ins"] {
            #expect(cell("100<\(mark)>1</\(mark)>") == "100 1,x\n")
            #expect(cell("<\(mark)>1</\(mark)>100") == "1 100,x\n")
        }
        #expect(text("<div style='display:none'><table><tr><td>1<td>2</table></div>") == "1,2\n")
    }

    /// A page as an input has it.
    private func input(_ page: String) throws(InputError) -> String {
        let file = try InputFile(name: "a.xls", MemoryBytes(Array(page.utf8))).unwrapped(as: .csv(delimiter: nil))
        return String(decoding: try file.bytes(from: 0, count: 1 << 20), as: UTF8.self)
    }

    private static func grid(_ rows: [[String]], _ more: String = "") -> String {
        "<table>\(more)" + rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined() + "</table>"
    }

    @Test("A table that only sets another one in its place is passed over, but for units")
    func tablesInTables() throws {
        let grid = Self.grid([["a", "b"], ["1", "2"], ["3", "4"]])
        let lines = "a,b\n1,2\n3,4\n"
        for page in [
            "<table><tr><td>\(grid)</td></tr></table>",
            "<table><tr><td>菜单</td></tr><tr><td>首页</td><td>\(grid)</td></tr><tr><td colspan=2>版权</td></tr></table>",
            "<table><tr><td><table><tr><td>\(grid)</td></tr></table></td></tr></table>",
            "<table><tr><td><table><tr><td>标题</td></tr></table>\(grid)</td></tr></table>",
        ] {
            #expect(try input("<html><body>\(page)</body></html>") == lines, "\(page)")
            // Such a page may hold other things before the table that is meant.
            #expect(try input("<html>\(String(repeating: "<p>x</p>", count: 9_000))\(page)</html>") == lines)
        }
        #expect(
            try input("<table><tr><td>明细</td><td>单位：万元</td></tr><tr><td colspan=2>\(grid)</td></tr></table>")
                == "单位：万元,\n" + lines)
        #expect(try input("<table><tr><td>\(grid)</td></tr></table>\(grid)") == lines + "\n" + lines)
    }

    @Test("A small table in a cell of a longer one is text; where several may be meant, the page is refused")
    func severalTablesInTables() throws {
        let small = Self.grid([["x", "y"], ["z", "w"]])
        let long = Self.grid([["a", "b"], ["1", small], ["3", "4"], ["5", "6"]])
        #expect(try input(long) == "a,b\n1,x y z w\n3,4\n5,6\n")
        #expect(try input("<table><tr><td>\(long)</td></tr></table>") == "a,b\n1,x y z w\n3,4\n5,6\n")
        let form = Self.grid([["起", "止"], ["2023", "2024"]])
        for page in [
            "<table><tr><td>\(long)</td></tr><tr><td>\(long)</td></tr></table>",
            "<table><tr><td>\(form)\(long)</td></tr></table>",
            "<table><tr><td>起<td>2023<tr><td>止<td>2024<tr><td colspan=2>\(Self.grid([["a", "b"], ["1", "2"], ["3", "4"]]))</table>",
        ] {
            let error = #expect(throws: InputError.self) { try input(page) }
            #expect(error?.problem == .sheet(.severalInnerTables), "\(page)")
        }
    }

    @Test func encodings() throws {
        let page =
            "<html><meta http-equiv=Content-Type content=\"text/html; charset=LABEL\"><table><tr><td>身份证号<td>金额</table></html>"
        let expected = "身份证号,金额\n"
        for label in ["gb2312", "GBK", "utf-8", "iso-8859-1", "utf-16", ""] {
            let labelled = page.replacing("LABEL", with: label)
            let utf8 = Array(labelled.utf8)
            let isChinese = label == "gb2312" || label == "GBK"
            // So few characters may be UTF-8 by chance where the page says otherwise.
            if !isChinese { #expect(read(utf8).text == expected, "\(label)") }
            #expect(read([0xEF, 0xBB, 0xBF] + utf8).text == expected, "\(label)")
            for pieceSize in [1, 7, 4096] {
                let gb18030 = try #require(SystemConverter(from: "UTF-8", to: "GB18030").convert(utf8))
                #expect(read(gb18030, pieceSize: pieceSize).text == expected, "\(label)")
                let utf16 = labelled.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
                #expect(read([0xFF, 0xFE] + utf16, pieceSize: pieceSize).text == expected, "\(label)")
            }
        }
        let long = page.replacing("LABEL", with: "gb2312").replacing("金额", with: String(repeating: "金额合计", count: 8))
        #expect(read(Array(long.utf8)).text == "身份证号," + String(repeating: "金额合计", count: 8) + "\n")
    }

    /// What is not valid stays not valid, and does not change the rest.
    @Test func brokenBytes() {
        let page =
            Array("<table><tr><td>甲".utf8) + [0xE4, 0xB8, 0x00] + Array("乙<td>丙".utf8) + [0xFF] + Array("</table>".utf8)
        let outcome = SheetOutcome { () throws(InputError) in
            try HTMLTableText(MemoryTextSource(page, pieceSize: 3), encoding: .utf8)
        }
        #expect(outcome.error == nil)
        #expect(outcome.bytes == Array("甲".utf8) + [0xFF, 0xFF] + Array("乙,丙".utf8) + [0xFF, 0x0A])
    }

    @Test func whatIsWrongIsTold() {
        #expect(text("") == "[the web page has no table]")
        #expect(text("<html><frameset><frame src=a.htm></frameset></html>") == "[the web page has no table]")
        #expect(text("<table><tr><td>1").hasPrefix("[the web page is cut off within a table]"))
        #expect(text("<table><tr><td>1</body></html>\n") == "1\n")
        #expect(text(String(repeating: "<div>", count: 2_000)).hasPrefix("[elements of the web page nested more"))
        #expect(
            text("<table>" + String(repeating: "<table><tr><td>", count: 2_000)).hasPrefix(
                "[elements of the web page nested"))
        #expect(text("<!--" + String(repeating: "a", count: 400 << 10)).hasPrefix("[a tag or comment"))
        #expect(
            text("<table><tr>" + String(repeating: "<td>", count: 20_000) + "</table>").hasPrefix(
                "[more than 16384 columns]"))
        #expect(
            text("<table><tr><td>" + String(repeating: "a", count: 200_000) + "</table>").hasPrefix(
                "[a cell longer than"))
    }

    /// Where a page ends within its table it is refused; what is read of it until then is the beginning of the whole.
    @Test func cutAtEveryByte() {
        let page = Array(
            "<html><body><table><tr><td>甲,</td><td>b</td></tr><tr><td>c<br>d</td></tr></table></body></html>".utf8)
        let whole = read(page).bytes
        let tableEnd = page.firstRange(of: Array("</table>".utf8))?.upperBound ?? 0
        for count in 0..<page.count {
            let outcome = read(Array(page.prefix(count)))
            #expect((outcome.error == nil) == (count >= tableEnd), "cut at \(count)")
            if outcome.error == nil { #expect(outcome.bytes == whole, "cut at \(count)") }
        }
    }

    @Test func damagedPagesNeverBreakTheProgram() {
        let page = Array(
            "<html><body><table><tr><td rowspan=3 colspan=2>甲<td>b<tr><td>c<table><tr><td>d</table><tr><td x:num=\"1\">1</table></html>"
                .utf8)
        let shards = [
            "<", ">", "</table>", "<table>", "<td", "\"", "&", "&#", "<!--", "-->", "<script>", "\u{0}", "</html>",
            "<tr>",
        ]
        for seed in SeededRandom.seeds(300) {
            var random = SeededRandom(seed)
            var bytes = page
            for _ in 0...(random.next() % 4) {
                let at = Int(random.next() % UInt64(bytes.count))
                switch random.next() % 3 {
                case 0: bytes[at] = UInt8(truncatingIfNeeded: random.next())
                case 1: bytes.removeSubrange(at..<min(bytes.count, at + Int(random.next() % 9) + 1))
                default: bytes.insert(contentsOf: Array(shards[Int(random.next() % UInt64(shards.count))].utf8), at: at)
                }
                if bytes.isEmpty { bytes = [0x20] }
            }
            let whole = read(bytes)
            #expect(read(bytes, pieceSize: 5) == whole, "seed \(seed)")
        }
    }
}
