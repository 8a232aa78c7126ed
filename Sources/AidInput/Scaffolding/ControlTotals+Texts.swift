import AidModel

extension ControlTotals {
    /// How many lines are told of.
    private static let toldCount = 3
    /// The money of fewer records is not told.
    fileprivate static let fewRecords = 10

    /// What is told of a file; nothing, where all that is stated agrees.
    ///
    /// - Parameter layout: as the file is read.
    func findings(in name: String, _ layout: RecordLayout) -> [Finding] {
        let odd = disagreements(layout.currency, hasUnit: layout.amountUnit != nil)
        if let first = odd.first(where: { $0.unit != nil }), let unit = first.unit {
            return [InputFinding.unitOfTotals(unit, lineNumber: first.lineNumber).finding(in: name)]
        }
        return odd.isEmpty ? [] : [InputFinding.controlTotals(odd, layout.currency).finding(in: name)]
    }

    /// `line 202 states 200 records and an amount of 692,490.06, counted: 188 records and an amount of 650,000.00`.
    static func text(_ odd: [Disagreement], _ currency: Currency) -> BilingualText {
        let told = odd.prefix(toldCount).map { $0.text(currency) }
        let more = odd.count - told.count
        return BilingualText(
            zh: told.map(\.zh).joined(separator: "；") + (more > 0 ? "；另有 \(more) 行" : ""),
            en: told.map(\.en).joined(separator: "; ") + (more > 0 ? "; and \(more) more lines" : ""))
    }
}

extension ControlTotals.Disagreement {
    fileprivate func text(_ currency: Currency) -> BilingualText {
        var zh = (stated: [String](), counted: [String]())
        var en = (stated: [String](), counted: [String]())
        if let count {
            zh.stated.append("\(count.stated) 条")
            zh.counted.append("\(count.counted) 条")
            en.stated.append("\(count.stated) records")
            en.counted.append("\(count.counted) records")
        }
        if let amount, amount.recordCount < ControlTotals.fewRecords {
            zh.stated.append("金额")
            zh.counted.append("另一金额（记录少，不列出）")
            en.stated.append("an amount")
            en.counted.append("another amount, of too few records to be told")
        } else if let amount {
            let (stated, counted) = (currency.plain(Int128(amount.stated)), currency.plain(amount.counted))
            zh.stated.append("金额 \(stated)")
            zh.counted.append("金额 \(counted)")
            en.stated.append("an amount of \(stated)")
            en.counted.append("an amount of \(counted)")
        }
        return BilingualText(
            zh: "第 \(lineNumber) 行写明 \(zh.stated.joined(separator: "、"))，读到 \(zh.counted.joined(separator: "、"))",
            en: "line \(lineNumber) states \(en.stated.joined(separator: " and ")), "
                + "counted: \(en.counted.joined(separator: " and "))")
    }
}

extension Currency {
    /// An amount of minor units in the major one, with commas.
    fileprivate func plain(_ minor: Int128) -> String {
        let digits = String(minor.magnitude)
        let padded = String(repeating: "0", count: max(0, minorDigits + 1 - digits.count)) + digits
        var whole = Array(padded.dropLast(minorDigits))
        var place = whole.count - 3
        while place > 0 {
            whole.insert(",", at: place)
            place -= 3
        }
        return (minor < 0 ? "-" : "") + String(whole)
            + (minorDigits > 0 ? "." + String(padded.suffix(minorDigits)) : "")
    }
}
