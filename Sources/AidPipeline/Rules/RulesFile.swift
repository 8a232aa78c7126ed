import AidModel
import AidStatistics
import AidText

/// `rules.csv`: the claims that were paid furthest from what the rules say, for whoever looks into them.
///
/// It names claims, and so is for the owner of the run alone (mode 0600); no person is in it. Written as `rejects.csv`
/// is: safe to open in a spreadsheet.
enum RulesFile {
    static let name = "rules.csv"

    /// - Parameters:
    ///   - names: of the inputs.
    ///   - groups: for each groups code the values of the categories.
    ///   - keys: that the claims were read with.
    static func bytes(
        _ differences: [RuleDifference], rules: ProgrammeRules, names: [String], groups: [[String]], keys: KeyTable,
        currency: Currency
    ) -> [UInt8] {
        var bytes = Array("\u{FEFF}claim,file,day,care,basis,paid,due,difference,cause\r\n".utf8)
        let names = names.map(cell)
        for difference in differences {
            bytes += cell(claim(difference.key, keys))
            bytes.append(UInt8(ascii: ","))
            bytes += names[difference.position.fileIndex]
            bytes += ",\(difference.day),".utf8
            if let place = rules.carePlace { bytes += cell(care(groups[difference.groupsCode][place])) }
            let money = [
                Int128(difference.basisMinor), Int128(difference.paidMinor), Int128(difference.dueMinor),
                difference.differenceMinor,
            ]
            bytes += money.map { "," + CaseAmount.text($0, currency) }.joined().utf8
            bytes += ",\(difference.cause.rawValue)\r\n".utf8
        }
        return bytes
    }

    private static func care(_ value: String) -> String { value.isEmpty ? EmptyGroup.name : value }

    /// Empty where there is no number, or it is too long for the memory that was given.
    private static func claim(_ key: ExactKey, _ keys: KeyTable) -> String {
        guard key.hasText else { return "" }
        var text: [UInt8] = []
        keys.appendText(of: key, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    private static func cell(_ value: String) -> [UInt8] {
        value.isEmpty ? [] : Array(CSVText.quoted(value).utf8)
    }
}
