import AidModel
import AidNews

/// Figures that are shares though no word says so.
extension DraftReader {
    /// 每百元互助金里，住院占57元: a share.
    func isByTheHundred(_ numeral: Numeral) -> Bool {
        let unit: Numeral.Unit? =
            switch sentence.hundred {
            case .recipients?: .people
            case .personTimes?: .personTimes
            case .amount?: .money
            case nil: nil
            }
        return (numeral.unit == unit || unit != nil && numeral.unit == .none)
            && numeral.value <= 100 * DraftBounds.one && !numeral.hasMagnitude
    }

    /// 互助金中住院五成七、门诊四成三
    func isPartOfNoun(_ site: Site) -> Bool {
        guard sentence.comparison == nil, site.near.contains(where: { tokens[$0].kind.group != nil }) else {
            return false
        }
        return site.left.dropFirst().contains { place in
            tokens[place - 1].kind.measure != nil && "中里".unicodeScalars.contains(text[tokens[place].range.lowerBound])
        }
    }

    /// inpatients received 58,102 yuan and outpatients 47,832 yuan, or 57.2 percent and 42.8 percent
    var isPairedWithGroups: Bool {
        guard case .levels(let all)? = clause.distribution?.targets else { return false }
        return all.allSatisfy { $0.quantity?.groups.isEmpty == false } && sentence.comparison == nil
    }
}
