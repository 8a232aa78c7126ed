import AidInput
import AidModel
import AidNews
import Testing

@testable import AidPipeline

/// What a pipeline file without errors says.
@Suite struct PipelineFileValueTests {
    /// A file with what is required and some lines more.
    static func minimal(fields: String = "", _ lines: String = "") -> String {
        """
        name: x
        fields:
          person: { from: id }
          paidOn: { from: day, type: date }
          amount: { from: money }
        \(fields)
        \(lines)
        """
    }

    static func read(_ text: String) throws -> PipelineFile {
        let reading = PipelineFileReader.read(text, name: "test.yaml")
        #expect(!reading.hasErrors, "\(reading.listing)")
        return try #require(reading.file)
    }

    @Test func keysLeftOutHaveTheirDefaults() throws {
        let file = try Self.read(Self.minimal())
        #expect(file.programme.name == "x")
        #expect(file.programme.title == BilingualText(zh: "x", en: "x"))
        #expect(file.programme.since == nil)
        #expect(file.programme.currency == .cny)
        #expect(file.inputs == [])
        #expect(file.periodField == "paidOn")
        #expect(file.maxRejected.share.numerator == 1)
        #expect(file.maxRejected.share.denominator == 1000)
        #expect(file.maxSameRecords.share == (try ExactShare("10%")))
        #expect(file.maxSameRecords.recordCount == 19)
        #expect(file.minGroup == 5)
        #expect(file.measures == [])
        #expect(file.rules == nil)
        #expect(file.reports == [.json, .markdown, .html])
        #expect(file.language == .zh)
        #expect(file.news.words == NewsWords(names: ["x"]))
        #expect(file.statements == [])
        let layout = RecordLayout(
            claim: nil, person: .init(name: "person", from: ["id"]),
            personRule: .residentID(acceptsOtherDocuments: false, countsInvalidAsUnidentified: false),
            day: .init(name: "paidOn", from: ["day"]), amount: .init(name: "amount", from: ["money"]), status: nil,
            statusClasses: [:], reverses: nil, breakdowns: [], currency: .cny)
        #expect(file.layout == layout)
    }

