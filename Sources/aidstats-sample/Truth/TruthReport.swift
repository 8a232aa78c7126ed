/// What is true of a sample, for people as a table and for tests as JSON.
struct TruthReport {
    let tally: Tally
    let balance: SampleBalance
    /// In a fixed order.
    let troubles: [(name: String, count: Int)]
    /// Further things to understand, which make no record of their own.
    let forms: [(name: String, count: Int)]

    /// The figures of each quarter, for people.
    var table: String {
        let head = ["季度 quarter", "受助职工 recipients", "人次 person-times", "金额（元） yuan"]
        let rows = zip(tally.quarters, tally.figures).map { quarter, figures in
            var yuan: [UInt8] = []
            yuan.append(fen: figures.amountFen)
            return [
                quarter.name, "\(figures.recipientCount)", "\(figures.personTimeCount)",
                String(decoding: yuan, as: UTF8.self),
            ]
        }
        let widths = head.indices.map { column in ([head] + rows).map { width(of: $0[column]) }.max() ?? 0 }
        return ([head] + rows).map { row in
            zip(row, widths).map { String(repeating: " ", count: $1 - width(of: $0)) + $0 }.joined(separator: "  ")
        }.joined(separator: "\n")
    }

    /// Columns of a terminal: Chinese characters take two.
    private func width(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
    }

    var json: String {
        var lines = ["{", "  \"quarters\": ["]
        lines += listed(tally.quarters.indices.map { "    { \(json(of: $0)), \(json(tally.figures[$0])) }" })
        lines += ["  ],", "  \"yearToDate\": ["]
        lines += listed(
            tally.quarters.indices.map { index in
                let first = tally.quarters.firstIndex { $0.year == tally.quarters[index].year } ?? index
                return "    { \(json(of: index)), \(json(tally.figures(in: first...index))) }"
            }
        )
        lines += ["  ],", "  \"cumulative\": ["]
        lines += listed(tally.quarters.indices.map { "    { \(json(of: $0)), \(json(tally.figures(in: 0...$0))) }" })
        lines += ["  ],", "  \"groups\": ["]
        lines += listed(tally.quarters.indices.flatMap { groups(of: $0) })
        lines += ["  ],", "  \"balance\": {"]
        lines += listed(balanceLines.map { "    \"\($0.0)\": \($0.1)" })
        lines += ["  },", "  \"rejectedByReason\": {"]
        lines += listed(zip(RejectReason.allCases, balance.rejected).map { "    \"\($0.0.rawValue)\": \($0.1)" })
        lines += ["  },", "  \"troubles\": {"]
        lines += listed(troubles.map { "    \"\($0.name)\": \($0.count)" })
        lines += ["  },", "  \"forms\": {"]
        lines += listed(forms.map { "    \"\($0.name)\": \($0.count)" })
        lines += ["  }", "}", ""]
        return lines.joined(separator: "\n")
    }

    private var balanceLines: [(String, Int)] {
        [
            ("records", balance.records), ("paid", balance.paid), ("fullyReversed", balance.fullyReversed),
            ("unpaid", balance.unpaid), ("reversals", balance.reversals), ("duplicates", balance.duplicates),
            ("superseded", balance.superseded), ("rejected", balance.rejected.reduce(0, +)),
        ]
    }

    /// One line a group, in the order of the lists; groups without claims are left out.
    private func groups(of index: Int) -> [String] {
        let care = zip(Places.careKinds, tally.careFigures[index]).map { ("care", $0.0, $0.1) }
        let districts = zip(Places.districts, tally.districtFigures[index]).map { ("district", $0.0, $0.1) }
        return (care + districts).filter { $0.2.personTimeCount > 0 }.map { field, group, figures in
            let name = group.isEmpty ? "未填" : group
            return "    { \(json(of: index)), \"field\": \"\(field)\", \"group\": \"\(name)\", \(json(figures)) }"
        }
    }

    private func json(of index: Int) -> String {
        "\"quarter\": \"\(tally.quarters[index].name)\""
    }

    private func json(_ figures: Figures) -> String {
        "\"recipients\": \(figures.recipientCount), \"personTimes\": \(figures.personTimeCount), "
            + "\"amountMinor\": \(figures.amountFen)"
    }

    private func listed(_ lines: [String]) -> [String] {
        lines.enumerated().map { $0.offset < lines.count - 1 ? $0.element + "," : $0.element }
    }
}
