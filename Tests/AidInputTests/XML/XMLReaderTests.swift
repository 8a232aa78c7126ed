import AidModel
import Glibc
import Testing

@testable import AidInput

/// One document, the fields wanted of it, and what must come out.
struct XMLCase: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var record = "r"
    var wanted = ["a", "b", "@x"]
    var outcomes: [[String]]

    var testDescription: String { name }
}

struct XMLReaderTests {
    static let cases: [XMLCase] = [
        XMLCase(
            name: "children in any order, absent ones empty",
            text: "<s><r x='3'><b>2</b><a>1</a></r><r><a>1</a></r><r/></s>",
            outcomes: [["1", "2", "3"], ["1", "", ""], ["", "", ""]]),
        XMLCase(
            name: "an empty element is an empty field",
            text: "<s><r x=''><b></b><a/></r></s>", outcomes: [["", "", ""]]),
        XMLCase(
            name: "what is not wanted is passed over, with what is in it",
            text: "<s>t<r y='1'>t<c>5<a>6</a><b>7</b></c><a>1</a>t</r>t<q><a>8</a></q></s>",
            outcomes: [["1", "", ""]]),
        XMLCase(
            name: "CDATA, references, comments and processing instructions in a value",
            text: "<s><r x='&lt;&#x4E00;&amp;'><a>a<![CDATA[<b>&amp;]]><!-- no -->&#65;&gt;<?p no?>z</a>"
                + "<b>&#x1F600;&apos;&quot;</b></r></s>",
            outcomes: [["a<b>&amp;A>z", "😀'\"", "<一&"]]),
        XMLCase(
            name: "ampersands in attributes, however written, and what looks like one",
            text: "<s><r x='&amp;&#38;&#x26;&amp;#38;&amp;amp;'/><r x='a&amp;b&amp;'/></s>", wanted: ["@x"],
            outcomes: [["&&&&#38;&amp;"], ["a&b&"]]),
        XMLCase(
            name: "line ends become one, white space stays, in attributes it is blanks",
            text: "<s><r x=' 1\t\r\n2 '><a> 1\r\n2\r3\n </a><b>\u{3000}全角\u{3000}</b></r></s>",
            outcomes: [[" 1\n2\n3\n ", "\u{3000}全角\u{3000}", " 1  2 "]]),
        XMLCase(
            name: "a namespace that is asked for, any namespace, none",
            text: "<s xmlns='urn:1' xmlns:p='urn:2'><r><a>1</a><p:a>2</p:a><a xmlns=''>3</a></r></s>",
            wanted: ["{urn:1}a", "{urn:2}a", "{}a"], outcomes: [["1", "2", "3"]]),
        XMLCase(
            name: "the same name in two namespaces is twice for a name in any",
            text: "<s xmlns='urn:1' xmlns:p='urn:2'><r><a>1</a><p:a>2</p:a></r></s>", wanted: ["a"],
            outcomes: [["! the field “a” comes twice"]]),
        XMLCase(
            name: "one element for two fields, by any namespace and by this one",
            text: "<s xmlns='urn:1'><r><a>1</a></r><r xmlns=''><a>2</a></r></s>",
            wanted: ["{urn:1}a", "a", "a {urn:1}a"], outcomes: [["1", "1", "1"], ["", "2", "2"]]),
        XMLCase(
            name: "a record element of one namespace alone",
            text: "<s xmlns:p='urn:2'><r><a>1</a></r><p:r><a>2</a></p:r></s>", record: "{urn:2}r", wanted: ["a"],
            outcomes: [["2"]]),
        XMLCase(
            name: "attributes with and without namespace",
            text: "<s xmlns='urn:1' xmlns:p='urn:2'><r x='1' p:y='2' xml:lang='zh'/></s>",
            wanted: ["@x", "@{}x", "@{urn:1}x", "@{urn:2}y", "@y", "@{http://www.w3.org/XML/1998/namespace}lang"],
            outcomes: [["1", "1", "", "2", "2", "zh"]]),
        XMLCase(
            name: "namespace declarations are no attributes",
            text: "<s><r xmlns='urn:1' xmlns:x='urn:2'/></s>", wanted: ["@xmlns", "@x"], outcomes: [["", ""]]),
        XMLCase(
            name: "nested paths share their first steps; attributes beside text",
            text: "<s><r><p k='1'><id>2</id><n z='3'>4</n></p><id>5</id><p2><p><id>6</id></p></p2></r></s>",
            wanted: ["p/id", "p/n", "p/n/@z", "p/@k", "id", "p2/p/id"], outcomes: [["2", "4", "3", "1", "5", "6"]]),
        XMLCase(
            name: "a path may go through two elements of the same name",
            text: "<s><r><p><id>1</id></p><p><n>2</n></p></r></s>", wanted: ["p/id", "p/n"], outcomes: [["1", "2"]]),
        XMLCase(
            name: "alternatives",
            text: "<s><r><姓名>甲</姓名></r><r><Name>B</Name></r><r name='C'/></s>",
            wanted: ["姓名 Name @name"], outcomes: [["甲"], ["B"], ["C"]]),
        XMLCase(
            name: "a field twice, by the same path or another, empty or not",
            text: "<s><r><a>1</a><a>1</a></r><r><a/><a/></r><r c='1'><a/></r><r><a>1</a></r></s>",
            wanted: ["a @c"],
            outcomes: [
                ["! the field “a” comes twice"], ["! the field “a” comes twice"], ["! the field “a” comes twice"],
                ["1"],
            ]),
        XMLCase(
            name: "the alternative that came second is named",
            text: "<s><r><a/><p><b/></p></r></s>", wanted: ["a p/b"], outcomes: [["! the field “p/b” comes twice"]]),
        XMLCase(
            name: "an element inside a field",
            text: "<s><r><a>1<c>2</c></a><a/></r><r><a>1</a></r></s>", wanted: ["a"],
            outcomes: [["! an element inside the field “a”"], ["1"]]),
        XMLCase(
            name: "a record's name inside a record is a child where it is wanted",
            text: "<s><r><r>1</r><a>2</a></r><q><r><a>4</a></r></q></s>", wanted: ["r", "a"],
            outcomes: [["1", "2"], ["", "4"]]),
        XMLCase(
            name: "and elsewhere a record that would be lost",
            text: "<s><r><r>1</r><a>2</a><c><r><a>3</a></r></c></r><q><r><a>4</a></r></q></s>", wanted: ["r", "a"],
            outcomes: [["! a record inside a record"], ["", "4"]]),
        XMLCase(
            name: "the root may be the record", text: "<r x='3'><a>1</a></r>", outcomes: [["1", "", "3"]]),
        XMLCase(
            name: "declaration, label of any encoding, comments around the root",
            text:
                "<?xml version='1.0' encoding='GBK' standalone='yes'?><!-- c -->\n<s><r><a>赔</a></r></s><!-- d -->\n\n",
            wanted: ["a"], outcomes: [["赔"]]),
        XMLCase(name: "no record at all", text: "<s><q/><p/></s>", outcomes: []),
    ]

