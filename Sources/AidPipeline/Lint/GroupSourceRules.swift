import AidInput
import AidModel

extension PipelineRules {
    /// What a category is derived from is there, and can be taken of it.
    static let sourcesAreSound: Rule = { file in
        guard !file.fieldsAreFaulty else { return [] }
        return file.mappedFields.compactMap { field in
            let from = field.value["from"]
            guard case .mapping = from.content else { return nil }
            do throws(GroupSourceFault) {
                _ = try GroupSource(field.key, in: file)
                return nil
            } catch {
                return error.problem.map { PipelineFinding(error.place, .wrongSource(field: field.key, $0)) }
            }
        }
    }
}

/// What is wrong with the source of a field, and where.
struct GroupSourceFault: Error {
    let place: Place
    /// nil: a finding says already what is wrong.
    let problem: GroupSourceProblem?
}

extension GroupSource {
    /// What a field is derived from, as a mapping in `from` says it.
    init(_ field: String, in file: CheckedValue) throws(GroupSourceFault) {
        let from = file["fields"][field]["from"]
        let reading = SourceReading(field: field, from: from, file: file)
        // What the spec has found faulty is told once.
        if from.entries.contains(where: { $0.value.isFaulty }) { throw reading.fault(from.place, nil) }
        if file["fields"][field]["type"].text == "date" { throw reading.fault(from.place, .notACategory) }
        let given = ["field", "days", "path", "table"].filter { !from[$0].isAbsent }
        guard let kind = given.first else { throw reading.fault(from.place, .nothing) }
        if given.count > 1 { throw reading.fault(from.keyPlace(given[1]), .severalSources) }
        if kind != "table" { try reading.refuse(["column"]) }
        if kind != "field" { try reading.refuse(["begins"]) }
        switch kind {
        case "table": self = try reading.table(from["table"].text ?? "")
        case "path": self = try reading.path(from["path"].text ?? "")
        case "days": self = try reading.days()
        default: self = try reading.source(of: from["field"].text ?? "")
        }
    }
}

private struct SourceReading {
    let field: String
    let from: CheckedValue
    let file: CheckedValue

    func fault(_ place: Place, _ problem: GroupSourceProblem?) -> GroupSourceFault {
        GroupSourceFault(place: place, problem: problem)
    }

    func path(_ text: String) throws(GroupSourceFault) -> GroupSource {
        try refuse(["take", "bands", "digits"])
        let pattern: PathPattern
        do throws(PathPattern.Problem) {
            pattern = try PathPattern(text)
        } catch {
            throw fault(from["path"].place, .wrongPath(error))
        }
        guard pattern.names.contains(field) else {
            throw fault(from["path"].place, .nameMissing(field, names: pattern.names))
        }
        return .path(pattern, name: field)
    }

    func table(_ name: String) throws(GroupSourceFault) -> GroupSource {
        try refuse(["bands", "digits"])
        guard let table = file.referenceTables.first(where: { $0.key == name })?.value else {
            throw fault(from["table"].place, .noSuchTable(name, possible: file.referenceTables.map(\.key)))
        }
        guard let take = from["take"].text else {
            let columns = from["column"].textItems.map(\.text)
            if columns.isEmpty { throw fault(from.place, .noColumn(table: name)) }
            return .table(TableValue(table: name, taken: .columns(columns)))
        }
        guard take == PipelineSpec.membership else {
            throw fault(takePlace, .wrongTake(take, of: name, possible: [PipelineSpec.membership]))
        }
        try refuse(["column"])
        if table["retained"].isAbsent { throw fault(takePlace, .noneRetained(table: name)) }
        return .table(TableValue(table: name, taken: .membership))
    }

