/// Compares report.json with the twin, figure by figure.
///
/// What differs is told by its place in the report; nothing of a record is.
struct TwinComparison {
    let export: TwinExport
    let periods: TwinPeriods
    let report: TwinJSON
    let manifest: TwinJSON
    private(set) var differences: [String] = []

    init(export: TwinExport, periods: TwinPeriods, report: TwinJSON, manifest: TwinJSON) {
        self.manifest = manifest
        self.export = export
        self.periods = periods
        self.report = report
        compareTotals()
        comparePeople()
        compareQuarters()
        compareBreakdowns()
        compareMeasures()
        compareBalance()
    }

    private mutating func expect<Value: Equatable>(_ place: String, _ got: Value?, _ wanted: Value?) {
        if got != wanted {
            func told(_ value: Value?) -> String { value.map { "\($0)" } ?? "none" }
            differences.append("\(place): twin \(told(wanted)), pipeline \(told(got))")
        }
    }

    // MARK: Totals

    private mutating func compareTotals() {
        let quarter = periods.quarter
        expect("quarter", report["quarter"]?.text, quarterName(quarter))
        expect("provisional", report["provisional"], .bool(periods.isProvisional(quarter)))
        expect("currency", report["currency"]?.text, export.plan.currency)
        expect("minGroup", report["minGroup"]?.integer, Int128(export.plan.minGroup))
        expect("figures", figures(report["figures"]), total(.quarter))
        comparePair("", report, .quarter, nil)
        expect("yearToDate.from", report["yearToDate", "from"]?.text, quarterName(quarter - quarter % 4))
        expect("yearToDate.through", report["yearToDate", "through"]?.text, quarterName(quarter))
        expect("cumulative.figures", figures(report["cumulative", "figures"]), total(.cumulative))
        expect("cumulative.since", report["cumulative", "since"]?.text, TwinDay(number: periods.since).iso)
        expect("cumulative.through", report["cumulative", "through"]?.text, TwinDay.last(of: quarter).iso)
        let unidentified = periods.count.claims.filter { index in
            let claim = periods.count.seen[index]
            return claim.person == nil && periods.contains(.quarter, claim.day!)
                && !periods.count.isFullyReversed(index)
        }
        expect("unidentified.personTimes", report["unidentified", "personTimes"]?.integer, Int128(unidentified.count))
        expect(
            "unidentified.amountMinor", report["unidentified", "amountMinor"]?.integer,
            unidentified.reduce(Int128(0)) { $0 + Int128(periods.count.left[$1]!) })
    }

    private func total(_ period: TwinPeriods.Period) -> TwinFigures? {
        periods.isAbsent(period) ? nil : periods.figures(period)
    }

    private func figures(_ json: TwinJSON?) -> TwinFigures? {
        guard let recipients = json?["recipients"]?.integer, let personTimes = json?["personTimes"]?.integer,
            let amount = json?["amountMinor"]?.integer
        else { return nil }
        return TwinFigures(recipients: Int(recipients), personTimes: Int(personTimes), amount: amount)
    }

    // MARK: People

    private mutating func comparePeople() {
        let periods = periods
        let count = periods.count
        func named(where isMeant: (TwinDay) -> Bool) -> [Int] {
            count.claims.filter { index in
                let claim = count.seen[index]
                return claim.person != nil && !count.isFullyReversed(index) && isMeant(claim.day!)
            }
        }
        let current = named { $0.quarter == periods.quarter }
        let people = Set(current.map { count.seen[$0].person! })
        let earlier = Set(
            named {
                $0.quarter < periods.quarter && $0.number >= periods.since && !periods.farOff.contains($0.quarter)
            }.map { count.seen[$0].person! })
        let json = report["people"]
        let isKnown = periods.areWhole
        expect("people.absent", json?["absent"], isKnown ? nil : .bool(true))
        if isKnown {
            expect("people.firstTime", json?["firstTime"]?.integer, Int128(people.subtracting(earlier).count))
            expect("people.returning", json?["returning"]?.integer, Int128(people.intersection(earlier).count))
        } else {
            expect("people.firstTime", json?["firstTime"], .null)
            expect("people.returning", json?["returning"], .null)
        }
        expect("people.noRecipients", json?["noRecipients"], people.isEmpty ? .bool(true) : nil)
        if people.isEmpty {
            expect("people.personTimesPerRecipient", json?["personTimesPerRecipient"], .null)
            expect("people.amountPerRecipientMinor", json?["amountPerRecipientMinor"], .null)
            return
        }
        func average(_ number: Int128) -> Int128 {
            let (whole, rest) = number.quotientAndRemainder(dividingBy: Int128(people.count))
            return whole + (rest * 2 >= Int128(people.count) ? 1 : 0)
        }
        expect(
            "people.personTimesPerRecipient", hundredths(json?["personTimesPerRecipient"]),
            average(Int128(current.count) * 100))
        expect(
            "people.amountPerRecipientMinor", json?["amountPerRecipientMinor"]?.integer,
            average(current.reduce(Int128(0)) { $0 + Int128(count.left[$1]!) }))
    }

