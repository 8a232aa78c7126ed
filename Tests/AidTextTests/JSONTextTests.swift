import Testing

@testable import AidText

@Suite struct JSONTextTests {
    @Test(
        arguments: [
            (1826, "18.26"), (-50, "-0.50"), (0, "0.00"), (5, "0.05"), (-5, "-0.05"), (100, "1.00"),
            (-12_345, "-123.45"),
        ] as [(Int128, String)])
    func hundredthsAreExactDecimals(hundredths: Int128, text: String) {
        #expect(JSONText.hundredths(hundredths).pretty() == text + "\n")
    }

    @Test func integersOfAnySizeStayExact() {
        #expect(JSONText.integer(Int128.max).pretty() == "170141183460469231731687303715884105727\n")
        #expect(JSONText.integer(Int128.min).pretty() == "-170141183460469231731687303715884105728\n")
    }

    @Test(arguments: [
        ("暖·互助“二次报销”😀", "暖·互助“二次报销”😀"), ("\"\\/", #"\"\\/"#), ("\n\r\t", #"\n\r\t"#),
        ("\u{0}\u{1F}\u{7F}\u{9F}", #"\u0000\u001F\u007F\u009F"#), ("\u{2028}\u{202E}\u{FEFF}", #"\u2028\u202E\uFEFF"#),
        ("\u{E0041}", #"\uDB40\uDC41"#), ("\r\n", #"\r\n"#), ("e\u{301}", "e\u{301}"),
    ])
    func stringsAreEscaped(string: String, text: String) {
        #expect(JSONText.string(string).pretty() == "\"" + text + "\"\n")
    }

    @Test func membersKeepTheirOrderAndNilOnesGo() {
        let value: JSONText = .object(of: [
            "b": 1, "a": [.null, true, "x"], "none": nil, "empty": [], "hollow": .object([]), "c": ["d": false],
        ])
        #expect(
            value.pretty() == """
                {
                  "b": 1,
                  "a": [
                    null,
                    true,
                    "x"
                  ],
                  "empty": [],
                  "hollow": {},
                  "c": {
                    "d": false
                  }
                }

                """)
    }

    @Test func aLongListTakesALineAnElement() {
        let document = Document<[[Int]]>("test/1", title: "", zh: "", en: "") {
            DocumentMember("list", { $0 }, DocumentShape<Int>.integer.list.lines)
            DocumentMember("none", { _ in [] }, DocumentShape<Int>.integer.lines)
            DocumentMember("broken", { $0[0] }, DocumentShape<Int>.integer.list)
        }
        #expect(
            document.text([[1], [2, 3]]) == """
                {
                  "schema": "test/1",
                  "list": [
                    [1],
                    [2,3]
                  ],
                  "none": [],
                  "broken": [
                    1
                  ]
                }

                """)
    }

    @Test func piecesThatAreHandedOnAreTheWhole() throws {
        let document = Document<[String]>("test/1", title: "", zh: "", en: "") {
            DocumentMember("list", { $0 }, DocumentShape<String>.text.list)
        }
        let texts = (0..<20_000).map { "第\($0)行" }
        var pieces: [[UInt8]] = []
        var sink = ByteSink { pieces.append($0) }
        document.write(texts, to: &sink)
        sink.end()
        #expect(Array(pieces.joined()) == document.bytes(texts))
        #expect(pieces.count > 4 && pieces.allSatisfy { $0.count < 70_000 })
    }
}
