import AidModel
import AidText
import Testing

@testable import AidCheck
@testable import AidNews

/// Structures of the press that were once misread, each with the verdict of each of its figures in order: r is right or
/// rounded, w wrong, u not known, o not ours. The city has more districts than those of which facts are known.
struct DraftPressTests {
    private typealias Part = (name: String, people: Int128, times: Int128, fen: Int128)

    private static func set(_ quarter: Quarter, _ parts: [Part]) -> FactSet {
        let facts = parts.flatMap { part -> [Fact] in
            let isDistrict = part.name.hasSuffix("区")
            let group =
                part.name.isEmpty
                ? nil
                : FactGroup(
                    field: isDistrict ? "district" : "care", title: BilingualText(zh: "组", en: "group"),
                    name: part.name)
            return [(Measure.recipients, part.people), (.personTimes, part.times), (.amount, part.fen)].map {
                DraftStory.fact(.quarter(quarter), $0.0, $0.1, group: group)
            }
        }
        return FactSet(
            programme: DraftStory.programme, quarter: quarter, isProvisional: false, rounding: .halfUp,
            definitions: [], sources: [], facts: facts)
    }

    private static let known: KnownFigures = {
        func quarter(_ year: Int, _ number: Int) -> Quarter { Quarter(year: year, number: number) }
        return KnownFigures(
            [
                set(
                    quarter(2021, 4),
                    [("", 798, 851, 10_612_099), ("住院", 175, 177, 6_067_666), ("门诊", 644, 674, 4_544_433)]),
                set(
                    quarter(2022, 1),
                    [
                        ("", 815, 870, 10_734_428), ("住院", 206, 209, 6_271_746), ("门诊", 630, 661, 4_462_682),
                        ("石桥区", 63, 63, 833_866), ("西浦区", 66, 66, 525_071), ("白塔区", 73, 74, 1_013_107),
                    ]),
                set(
                    quarter(2022, 2),
                    [
                        ("", 834, 890, 10_900_000), ("住院", 200, 202, 6_328_766), ("门诊", 657, 688, 4_571_234),
                        ("石桥区", 65, 65, 781_050), ("西浦区", 47, 47, 340_724), ("白塔区", 78, 78, 1_327_050),
                    ]),
                set(quarter(2022, 3), [("", 872, 931, 11_561_871)]),
                set(quarter(2022, 4), [("", 901, 963, 12_179_006)]),
                set(
                    quarter(2023, 1),
                    [
                        ("", 948, 1014, 12_870_334), ("住院", 231, 233, 7_360_166), ("门诊", 738, 781, 5_510_168),
                        ("石桥区", 80, 80, 1_077_456), ("西浦区", 55, 55, 540_446), ("白塔区", 78, 79, 828_762),
                    ]),
                set(
                    quarter(2023, 2),
                    [
                        ("", 986, 1055, 13_500_000), ("住院", 217, 219, 7_565_485), ("门诊", 790, 836, 5_934_515),
                        ("石桥区", 588, 588, 909_561), ("西浦区", 280, 280, 1_256_064), ("白塔区", 72, 73, 1_104_455),
                    ]),
            ], vintages: [], programme: DraftStory.programme)
    }()

    private func expect(_ verdicts: String, _ text: String) throws {
        try DraftStory.expect(verdicts, of: text, Self.known)
    }

    private static let cities: [(String, String)] = [
        // The city beside the programme is its own, and then every other one is another place.
        ("or", "江州市职工互助保障二季度受助2387人次。今年二季度，暖州市“二次报销”受助1055人次。"),
        ("or", "江州市二季度受助2387人次。据暖州市总工会介绍，今年二季度受助1055人次。"),
        ("oor", "江州市二季度受助2387人次，发放互助金196万元。今年二季度，本市“二次报销”受助1055人次。"),
        // The only one is its own.
        ("r", "今年二季度，暖州市受助1055人次。"), ("w", "今年二季度，暖州市受助1155人次。"), ("rw", "农贸市场旁，今年二季度受助1055人次、受助职工978人。"),
    ]