    // MARK: Comparisons

    /// The comparisons of a total or a group: both quarters' and the year's.
    /// - Parameter groupFigures: of a group; nil: the total's.
    private mutating func comparePair(
        _ place: String, _ json: TwinJSON, _ period: TwinPeriods.Period,
        _ groupFigures: ((TwinPeriods.Period) -> TwinFigures)?
    ) {
        let periods = periods
        let quarter = periods.quarter
        func wanted(_ period: TwinPeriods.Period) -> TwinFigures? {
            periods.isAbsent(period) ? nil : (groupFigures ?? { periods.figures($0) })(period)
        }
        compare(
            "\(place)yearEarlier", json["yearEarlier"], name: quarter - 4, of: json, wanted(.quarter),
            wanted(.yearEarlier))
        compare(
            "\(place)quarterEarlier", json["quarterEarlier"], name: quarter - 1, of: json, wanted(.quarter),
            wanted(.quarterEarlier))
        if groupFigures == nil {
            expect("\(place)yearToDate.figures", figures(json["yearToDate", "figures"]), wanted(.yearToDate))
        }
        compare(
            "\(place)yearToDate.yearEarlier", json["yearToDate", "yearEarlier"], name: quarter - 4,
            of: json["yearToDate"] ?? .null, wanted(.yearToDate), wanted(.yearToDateEarlier))
    }

    /// - Parameter current: what is compared with the base; both may be withheld.
    private mutating func compare(
        _ place: String, _ base: TwinJSON?, name: Int, of current: TwinJSON, _ now: TwinFigures?, _ then: TwinFigures?
    ) {
        guard let base else { return differences.append("\(place): missing") }
        expect("\(place).quarter", base["quarter"]?.text, quarterName(name))
        expect("\(place).absent", base["absent"], then == nil ? .bool(true) : nil)
        let isWithheld = base["suppressed"] != nil || current["suppressed"] != nil
        if base["suppressed"] == nil { expect("\(place).figures", figures(base["figures"]), then) }
        if base["figures"] == nil { differences.append("\(place).figures: left out") }
        for (key, number) in [
            ("recipients", { Int128($0.recipients) }), ("personTimes", { Int128($0.personTimes) }),
            ("amountMinor", \.amount),
        ] as [(String, (TwinFigures) -> Int128)] {
            let percent = base["percent", key]
            let reason = base["noPercent", key]?.text
            let change = base["change", key]?.integer
            guard let then, let now else {
                expect("\(place).change.\(key)", change, nil)
                expect("\(place).percent.\(key)", percent, .null)
                expect("\(place).noPercent.\(key)", reason, "absent")
                continue
            }
            if isWithheld {
                expect("\(place).change", base["change"], .null)
                expect("\(place).percent.\(key)", percent, .null)
                // A base of zero that is shown is as good a reason.
                let isZero = base["suppressed"] == nil && number(then) == 0 && reason == "zero"
                expect("\(place).noPercent.\(key)", reason, isZero ? "zero" : "suppressed")
                continue
            }
            expect("\(place).change.\(key)", change, number(now) - number(then))
            if number(then) == 0 {
                expect("\(place).percent.\(key)", percent, .null)
                expect("\(place).noPercent.\(key)", reason, "zero")
            } else {
                expect(
                    "\(place).percent.\(key)", hundredths(percent),
                    roundedPercent(number(now) - number(then), of: number(then)))
                expect("\(place).noPercent.\(key)", reason, nil)
            }
        }
    }

