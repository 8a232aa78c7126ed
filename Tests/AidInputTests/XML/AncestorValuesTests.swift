import AidInput
import AidModel
import TestSupport
import Testing

/// Fields of a record from the elements around it.
struct AncestorValuesTests {
    private static func outcomes(_ xml: String, _ wanted: [String]) throws -> [[String]] {
        var first: [[String]] = []
        for pieceSize in [1, 7, 512 << 10] {
            let reading = try Reading(Array(xml.utf8), wanted: wanted, pieceSize: pieceSize)
            #expect(!reading.isRefused)
            if pieceSize == 1 { first = reading.outcomes } else { #expect(reading.outcomes == first) }
        }
        return first
    }

    private static let nested = """
        <all year="2023"><head><by>A &amp; B</by></head>
          <g name="徐汇&amp;"><code>X<!-- -->H</code><r><a>1</a></r><code>XH2</code><r><a>2</a></r></g>
          <g><r><a>3</a></r><code>late</code></g>
          <r><a>4</a></r>
        </all>
        """

    @Test("Attributes and earlier elements of what the record lies in, and of what that lies in")
    func values() throws {
        #expect(
            try Self.outcomes(Self.nested, ["a", "../@name", "../code", "../../@year", "../../head"]) == [
                ["1", "徐汇&", "XH", "2023", ""], ["2", "徐汇&", "XH2", "2023", ""], ["3", "", "", "2023", ""],
                ["4", "", "", "", ""],
            ])
        // The records of the root itself.
        #expect(
            try Self.outcomes(Self.nested, ["a", "../@year", "../head/@x"]).map { $0[1] } == ["", "", "", "2023"])
    }

    @Test("What a record says as well as its parent is said twice")
    func twice() throws {
        #expect(
            try Self.outcomes("<g x='1'><r x='2'><a>1</a></r><r><a>2</a></r></g>", ["a", "@x ../@x"])
                == [
                    ["! " + RecordProblem.fieldTwice(name: "@x").message.en], ["2", "1"],
                ])
    }

    @Test("A value that is too long is one in every record", arguments: [true, false])
    func tooLong(isAttribute: Bool) throws {
        let long = String(repeating: "x", count: 70_000)
        let xml = isAttribute ? "<g n='\(long)'><r/></g>" : "<g><n>\(long)</n><r/></g>"
        let outcomes = try Self.outcomes(xml, [isAttribute ? "../@n" : "../n"])
        #expect(outcomes == [["! " + RecordProblem.fieldTooLong.message.en]])
    }

    @Test("Random trees, held against a walk with the way back in hand")
    func random() throws {
        for seed in SeededRandom.seeds(60) {
            var random = SeededRandom(seed)
            var expected: [[String]] = []
            func tree(_ depth: Int, _ parents: [(x: String?, n: String?)]) -> String {
                var own: (x: String?, n: String?) = (Bool.random(using: &random) ? "x\(expected.count)" : nil, nil)
                var xml = "<g" + (own.x.map { " x=\"\($0)\"" } ?? "") + ">"
                for _ in 0..<Int.random(in: 0...4, using: &random) {
                    switch Int.random(in: 0..<4, using: &random) {
                    case 0:
                        own.n = "n\(Int.random(in: 0...9, using: &random))"
                        xml += "<n>\(own.n ?? "")</n>"
                    case 1 where depth < 4: xml += tree(depth + 1, parents + [own])
                    default:
                        let ways = parents + [own]
                        let above: (x: String?, n: String?) = ways.count > 1 ? ways[ways.count - 2] : (nil, nil)
                        expected.append(["\(expected.count)", own.x ?? "", own.n ?? "", above.x ?? "", above.n ?? ""])
                        xml += "<r><a>\(expected.count - 1)</a><n>no</n></r>"
                    }
                }
                return xml + "</g>"
            }
            let xml = tree(0, [])
            #expect(try Self.outcomes(xml, ["a", "../@x", "../n", "../../@x", "../../n"]) == expected, "seed \(seed)")
        }
    }

    @Test("The fast way leaves such files to the other")
    func bothWays() throws {
        let fields: [RecordLayout.Field] = [
            .init(name: "care", from: ["../@care"]),
            .init(name: "month", from: [], isOptional: true, source: .month),
        ]
        var layout = ClaimsExport.layout(hasStatus: false, hasReverses: false, breakdowns: fields)
        (layout.person.from, layout.day.from, layout.amount.from) = (["id"], ["day"], ["amount"])
        let record = { (number: Int) in
            "<Claim><ClaimNo>C\(number)</ClaimNo><id>\(MadeUpID.id(number: number))</id><day>2023-04-05</day>"
                + "<amount>1.00</amount></Claim>"
        }
        let xml =
            "<all><g care=\"门诊\">" + (0..<200).map(record).joined() + "</g><g care=\"住院\">"
            + (200..<300).map(record).joined() + "</g></all>"
        let read = try BothWays.read(xml, layout, .xml(record: ElementName("Claim")))
        #expect(read.groups.filter { $0 == ["门诊", "4月"] }.count == 200)
        #expect(read.groups.filter { $0 == ["住院", "4月"] }.count == 100)
    }
}