    @Test func wordsOfThePressAndStatementsAreRead() throws {
        let titled = try Self.read(Self.minimal() + "\ntitle: { zh: 暖“互助”, en: Aid }\n")
        #expect(titled.news.words == NewsWords(names: ["暖“互助”", "互助", "Aid"]))
        let text =
            Self.minimal() + "\nnews: { names: [暖 互助, Aid], recipients: 获助会员, notOurs: [学员, visitors],\n"
            + "        groups: { 门诊: outpatient care, \"2\": ward } }\n"
            + "statements:\n  - { id: start, text: { en: It began. }, source: { en: Union }, asOf: 2023-07-16 }\n"
        let file = try Self.read(text)
        #expect(
            file.news.words
                == NewsWords(
                    names: ["暖 互助", "Aid"], recipients: ["获助会员"], notOurs: ["学员", "visitors"],
                    groups: ["门诊": "outpatient care", "2": "ward"]))
        let day = try #require(CalendarDay(year: 2023, month: 7, day: 16))
        #expect(
            file.statements == [
                NewsStatement(
                    id: "start", text: [.en: "It began."], source: BilingualText(zh: "Union", en: "Union"), asOf: day)
            ])
    }

    @Test func headersSkippedLinesAndDateFormsAreRead() throws {
        let text =
            Self.minimal().replacing("type: date", with: "type: date, dateForms: [serial-1904, \"24:00\"]")
            + "\ninputs: [{ files: a.csv, header: { row: 3, rows: 2 }, skip: 备注 }, { files: b.csv, skip: [４, ' #'] }]\n"
        let file = try Self.read(text)
        #expect(file.layout.dateForms == [.serial1904, .endOfDay])
        var shape = CSVShape()
        (shape.headerLine, shape.headerRowCount, shape.skippedBeginnings) = (3, 2, ["备注"])
        #expect(file.inputs.first?.shape == shape)
        var other = CSVShape()
        (other.skippedCount, other.skippedBeginnings) = (4, ["#"])
        #expect(file.inputs.last?.shape == other)
    }

    @Test func theDayOfTheTreatmentIsReadWhereItIsAskedFor() throws {
        func layout(_ more: String) throws -> RecordLayout {
            let treatment = "treatedOn: { from: t, type: date, dateForms: serial-1900 }"
            let days = "wait: { from: { days: [treatedOn, paidOn], bands: [30, 60] }, type: category }"
            return try Self.read(
                Self.minimal().replacing("fields:\n", with: "fields:\n  \(treatment)\n  \(days)\n") + "\n\(more)\n"
            ).layout
        }
        #expect(try layout("").treatment == nil)
        #expect(try layout("measures: [median-amount]").treatment == nil)
        for more in ["measures: [days-to-payment]", "breakdowns: [wait]"] {
            let layout = try layout(more)
            #expect(layout.treatment?.name == "treatedOn" && layout.treatmentDateForms == [.serial1900])
            #expect(layout.dateForms == [])
        }
        #expect(try layout("breakdowns: [wait]").breakdowns.map(\.source) == [.dayBand(GroupBands([30, 60]))])
    }

    @Test func theExampleOfTheInterfaceIsReadAsItStands() throws {
        let file = try Self.read(GoldenCases.pipeline("interface-example"))
        #expect(file.programme.name == "second-reimbursement")
        #expect(file.programme.title == BilingualText(zh: "暖·互助“二次报销”", en: "Second reimbursement"))
        #expect(file.programme.since == CalendarDay(year: 2012, month: 5, day: 1))
        #expect(
            file.inputs == [
                PipelineInput(
                    files: ["../sample-input/*.csv"], format: .csv, encoding: .auto, delimiter: nil, record: nil),
                PipelineInput(
                    files: ["../sample-input/*.xml"], format: .xml, encoding: .auto, delimiter: nil, record: "Claim"),
            ])
        #expect(
            file.layout.claim
                == .init(name: "claim", title: BilingualText(zh: "赔付编号", en: "claim"), from: ["赔付编号", "ClaimNo"]))
        #expect(
            file.layout.status
                == .init(name: "status", title: BilingualText(zh: "状态", en: "status"), from: ["状态", "Status"]))
        #expect(
            file.layout.reverses
                == .init(
                    name: "reverses", title: BilingualText(zh: "原赔付编号", en: "reverses"),
                    from: ["原赔付编号", "ReversesClaimNo"], isOptional: true))
        #expect(file.layout.breakdowns.map(\.name) == ["care", "district"])
        #expect(file.layout.statusClasses == ["已打款": .paid, "待审核": .unpaid, "拒付": .unpaid, "冲正": .reversed])
        #expect(file.layout.day.from == ["打款日期", "PaidDate"])
    }

    @Test(
        arguments: [
            ("auto", nil), ("','", UInt8(ascii: ",")), ("comma", UInt8(ascii: ",")), ("\"\\t\"", UInt8(ascii: "\t")),
            ("'\\t'", UInt8(ascii: "\t")), ("tab", UInt8(ascii: "\t")), (";", UInt8(ascii: ";")),
            ("semicolon", UInt8(ascii: ";")), ("'|'", UInt8(ascii: "|")), ("pipe", UInt8(ascii: "|")),
        ] as [(String, UInt8?)])
    func delimitersAreWrittenAsSignsOrWords(written: String, byte: UInt8?) throws {
        let file = try Self.read(Self.minimal("inputs:\n  - { files: a, delimiter: \(written) }"))
        #expect(file.inputs.first?.delimiter == byte)
    }

    @Test(
        arguments: [
            ("auto", .auto), ("utf-8", .utf8), ("UTF-8", .utf8), ("utf8", .utf8), ("gb18030", .gb18030),
            ("GB18030", .gb18030), ("gbk", .gb18030), ("GBK", .gb18030), ("gb2312", .gb18030), ("Utf-16", .utf16),
        ] as [(String, TextEncodingChoice)])
    func encodingsGoByLabelsInAnyCase(label: String, encoding: TextEncodingChoice) throws {
        let file = try Self.read(Self.minimal("inputs:\n  - { files: a, encoding: \(label) }"))
        #expect(file.inputs.first?.encoding == encoding)
    }

    @Test func aTitleInOneLanguageServesBoth() throws {
        #expect(try Self.read(Self.minimal("title: T")).programme.title == BilingualText(zh: "T", en: "T"))
        #expect(try Self.read(Self.minimal("title: { en: T }")).programme.title == BilingualText(zh: "T", en: "T"))
        #expect(try Self.read(Self.minimal("title: { zh: 题 }")).programme.title == BilingualText(zh: "题", en: "题"))
    }

    @Test func whatValuesMeanIsCleanedAndARuleOfCounting() throws {
        func file(_ values: String) throws -> PipelineFile {
            try Self.read(
                Self.minimal(
                    fields: "  care: { from: care, type: category\(values) }", "breakdowns: [care]"))
        }
        let mapped = try file(", values: { 上海: [' 上 海 ', ＳＨ], 未知: '' }")
        #expect(mapped.layout.breakdowns[0].values == .init(["上海": ["上 海", "SH"], "未知": [""]]))
        let plain = try file("")
        #expect(plain.layout.breakdowns[0].values.isEmpty)
        let digests = try [
            plain, mapped, file(", values: { 上海: [SH], 未知: '' }"), file(", values: { 上海: ['上 海'], 未知: [SH, ''] }"),
        ].map(CountingRules.sha256)
        #expect(Set(digests).count == 4)
        // The order tells nothing, and a value that means itself does not either.
        #expect(
            CountingRules.sha256(of: try file(", values: { 未知: '', 上海: [SH, 上海, '上 海'] }")) == digests[1])
        #expect(CountingRules.sha256(of: try file(", values: { 上海: 上海 }")) == digests[0])
    }

    @Test func statesAreCleanedAsFieldsAre() throws {
        let file = try Self.read(
            Self.minimal(
                fields: "  status: { from: s }\n  claim: { from: c }",
                "count: { status: { paid: ['　Ａ０１ '], unpaid: 02, reversed: '（冲）' } }"))
        #expect(file.layout.statusClasses == ["A01": .paid, "02": .unpaid, "（冲）": .reversed])
    }

    @Test func personRulesFollowTheirKeys() throws {
        func rule(_ keys: String) throws -> RecordLayout.PersonRule {
            let text = Self.minimal().replacing("{ from: id }", with: "{ from: id, \(keys) }")
            return try Self.read(text).layout.personRule
        }
        #expect(try rule("type: text") == .text)
        #expect(
            try rule("otherDocuments: accept")
                == .residentID(acceptsOtherDocuments: true, countsInvalidAsUnidentified: false))
        #expect(
            try rule("invalid: unidentified")
                == .residentID(acceptsOtherDocuments: false, countsInvalidAsUnidentified: true))
    }

    @Test func aMergeKeyYieldsToTheMappingItself() throws {
        let file = try Self.read(GoldenCases.pipeline("flow-and-anchors"))
        #expect(file.inputs.map(\.files) == [["a.csv"], ["b.csv", "-"]])
        #expect(file.inputs.map(\.encoding) == [.gb18030, .gb18030])
        #expect(
            file.layout.breakdowns == [
                .init(name: "care", title: BilingualText(zh: "类型", en: "care"), from: ["类型"])
            ])
    }

    @Test func optionalFalseSaysNothingNew() throws {
        let text = Self.minimal().replacing("{ from: id }", with: "{ from: id, optional: false }")
        #expect(try Self.read(text).layout.person == .init(name: "person", from: ["id"]))
    }

    @Test func oneFieldMayBeAllowedToLack() throws {
        let file = try Self.read(
            Self.minimal(fields: "  区: { from: 区, type: category, optional: true }", "breakdowns: [区]"))
        #expect(file.layout.breakdowns == [.init(name: "区", from: ["区"], isOptional: true)])
    }
}
