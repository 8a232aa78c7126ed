import AidText
import Testing

@Suite struct TemplateScanTests {
    private func pieces(_ text: String) -> [String] {
        TemplateScan(text).pieces.map { piece in
            let content =
                switch piece.content {
                case .text(let text): "text \(text)"
                case .tag(let tag): "\(tag.kind) \(tag.name)"
                case .unclosed: "unclosed"
                }
            return "\(piece.line):\(piece.column) \(content)"
        }
    }

    @Test func piecesHaveTheirPlaces() {
        #expect(
            pieces("甲\n乙{{ a.b }}丙{{#c}}{{/c}}{{^d}}{{! 注\n释 }}{{{e}}}{{&f}}") == [
                "1:1 text 甲\n乙", "2:2 variable a.b", "2:11 text 丙", "2:12 section c", "2:18 end c",
                "2:24 invertedSection d", "2:30 comment 注\n释", "3:5 variable e", "3:12 variable f",
            ])
    }

    @Test(arguments: ["{{> a}}", "{{=<% %>=}}", "{{$a}}", "{{% a}}", "{{< a}}", "{{}}", "{{*a}}", "{{.}}"])
    func whatElseMustacheHasIsOther(text: String) {
        #expect(pieces(text).first?.hasPrefix("1:1 other") == true, "\(pieces(text))")
    }

    @Test func aTagMustEnd() {
        #expect(pieces("甲{{a") == ["1:1 text 甲", "1:2 unclosed"])
        #expect(pieces("{{{a}}") == ["1:1 unclosed"])
        #expect(pieces("").isEmpty)
    }
}
