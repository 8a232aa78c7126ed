/// How times are called in Chinese, without their year.
extension PeriodReader {
    private static let spans: [(word: String, span: PeriodWords.Span)] = [
        ("前三个季度", .toQuarter(3)), ("前两个季度", .toQuarter(2)), ("前两季度", .toQuarter(2)),
        ("前二季度", .toQuarter(2)),
        ("前9个月", .toQuarter(3)), ("前九个月", .toQuarter(3)), ("前6个月", .toQuarter(2)),
        ("前六个月", .toQuarter(2)),
        ("后两个季度", .secondHalf), ("前三季度", .toQuarter(3)), ("前3季度", .toQuarter(3)),
        ("上半年", .toQuarter(2)), ("下半年", .secondHalf), ("全年", .toQuarter(4)),
        ("年初以来", .toDate), ("这一季度", .thisQuarter), ("本季度", .ownQuarter), ("该季度", .thisQuarter),
        ("当季", .thisQuarter), ("本季", .ownQuarter), ("那时", .then), ("当时", .then), ("彼时", .then),
        ("这个季度", .ownQuarter),
        ("这一季", .ownQuarter), ("这季", .ownQuarter), ("最近一个季度", .ownQuarter),
        ("最近一季", .ownQuarter), ("前一个季度", .quarterEarlier), ("前个季度", .quarterEarlier),
        ("上一个季度", .quarterEarlier),
        ("上一季度", .quarterEarlier),
        ("上个季度", .quarterEarlier), ("前一季度", .quarterEarlier), ("上季度", .quarterEarlier),
        ("上季", .quarterEarlier),
        ("前一季", .quarterEarlier), ("上一季", .quarterEarlier), ("此前一个季度", .quarterEarlier),
        ("此前一季", .quarterEarlier),
        ("往前推一个季度", .quarterEarlier), ("向前推一个季度", .quarterEarlier), ("前推一个季度", .quarterEarlier),
        ("一个季度之前", .quarterEarlier), ("一个季度以前", .quarterEarlier), ("一个季度前", .quarterEarlier),
        ("上一报告期", .quarterEarlier), ("上一期", .quarterEarlier), ("上期", .quarterEarlier),
        ("该季", .thisQuarter), ("此季", .thisQuarter), ("这三个月", .thisQuarter), ("本期", .ownQuarter),
        ("头三个月", .quarter(1)), ("头3个月", .quarter(1)),
        ("开年三个月", .quarter(1)), ("头六个月", .toQuarter(2)), ("头半年", .toQuarter(2)), ("前半年", .toQuarter(2)),
        ("上半程", .toQuarter(2)), ("头九个月", .toQuarter(3)), ("前三季", .toQuarter(3)), ("前两季", .toQuarter(2)),
        ("后半年", .secondHalf), ("整年", .toQuarter(4)), ("年末季", .quarter(4)), ("末季", .quarter(4)),
        ("开年以来", .toDate), ("年初至今", .toDate),
        ("报告季", .ownQuarter), ("报告期", .ownQuarter), ("最新一季", .ownQuarter), ("最新一个季度", .ownQuarter),
    ]
    private static let spansAfterYear: [(word: String, span: PeriodWords.Span)] = [
        ("同样这三个月", .same), ("同样的三个月", .same), ("同样三个月", .same), ("同样时间", .same), ("同样的时间", .same),
        ("这三个月", .same), ("这个季度", .same), ("这一季度", .same), ("这一季", .same), ("这时候", .same), ("这时", .same),
        ("该季度", .same), ("该季", .same), ("以来", .toDate), ("相同季度", .same), ("相同时期", .same), ("相同时段", .same),
        ("同一时段", .same),
        ("同一个季度", .same), ("对应季度", .same), ("对应时期", .same), ("同时段", .same), ("同时期", .same),
        ("此时", .same),
        ("这个时候", .same), ("整年", .toQuarter(4)), ("整个年度", .toQuarter(4)), ("一年", .toQuarter(4)),
        ("一整年", .toQuarter(4)),
        ("同一季度", .same), ("同一季", .same), ("同一时期", .same), ("同期", .same), ("同季度", .same), ("同季", .same),
        ("全年度", .toQuarter(4)), ("年度", .toQuarter(4)),
        ("度", .toQuarter(4)),
    ]

    private static func list(_ all: [(word: String, span: PeriodWords.Span)]) -> (
        WordList, [PeriodWords.Span]
    ) {
        (WordList(all.map(\.word)), all.map(\.span))
    }
    static let spansNamed = list(spans + [("同期", .same)])
    static let spansNamedAfterYear = list(spans + spansAfterYear)
}
