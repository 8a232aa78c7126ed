import AidModel

/// Something odd about records that are counted all the same, which a reader of the figures must know.
///
/// Each kind becomes one finding a file: what is seen while records are read is counted here, and
/// told when the file has been read.
enum Observation: Int, CaseIterable {
    /// A value held characters that nobody sees; they were taken out.
    case invisibleCharacters
    /// An amount that says its own unit, another than the major one.
    case amountUnits
    /// A paid claim of no money.
    case zeroAmounts
    /// A record was written in another encoding than its file; it was rejected.
    case otherEncoding
    /// A line of names of columns, not as they stand at the top: what follows it is another table.
    case otherHeader
    /// What should name the currency of an amount is none that is known; it was taken for the programme's.
    case unknownCurrency
    /// A line says a unit of the amounts that they are not read in.
    case otherUnit

    /// What is said of a file in which so many values or records were so.
    func finding(_ count: Int, in name: String) -> Finding {
        switch self {
        case .invisibleCharacters:
            Finding(
                level: .warning, code: "invisible-characters",
                message: BilingualText(
                    zh: "\(name)：\(count) 个值中有看不见的字符，已去掉后统计",
                    en: "\(name): \(count) values held invisible characters, and are counted without them"))
        case .amountUnits:
            Finding(
                level: .warning, code: "amount-units",
                message: BilingualText(
                    zh: "\(name)：\(count) 个金额自带单位（万元、分 等），已按该单位换算；没有单位的按元计",
                    en: "\(name): \(count) amounts say a unit of their own, as 万元 or 分, and are counted in it; "
                        + "those that say none are in yuan"))
        case .zeroAmounts:
            Finding(
                level: .warning, code: "zero-amounts",
                message: BilingualText(
                    zh: "\(name)：\(count) 条已支付记录的金额为零；计或不计由 count.zeroAmount 决定",
                    en: "\(name): \(count) paid records are of no money; count.zeroAmount says whether they count"))
        case .otherHeader:
            Finding(
                level: .error, code: "other-header",
                message: BilingualText(
                    zh: "\(name)：文件中间又有表头（\(count) 处），列与开头不同，其后的记录会按错误的列读取；请把各表分成单独的文件",
                    en:
                        "\(name): \(count) lines within the file are headers with other columns than at its top, and what "
                        + "follows would be read by the wrong columns; make each table a file of its own"))
        case .unknownCurrency:
            Finding(
                level: .warning, code: "unknown-currency",
                message: BilingualText(
                    zh: "\(name)：\(count) 条记录的币种无法识别，按本项目的货币计；请核对币种一列",
                    en: "\(name): \(count) records name a currency that is not known, and are counted in the "
                        + "programme's; check the column of currencies"))
        case .otherUnit:
            Finding(
                level: .error, code: "other-unit",
                message: BilingualText(
                    zh: "\(name)：文件中有一行（共 \(count) 行）写明金额单位，与读取所用的单位不同；请用 fields.amount.unit 写明单位，或改正该行",
                    en: "\(name): \(count) lines say a unit of the amounts that they are not read in; say it as "
                        + "fields.amount.unit, or correct the line"))
        case .otherEncoding:
            Finding(
                level: .warning, code: "mixed-encoding",
                message: BilingualText(
                    zh: "\(name)：有 \(count) 条记录的编码与文件其余部分不同，被拒；请按同一种编码重新导出",
                    en:
                        "\(name): \(count) records are in another encoding than the rest of the file, and are rejected; "
                        + "export the file again in one encoding"))
        }
    }
}

/// How often each kind of oddity was seen. Counts of pieces add up.
struct ObservationCounts: Sendable, Hashable {
    private var counts = [Int](repeating: 0, count: Observation.allCases.count)

    subscript(_ observation: Observation) -> Int { counts[observation.rawValue] }

    mutating func note(_ observation: Observation, count: Int = 1) {
        counts[observation.rawValue] += count
    }

    static func += (lhs: inout ObservationCounts, rhs: ObservationCounts) {
        for index in lhs.counts.indices { lhs.counts[index] += rhs.counts[index] }
    }

    /// One for each kind that was seen, in the order of the kinds.
    func findings(in name: String) -> [Finding] {
        Observation.allCases.filter { self[$0] > 0 }.map { $0.finding(self[$0], in: name) }
    }
}