    func source(of name: String) throws(GroupSourceFault) -> GroupSource {
        let period = file["count"]["period"]
        switch name {
        case "person": return try ofPerson()
        case "amount":
            if let take = from["take"].text {
                throw fault(from.keyPlace("take"), .wrongTake(take, of: name, possible: []))
            }
            try refuse(["digits", "begins"])
            return .amountBand(try amountBands())
        case _ where name == period.text:
            try refuse(["bands", "digits"])
            switch from["take"].text {
            case "month":
                try refuse(["begins"])
                return .month
            case "year": return .year(firstMonth: from["begins"].integer ?? 1)
            case let take: throw fault(takePlace, .wrongTake(take, of: name, possible: ["month", "year"]))
            }
        default:
            guard !period.isFaulty, let date = period.text else { throw fault(from.place, nil) }
            throw fault(from["field"].place, .wrongField(name, possible: ["person", "amount", date]))
        }
    }

    /// Days between two dates: there is one pair of them.
    func days() throws(GroupSourceFault) -> GroupSource {
        try refuse(["take", "digits"])
        let period = file["count"]["period"]
        let treatment = file["fields"][PipelineSpec.treatment]["type"]
        guard !period.isFaulty, let paidOn = period.text, !treatment.isFaulty,
            !from["days"].items.contains(where: \.isFaulty)
        else { throw fault(from.place, nil) }
        let possible = [PipelineSpec.treatment, paidOn]
        guard from["days"].textItems.map(\.text) == possible, paidOn != PipelineSpec.treatment else {
            throw fault(from["days"].place, .wrongDays(possible: possible))
        }
        guard treatment.text == "date" else { throw fault(from["days"].place, .noTreatment) }
        return .dayBand(try dayBands())
    }

    private var takePlace: Place { from["take"].isAbsent ? from.place : from["take"].place }

    private func ofPerson() throws(GroupSourceFault) -> GroupSource {
        guard file["fields"]["person"]["type"].text != "text" else { throw fault(from["field"].place, .noResidentIDs) }
        try refuse(["begins"])
        switch from["take"].text {
        case "sex":
            try refuse(["bands", "digits"])
            return .sex
        case "ageBand":
            try refuse(["digits"])
            return .ageBand(try ageBands())
        case "region":
            try refuse(["bands"])
            let digits = from["digits"].integer ?? 6
            guard digits.isMultiple(of: 2) else { throw fault(from["digits"].place, .wrongDigits(digits)) }
            return .region(digitCount: digits)
        case let take:
            throw fault(takePlace, .wrongTake(take, of: "person", possible: ["sex", "ageBand", "region"]))
        }
    }

    private func ageBands() throws(GroupSourceFault) -> GroupBands {
        try bands("[0, 18, 30, 45, 60]", decimals: 0) { text, bound in
            guard let bound, bound <= 150 else { return .notAnAge(text) }
            return nil
        }
    }

    private func dayBands() throws(GroupSourceFault) -> GroupBands {
        try bands("[30, 60, 90]", decimals: 0) { text, bound in
            guard let bound, bound <= DaysToPayment.limit else { return .notDays(text) }
            return nil
        }
    }

    private func amountBands() throws(GroupSourceFault) -> GroupBands {
        guard let currency = file["currency"].text.flatMap({ Currency($0) }) else { throw fault(from.place, nil) }
        return try bands("[100, 500, 1000]", decimals: currency.minorDigits) { text, bound in
            bound == nil ? .boundTooFine(text, decimals: currency.minorDigits) : nil
        }
    }

    private func bands(
        _ example: String, decimals: Int, problem: (String, Int64?) -> GroupSourceProblem?
    ) throws(GroupSourceFault) -> GroupBands {
        guard !from["bands"].isAbsent else { throw fault(from.place, .noBands(example: example)) }
        var bounds: [Int64] = []
        for (text, place) in from["bands"].textItems {
            let bound = GroupBands.bound(text, decimals: decimals)
            if let problem = problem(text, bound) { throw fault(place, problem) }
            guard let bound else { throw fault(place, nil) }
            if let last = bounds.last, bound <= last { throw fault(place, .boundsDoNotRise(text)) }
            bounds.append(bound)
        }
        return GroupBands(bounds, decimals: decimals)
    }

    func refuse(_ keys: [String]) throws(GroupSourceFault) {
        for key in keys where !from[key].isAbsent { throw fault(from.keyPlace(key), .keyNotPossible(key)) }
    }
}