    @Test("A city beside the programme's name is its own", arguments: cities)
    func ownCity(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    private static let hidden: [(String, String)] = [
        // Of a district without facts nothing is known; the rest of the list is read as it stands.
        ("oorr", "今年二季度，明湖、石桥、西浦三区“二次报销”的受助职工分别为95人、588人和280人。"),
        ("oorw", "今年二季度，明湖、石桥、西浦三区“二次报销”的受助职工分别为95人、588人和281人。"),
        ("orr", "今年二季度，明湖区、石桥区、西浦区的“二次报销”受助职工分别有95人、588人和280人。"),
        ("oor", "今年二季度，明湖区开展宣传，“二次报销”惠及职工95人，发放互助金12582.86元；石桥区惠及职工588人。"),
        ("oor", "明湖区今年二季度有95名职工领到“二次报销”互助金，上年同季为68名。石桥区受助职工588人。"),
    ]

    @Test("Of a district without facts nothing is said, of the rest of the list everything", arguments: hidden)
    func hiddenDistricts(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    private static let lists: [(String, String)] = [
        // Shares of two groups after a figure of their whole.
        ("rrorrr", "今年二季度，“二次报销”门诊赔付836人次、住院赔付219人次，两项金额合计13.5万元，占比分别为43.96%和56.04%。"),
        ("rrorww", "今年二季度，“二次报销”门诊赔付836人次、住院赔付219人次，两项金额合计13.5万元，占比分别为56.04%和43.96%。"),
        // What was told roughly, told exactly.
        ("rrrr", "今年二季度，“二次报销”互助金比上年同期增长超两成，受助职工比上年同期增长超一成，具体为23.85%和18.23%。"),
        ("rrww", "今年二季度，“二次报销”互助金比上年同期增长超两成，受助职工比上年同期增长超一成，具体为18.23%和23.85%。"),
        ("rrrorr", "今年二季度“二次报销”发放的13.5万元互助金中，用于住院职工的有7.57万元，用于门诊职工的有5.93万元；而在去年二季度，这两个数字分别是6.33万元和4.57万元。"),
        ("rrrorw", "今年二季度“二次报销”发放的13.5万元互助金中，用于住院职工的有7.57万元，用于门诊职工的有5.93万元；而在去年二季度，这两个数字分别是6.33万元和9.57万元。"),
        ("rrr", "今年二季度，“二次报销”互助金近六成投向住院职工，超四成投向门诊职工，受助1055人次。"),
        ("rwr", "今年二季度，“二次报销”互助金近六成投向住院职工，超七成投向门诊职工，受助1055人次。"),
        (
            "rrr",
            "Of the 135,000 yuan that Second Reimbursement paid in the second quarter of 2023, outpatients received 59,345 yuan, or 44.0 percent."
        ),
    ]

    @Test("Lists pair with what was told before them", arguments: lists)
    func pairs(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    private static let parallel: [(String, String)] = [
        // One group after the other, parted by semicolons: the words leave no doubt of which is meant.
        ("rrrr", "今年二季度，“二次报销”住院受助219人次，发放互助金7.57万元；门诊受助836人次，发放互助金5.93万元。"),
        ("rwrw", "今年二季度，“二次报销”住院受助219人次，发放互助金5.93万元；门诊受助836人次，发放互助金7.57万元。"),
        ("rrrr", "今年二季度，“二次报销”住院互助金7.57万元，占56.04%；门诊互助金5.93万元，占43.96%。"),
        ("rwrw", "今年二季度，“二次报销”住院互助金7.57万元，占43.96%；门诊互助金5.93万元，占56.04%。"),
        ("rwr", "今年二季度，“二次报销”门诊受助836人次，发放互助金超6万元；住院受助219人次。"),
        ("rrrr", "今年二季度，“二次报销”门诊受助836人次，占全部1055人次的79%；住院互助金7.57万元。"),
    ]

    @Test("Segments of a sentence that tell of one group each are read one by one", arguments: parallel)
    func segments(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    private static let gaps: [(String, String)] = [
        ("rrr", "今年二季度，“二次报销”互助金同比增长23.85%，增速比上一季度（同比增长19.90%）加快3.96个百分点。"),
        ("rwr", "今年二季度，“二次报销”互助金同比增长23.85%，增速比上一季度（同比增长23.85%）加快3.96个百分点。"),
        ("rrw", "今年二季度，“二次报销”互助金同比增长23.85%，增速比上一季度（同比增长19.90%）放缓3.96个百分点。"),
        ("rrr", "今年二季度，“二次报销”受助职工同比上升18.23%，受助金额同比上升23.85%，后者的增速比前者高5.63个百分点。"),
        ("rrw", "今年二季度，“二次报销”受助职工同比上升18.23%，受助金额同比上升23.85%，后者的增速比前者低5.63个百分点。"),
        ("rr", "今年二季度，“二次报销”互助金同比增长23.85%，增速比上一季度加快3.96个百分点。"),
        ("rw", "今年二季度，“二次报销”互助金同比增长23.85%，增速比上一季度放缓3.96个百分点。"),
    ]

    private static let parts: [(String, String)] = [
        ("rr", "今年二季度，“二次报销”互助金中住院五成六、门诊四成四。"), ("ww", "今年二季度，“二次报销”互助金中住院四成四、门诊五成六。"),
        ("rr", "今年二季度“二次报销”互助金构成：住院56.04%，门诊43.96%。"), ("wr", "今年二季度“二次报销”互助金构成：住院52.04%，门诊43.96%。"),
        (
            "rrrww",
            "Of the 135,000 yuan that Second reimbursement paid in the second quarter of 2023, inpatients received 75,655 yuan and outpatients 59,345 yuan, or 57.0 percent and 43.0 percent."
        ),
        ("rwr", "“二次报销”今年二季度成绩单\n❶ 受助职工\n986人\n❷ 受助人次\n1065人次\n❸ 受助金额\n13.5万元"),
        ("rrw", "问：平均下来一个人能报多少？\n答：今年二季度“二次报销”是人均136.92元。住院高一些，人均348.64元；门诊低一些，人均70.99元。"),
        ("rrw", "今年二季度，“二次报销”受助职工同比上升18.23%，受助金额同比上升23.85%，受助1065人次。"),
    ]

    @Test("Parts by bare percents, labels on a line of their own, and answers of several sentences", arguments: parts)
    func bareParts(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    @Test("How much faster something grew than before, or than something else", arguments: gaps)
    func growthGaps(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    private static let averages: [(String, String)] = [
        ("rrr", "今年二季度，“二次报销”住院受助者平均获发348.64元，为门诊受助者（平均75.12元）的4.6倍。"),
        ("rwr", "今年二季度，“二次报销”住院受助者平均获发348.64元，为门诊受助者（平均74.12元）的4.6倍。"),
        ("rrr", "今年二季度，“二次报销”住院平均每人次345.46元，是门诊平均每人次70.99元的4.9倍。"),
        ("rrw", "今年二季度，“二次报销”住院平均每人次345.46元，是门诊平均每人次70.99元的5.9倍。"),
        ("rr", "今年二季度，“二次报销”住院一次平均能领345.46元，门诊一次平均是70.99元。"),
        ("rw", "今年二季度，“二次报销”住院一次平均能领345.46元，门诊一次平均是75.12元。"),
        ("rr", "今年二季度，“二次报销”发放互助金13.5万元。平均一次报多少？127.96元。"),
        ("rw", "今年二季度，“二次报销”发放互助金13.5万元。平均一次报多少？136.92元。"),
        ("rrr", "今年二季度，“二次报销”每百元互助金里，住院约占五十六元，门诊约占四十四元；受助1055人次。"),
        ("rw", "今年二季度，“二次报销”每百元互助金里，住院约占五十六元，门诊约占五十四元。"),
        (
            "rrrr",
            "On average, a recipient of Second reimbursement got 136.92 yuan in the second quarter of 2023, compared with 130.70 yuan a year earlier. An inpatient got 348.64 yuan, an outpatient 75.12 yuan."
        ),
        (
            "rrrr",
            "Second reimbursement's payments in the second quarter of 2023 were 1.19 times those of the second quarter of 2022. For every outpatient claim of 70.99 yuan on average, an inpatient claim averaged 345.46 yuan, about 4.9 times as much."
        ),
        (
            "rrrw",
            "Second reimbursement's payments in the second quarter of 2023 were 1.19 times those of the second quarter of 2022. For every outpatient claim of 70.99 yuan on average, an inpatient claim averaged 345.46 yuan, about 5.9 times as much."
        ),
        (
            "ro",
            "In the second quarter of 2023, Second reimbursement paid 135,000 yuan. Three meals a day I can pay for."
        ),
    ]

    @Test("Averages by whatever words", arguments: averages)
    func averageWords(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    private static let pairsOfTimes: [(String, String)] = [
        ("rrrr", "数说“二次报销”\n2022年第二季度 → 2023年第二季度\n受助职工　834人 → 986人\n受助人次　890人次 → 1055人次"),
        ("wrrw", "数说“二次报销”\n2022年第二季度 → 2023年第二季度\n受助职工　836人 → 986人\n受助人次　890人次 → 1065人次"),
        (
            "rrrrrrrrr",
            "附件：2023年第二季度“二次报销”环比情况\n受助金额：135000.00元，上季度128703.34元，环比+4.89%\n住院人次：219人次，上季度233人次，环比-6.01%\n门诊人次：836人次，上季度781人次，环比+7.04%"
        ),
        (
            "rrr",
            "Second reimbursement helped 986 workers in the second quarter of 2023, compared with 834 in the second quarter of 2022. They filed 1,055 claims."
        ),
        ("rrrr", "今年二季度“二次报销”互助金13.5万元，一季度为12.87万元；受助1055人次，一季度为1014人次。"),
        ("rrwr", "今年二季度“二次报销”互助金13.5万元，一季度为12.87万元；受助1014人次，一季度为1014人次。"),
        ("orr", "2022年三季度到2023年二季度的四个季度，“二次报销”累计发放互助金50.11万元、受助3963人次。"),
        ("orw", "2022年三季度到2023年二季度的四个季度，“二次报销”累计发放互助金50.11万元、受助3763人次。"),
        ("rr", "自2021年第四季度有电子台账以来，到2022年第二季度末，“二次报销”已累计赔付2611人次，累计发放互助金32.25万元。"),
        ("wr", "自2021年第四季度有电子台账以来，到2022年第二季度末，“二次报销”已累计赔付2711人次，累计发放互助金32.25万元。"),
    ]

    @Test("Two times of one thing", arguments: pairsOfTimes)
    func twoTimes(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    private static let ranks: [(String, String)] = [
        ("rr", "今年二季度，石桥区“二次报销”受助职工588人，居全市各区第1位。"), ("rw", "今年二季度，石桥区“二次报销”受助职工588人，居全市各区第2位。"),
        ("rr", "今年二季度，西浦区“二次报销”受助职工280人，列全市第二位。"), ("rw", "今年二季度，西浦区“二次报销”受助职工280人，列全市第三位。"),
        ("ror", "今年二季度，全市有2个区的“二次报销”受助职工超过200人。共有受助职工986人。"),
        ("wor", "今年二季度，全市有3个区的“二次报销”受助职工超过200人。共有受助职工986人。"),
        ("oror", "今年二季度，石桥、西浦两区合计“二次报销”受助超800人次，其中8家医院。共受助1055人次。"),
        ("rrr", "今年二季度，石桥区“二次报销”受助职工588人，居全市第一，比第二位的西浦区多308人。"),
        ("rrw", "今年二季度，石桥区“二次报销”受助职工588人，居全市第一，比第二位的西浦区多318人。"),
    ]

    @Test("Places among districts, and how many of them are above a limit", arguments: ranks)
    func places(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    private static let others: [(String, String)] = [
        ("our", "码头工人刘建设的互助金也是在一个早晨到账的，2150元。今年二季度，“二次报销”受助1055人次。"),
        ("rrrur", "今年二季度，“二次报销”受助986人。门诊职工占80.1%，住院职工占22.0%（两者之和大于100%）。共受助1055人次。"),
        ("rr", "问：今年二季度“二次报销”帮了多少人？\n答：986人。住院的217人。"), ("rw", "问：今年二季度“二次报销”帮了多少人？\n答：986人。住院的227人。"),
        ("rrr", "问：今年二季度“二次报销”门诊多还是住院多？\n答：看次数，门诊多，836人次对219人次，一共1055人次。"),
        ("rw", "问：今年二季度“二次报销”门诊多还是住院多？\n答：看次数，门诊多，836人次对229人次。"),
        ("rr", "“今年二季度‘二次报销’看门诊的多，1055人次里有836人次是门诊。”"), ("wr", "“今年二季度‘二次报销’看门诊的多，1065人次里有836人次是门诊。”"),
    ]

    @Test("People, questions and answers, and what is said aside", arguments: others)
    func asides(_ verdicts: String, _ text: String) throws { try expect(verdicts, text) }

    @Test("A numeral of any length is found, and one that is too long is told of but not shown")
    func longNumerals() throws {
        for count in [16, 20, 41, 100_000] {
            let text = "受助职工" + String(repeating: "7", count: count) + "人"
            let check = try DraftStory.check(text, Self.known, date: nil)
            #expect(check.figures.count == 1, "\(count)")
            #expect(check.figures.first?.verdict == .unknown)
            #expect(check.figures.first?.text.contains("7") == false)
            #expect(!check.text(.en).contains("No figure was found"))
        }
    }
}
