import AidInput
import AidModel
import AidStatistics
import AidText
import Foundation

/// Tells of names of groups that may not be meant: those that are one to the eye, as they differ by width, case, white
/// space or look-alikes alone, and those that stand for no value.
///
/// Of names that are alike only those that the report shows are told; of the others, how many there are. A name that
/// stands for no value tells of nobody.
enum DoubtfulGroups {
    /// - Parameters:
    ///   - groups: for each groups code the values of the breakdown fields.
    ///   - fields: these fields.
    ///   - counts: for each groups code the claims that stand.
    static func findings(
        _ report: QuarterReport, groups: [[String]], fields: [String], counts: [Int]
    ) -> [RunFinding] {
        report.breakdowns.flatMap { breakdown -> [RunFinding] in
            // Of two fields each is told by itself.
            guard let index = fields.firstIndex(of: breakdown.field) else { return [] }
            var claimCounts: [[UInt8]: Int] = [:]
            for (row, count) in zip(groups, counts) where count > 0 && !row[index].isEmpty {
                claimCounts[Array(row[index].utf8), default: 0] += count
            }
            return [similar(breakdown, claimCounts), placeholders(breakdown, claimCounts)].compactMap { $0 }
        }
    }

    /// Of groups that stand for no value: `#REF!`, `NULL`, `-`.
    private static func placeholders(_ breakdown: BreakdownReport, _ claimCounts: [[UInt8]: Int]) -> RunFinding? {
        let found = claimCounts.keys.filter { $0.withByteView(Placeholder.isOfMachines) }
            .sorted { $0.lexicographicallyPrecedes($1) }
        guard !found.isEmpty else { return nil }
        let names = found.map { quoted(String(decoding: $0, as: UTF8.self)) }
        return .placeholderGroups(field: breakdown.field, names: names)
    }

    /// - Parameter claimCounts: of every value of the breakdown that stands for a claim.
    private static func similar(_ breakdown: BreakdownReport, _ claimCounts: [[UInt8]: Int]) -> RunFinding? {
        let named = Set(breakdown.groups.compactMap { $0.group.map { Array($0.utf8) } })
        let alike = Dictionary(grouping: claimCounts.keys) { key(of: String(decoding: $0, as: UTF8.self)) }.values
            .filter { $0.count > 1 }
        guard !alike.isEmpty else { return nil }
        // Of names that are alike the one with the most claims is likely the right one.
        let told = alike.map { $0.filter(named.contains) }.filter { $0.count > 1 }.map { values in
            values.sorted { one, other in
                let (first, second) = (claimCounts[one] ?? 0, claimCounts[other] ?? 0)
                return first == second ? one.lexicographicallyPrecedes(other) : first > second
            }
        }.sorted { $0[0].lexicographicallyPrecedes($1[0]) }
        let untold = alike.reduce(0) { $0 + $1.count } - told.reduce(0) { $0 + $1.count }
        return .similarGroups(
            field: breakdown.field, told: told.map { $0.map { String(decoding: $0, as: UTF8.self) } }, untold: untold)
    }

    /// A name as a string of JSON, with what cannot be seen as escapes.
    static func quoted(_ value: String) -> String {
        var text = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"", "\\": text += "\\" + String(scalar)
            case _ where scalar.value <= 0xFFFF && !isPlain(scalar):
                let digits = String(scalar.value, radix: 16, uppercase: true)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }

    /// Whether everybody sees it, in no other's place.
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value >= 0x20 && scalar.value < 0x7F }
        // Radicals, and ideographs that stand for others.
        if (0x2E80...0x2FDF).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value) { return false }
        if lookAlikes[scalar].map({ $0 != scalar }) ?? false { return false }
        switch scalar.properties.generalCategory {
        case .openPunctuation, .closePunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .otherSymbol:
            return true
        default: return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }

    // MARK: What names look like

    /// What is left of a name without what the eye passes over: equal for names that look alike.
    static func key(of name: String) -> [UInt32] {
        var key: [UInt32] = []
        // Most names are plain Chinese, letters and digits, and look like nothing else.
        for scalar in name.unicodeScalars {
            switch scalar {
            case "a"..."z": key.append(scalar.value - 0x20)
            case "A"..."Z", "0"..."9", "\u{4E00}"..."\u{9FFF}": key.append(scalar.value)
            default: return keyOfAny(name)
            }
        }
        return key
    }

    private static func keyOfAny(_ name: String) -> [UInt32] {
        var key: [UInt32] = []
        for scalar in name.precomposedStringWithCompatibilityMapping.uppercased().unicodeScalars {
            let properties = scalar.properties
            if properties.isWhitespace || properties.isDefaultIgnorableCodePoint { continue }
            if properties.generalCategory == .control || properties.generalCategory == .privateUse { continue }
            key.append((lookAlikes[scalar] ?? scalar).value)
        }
        return key
    }

    /// Characters of other scripts that look as these do; radicals that look as characters and that
    /// compatibility leaves alone; signs that are typed one for the other.
    ///
    /// - Source: Unicode, confusables.txt and EquivalentUnifiedIdeograph.txt; the common ones.
    private static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = {
        let pairs: [(String, String)] = [
            ("АВЕЁІЈКМНОРСТУХЅ", "ABEËIJKMHOPCTYXS"), ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),
            ("⺠⺝⺩⺬⺮⺼⻁⻄⻅⻆⻉⻊⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰", "民月王示竹肉虎西见角贝足车长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙"),
            ("‐‑‒–—―−", "-------"), ("·‧•∙⋅・･", "·······"), ("〇○◯", "〇〇〇"),
        ]
        return Dictionary(
            pairs.flatMap { zip($0.0.unicodeScalars, $0.1.unicodeScalars).map { ($0, $1) } }
        ) { first, _ in first }
    }()
}
