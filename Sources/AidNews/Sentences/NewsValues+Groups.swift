import AidModel
import AidText

/// Spans of several quarters, and groups.
extension NewsValues {
    mutating func yearToDate() -> TemplateValue {
        let period = FactPeriod.yearToDate(through: facts.quarter)
        guard let level = fact(period, .recipients, .level) else { return NewsValues.missing }
        var parts = measures(of: period, group: nil)
        parts["isProvisional"] = .flag(level.isProvisional)
        parts["span"] = .text(words.spokenSpan(through: facts.quarter))
        parts["yoy"] = comparison(period, nil, .yearEarlier)
        return .object(parts)
    }

    mutating func cumulative() -> TemplateValue {
        let level = facts.facts.first {
            $0.kind == .level && $0.group == nil && $0.period.isCumulative && $0.period.quarter == facts.quarter
        }
        guard let level else { return NewsValues.missing }
        var parts = measures(of: level.period, group: nil)
        parts["since"] = .text(words.day(level.period.firstDay))
        parts["through"] = .text(words.day(level.period.lastDay))
        return .object(parts)
    }

    /// Groups that a paragraph tells of, before it becomes a list.
    private static let mostGroups = 3

    mutating func breakdowns() -> TemplateValue {
        let period = FactPeriod.quarter(facts.quarter)
        // What was published of the quarter before stands among the facts under names of its own.
        let levels = facts.facts.filter {
            $0.kind == .level && $0.measure == .recipients && $0.period == period
                && $0.id == FactID(period, vintage: vintage, group: $0.group, $0.measure, $0.kind).text
        }
        var fields: [(title: BilingualText, groups: [Fact], rest: FactGroup?)] = []
        var placeByField: [String: Int] = [:]
        for level in levels {
            guard let group = level.group else { continue }
            if placeByField[group.field] == nil {
                placeByField[group.field] = fields.count
                fields.append((group.title, [], nil))
            }
            guard let place = placeByField[group.field] else { continue }
            if group.restCount == nil { fields[place].groups.append(level) } else { fields[place].rest = group }
        }
        // A group without anyone is nothing to write of.
        fields = fields.map { ($0.title, $0.groups.filter { $0.value != .exactly(0) }, $0.rest) }
            .filter { $0.groups.contains { $0.group?.name != nil } && !isOfOneGroup($0.groups, period) }
        var values: [TemplateValue] = []
        for (index, field) in fields.enumerated() {
            let isLong = field.groups.count > NewsValues.mostGroups
            var groups = NewsValues.largestFirst(field.groups)
            if isLong { groups = Array(groups.filter { $0.group?.name != nil }.prefix(NewsValues.mostGroups)) }
            var list: [TemplateValue] = []
            for (place, level) in groups.enumerated() {
                list.append(group(level, period, isFirst: place == 0, isLast: place == groups.count - 1))
            }
            values.append(
                .object([
                    "title": name(field.title(language)), "isLong": .flag(isLong),
                    "isLast": .flag(index == fields.count - 1), "groups": .list(list),
                    "contributions": contributionsPhrase(field.groups),
                    "rest": field.rest.map { .object(measures(of: period, group: $0)) } ?? NewsValues.missing,
                ]))
        }
        return .list(values)
    }

    /// Whether one group has all of the quarter, so that there is nothing to tell of it.
    private func isOfOneGroup(_ groups: [Fact], _ period: FactPeriod) -> Bool {
        guard groups.count == 1, let group = groups[0].group else { return false }
        return [.recipients, .personTimes, .amount].allSatisfy { measure in
            fact(period, measure, .level, group: group)?.value == fact(period, measure, .level)?.value
        }
    }

    /// By recipients; of equals the first, and the group of empty fields last.
    private static func largestFirst(_ levels: [Fact]) -> [Fact] {
        func size(_ fact: Fact) -> Int128 { fact.group?.name == nil ? -1 : fact.value.range?.lowest ?? 0 }
        return levels.enumerated().sorted {
            let (left, right) = (size($0.element), size($1.element))
            return left == right ? $0.offset < $1.offset : left > right
        }.map(\.element)
    }

    private mutating func group(_ level: Fact, _ period: FactPeriod, isFirst: Bool, isLast: Bool) -> TemplateValue {
        var parts = measures(of: period, group: level.group).merging(rates(of: period, group: level.group)) { $1 }
        parts["name"] = groupName(level.group)
        parts["yoy"] = comparison(period, level.group, .yearEarlier)
        parts["isFirst"] = .flag(isFirst)
        parts["isLast"] = .flag(isLast)
        return .object(parts)
    }

    /// What news calls a group.
    private mutating func groupName(_ group: FactGroup?) -> TemplateValue { .text(groupMark(group)) }

    /// The same, for a phrase.
    mutating func groupMark(_ group: FactGroup?) -> String {
        guard let value = group?.name else {
            let (before, after) = labels.emptyGroup
            guard let title = group?.title(language), language == .zh else { return before + after }
            return before + spans.mark(.name(title)) + after
        }
        return spans.mark(.name(language == .en ? groupNames[value] ?? value : value))
    }
}
