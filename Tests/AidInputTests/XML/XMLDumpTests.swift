import AidInput
import AidModel
import Testing

struct XMLDumpTests {
    private func dump(_ text: String, record: String? = nil) throws -> [[String]] {
        var lines: [[String]] = []
        let name = try record.map { try #require(ElementName($0)) }
        let summary = try XMLDumpReader(record: name).read(MemoryTextSource(Array(text.utf8), pieceSize: 7)) {
            let problem = $0.problem.map { ["! " + $0.message.en] } ?? []
            lines.append($0.values.map { "\($0.path)=\($0.text)" } + problem)
        }
        #expect(summary.recordCount == lines.count)
        return lines
    }

    @Test func everyChildOfTheRootIsARecord() throws {
        #expect(
            try dump("<s x='0'>t<r x='1' y='&amp;'><a>甲<!-- c --><![CDATA[<]]></a><b/></r><q>text</q><e/></s>")
                == [["@x=1", "@y=&", "a=甲<", "b="], [".=text"], []])
    }

    @Test func recordsByName() throws {
        let text = "<s xmlns:p='u'><x><r><r>1</r></r></x><p:r>2</p:r></s>"
        #expect(try dump(text, record: "r") == [["r=1"], [".=2"]])
        #expect(try dump(text, record: "{u}r") == [[".=2"]])
        #expect(try dump("<r><a>1</a></r>", record: "r") == [["a=1"]])
    }

    @Test func pathsRepeatedValuesAndMixedText() throws {
        #expect(
            try dump("<s><r> <p k='1'> x <id>2</id> y</p><p><id>3</id>\n</p><id>4</id></r></s>")
                == [["p/@k=1", "p= x  y", "p/id=2", "p/id=3", "id=4"]])
    }

    @Test func limits() throws {
        let long = String(repeating: "x", count: 70_000)
        #expect(
            try dump("<s><r><a>1</a><b>\(long)<c/></b><d/></r><r><a>2</a></r></s>").map { $0.filter { $0.count < 99 } }
                == [["a=1", "! a field is longer than 64 KiB"], ["a=2"]])
        let many = String(repeating: "<a>1</a>", count: 200_000)
        #expect(try dump("<s><r>\(many)</r><q>1</q></s>").map(\.last) == ["! the record is longer than 1 MiB", ".=1"])
        // Long names, repeated in every path, would grow far beyond the record.
        let name = String(repeating: "n", count: 40_000)
        let wide = "<\(name)>" + String(repeating: "<a/>", count: 100_000) + "</\(name)>"
        #expect(try dump("<s><r>\(wide)</r></s>").map(\.last) == ["! the record is longer than 1 MiB"])
    }

    @Test func errorsAreThoseOfTheReader() throws {
        for item in XMLRefusalTests.cases {
            let expected = try #require(try Reading(item.bytes).error)
            #expect(throws: expected) {
                try XMLDumpReader(record: nil).read(MemoryTextSource(item.bytes, name: "export.xml")) { _ in }
            }
        }
    }
}
