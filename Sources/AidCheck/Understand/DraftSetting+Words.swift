import AidModel
import AidNews

extension DraftSetting {
    /// What “this quarter” and “this year” are in a draft.
    ///
    /// - Parameters:
    ///   - quarter: the one that the draft is about; nil: what the draft, the date or the facts tell.
    ///   - date: of the draft, by which 今年 and 去年 are understood; nil: the year of the quarter.
    init(_ articles: DraftArticles, _ known: KnownFigures, quarter: Quarter?, date: CalendarDay?) {
        if let quarter {
            self.init(quarter: quarter, thisYear: date?.quarter.year ?? quarter.year, printedIn: date?.quarter)
            starts = known.starts
            return
        }
        let ours = articles.all.filter { $0.isOurs == true }
        let tokens = (ours.isEmpty ? articles.all : ours).flatMap(\.tokens)
        let named = DraftSetting.named(date == nil ? tokens[...] : DraftSetting.opening(tokens))
        let number = named.first?.number
        let year = named.compactMap(\.year).max()
        if let date {
            self.init(
                quarter: date.quarter.quarterEarlier, thisYear: date.quarter.year, printedIn: date.quarter,
                source: .date)
            // What it is compared with may stand first: 由834人增至986人.
            let quarters = named.map {
                Quarter(year: $0.year ?? self.year(ofQuarter: $0.number), number: $0.number)
            }
            if let latest = quarters.filter({ $0 <= date.quarter }).max() ?? quarters.first {
                source = .named
                self.quarter = latest
            }
        } else if let year {
            self.init(
                quarter: Quarter(year: named.first?.year ?? year, number: number ?? 4), thisYear: year, source: .named)
        } else if let latest = known.latest {
            self.init(
                quarter: number.map { Quarter(year: latest.year, number: $0) } ?? latest, thisYear: latest.year,
                source: number == nil ? .facts : .named)
        } else {
            self.init(
                quarter: Quarter(year: DraftSetting.unknownYear, number: number ?? 1),
                thisYear: DraftSetting.unknownYear, source: .nothing)
        }
        starts = known.starts
    }

    /// The quarters that words name, with their years where they do. 去年四季度 is what others are held against.
    private static func named(_ tokens: ArraySlice<DraftToken>) -> [(year: Int?, number: Int)] {
        tokens.indices.compactMap { place in
            guard let words = tokens[place].kind.period, let number = words.quarterNumber, !isOfBase(place, tokens)
            else { return nil }
            switch words.year {
            case .absolute(let year)?:
                if case .toYear? = words.span { return nil }
                return (year, number)
            case .offset(let years)?: return years < 0 ? nil : (nil, number)
            case nil: return (nil, number)
            }
        }
    }

    /// 986 (Q2 2022: 834), up from 727 in the third quarter of 2020: the time of what is compared with.
    private static func isOfBase(_ place: Int, _ tokens: ArraySlice<DraftToken>) -> Bool {
        let before = tokens[..<place].suffix(4)
        if let number = before.lastIndex(where: { $0.kind.isNumber }), number > before.startIndex {
            let word = tokens[number - 1].kind
            if word == .from || word == .than { return true }
        }
        let ahead = tokens[(place + 1)...].prefix(4)
        let isOpen = before.last?.kind == .open
        return isOpen && ahead.prefix { $0.kind != .close }.contains { $0.kind.isNumber }
    }

    /// The words before the end of the first sentence with a figure that may be ours: with a date, what is named
    /// later does not say what the draft is about. 会议室可容纳40人 is none.
    private static func opening(_ tokens: [DraftToken]) -> ArraySlice<DraftToken> {
        var start = 0
        while start < tokens.count {
            let end = tokens[start...].firstIndex { $0.kind.endsSentence } ?? tokens.count
            let sentence = tokens[start..<end]
            if sentence.contains(where: { $0.kind.isNumber }),
                sentence.contains(where: { $0.kind.isOfProgramme || $0.kind.period != nil })
            {
                return tokens[..<end]
            }
            start = end + 1
        }
        return tokens[...]
    }
}
