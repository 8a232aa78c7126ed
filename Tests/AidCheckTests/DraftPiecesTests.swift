import AidModel
import Testing

@testable import AidCheck

/// Large drafts, checked piece by piece.
@Suite struct DraftPiecesTests {
    private static func pieces(_ text: String, partCount: Int = 1) -> [DraftPieces.Piece] {
        let bytes = Array(text.utf8)
        var (pieces, found) = (DraftPieces(), [DraftPieces.Piece]())
        let size = max(1, bytes.count / partCount)
        for start in stride(from: 0, to: bytes.count, by: size) {
            pieces.add(bytes[start..<min(start + size, bytes.count)])
            while let piece = pieces.next(isLast: false) { found.append(piece) }
        }
        while let piece = pieces.next(isLast: true) { found.append(piece) }
        return found
    }

    @Test func whatFitsIsOnePiece() {
        #expect(Self.pieces("").isEmpty)
        #expect(Self.pieces("二季度").map(\.bytes) == [Array("二季度".utf8)])
    }

    @Test(arguments: [1, 2, 3, 7, 64, 1000])
    func nothingIsLostOrCutWithinAFigure(partCount: Int) throws {
        let texts = [
            String(repeating: "受助职工98.58万人。\n\n", count: 12_000), String(repeating: "受助职工98.58万人，", count: 12_000),
            String(repeating: "1,234.5", count: 60_000), String(repeating: "九", count: 100_000),
        ]
        for text in texts {
            let pieces = Self.pieces(text, partCount: partCount)
            #expect(pieces.flatMap(\.bytes) == Array(text.utf8))
            #expect(pieces.count > 1)
            for piece in pieces {
                #expect(piece.bytes.count <= DraftPieces.byteLimit)
                #expect(String(validating: piece.bytes, as: UTF8.self) != nil)
            }
        }
        for piece in Self.pieces(texts[0], partCount: partCount).dropLast() {
            #expect(piece.bytes.suffix(2) == [10, 10])
        }
    }

    @Test func placesGoOn() throws {
        let text = String(repeating: "第一行\n受助职工98.58万人。\n", count: 10_000)
        let pieces = Self.pieces(text)
        var carry = DraftCarry.beginning
        var numbers = 1
        for piece in pieces {
            let draft = try DraftText(piece.bytes, name: "draft", format: .text, start: piece.start)
            let check = try DraftCheck(draft, against: KnownFigures(), quarter: nil, date: nil, after: carry)
            #expect(check.firstNumber == numbers)
            for figure in check.figures where figure.text.hasPrefix("98.58") {
                #expect(figure.lineNumber.isMultiple(of: 2))
                #expect(figure.columnNumber == 5)
            }
            numbers += check.figures.count
            carry = check.carry
        }
        #expect(numbers == 10_001)
    }

    /// Columns of a line that is cut into pieces are those of the line.
    @Test func columnsGoOn() throws {
        let pieces = Self.pieces(String(repeating: "受助职工98.58万人，", count: 12_000))
        let second = try #require(pieces.dropFirst().first)
        #expect(second.start.lineNumber == 1)
        let first = String(decoding: pieces[0].bytes, as: UTF8.self)
        #expect(second.start.columnNumber == first.unicodeScalars.count + 1)
    }

    /// The same story is judged alike whether it is checked whole or in pieces.
    @Test func aReportOfPiecesIsThatOfTheWhole() throws {
        let text = String(repeating: "2023年第二季度，受助职工98.58万人、105.54万人次。\n\n", count: 300)
        let whole = try DraftCheck(
            DraftText(Array(text.utf8), name: "draft", format: .text), against: KnownFigures(), quarter: nil, date: nil)
        let half = Array(text.utf8).count / 2
        var (carry, report, lines) = (DraftCarry.beginning, DraftReport(.en), "")
        var start = DraftText.Start()
        for part in [Array(text.utf8)[..<half], Array(text.utf8)[half...]] {
            let draft = try DraftText(Array(part), name: "draft", format: .text, start: start)
            let check = try DraftCheck(draft, against: KnownFigures(), quarter: nil, date: nil, after: carry)
            lines += report.text(check)
            carry = check.carry
            start.lineNumber += part.count { $0 == UInt8(ascii: "\n") }
        }
        #expect(lines + report.end == whole.text(.en))
    }

    /// The quarter that an article of ours has named is that of the pieces after it; a quarter of others is none.
    @Test func theQuarterGoesOn() throws {
        func last(_ first: String) throws -> CheckedFigure? {
            var carry = DraftCarry.beginning
            var figure: CheckedFigure?
            for text in [first, "本季度，“暖·互助”二次报销发放互助金1.09亿元。"] {
                let check = try DraftCheck(
                    DraftText(Array(text.utf8), name: "draft", format: .text), against: DraftStory.imported,
                    quarter: nil, date: nil, after: carry)
                carry = check.carry
                figure = check.figures.last
            }
            return figure
        }
        #expect(try last("2022年第二季度，“暖·互助”二次报销受助职工83.36万人。")?.verdict == .right)
        #expect(try last("市图书馆2022年第二季度接待读者83.36万人次。")?.verdict == .wrong)
    }

    /// From the quarter in which the programme began on, people are those since its start.
    @Test(arguments: ["2012年第二季度至2023年第二季度", "2012年4月至2023年6月"])
    func theWholeTimeIsSinceTheStart(time: String) throws {
        let text = "\(time)，“暖·互助”二次报销累计受助职工317.35万人、3035.15万人次，发放互助金36.92亿元。"
        try DraftStory.expect("rrr", of: text, DraftStory.imported)
        try DraftStory.expect("w", of: "\(time)，“暖·互助”二次报销累计受助职工317.85万人。", DraftStory.imported)
    }

    /// 二级 is the name of a group, and no number.
    @Test func gradesAreNames() {
        for name in ["一级", "二级", "3级", "三类"] { #expect(!GroupWords.isWord(name) && !GroupWords.saysMore(name)) }
        for name in ["三家", "2023年", "合计", "12"] { #expect(GroupWords.isWord(name)) }
    }
}
