import AidModel

extension PipelineRules {
    /// A register keeps no basis; rules need one, and nothing else does.
    static let rulesHaveABasis: Rule = { file in
        guard !file.fieldsAreFaulty else { return [] }
        guard !file["rules"].isAbsent else {
            guard let basis = file.mappedFields.first(where: { $0.key == PipelineSpec.basis }) else { return [] }
            return [PipelineFinding(basis.keyPlace, .wrongRules(.basisUnused))]
        }
        var findings: [PipelineFinding] = []
        if !file["register"].isAbsent {
            findings.append(PipelineFinding(file.keyPlace("rules"), .wrongRules(.withRegister)))
        }
        if !file.hasField(PipelineSpec.basis) {
            findings.append(PipelineFinding(file.keyPlace("rules"), .wrongRules(.withoutBasis)))
        }
        return findings
    }

    /// `rules.care` is a category of a column, and each of its groups is of one kind.
    static let kindsOfCareAreClear: Rule = { file in
        let rules = file["rules"]
        guard !file.fieldsAreFaulty, !rules.isAbsent else { return [] }
        var findings: [PipelineFinding] = []
        if let name = rules["care"].text {
            let categories = file.mappedFields.filter { $0.value["type"].text == "category" }
            if let field = categories.first(where: { $0.key == name }) {
                if case .mapping = field.value["from"].content {
                    findings.append(PipelineFinding(rules["care"].place, .wrongRules(.careDerived(name))))
                }
            } else {
                findings.append(
                    PipelineFinding(
                        rules["care"].place, .wrongRules(.careUnmapped(name, possible: categories.map(\.key)))))
            }
        }
        var firstLines: [String: Int] = [:]
        var rest: Int?
        for kind in rules["kinds"].items {
            guard !kind["care"].isAbsent else {
                if let rest { findings.append(PipelineFinding(kind.place, .wrongRules(.severalRest(firstLine: rest)))) }
                rest = rest ?? kind.place.line
                continue
            }
            if rules["care"].isAbsent {
                findings.append(PipelineFinding(kind.keyPlace("care"), .wrongRules(.careWithoutField)))
            }
            for (text, place) in kind["care"].textItems {
                let group = text.cleanedAsField
                if let line = firstLines[group] {
                    findings.append(PipelineFinding(place, .wrongRules(.careTwice(text, firstLine: line))))
                } else {
                    firstLines[group] = place.line
                }
            }
        }
        return findings
    }

    /// Days and brackets rise, so that one item holds on a day, and of an amount.
    static let termsRise: Rule = { file in
        let kinds = file["rules"]["kinds"].items.map(\.["terms"].items)
        return (kinds + [file["rules"]["yearCap"].items]).flatMap { items in
            zip(items, items.dropFirst()).compactMap { before, item -> PipelineFinding? in
                guard let first = before["from"].text.flatMap({ CalendarDay(iso: $0) }),
                    let text = item["from"].text, let day = CalendarDay(iso: text), day <= first
                else { return nil }
                return PipelineFinding(item["from"].place, .wrongRules(.daysDoNotRise(text)))
            }
        }
            + kinds.joined().flatMap { bracketFindings($0["brackets"].items, file) }
    }

    private static func bracketFindings(_ brackets: [CheckedValue], _ file: CheckedValue) -> [PipelineFinding] {
        var findings: [PipelineFinding] = []
        var last: Int128 = 0
        for (index, bracket) in brackets.enumerated() {
            if let text = bracket["share"].text, let share = try? ExactShare(text), share.tenThousandths == nil {
                findings.append(PipelineFinding(bracket["share"].place, .wrongRules(.shareTooFine(text))))
            }
            if bracket["upTo"].isAbsent, index < brackets.count - 1 {
                findings.append(PipelineFinding(bracket.place, .wrongRules(.endlessBracket)))
            }
            guard let text = bracket["upTo"].text, let currency = file["currency"].text.flatMap({ Currency($0) }),
                let end = CaseAmount.minor(text, currency)
            else { continue }
            if end <= last {
                findings.append(PipelineFinding(bracket["upTo"].place, .wrongRules(.bracketsDoNotRise(text))))
            }
            last = end
        }
        return findings
    }

    /// Amounts have no more decimals than the currency; caps and what is rounded to are above 0.
    static let ruleAmountsAreExact: Rule = { file in
        guard let currency = file["currency"].text.flatMap({ Currency($0) }) else { return [] }
        let terms = file["rules"]["kinds"].items.flatMap { $0["terms"].items }
        let mayBeZero = terms.map { ("amount", $0["deductible"]["amount"]) }
        let aboveZero =
            terms.flatMap { terms in
                [
                    ("claimCap", terms["claimCap"]), ("yearCap", terms["yearCap"]),
                    ("rounding.to", terms["rounding"]["to"]),
                ] + terms["brackets"].items.map { ("upTo", $0["upTo"]) }
            } + file["rules"]["yearCap"].items.map { ("amount", $0["amount"]) }
        return (mayBeZero.map { ($0.0, $0.1, true) } + aboveZero.map { ($0.0, $0.1, false) }).compactMap {
            key, value, mayBeZero in
            guard let text = value.text else { return nil }
            guard let minor = CaseAmount.minor(text, currency) else {
                return PipelineFinding(value.place, .amountTooFine(text, currency: currency.code))
            }
            if minor > CheckedValue.largestRuleAmount {
                return PipelineFinding(value.place, .wrongRules(.tooLarge(text)))
            }
            return minor == 0 && !mayBeZero ? PipelineFinding(value.place, .wrongRules(.zero(key: key))) : nil
        }
    }
}

extension CheckedValue {
    /// So much fits with all that is reckoned with it.
    static var largestRuleAmount: Int128 { 1_000_000_000_000_000 }
}
