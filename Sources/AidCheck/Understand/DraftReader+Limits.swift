import AidModel

/// How many districts there are of which so much is told: 有7个区的受助职工超过60人.
extension DraftReader {
    /// What is counted and within which values, if the figure counts districts.
    func limit(_ site: Site) -> (measure: Measure, values: DraftBounds, token: Int)? {
        guard let numeral = tokens[site.index].kind.numeral, numeral.unit == .thing else { return nil }
        let unit = numeral.unitRange ?? numeral.digits
        let isOfDistricts =
            "区县".unicodeScalars.contains(text[unit.lowerBound])
            || TextScan(text: text).end(ofAny: ["区", "县"], at: unit.upperBound) != nil
        // 三区合计受助超220人次 counts nothing.
        guard isOfDistricts, let before = site.near.last, text[tokens[before].range.upperBound - 1] == "有" else {
            return nil
        }
        let place = site.right.upperBound
        guard place < tokens.count, let limit = tokens[place].kind.numeral, limit.upper == nil else { return nil }
        let measure: Measure
        switch limit.unit {
        case .people: measure = .recipients
        case .personTimes: measure = .personTimes
        case .money: measure = .amount
        default: return nil
        }
        switch limit.hedge {
        case .above: return (measure, DraftBounds(lowest: limit.value, highest: .endless, isLowestOut: true), place)
        case .atLeast: return (measure, DraftBounds(lowest: limit.value, highest: .endless), place)
        case .under: return (measure, DraftBounds(lowest: 0, highest: limit.value, isHighestOut: true), place)
        case .upTo: return (measure, DraftBounds(lowest: 0, highest: limit.value), place)
        default: return nil
        }
    }
}
