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
    private(set) var problems: [PublishedFileProblem] = []

    /// - Parameter header: cleaned; a column without a name is passed over.
    init(_ header: [String]) {
        for (index, title) in header.enumerated() where !title.isEmpty {
            let name = title.lowercased()
            let column = Column.allCases.first { $0.names.zh == name || $0.names.en.lowercased() == name }
            guard let column else {
                problems.append(.unknownColumn(title: title))
                continue
            }
            if let first = titles[column] {
                problems.append(.columnTwice(first: first, second: title))
                continue
            }
            indices[column] = index
            titles[column] = title
        }
        for column in Column.needed where indices[column] == nil { problems.append(.columnMissing(column)) }
        if !Measure.allCases.contains(where: { indices[.figure($0)] != nil }) { problems.append(.noColumnOfFigures) }
    }

    /// What the file calls a column.
    func title(_ column: Column) -> String {
        titles[column] ?? column.names.en
    }

    /// A cell of a row, empty where the file lacks the column.
    func cell(_ column: Column, of cells: [String]) -> String {
        indices[column].map { cells[$0] } ?? ""
    }
}
