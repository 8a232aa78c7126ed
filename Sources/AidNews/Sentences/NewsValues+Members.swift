import AidModel
import AidText

/// Members, and what the figures are for a thousand of them.
extension NewsValues {
    /// The measures for a thousand members.
    mutating func rates(of period: FactPeriod, group: FactGroup?) -> [String: TemplateValue] {
        var rates: [String: TemplateValue] = [:]
        for measure in Measure.allCases.map({ FactMeasure(perThousand: $0) }) {
            rates[measure.rawValue] = figure(period, measure, group: group)
        }
        return rates
    }

    /// How many members there are, who says so as of which day, and how the rates have changed.
    mutating func members() -> TemplateValue {
        let quarter = FactPeriod.quarter(facts.quarter)
        guard let level = fact(quarter, .members, .level),
            let source = facts.sources.lazy.compactMap({ source in
                if case .members(let source) = source { source } else { nil }
            }).first
        else { return NewsValues.missing }
        return .labelled(
            marked(level),
            [
                "number": printing.number(level.measure, level.value).map { mark($0.text, level) }
                    ?? NewsValues.missing,
                "source": name(source.text(language)), "asOf": .text(words.day(quarter.lastDay)),
                "changes": rateChanges(quarter),
                "isProvisional": .flag(
                    fact(quarter, .recipientsPerThousand, .change, comparison: .yearEarlier)?.isProvisional ?? false),
            ])
    }

    /// `每千名会员受助职工增加22.4人，每千名会员受助金额增加4488.13元`; missing where there is no year earlier.
    private mutating func rateChanges(_ period: FactPeriod) -> TemplateValue {
        var phrases: [String] = []
        for measure in [Measure.recipients, .amount] {
            guard
                let change = fact(
                    period, FactMeasure(perThousand: measure), .change, comparison: .yearEarlier)
            else { continue }
            let sign = printing.sign(of: change.value)
            let size = spans.mark(
                .figure(
                    sign == 0 ? "" : printing.size(change.kind, change.measure, change.value).text,
                    factID: change.id))
            phrases.append(labels.rate(measure, sign: sign, size))
        }
        return phrases.isEmpty ? NewsValues.missing : .text(labels.list(rates: phrases))
    }
}
