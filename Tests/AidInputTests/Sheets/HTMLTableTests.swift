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
                """) == "1234.5,7,2023/5/10,0.125,-3,2023-05-10 12:00,1.1010119900101E+17,5,123456\n")
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
