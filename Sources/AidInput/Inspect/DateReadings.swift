import AidModel

/// How the dates of a column stand that have several readings: which forms read them, and what years come of each.
package struct DateReadings: Sendable {
    private struct Reading {
        var count = 0
        var years: ClosedRange<Int>
    }

    /// Years that claims of one programme come from at most, and more than they ever do.
    private static let (likelySpan, unlikelySpan) = (10, 20)

    /// How many dates look alike, by what tells forms apart.
    private var counts: [Int: Int] = [:]
    private var readings: [DateForm: Reading] = [:]

    /// Takes one date, with all that it may be.
    mutating func take(_ days: [(form: DateForm, day: CalendarDay)]) {
        guard let look = days.first?.form.look else { return }
        counts[look, default: 0] += 1
        for (form, day) in days { add(form, Reading(count: 1, years: day.civil.year...day.civil.year)) }
    }

    private mutating func add(_ form: DateForm, _ reading: Reading) {
        guard let own = readings[form] else {
            readings[form] = reading
            return
        }
        let years =
            min(own.years.lowerBound, reading.years.lowerBound)...max(own.years.upperBound, reading.years.upperBound)
        readings[form] = Reading(count: own.count + reading.count, years: years)
    }

    package static func + (lhs: DateReadings, rhs: DateReadings) -> DateReadings {
        var sum = lhs
        for (look, count) in rhs.counts { sum.counts[look, default: 0] += count }
        for (form, reading) in rhs.readings { sum.add(form, reading) }
        return sum
    }

    package init() {}
}

/// The form that dates which look alike are in, or those of which nobody can tell.
package struct DateFormChoice: Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
        /// Nothing else looks like it.
        case noOther
        /// Read in any other form, so many at least are no dates.
        case othersFail(count: Int)
        /// Read in another form, they are of years that lie far apart.
        case farApart(DateForm, years: ClosedRange<Int>)
        /// All of them are dates in each.
        case undecided
        /// Some files decide, and others, of so many dates, do not of themselves.
        case decidedElsewhere(count: Int)
        /// None reads them all.
        case mixed
    }

    /// One, where it is decided.
    package let forms: [DateForm]
    /// How many dates there are that look like that.
    package let count: Int
    package let reason: Reason
}

extension DateReadings {
    /// What their values decide.
    package var choices: [DateFormChoice] {
        counts.sorted { $0.key < $1.key }.map { look, count in
            choice(DateForm.allCases.filter { $0.look == look }, count)
        }
    }

    /// What the values of several files decide. One that does not by itself may be in another form than the others.
    package static func choices(ofFiles files: [DateReadings]) -> [DateFormChoice] {
        files.reduce(DateReadings(), +).choices.map { choice in
            guard choice.forms.count == 1, let form = choice.forms.first else { return choice }
            let own = files.flatMap(\.choices).filter { $0.forms.first?.look == form.look }
            let open = own.filter { $0.reason == .undecided }
            guard !open.isEmpty else { return choice }
            let others = Set(open.flatMap(\.forms)).subtracting([form])
            return DateFormChoice(
                forms: [form] + DateForm.allCases.filter(others.contains), count: choice.count,
                reason: .decidedElsewhere(count: open.reduce(0) { $0 + $1.count }))
        }
    }

    private func choice(_ forms: [DateForm], _ count: Int) -> DateFormChoice {
        let whole = forms.filter { readings[$0]?.count == count }
        guard let form = whole.first else {
            return DateFormChoice(forms: forms.filter { readings[$0] != nil }, count: count, reason: .mixed)
        }
        if forms.count == 1 { return DateFormChoice(forms: forms, count: count, reason: .noOther) }
        if whole.count == 1 {
            let other = forms.filter { $0 != form }.compactMap { readings[$0]?.count }.max() ?? 0
            return DateFormChoice(forms: [form], count: count, reason: .othersFail(count: count - other))
        }
        let likely = whole.filter { span($0) <= DateReadings.likelySpan }
        let unlikely = whole.filter { span($0) > DateReadings.unlikelySpan }
        if likely.count == 1, likely.count + unlikely.count == whole.count, let other = unlikely.first,
            let years = readings[other]?.years
        {
            return DateFormChoice(forms: likely, count: count, reason: .farApart(other, years: years))
        }
        return DateFormChoice(forms: whole, count: count, reason: .undecided)
    }

    private func span(_ form: DateForm) -> Int { readings[form].map { $0.years.upperBound - $0.years.lowerBound } ?? 0 }
}

/// Reads dates of several readings in all of them.
struct OpenDateReader {
    private let decoders = [
        DateForm.yearFirst, .dayFirst, .monthFirst, .dayFirstShort, .monthFirstShort, .monthName,
    ].map { (form: $0, decoder: DateDecoder(zone: ZoneOffsets.shanghai, forms: [$0])) }

    /// What a text may be that is no date in one reading alone; empty: none.
    func readings(_ text: ByteView) -> [(form: DateForm, day: CalendarDay)] {
        // They begin with a number, in ASCII or at full width.
        guard text.count >= 5, (0x30...0x39).contains(text[0]) || text[0] == 0xEF else { return [] }
        return decoders.compactMap { form, decoder in decoder.decode(text).map { (form, $0) } }
    }
}
