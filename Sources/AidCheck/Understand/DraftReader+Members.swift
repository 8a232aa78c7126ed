import AidModel
import AidNews

/// How many members there are, where facts tell it.
///
/// What others count is not ours, and members may be those of a whole city; so a figure of them is held against the
/// facts, and is right where they say the same, but mostly not called wrong where they do not.
extension DraftReader {
    /// 会员3930人, 3,930 members, 会员人数为3930人
    func isOfMembers(_ numeral: Numeral, _ site: Site) -> Bool {
        guard known.tellsMembers, numeral.unit == .people || numeral.unit == .none else { return false }
        let scan = TextScan(text: text)
        if let unit = numeral.unitRange,
            ["members", "union members"].contains(where: { scan.hasWord($0, at: unit.lowerBound) })
        {
            return true
        }
        func isWord(_ place: Int) -> Bool {
            tokens[place].kind == .other
                && scan.end(
                    ofAny: ["会员", "工会会员", "在职会员", "members", "union members", "membership"],
                    at: tokens[place].range.lowerBound) != nil
        }
        for place in site.near.reversed() {
            switch tokens[place].kind {
            case .plain, .to, .equals, .sum, .noun(.recipients), .period: continue
            default: return isWord(place)
            }
        }
        guard let next = site.right.first else { return false }
        return isWord(next) && tokens[next].range.lowerBound <= tokens[site.index].range.upperBound + 1
    }
}
