/// How times are called in English, without their year.
extension PeriodReader {
    /// With what a year earlier is named: the same quarter, the corresponding three months.
    private static let sameWords = [
        "same", "corresponding", "equivalent", "comparable", "matching", "parallel", "like",
        "year-earlier", "year-ago",
        "prior-year", "previous year's", "same calendar",
    ]
    private static let lengths = [
        "quarter", "period", "three months", "three-month period", "months", "six months",
        "six-month period",
        "nine months", "half", "half-year", "stretch", "span",
    ]
    /// Of what was told a year earlier: the year-ago figure.
    private static let yearEarlier = [
        "a year earlier", "a year ago", "a year before", "a year previously", "a year prior",
        "one year earlier",
        "one year ago", "one year before", "one year prior", "twelve months earlier",
        "twelve months before",
        "twelve months ago", "12 months earlier", "12 months before", "12 months ago", "year before",
        "year earlier",
        "year-earlier figure", "year-earlier level", "year-earlier total", "year-earlier number",
        "year-ago figure",
        "year-ago level", "year-ago total", "year-ago number", "year-earlier", "year-ago",
    ]
    private static let quarterEarlier = [
        "previous quarter", "quarter before", "prior quarter", "last quarter", "preceding quarter",
        "quarter earlier",
        "a quarter earlier", "a quarter before", "a quarter ago", "one quarter earlier",
        "one quarter before",
        "three months earlier", "three months before", "three months ago", "previous three months",
        "preceding three months", "prior three months", "immediately preceding quarter",
        "quarter just before",
        "three months previously", "preceding one", "previous one", "one before",
    ]
    private static let named: [(words: String, span: PeriodWords.Span)] = [
        (
            "first quarter|first-quarter|q1|1q|first three months|first 3 months|opening quarter|opening three months"
                + "|march quarter|winter quarter",
            .quarter(1)
        ),
        (
            "second quarter|second-quarter|q2|2q|second three months|june quarter|spring quarter",
            .quarter(2)
        ),
        (
            "third quarter|third-quarter|q3|3q|third three months|september quarter|summer quarter",
            .quarter(3)
        ),
        (
            "fourth quarter|fourth-quarter|q4|4q|final quarter|closing quarter|last quarter of the year"
                + "|final three months of the year|last three months of the year|december quarter|autumn quarter",
            .quarter(4)
        ),
        (
            "first six months|first-half|first 6 months|first two quarters|first half-year|first half|opening half"
                + "|opening six months|h1",
            .toQuarter(2)
        ),
        ("first nine months|first 9 months|first three quarters|opening nine months", .toQuarter(3)),
        (
            "full year|full-year|whole year|entire year|whole of|all of|calendar year|year as a whole",
            .toQuarter(4)
        ),
        (
            "second half-year|second-half|second half|second six months|latter half|back half|closing half|last six months of the year"
                + "|final six months of the year|h2",
            .secondHalf
        ),
        ("year to date|year-to-date|year so far|so far this year|this year so far", .toDate),
        (
            "this quarter|current quarter|reporting quarter|latest quarter|most recent quarter|quarter under review"
                + "|period under review|reporting period|review period|latest three months|most recent three months"
                + "|latest three-month period|quarter just ended|quarter in question",
            .ownQuarter
        ),
    ]

    /// By their first letter, in the order in which they are tried: longer ones that begin alike first.
    private static let englishSpans: [Unicode.Scalar: [(word: String, words: PeriodWords)]] = {
        let same = sameWords.flatMap { word in
            lengths.map { (word + " " + $0, PeriodWords.yearEarlier) }
        }
        let others = named.flatMap { words, span in
            words.split(separator: "|").map { (String($0), PeriodWords(year: nil, span: span)) }
        }
        let all: [(word: String, words: PeriodWords)] =
            same + yearEarlier.map { ($0, .yearEarlier) } + quarterEarlier.map { ($0, .quarterEarlier) }
            + others
        let ordered =
            all.sorted { $0.word.utf8.count > $1.word.utf8.count } + [
                ("this year", PeriodWords(year: .offset(0), span: nil)),
                ("last year", PeriodWords(year: .offset(-1), span: nil)),
                ("three-month period", PeriodWords(year: nil, span: .thisQuarter)),
                ("quarter", PeriodWords(year: nil, span: .thisQuarter)),
            ]
        return Dictionary(grouping: ordered) { $0.word.unicodeScalars.first ?? " " }
    }()

    func englishSpan(at start: Int) -> (words: PeriodWords, end: Int)? {
        guard start < text.count,
            let found = Self.englishSpans[text[start].lowered]?.first(where: {
                scan.hasWord($0.word, at: start)
            })
        else { return nil }
        var end = start + found.word.unicodeScalars.count
        // The whole of something else is no time.
        if found.word.hasSuffix(" of"), englishYear(after: end, nil).0 == nil { return nil }
        if found.words == .yearEarlier, let year = yearNamed(after: end) {
            return (PeriodWords(year: .absolute(year.year), span: .same), year.end)
        }
        if found.words == .yearEarlier {
            // the same period of last year, a year before
            for tail in [
                "of last year", "last year", "of the previous year", "of the year before",
                "of the prior year",
                "a year earlier", "a year before", "a year ago", "one year earlier", "one year before",
                "the year before",
                "the previous year", "the prior year", "twelve months earlier", "12 months earlier",
            ] {
                let at = scan.skipSpace(end)
                if scan.hasWord(tail, at: at) { end = at + tail.unicodeScalars.count }
            }
        }
        return (found.words, end)
    }
}