    /// A decimal with at most two digits after its point, times 100.
    private func hundredths(_ json: TwinJSON?) -> Int128? {
        guard case .number(let text) = json else { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.count == 1 || (1...2).contains(parts[1].count) else { return nil }
        return Int128(parts[0] + ((parts.count == 2 ? parts[1] : "") + "00").prefix(2))
    }

    /// Hundredths of a percent, half away from zero.
    private func roundedPercent(_ change: Int128, of base: Int128) -> Int128 {
        let magnitude = change.magnitude * 10_000
        let rounded = Int128(magnitude / base.magnitude) + (magnitude % base.magnitude * 2 >= base.magnitude ? 1 : 0)
        return change < 0 ? -rounded : rounded
    }

    // MARK: Quarters

    private mutating func compareQuarters() {
        let lines = report["quarters"]?.elements ?? []
        let wanted = Array(periods.quarters.min()!...periods.quarter)
        expect("quarters", lines.map { $0["quarter"]?.text ?? "" }, wanted.map { quarterName($0) })
        for (line, quarter) in zip(lines, wanted) {
            let place = "quarters.\(quarterName(quarter))"
            let isKnown = periods.quarters.contains(quarter)
            expect("\(place).provisional", line["provisional"], .bool(periods.isProvisional(quarter)))
            expect("\(place).absent", line["absent"], isKnown ? nil : .bool(true))
            let figures = periods.count.figures { $0.day!.quarter == quarter }
            expect("\(place).figures", self.figures(line["figures"]), isKnown ? figures : nil)
        }
    }

    // MARK: Breakdowns

    private mutating func compareBreakdowns() {
        let periods = periods
        let breakdowns = report["breakdowns"]?.elements ?? []
        expect("breakdowns", breakdowns.map { $0["field"]?.text ?? "" }, export.plan.breakdowns)
        for (index, json) in breakdowns.enumerated() where index < export.plan.breakdowns.count {
            let all = periods.groups(index)
            let few = all.filter { periods.isFew($0, index) }
            let told = (json["groups"]?.elements ?? []).filter { $0["withheldGroups"] == nil }
            let nameless = few.filter { group in !told.contains { Exact($0["group"]?.text ?? "") == group } }
            for line in told where few.contains(Exact(line["group"]?.text ?? "")) {
                let isShown = TwinPeriods.Period.allCases.contains { period in
                    (figures(TwinComparison.part(of: line, period)["figures"])?.personTimes ?? 0) > 0
                }
                if !isShown { differences.append("\(export.plan.breakdowns[index]): a group is named for nothing") }
            }
            let named = all.filter { !nameless.contains($0) }
            // Those without a name share a line, before that of empty fields.
            let place = named.last?.isEmpty == true ? named.count - 1 : named.count
            var lines = json["groups"]?.elements ?? []
            let name = export.plan.breakdowns[index]
            var wanted = named.map { $0.isEmpty ? Exact("未填") : $0 }
            if !nameless.isEmpty { wanted.insert(Exact("隐去的组"), at: place) }
            expect("\(name).groups", lines.map { Exact($0["group"]?.text ?? "") }, wanted)
            guard lines.count == wanted.count else { continue }
            expect(
                "\(name).withheldGroups", lines.map { $0["withheldGroups"]?.integer },
                lines.indices.map { $0 == place && !nameless.isEmpty ? Int128(nameless.count) : nil })
            let shared = nameless.isEmpty ? nil : lines.remove(at: place)
            for (number, (line, group)) in zip(lines, named).enumerated() {
                comparePair("\(name).\(number).", line, .quarter) {
                    periods.figures($0, breakdown: index, group: group)
                }
            }
            if let shared { compareShared("\(name).nameless", shared, nameless, breakdown: index) }
            let groups = named + nameless
            let labels = TwinPeriods.Period.allCases.map { period in
                lines.map { TwinComparison.part(of: $0, period)["suppressed"]?.text }
                    + nameless.map { group in
                        periods.isAbsent(period)
                            ? nil : label(periods.figures(period, breakdown: index, group: group))
                    }
            }
            for (place, period) in TwinPeriods.Period.allCases.enumerated() {
                compareDisclosure(
                    "\(name).\(period)", lines, groups.map { periods.figures(period, breakdown: index, group: $0) },
                    period, labels[place])
            }
            compareRest(json, named, nameless, breakdown: index)
            for group in groups.indices {
                differences += TwinInference(periods: periods, labels: labels.map { $0[group] }).faults.map {
                    "\(name).\(group): \($0)"
                }
            }
        }
    }

    /// What is shown of many groups: the largest by name, and the rest of them, whose people are told apart.
    private mutating func compareRest(_ json: TwinJSON, _ named: [Exact], _ nameless: [Exact], breakdown index: Int) {
        let periods = periods
        let name = export.plan.breakdowns[index]
        let others = named.filter { !$0.isEmpty }
        let most = export.plan.shownGroups[name] ?? 20
        guard let rest = json["rest"], let listed = json["listed"]?.elements.map({ Exact($0.text ?? "") }) else {
            if others.count > most + 1 { differences.append("\(name).rest: missing") }
            return
        }
        expect("\(name).rest", others.count > most + 1, true)
        expect("\(name).listed", listed.count <= most && Set(listed).isSubset(of: others), true)
        let groups = others.filter { !listed.contains($0) } + nameless
        expect("\(name).rest.groups", rest["groups"]?.integer, Int128(groups.count))
        func wanted(_ period: TwinPeriods.Period) -> TwinFigures {
            periods.figures(period, breakdown: index, groups: Set(groups))
        }
        comparePair("\(name).rest.", rest, .quarter, wanted)
        for period in TwinPeriods.Period.allCases where !periods.isAbsent(period) {
            let part = TwinComparison.part(of: rest, period)
            if part["suppressed"] == nil {
                expect("\(name).rest.\(period)", figures(part["figures"]), wanted(period))
                let isFew = wanted(period).personTimes > 0 && wanted(period).recipients < export.plan.minGroup
                expect("\(name).rest.\(period).isFew", isFew, false)
            }
        }
    }

    /// The line of groups without a name: in every period nothing, or withheld.
    private mutating func compareShared(_ place: String, _ line: TwinJSON, _ groups: [Exact], breakdown: Int) {
        let periods = periods
        comparePair("\(place).", line, .quarter) { _ in TwinFigures() }
        for period in TwinPeriods.Period.allCases where !periods.isAbsent(period) {
            let labels = groups.compactMap { label(periods.figures(period, breakdown: breakdown, group: $0)) }
            let part = TwinComparison.part(of: line, period)
            // One that is small is enough.
            expect(
                "\(place).\(period).suppressed", part["suppressed"]?.text,
                labels.contains("small") ? "small" : labels.first)
            expect("\(place).\(period).figures", figures(part["figures"]), labels.isEmpty ? TwinFigures() : nil)
        }
    }

    /// Why a figure of a group without a name is withheld; nil: there is nothing.
    private func label(_ figures: TwinFigures) -> String? {
        guard figures.personTimes > 0 else { return nil }
        return figures.recipients < export.plan.minGroup ? "small" : "complement"
    }

    /// What a group's line says of a period.
    private static func part(of line: TwinJSON, _ period: TwinPeriods.Period) -> TwinJSON {
        switch period {
        case .quarter: line
        case .yearEarlier: line["yearEarlier"] ?? .null
        case .quarterEarlier: line["quarterEarlier"] ?? .null
        case .yearToDate: line["yearToDate"] ?? .null
        case .yearToDateEarlier: line["yearToDate", "yearEarlier"] ?? .null
        case .cumulative: line["cumulative"] ?? .null
        }
    }

    private mutating func compareDisclosure(
        _ place: String, _ lines: [TwinJSON], _ figures: [TwinFigures], _ period: TwinPeriods.Period,
        _ labels: [String?]
    ) {
        let shown = lines.map { TwinComparison.part(of: $0, period) }
        if periods.isAbsent(period) {
            for json in shown { expect("\(place).absent", json["absent"], .bool(true)) }
            return
        }
        for (number, json) in shown.enumerated() {
            expect("\(place).\(number)", self.figures(json["figures"]), labels[number] == nil ? figures[number] : nil)
            expect("\(place).\(number).absent", json["absent"], nil)
        }
        differences += TwinDisclosure(minGroup: export.plan.minGroup, figures: figures, labels: labels).faults.map {
            "\(place): \($0)"
        }
    }

    // MARK: Medians

    private mutating func compareMeasures() {
        let lines = report["measures"]?.elements ?? []
        expect("measures", lines.map { $0["measure"]?.text ?? "" }, export.plan.measures)
        for (name, line) in zip(export.plan.measures, lines) {
            compareMeasure(name, line, .quarter)
            compareMeasure(name, line["yearEarlier"] ?? .null, .yearEarlier)
            expect(
                "\(name).yearEarlier.quarter", line["yearEarlier", "quarter"]?.text, quarterName(periods.quarter - 4))
        }
    }

    /// Sorts all values and picks three.
    private mutating func compareMeasure(_ name: String, _ json: TwinJSON, _ period: TwinPeriods.Period) {
        let periods = periods
        let count = periods.count
        let claims = count.claims.filter {
            !count.isFullyReversed($0) && periods.contains(period, count.seen[$0].day!)
        }
        let values = claims.map { name == "median-amount" ? count.left[$0] : count.seen[$0].wait }
        let known = values.compactMap { $0 }.filter { $0 >= 0 }.sorted()
        var wanted: [String: Int128]?
        var reason: String?
        if known.isEmpty || periods.isAbsent(period) {
            reason = "absent"
        } else if export.plan.minGroup > 0,
            periods.figures(period).recipients - (claims.count - known.count) < export.plan.minGroup * 10
        {
            reason = "suppressed"
        } else {
            var lines: [String: Int128] = ["claims": Int128(known.count)]
            for (key, part) in [("lowerQuartile", 1), ("median", 2), ("upperQuartile", 3)] {
                let place = known.count * part / 4
                let isWhole = known.count * part % 4 == 0
                let sum = Int128(known[place]) + Int128(known[isWhole ? place - 1 : place])
                lines[key] = (sum + 1) / 2
            }
            if name == "days-to-payment" {
                lines["withoutDay"] = Int128(values.filter { $0 == nil }.count)
                lines["paidBeforeTreatment"] = Int128(values.filter { $0 == -1 }.count)
            }
            wanted = lines
        }
        var got: [String: Int128]?
        if case .object(let members) = json["distribution"] {
            got = members.mapValues { $0.integer ?? -1 }
        }
        expect("\(name).\(period)", got, wanted)
        expect("\(name).\(period).absent", json["absent"], reason == "absent" ? .bool(true) : nil)
        expect("\(name).\(period).suppressed", json["suppressed"]?.text, reason == "suppressed" ? "small" : nil)
    }

    // MARK: Balance

    private mutating func compareBalance() {
        compareBalance("balance", report["balance"], periods.count.balance { _ in true })
        let inputs = manifest["inputs"]?.elements ?? []
        expect("inputs", inputs.map { $0["file"]?.text ?? "" }, export.files.map(\.name))
        // What a report shows of them is that, or nothing.
        for (index, input) in (report["inputs"]?.elements ?? []).enumerated() where input["file"]?.text != "" {
            for member in ["file", "balance", "bytes"] where input[member] != nil {
                expect("inputs.\(index).\(member) of the report", input[member], inputs[index][member])
            }
        }
        for (index, input) in inputs.enumerated() where index < export.files.count {
            let wanted = periods.count.balance { export.records[$0].file == index }
            compareBalance("inputs.\(index)", input["balance"], wanted)
            expect("inputs.\(index).bytes", input["bytes"]?.integer, Int128(export.files[index].bytes.count))
        }
    }

    private mutating func compareBalance(
        _ place: String, _ json: TwinJSON?, _ wanted: (records: [String: Int128], money: [String: Int128])
    ) {
        for (name, part, wanted) in [("", json, wanted.records), (".amountMinor", json?["amountMinor"], wanted.money)] {
            var got: [String: Int128] = [:]
            if case .object(let lines) = part {
                for (line, value) in lines { got[line] = value.integer }
            }
            if case .object(let reasons) = part?["rejectedByReason"] {
                for (reason, value) in reasons where value.integer != 0 {
                    got["rejectedByReason." + reason] = value.integer
                }
            }
            // The money of a reason may well be 0, which is left out on both sides.
            let lines = Set(got.keys).union(wanted.keys)
            for line in lines.sorted() {
                let isReason = line.hasPrefix("rejectedByReason.")
                expect(
                    "\(place)\(name).\(line)", got[line] ?? (isReason ? 0 : nil), wanted[line] ?? (isReason ? 0 : nil))
            }
        }
    }
}
