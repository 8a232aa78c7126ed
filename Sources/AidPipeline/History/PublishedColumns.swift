import AidModel

/// The columns of a file of published figures, and where this one has them.
struct PublishedColumns {
    enum Column: CaseIterable {
        case quarter
        case publishedOn
        case period
        case recipients
        case personTimes
        case amount
        case recipientsPrecision
        case personTimesPrecision
        case amountPrecision
        case note

        var names: BilingualText {
            switch self {
            case .quarter: BilingualText(zh: "季度", en: "quarter")
            case .publishedOn: BilingualText(zh: "发布日期", en: "publishedOn")
            case .period: BilingualText(zh: "期间", en: "period")
            case .recipients: BilingualText(zh: "受助职工", en: "recipients")
            case .personTimes: BilingualText(zh: "受助人次", en: "personTimes")
            case .amount: BilingualText(zh: "受助金额", en: "amount")
            case .recipientsPrecision: BilingualText(zh: "受助职工精度", en: "recipientsPrecision")
            case .personTimesPrecision: BilingualText(zh: "受助人次精度", en: "personTimesPrecision")
            case .amountPrecision: BilingualText(zh: "受助金额精度", en: "amountPrecision")
            case .note: BilingualText(zh: "备注", en: "note")
            }
        }

        /// A file must have these; of the figures it may lack some, but not all.
        static let needed: [Column] = [.quarter, .publishedOn, .period]

        static func figure(_ measure: Measure) -> Column {
            switch measure {
            case .recipients: .recipients
            case .personTimes: .personTimes
            case .amount: .amount
            }
        }

        static func precision(_ measure: Measure) -> Column {
            switch measure {
            case .recipients: .recipientsPrecision
            case .personTimes: .personTimesPrecision
            case .amount: .amountPrecision
            }
        }
    }

    private var indices: [Column: Int] = [:]
    private var titles: [Column: String] = [:]
    private(set) var problems: [RunFailure.Problem] = []

    /// - Parameters:
    ///   - header: cleaned; a column without a name is passed over.
    ///   - place: of the header.
    init(_ header: [String], place: String) {
        for (index, title) in header.enumerated() where !title.isEmpty {
            let name = title.lowercased()
            let column = Column.allCases.first { $0.names.zh == name || $0.names.en.lowercased() == name }
            guard let column else {
                report(
                    "column-unknown", place, zh: "列 \(title.quoted) 无法识别", en: "the column \(title.quoted) is unknown",
                    mend: PublishedColumns.known)
                continue
            }
            if let first = titles[column] {
                report(
                    "column-twice", place, zh: "列 \(first.quoted) 和 \(title.quoted) 重复",
                    en: "the columns \(first.quoted) and \(title.quoted) are the same one",
                    mend: BilingualText(zh: "请删去其中一列", en: "delete one of them"))
                continue
            }
            indices[column] = index
            titles[column] = title
        }
        for column in Column.needed where indices[column] == nil {
            report(
                "column-missing", place, zh: "缺少列 \(column.names.zh.quoted)",
                en: "the column \(column.names.en.quoted) is missing", mend: PublishedColumns.known)
        }
        if !Measure.allCases.contains(where: { indices[.figure($0)] != nil }) {
            report(
                "column-missing", place, zh: "没有一列是数字", en: "no column holds figures", mend: PublishedColumns.known)
        }
    }

    /// What the file calls a column.
    func title(_ column: Column) -> String {
        titles[column] ?? column.names.en
    }

    /// A cell of a row, empty where the file lacks the column.
    func cell(_ column: Column, of cells: [String]) -> String {
        indices[column].map { cells[$0] } ?? ""
    }

    private static var known: BilingualText {
        BilingualText(
            zh: "可用的列：" + Column.allCases.map(\.names.zh).listed.zh,
            en: "it can have the columns " + Column.allCases.map(\.names.en).listed.en)
    }

    private mutating func report(_ code: String, _ place: String, zh: String, en: String, mend: BilingualText) {
        problems.append(
            RunFailure.Problem(place: place, code: code, what: BilingualText(zh: zh, en: en), mend: mend))
    }
}
