import TestSupport
import AidInput
import Testing

/// The plain scanner against libxml2.
struct PlainXMLScannerTests {
    /// A document whose records are all plain, and the fields wanted of it.
    struct PlainCase: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var record = "r"
        var wanted = ["a", "b", "@x"]
    }

    static let plainCases: [PlainCase] = [
        PlainCase(
            testDescription: "fields in any order, absent, empty",
            text: "<s><r x='3'><b>2</b><a>1</a></r><r><a>1</a></r><r/><r x=\"\"><b></b><a/></r></s>"),
        PlainCase(
            testDescription: "white space of every kind around tags and in them",
            text: "<s>\r\n\t<r  x = '1'\r\n y=\"2\" >\r\n<a >1</a\r\n>\r\n<b\t/></r >\n\n<r\n/>\r</s>"),
        PlainCase(
            testDescription: "full-width text, brackets, greater-than signs, quotes",
            text: "<s><r x='a>b \"'><a>￥１２、甲]]，]>\u{FFFD}</a><b>it's \"x\" / = \u{3000}</b></r><r><a>\t1\n2</a></r></s>"
        ),
        PlainCase(
            testDescription: "text between elements, unwanted elements with what is in them",
            text: "<s><r>t<c>5<a>6</a><b>7</b>]</c>\r<a>1</a>t</r><r><q><q><q/></q></q></r></s>"),
        PlainCase(
            testDescription: "carriage returns where nothing is wanted",
            text: "<s><r><c>1\r\n2</c>\r<a>1</a></r></s>"),
        PlainCase(
            testDescription: "nested paths, attributes beside text, alternatives",
            text: "<s><r><p k='1'><id>2</id><n z='3'>4</n></p><id>5</id></r><r><q w='7'/><p/><p><id>1</id></p></r></s>",
            wanted: ["p/id", "p/n", "p/n/@z", "p/@k q/@w", "id x"]),
        PlainCase(
            testDescription: "a default namespace",
            text: "<s xmlns='urn:1'><r x='1'><a>1</a></r></s>", record: "{urn:1}r", wanted: ["{urn:1}a", "@{}x", "@x"]),
        PlainCase(
            testDescription: "prefixes declared by the root",
            text: "<s xmlns='urn:1' xmlns:p='urn:2'><p:r p:x='1' x='2'><a>1</a><p:a>2</p:a></p:r></s>",
            record: "{urn:2}r", wanted: ["{urn:1}a", "{urn:2}a", "@{urn:2}x", "@{}x"]),
        PlainCase(
            testDescription: "the record's name as a wanted child",
            text: "<s><r><r>1</r><a>2</a></r></s>", wanted: ["r", "a"]),
        PlainCase(
            testDescription: "one element for two fields",
            text: "<s xmlns='urn:1'><r><a>1</a></r></s>", wanted: ["{urn:1}a", "a", "a {urn:1}a"]),
        PlainCase(
            testDescription: "Chinese names; names that begin alike",
            text: "<赔付><r><姓名>甲</姓名><姓>乙</姓></r><r><姓>乙</姓><姓名2/></r></赔付>", wanted: ["姓名", "姓", "姓名2"]),
        PlainCase(
            testDescription: "the attributes of the namespace of XML",
            text: "<s><r xml:lang='zh' xml:space='preserve'/></s>",
            wanted: ["@{http://www.w3.org/XML/1998/namespace}lang", "@space"]),
        PlainCase(testDescription: "a lonely record", text: "<s><r/></s>"),
        PlainCase(
            testDescription: "what looks like a section's end in an attribute", text: "<s><r x=']]>'/><r y=']]>'/></s>"),
    ]

    @Test(arguments: plainCases) func allIsPlain(_ item: PlainCase) throws {
        let bytes = Array(item.text.utf8)
        let truth = try Reading(bytes, record: item.record, wanted: item.wanted)
        let scan = try #require(try PlainScan(bytes, record: item.record, wanted: item.wanted))
        #expect(truth.error == nil && !truth.entries.isEmpty)
        #expect(scan.entries == truth.entries)
        #expect(scan.stop.reason == .notPlain && bytes[scan.stop.offset...].starts(with: Array("</".utf8)))
    }

    /// Records that are not plain, each put between two that are.
    static let notPlainRecords = [
        "<r><a>&amp;</a></r>", "<r><a>&#65;</a></r>", "<r><c>&lt;</c></r>", "<r x='&amp;'/>", "<r><!-- c --></r>",
        "<!-- c -->", "<?p x?>", "<r><?p x?></r>", "<r><a><![CDATA[1]]></a></r>", "t", "<q/>", "<q><r/></q>",
        "<r xmlns='urn:1'/>", "<r><a xmlns:p='urn:1'/></r>", "<r xmlns:p='urn:1'/>", "<p:r/>", "<r><p:a/></r>",
        "<r p:x='1'/>", "<r><a>1</a><a>2</a></r>", "<r><a><c/></a></r>", "<r><a>1<c/>2</a></r>", "<r><c><r/></c></r>",
        "<r><r/></r>", "<r x='1' x='2'/>", "<r x='1'x='2'/>", "<r x='1'y='2'/>", "<r x=1/>", "<r x/>", "<r x='<'/>",
        "<r x='1\t2'/>", "<r x='1\n2'/>", "<r x='1\r2'/>", "<r y='1\n2'/>", "<r><a>1\r\n2</a></r>", "<r><a>1\r</a></r>",
        "<r><a>]]></a></r>", "<r>]]></r>", "<r><c>]]]></c></r>", "<r><a>\u{1}</a></r>", "<r><c>\u{0}</c></r>",
        "<r><c>\u{FFFE}</c></r>", "<r><c>\u{FFFF}</c></r>", "<r x='\u{FFFF}'/>", "<r></a>", "<r></ r>", "<r></r/>",
        "<r / >", "< r/>", "<r><1/></r>", "<r><-a/></r>", "<r><a:/></r>", "<r><:a/></r>", "<r><xml:a:b/></r>",
        "<r><c\u{D7}/></r>", "<r><a</a></r>", "<r><a>1</b></r>", "<r xmlns:xml='urn:1'/>", "<r xmlns:xmlns='urn:1'/>",
        "<r><xmlns:a/></r>", "<r xml:x='1' xml:x='2'/>", "<r>&e;</r>", "<r", "<r ", "<r x", "<r>", "<r><a", "<",
        "<R/>", "<rr/>", "<\u{72}\u{301}/>",
    ]

    @Test(arguments: notPlainRecords) func notPlain(_ text: String) throws {
        // Known shapes must make no difference, so one of them comes first and one last.
        let before = "<s xmlns:o='urn:9'><r x='0'><a>0</a><c>0</c></r><r/>\n"
        let bytes = Array((before + text + "\n<r x='0'><a>0</a><c>0</c></r></s>").utf8)
        let scan = try #require(try PlainScan(bytes))
        #expect(scan.entries.count == 2)
        #expect(scan.stop == .init(reason: .notPlain, offset: before.utf8.count))
        try expectAgreement(bytes, text)
    }

    @Test func bytesThatAreNoUTF8AreNotPlain() throws {
        for broken: [UInt8] in [
            [0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xB2], [0xE4],
        ] {
            for template in ["<r><a>@</a></r>", "<r><c>x@</c></r>", "<r x='@'/>", "<r><c@/></r>", "<r>@</r>"] {
                let parts = template.split(separator: "@").map { Array($0.utf8) }
                let record = parts[0] + broken + parts[1]
                let bytes = Array("<s><r><a>1</a></r><r><c>1</c></r><r x=''/>".utf8) + record + Array("</s>".utf8)
                let scan = try #require(try PlainScan(bytes))
                #expect(scan.entries.count == 3, "\(template)")
                #expect(scan.stop.reason == .notPlain)
            }
        }
    }

    @Test func longRecordsAreNotPlain() throws {
        let limit = PlainXMLScanner.recordByteLimit
        for (length, count) in [(limit, 2), (limit + 1, 1)] {
            for template in ["<r><a>@</a></r>", "<r x='@'/>", "<r><c>@</c></r>"] {
                let record = template.replacing("@", with: String(repeating: "x", count: length - template.count + 1))
                let text =
                    "<s>" + template.replacing("@", with: "1") + record + template.replacing("@", with: "2") + "</s>"
                let scan = try #require(try PlainScan(Array(text.utf8)))
                #expect(scan.entries.count == (count == 2 ? 3 : 1), "\(length) \(template)")
                try expectAgreement(Array(text.utf8), template)
            }
        }
    }

    @Test func depthIsThatOfTheReader() throws {
        for (depth, count) in [(62, 1), (63, 0)] {
            let text =
                "<s><r>" + String(repeating: "<d>", count: depth) + String(repeating: "</d>", count: depth) + "</r></s>"
            #expect(try PlainScan(Array(text.utf8))?.entries.count == count)
            #expect(try Reading(text).entries.count == count)
        }
    }

    @Test func manyNamesAndShapesAreStillRight() throws {
        // More names than are kept: from some record on nothing is plain.
        let many = (0..<400).map { "<r><a>\($0)</a><n\($0)/></r>" }
        let taken = try expectAgreement(Array("<s>\(many.joined())</s>".utf8), "names")
        #expect((100..<400).contains(try #require(taken)))
        // More shapes than are kept: all records are plain all the same.
        var random = SeededRandom(1)
        let shapes = (0..<3000).map { _ in
            "<r>"
                + ["a", "b", "c", "d", "e", "f", "g"].shuffled(using: &random)
                .map { "<\($0)>\t</\($0)>" + String(repeating: " ", count: Int.random(in: 0..<9, using: &random)) }
                .joined()
                + "</r>"
        }
        #expect(try expectAgreement(Array("<s>\(shapes.joined())</s>".utf8), "shapes") == 3000)
    }

    /// Two records that are plain may have parts that make none together: whatever goes before,
    /// every order of a few parts must come to what libxml2 says.
    @Test func partsThatMustNotBeJoined() throws {
        func orders<Part>(of parts: [Part]) -> [[Part]] {
            let pairs = parts.flatMap { first in parts.map { [first, $0] } }
            return [[]] + parts.map { [$0] } + pairs + pairs.flatMap { pair in parts.map { pair + [$0] } }
        }
        var random = SeededRandom(3)
        let elements = ["<a>1</a>", "<b>2</b>", "<p><a>3</a></p>", "<p><q>4</q></p>", "<a/>", "<c>t</c>"]
        let attributes = [" x='1'", " y='2'", " p:x='3'", " q:x='4'", " z=\"5\""]
        var records = orders(of: elements).map { "<r>" + $0.joined() + "</r>" }
        records += orders(of: attributes).map { "<r" + $0.joined() + "/>" }
        records += orders(of: attributes).map { "<r><b" + $0.joined() + ">6</b></r>" }
        records += attributes.flatMap { attribute in elements.map { "<r\(attribute)>\($0)</r>" } }
        let root = "<s xmlns:p='urn:1' xmlns:q='urn:1'>"
        for wanted in [["a", "b", "@x"], ["a p/a", "b/@y @y", "p/q"], ["a @x", "@{urn:1}x"], []] {
            let plain = try records.filter {
                try PlainScan(Array("\(root)\($0)</s>".utf8), wanted: wanted)?.entries.count == 1
            }
            #expect(plain.count > 200 && plain.count < records.count)
            // All that are plain, then each that is not, one a document.
            let known = root + plain.shuffled(using: &random).joined()
            let notPlain = Set(records).subtracting(plain)
            let prolog = try #require(
                try PlainScan.prolog(Array((known + "</s>").utf8), record: "r", wanted: wanted))
            var scanner = PlainXMLScanner(prolog.scope)
            let bytes = Array(known.utf8)
            let scan = PlainScan(bytes, from: prolog.textOffset, limit: bytes.count, &scanner)
            #expect(scan.entries == (try Reading(bytes + Array("</s>".utf8), wanted: wanted)).entries)
            for record in notPlain {
                let bytes = Array((root + record + "<r/></s>" + String(repeating: " ", count: 64)).utf8)
                let scan = PlainScan(bytes, from: prolog.textOffset, limit: bytes.count, &scanner)
                #expect(scan.entries.isEmpty, "\(record), \(wanted)")
            }
        }
    }

    @Test func everyLimitAndEveryCut() throws {
        let text = "<s>\n<r x='1'><a>1</a></r>\n\n <r x='2'><a>22</a>\n</r><r/> <!-- c --><r/></s>"
        let bytes = Array(text.utf8)
        let prolog = try #require(try PlainScan.prolog(bytes, record: "r", wanted: ["a", "@x"]))
        var scanner = PlainXMLScanner(prolog.scope)
        let whole = PlainScan(bytes, from: prolog.textOffset, limit: bytes.count, &scanner)
        #expect(whole.entries.count == 3)
        for limit in prolog.textOffset...bytes.count {
            let scan = PlainScan(bytes, from: prolog.textOffset, limit: limit, &scanner)
            let starts = [4, 28, 51].filter { $0 < limit }
            #expect(scan.entries == Array(whole.entries.prefix(starts.count)))
            if scan.stop.reason == .limit { #expect(scan.stop.offset >= limit) }
            // And no byte behind the limit.
            let cut = PlainScan(Array(bytes[..<limit]), from: prolog.textOffset, limit: limit, &scanner)
            #expect(cut.entries == Array(whole.entries.prefix(cut.entries.count)))
            #expect(cut.stop.reason != .notPlain || cut.stop.offset == whole.stop.offset, "\(limit)")
        }
    }

    @Test func fixturesOfTheReader() throws {
        for item in XMLReaderTests.cases {
            try expectAgreement(Array(item.text.utf8), record: item.record, wanted: item.wanted, item.name)
        }
        for item in XMLRefusalTests.cases { try expectAgreement(item.bytes, item.what) }
        for seed in UInt64(0)..<500 { try expectAgreement(XMLFuzzTests.document(seed), "seed \(seed)") }
    }

    @Test func chanceDocuments() throws {
        var taken = 0
        var total = 0
        for seed in SeededRandom.seeds(1500) {
            let document = PlainDocument(seed)
            let count = try expectAgreement(
                document.bytes, record: document.record, wanted: document.wanted, "seed \(seed)")
            taken += count ?? 0
            total += try Reading(document.bytes, record: document.record, wanted: document.wanted).entries.count
        }
        // Most of it is plain, or this test says little.
        #expect(taken > total / 2, "\(taken) of \(total)")
    }

    @Test func damagedDocuments() throws {
        var taken = 0
        for seed in SeededRandom.seeds(6000) {
            let document = PlainDocument(seed)
            taken +=
                try expectAgreement(
                    document.damaged(seed), record: document.record, wanted: document.wanted, "seed \(seed), damaged")
                ?? 0
        }
        #expect(taken > 1000, "\(taken)")
    }
}
