import Testing

@testable import AidPipeline

/// The small parts that the pipeline file is read with.
@Suite struct PipelineFilePartsTests {
    @Test(arguments: [
        ("0.1%", 1, 1000), ("0.1 %", 1, 1000), ("2%", 1, 50), ("0", 0, 1), ("0.00", 0, 1), ("0%", 0, 1),
        ("100%", 1, 1), ("100.000%", 1, 1), ("12.5％", 1, 8), ("0.000000001%", 1, 100_000_000_000),
        ("000.5%", 1, 200),
    ])
    func sharesAreExact(text: String, numerator: Int, denominator: Int) throws {
        let share = try ExactShare(text)
        #expect(share.numerator == numerator)
        #expect(share.denominator == denominator)
    }

    @Test(arguments: ["", "%", ".5", "5.", "1e-3", "-1%", "+1%", "1%%", "0,1%", "1.2.3", "0.1234567890", "１%", "ten"])
    func whatIsNoShareIsRefused(text: String) {
        #expect(throws: ExactShare.Problem.notANumber) { try ExactShare(text) }
    }

    @Test(arguments: ["100.000000001%", "999999999.999999999", "101"])
    func moreThanAllIsRefused(text: String) {
        #expect(throws: ExactShare.Problem.aboveOne) { try ExactShare(text) }
    }

    @Test(
        "A number without its sign may mean two shares",
        arguments: [
            ("0.1", "0.1%", "10%"), ("1", "1%", "100%"), ("0.001", "0.001%", "0.1%"), ("0.125", "0.125%", "12.5%"),
            ("1.000000001", "1.000000001%", nil), ("2", "2%", nil), ("100", "100%", nil),
        ] as [(String, String, String?)])
    func sharesNeedTheirSign(text: String, percent: String, fraction: String?) {
        #expect(throws: ExactShare.Problem.withoutSign(percent: percent, fraction: fraction)) { try ExactShare(text) }
    }

    @Test(arguments: ["0%", "0.1%", "12.5%", "100%", "0.000000001%", "33.333333333%"])
    func sharesAreWrittenAsTheyAreRead(text: String) throws {
        #expect(try ExactShare(text).percentText == text)
    }

    @Test("An allowance is exceeded past both its share and its number")
    func allowances() throws {
        let small = Allowance(share: try ExactShare("0.1%"), recordCount: 3)
        #expect(!small.isExceeded(by: 3, of: 40) && small.isExceeded(by: 4, of: 40))
        #expect(!small.isExceeded(by: 10, of: 10_000) && small.isExceeded(by: 11, of: 10_000))
        for whole in [0, 1, 40, 2_999, 3_000, 3_001, 10_000] {
            let largest = small.largestPart(of: whole)
            #expect(!small.isExceeded(by: largest, of: whole) && small.isExceeded(by: largest + 1, of: whole))
        }
    }

    @Test func aShareIsExceededOnlyPastIt() throws {
        let share = try ExactShare("0.1%")
        #expect(!share.isExceeded(by: 0, of: 0))
        #expect(!share.isExceeded(by: 1, of: 1000))
        #expect(share.isExceeded(by: 1, of: 999))
        #expect(share.isExceeded(by: 2, of: 1999))
        #expect(!share.isExceeded(by: .max / 1000, of: .max))
        #expect(share.isExceeded(by: .max, of: .max))
        #expect(!(try ExactShare("100%")).isExceeded(by: 7, of: 7))
    }

    @Test(arguments: [
        ("", "", 0), ("a", "", 1), ("", "ab", 2), ("kitten", "sitting", 3), ("nmae", "name", 1), ("ab", "ba", 1),
        ("minGruop", "minGroup", 1), ("状态", "状况", 1), ("abc", "abc", 0),
    ])
    func editsAreCounted(first: String, second: String, distance: Int) {
        #expect(NearMiss.distance(Array(first), Array(second)) == distance)
        #expect(NearMiss.distance(Array(second), Array(first)) == distance)
    }

    @Test func onlyNearWordsAreSuggested() {
        #expect(NearMiss.nearest(to: "xlm", among: ["csv", "xml"]) == "xml")
        #expect(NearMiss.nearest(to: "CSV", among: ["csv", "xml"]) == "csv")
        #expect(NearMiss.nearest(to: "cn", among: ["zh", "en"]) == nil)
        #expect(NearMiss.nearest(to: "breakdwns", among: ["quality", "breakdowns"]) == "breakdowns")
        #expect(NearMiss.nearest(to: "brakdwn", among: ["breakdowns"]) == nil)
    }

    @Test(arguments: [
        (" 已打款 ", "已打款"), ("　ＡｂＺ０９　", "AbZ09"), ("\u{A0}a\t\r\n", "a"), ("（冲正）", "（冲正）"), ("a b", "a b"), ("　", ""),
        ("\u{200B}已打\u{FEFF}款\u{200E}", "已打款"), ("'已打款", "已打款"), ("\u{200B}", ""),
    ])
    func fieldsAreCleaned(text: String, cleaned: String) {
        #expect(text.cleanedAsField == cleaned)
    }

    @Test(arguments: [
        ("5", YAMLScalar.Kind.integer), ("-5", .integer), ("0x1F", .integer), ("5.0", .number), ("1e3", .number),
        (".5", .number), (".inf", .number), ("~", .null), ("", .null), ("Null", .null), ("True", .flag),
        ("yes", .text), ("2012-05-01", .text), ("0.1%", .text), (".", .text), ("-", .text), ("1e", .text),
        ("e5", .text), ("1.2.3", .text),
    ])
    func plainScalarsAreWhatTheCoreSchemaSays(text: String, kind: YAMLScalar.Kind) {
        #expect(YAMLScalar(text: text, isPlain: true).kind == kind)
        #expect(YAMLScalar(text: text, isPlain: false).kind == .text)
    }

    @Test(arguments: ["2012-05-01", "2024-02-29", "0001-01-01"])
    func daysAreRead(text: String) {
        #expect(TextFormat.day.problem(of: text) == nil)
    }

    @Test(arguments: [
        "2023-02-29", "2023-2-1", "2023-13-01", "２０２３-01-01", "+123-01-01", "2023-01-01T00:00", "0000-01-01",
    ])
    func whatIsNoDayIsRefused(text: String) {
        #expect(TextFormat.day.problem(of: text)?.code == "bad-date")
    }

    @Test func mergeKeysBringInWhatTheMappingDoesNotSay() throws {
        var reader = YAMLReader()
        let read = reader.read(
            """
            a: &a { x: 1, y: 1 }
            b: &b { y: 2, z: 2 }
            c: { <<: [*a, *b], x: 3 }
            """)
        let root = try #require(read)
        guard case .mapping(let entries) = root.content, case .mapping(let merged) = entries[2].value.content else {
            Issue.record("no mapping")
            return
        }
        let texts = merged.map { entry in
            if case .scalar(let scalar) = entry.value.content { "\(entry.key)\(scalar.text)" } else { entry.key }
        }
        #expect(texts == ["x3", "y1", "z2"])
        #expect(reader.findings == [])
    }
}