    @Test(arguments: cases) func records(_ item: XMLCase) throws {
        for pieceSize in pieceSizes {
            let reading = try Reading(item.text, record: item.record, wanted: item.wanted, pieceSize: pieceSize)
            #expect(reading.error == nil)
            #expect(reading.outcomes == item.outcomes, "pieces of \(pieceSize) bytes")
            #expect(reading.summary?.recordCount == item.outcomes.count)
        }
    }

    @Test func recordsKnowTheirNumberAndFirstByte() throws {
        // Long enough that libxml2 has let go of the start of its buffer several times.
        var text = "<s>"
        var offsets: [Int] = []
        for number in 0..<1500 {
            text += String(repeating: " ", count: number % 5) + (number % 3 == 0 ? "记<!-- < -->" : "")
            offsets.append(text.utf8.count)
            let attribute = number % 7 == 0 ? String(repeating: "长>", count: number / 4) : "1"
            text += "<r x='\(attribute)'\n y=\"/>\"" + (number % 2 == 0 ? "/>" : "><a>\(number)</a><a/></r>")
        }
        text += "</s>"
        for pieceSize in pieceSizes {
            let reading = try Reading(text, wanted: ["a"], pieceSize: pieceSize)
            #expect(reading.error == nil)
            let found = reading.entries.map { entry in
                switch entry {
                case .record(_, let offset, let number), .malformed(_, let offset, let number): [number, offset]
                }
            }
            #expect(found == offsets.enumerated().map { [$0 + 1, $1] })
        }
    }

    @Test func summaryNamesTheChildrenOfTheRoot() throws {
        let children = (1...30).map { "<c\($0)/><c1/>" }.joined()
        let summary = try #require(try Reading("<s xmlns:p='urn:x'><p:q/>\(children)</s>").summary)
        #expect(summary.root == ElementName("s"))
        #expect(summary.rootChildren.map(\.description) == ["{urn:x}q"] + (1...19).map { "c\($0)" })
        #expect(summary.recordCount == 0)
    }

    @Test func errorsOfTheSourceComeOutAsTheyAre() throws {
        let failing = FailingTextSource(Array("<s><r/><r><a>".utf8))
        var records = CollectedRecords()
        let reader = XMLReader(record: try #require(ElementName("r")), wanted: [])
        #expect(throws: FailingTextSource.failure) { try reader.read(failing, into: &records) }
    }

    @Test func readersOnTwoThreadsDoNotMeet() async throws {
        let text = "<s>" + String(repeating: "<r x='1'><a>甲</a><b>2</b></r>", count: 5000) + "</s>"
        let expected = try Reading(text)
        #expect(expected.entries.count == 5000)
        await withTaskGroup { group in
            for _ in 0..<4 {
                group.addTask { try? Reading(text, pieceSize: 4096) }
            }
            for await reading in group { #expect(reading == expected) }
        }
    }
}

/// Hands out some text, then fails as a disk does.
final class FailingTextSource: TextSource {
    static let failure = InputError(problem: .systemFailed(code: EIO), file: "disk", byteOffset: 13)

    let name = "disk"
    private let text: MemoryTextSource

    init(_ bytes: [UInt8]) { text = MemoryTextSource(bytes) }

    func read(into buffer: Room<UInt8>) throws(InputError) -> Int {
        let count = try text.read(into: buffer)
        if count == 0 { throw Self.failure }
        return count
    }
}
