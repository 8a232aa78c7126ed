import AidInput
import AidModel
import AidStatistics

extension ProgrammeRules {
    /// What `rules` of a file says that was found free of errors.
    ///
    /// - Parameter categories: the claims' categories in their order.
    init?(_ file: CheckedValue, categories: [String], currency: Currency) {
        let rules = file["rules"]
        let care = rules["care"].text
        let place = care.flatMap { care in categories.firstIndex(of: care) }
        guard (care == nil) == (place == nil) else { return nil }
        let kinds = rules["kinds"].items.compactMap { kind -> Kind? in
            let terms = kind["terms"].items.compactMap { RuleTerms($0, currency) }
            guard terms.count == kind["terms"].items.count else { return nil }
            let values = kind["care"].textItems.map { EmptyGroup.group(named: $0.text.cleanedAsField) ?? "" }
            return Kind(values: kind["care"].isAbsent ? nil : values, terms: terms)
        }
        let yearCaps = rules["yearCap"].items.compactMap { item -> YearCap? in
            guard let from = item["from"].text.flatMap({ CalendarDay(iso: $0) }),
                let amount = item.ruleAmount("amount", currency)
            else { return nil }
            return YearCap(from: from, amountMinor: amount)
        }
        guard kinds.count == rules["kinds"].items.count, yearCaps.count == rules["yearCap"].items.count else {
            return nil
        }
        self.init(carePlace: place, kinds: kinds, yearCaps: yearCaps)
    }
}

extension RuleTerms {
    fileprivate init?(_ terms: CheckedValue, _ currency: Currency) {
        guard let from = terms["from"].text.flatMap({ CalendarDay(iso: $0) }),
            let mode = terms["rounding"]["mode"].text.flatMap(RoundingMode.init(rawValue:))
        else { return nil }
        let deductible = terms["deductible"]
        let brackets = terms["brackets"].items.compactMap { bracket -> Bracket? in
            guard let share = bracket["share"].text.flatMap({ try? ExactShare($0) })?.tenThousandths else { return nil }
            return Bracket(upToMinor: bracket.ruleAmount("upTo", currency), share: share)
        }
        guard brackets.count == terms["brackets"].items.count else { return nil }
        self.init(
            from: from,
            deductible: deductible.ruleAmount("amount", currency).map {
                Deductible(amountMinor: $0, isYearly: deductible["per"].text == "year")
            }, brackets: brackets, claimCapMinor: terms.ruleAmount("claimCap", currency),
            yearCapMinor: terms.ruleAmount("yearCap", currency),
            roundingUnitMinor: terms["rounding"].ruleAmount("to", currency) ?? 1, roundingMode: mode)
    }
}

extension CheckedValue {
    /// Money behind a key, in minor units; nil: none.
    fileprivate func ruleAmount(_ key: String, _ currency: Currency) -> Int64? {
        self[key].text.flatMap { CaseAmount.minor($0, currency) }.flatMap { Int64(exactly: $0) }
    }
}
