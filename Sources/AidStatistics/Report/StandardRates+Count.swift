import AidModel

extension StandardRates {
    /// What is held against the population besides the whole.
    private struct Scope {
        let breakdown: ReportBreakdown
        let report: BreakdownReport
    }

    /// Counts the recipients of each cell, and reckons the rates of the whole and of every breakdown that is known of
    /// members.
    ///
    /// - Parameters:
    ///   - claims: counted with `ReportRequest.keepsPeople`.
    ///   - groups: for each groups code the values of the breakdown fields.
    ///   - report: with its `members`.
    package static func count(
        _ population: StandardPopulation, _ claims: SettledClaims, groups: [[String]], census: MemberCensus,
        breakdowns: [ReportBreakdown], report: QuarterReport, jobs: Int
    ) async throws -> StandardRates {
        let columns = population.fields.map {
            ReportBreakdown.Column(field: $0.name, title: $0.title, place: $0.place)
        }
        let scopes = breakdowns.compactMap { breakdown -> Scope? in
            guard breakdown.columns.allSatisfy({ census.places.contains($0.place) }) else { return nil }
            return report.breakdowns.first { $0.field == breakdown.field }.map {
                Scope(breakdown: breakdown, report: $0)
            }
        }
        let slots = GroupSlots(
            values: groups,
            breakdowns: [ReportBreakdown(columns)] + scopes.map { ReportBreakdown($0.breakdown.columns + columns) })
        let counted = try await QuarterCount.count(
            claims, quarter: report.quarter, slots: slots, jobs: jobs, keepsRows: true)
        let quarters = [report.quarter, report.quarter.yearEarlier]
        let periods = [ReportPeriod.quarter, .yearEarlier]
        var weights: Cells = [:]
        switch population.weights {
        case .given(let given, _): weights = given
        case .members(let quarter): weights = StandardRates.members(census, quarter, [], columns)[[]] ?? [:]
        }
        var lines: [Line] = []
        var tables: [StandardTable] = []
        for place in 0...scopes.count {
            let scope = place == 0 ? nil : scopes[place - 1]
            let depth = scope?.breakdown.columns.count ?? 0
            let recipients = periods.map {
                StandardRates.recipients($0, counted, slots, ofBreakdown: place, depth: depth)
            }
            let members = quarters.map { StandardRates.members(census, $0, scope?.breakdown.columns ?? [], columns) }
            func people(_ time: Int, _ names: [[UInt8]]) -> StandardTable.People {
                StandardTable.People(recipients: recipients[time][names] ?? [:], members: members[time][names])
            }
            func rate(_ people: StandardTable.People, _ shown: Shown<Figures>) -> Rate {
                switch shown {
                case .known:
                    guard let members = people.members else { return .absent }
                    return StandardRates.rate(
                        recipients: people.recipients, members: members, weights: weights, minGroup: report.minGroup)
                case .absent: return .absent
                case .suppressed: return .withheld
                }
            }
            guard let scope else {
                lines.append(
                    Line(
                        field: nil, group: nil, crude: report.members?.now?.rate.perThousand(.recipients) ?? .absent,
                        now: rate(people(0, []), .known(report.figures)),
                        yearEarlier: rate(people(1, []), report.yearEarlier.base)))
                continue
            }
            let groups = scope.report.groups.filter { $0.withheldCount == 0 }
            let names = groups.map { group in
                (group.names.isEmpty ? [group.group] : group.names).map { $0.map { Array($0.utf8) } ?? [] }
            }
            tables.append(
                StandardTable(
                    scope.report.field,
                    times: [groups.map(\.figures), groups.map(\.yearEarlier.base)].enumerated().map { time, figures in
                        zip(names, figures).map { names, figures in
                            let people = people(time, names)
                            return StandardTable.Entry(
                                people: people, recipientCount: figures.value?.recipientCount ?? 0,
                                rate: rate(people, figures))
                        }
                    }, groups: groups.map(\.group)))
        }
        StandardTable.withhold(&tables)
        for table in tables {
            let crudes = report.members?.breakdowns.first { $0.field == table.field }?.groups ?? []
            lines += table.lines(crudes.map { ($0.group, $0.now?.perThousand(.recipients)) })
        }
        let whole = StandardRates.members(census, report.quarter, [], columns)[[]] ?? [:]
        return StandardRates(
            population: population, lines: lines, unweightedCellCount: whole.keys.count { weights[$0] == nil })
    }

    /// The recipients of a period, by the names of their group and then by cell.
    private static func recipients(
        _ period: ReportPeriod, _ counted: QuarterCount, _ slots: GroupSlots, ofBreakdown index: Int, depth: Int
    ) -> [[[UInt8]]: Cells] {
        var cells: [[[UInt8]]: Cells] = [:]
        for (slot, names) in zip(slots.slots(ofBreakdown: index), slots.groups[index]) {
            let count = counted.groups[slot][period].recipientCount
            guard count > 0 else { continue }
            let bytes = names.map { $0.map { Array($0.utf8) } ?? [] }
            cells[Array(bytes.prefix(depth)), default: [:]][Array(bytes.dropFirst(depth))] = count
        }
        return cells
    }

    /// The members at the end of a quarter, likewise.
    private static func members(
        _ census: MemberCensus, _ quarter: Quarter, _ group: [ReportBreakdown.Column],
        _ cell: [ReportBreakdown.Column]
    ) -> [[[UInt8]]: Cells] {
        var cells: [[[UInt8]]: Cells] = [:]
        for line in census.lines where line.quarter == quarter {
            let (names, values) = (
                group.map { GroupSlots.name(line.values[$0.place]) },
                cell.map { GroupSlots.name(line.values[$0.place]) }
            )
            cells[names, default: [:]][values, default: 0] += line.count
        }
        return cells
    }
}
