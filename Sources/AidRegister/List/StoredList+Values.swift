import AidModel

extension StoredList {
    init(_ list: RegisterList) {
        self.init(
            version: RegisterList.version, keyFingerprint: list.keyFingerprint,
            programme: list.purpose.programme, rulesSHA256: list.purpose.rulesSHA256,
            breakdowns: list.breakdowns, changeCount: list.changeCount, peopleCount: list.peopleCount,
            groupCount: list.groupCount, inputs: list.inputs.map(Input.init), segments: list.segments.map(Segment.init),
            forgotten: list.forgotten.map(Forgotten.init), publication: list.publication)
    }

    /// nil: no version of the program has written it.
    var value: RegisterList? {
        var list = RegisterList(
            keyFingerprint: keyFingerprint,
            purpose: RegisterPurpose(programme: programme, rulesSHA256: rulesSHA256, breakdowns: breakdowns))
        list.changeCount = changeCount
        list.peopleCount = peopleCount
        list.groupCount = groupCount
        list.publication = publication
        for input in inputs {
            guard let value = input.value else { return nil }
            list.inputs.append(value)
        }
        for segment in segments {
            guard let value = segment.value else { return nil }
            list.segments.append(value)
        }
        if let forgotten {
            guard let value = forgotten.value else { return nil }
            list.forgotten = value
        }
        return list.isConsistent ? list : nil
    }
}

extension StoredList.Input {
    init(_ input: RegisterInput) {
        self.init(
            name: input.name, byteCount: input.byteCount, sha256: input.sha256, format: input.format,
            encoding: input.encoding, tally: StoredList.StoredTally(input.records),
            rejected: Dictionary(
                uniqueKeysWithValues: input.rejectedByReason.map {
                    ($0.key.rawValue, StoredList.StoredTally($0.value))
                }),
            keepsRejects: input.keepsRejects,
            findings: input.findings.map {
                StoredList.StoredFinding(
                    level: $0.level.rawValue, code: $0.code, zh: $0.message.zh, en: $0.message.en)
            },
            forgotten: input.forgotten == .zero ? nil : StoredList.StoredTally(input.forgotten),
            scaffolding: input.scaffolding == .zero ? nil : StoredList.StoredTally(input.scaffolding))
    }

    /// nil: a later version of the program has written it.
    var value: RegisterInput? {
        var rejects: [RejectReason: Tally] = [:]
        for (name, tally) in rejected {
            guard let reason = RejectReason(rawValue: name) else { return nil }
            rejects[reason] = tally.value
        }
        var told: [Finding] = []
        for finding in findings {
            guard let level = Finding.Level(rawValue: finding.level) else { return nil }
            told.append(
                Finding(level: level, code: finding.code, message: BilingualText(zh: finding.zh, en: finding.en)))
        }
        var input = RegisterInput(
            name: name, byteCount: byteCount, sha256: sha256, format: format, encoding: encoding,
            records: tally.value, rejectedByReason: rejects, findings: told)
        input.forgotten = forgotten?.value ?? .zero
        input.scaffolding = scaffolding?.value ?? .zero
        input.keepsRejects = keepsRejects ?? false
        return input
    }
}

extension StoredList.Segment {
    init(_ segment: RegisterSegment) {
        self.init(
            name: segment.name, kind: segment.kind.rawValue, quarter: segment.quarter?.description,
            change: segment.change, byteCount: segment.byteCount, rowCount: segment.rowCount,
            blockCount: segment.blockCount, sha256: segment.sha256)
    }

    /// nil also where the name is not the one of such a file, which may lead out of the folder.
    var value: RegisterSegment? {
        guard let kind = RegisterSegment.Kind(rawValue: kind), byteCount >= 0, rowCount >= 0, blockCount >= 0,
            quarter == nil || quarter.flatMap({ Quarter($0) }) != nil
        else { return nil }
        let segment = RegisterSegment(
            kind: kind, quarter: quarter.flatMap { Quarter($0) }, change: change, byteCount: byteCount,
            rowCount: rowCount, blockCount: blockCount, sha256: sha256)
        return segment.name == name ? segment : nil
    }
}

extension StoredList.Forgotten {
    init(_ forgotten: ForgottenQuarters) {
        self.init(
            exactFrom: forgotten.exactFrom.description,
            quarters: StoredList.Forgotten.stored(forgotten.figuresByQuarter),
            yearsToDate: StoredList.Forgotten.stored(forgotten.yearsToDate), since: forgotten.since.description,
            sinceStart: StoredList.StoredTally(forgotten.sinceStart))
    }

    var value: ForgottenQuarters? {
        guard let exactFrom = Quarter(exactFrom), let since = CalendarDay(iso: since),
            let quarters = StoredList.Forgotten.values(quarters),
            let yearsToDate = StoredList.Forgotten.values(yearsToDate)
        else { return nil }
        return ForgottenQuarters(
            exactFrom: exactFrom, figuresByQuarter: quarters, yearsToDate: yearsToDate, since: since,
            sinceStart: sinceStart.value)
    }

    private static func stored(_ figures: [Quarter: Figures]) -> [QuarterFigures] {
        figures.sorted { $0.key < $1.key }.map { QuarterFigures($0.key, $0.value) }
    }

    private static func values(_ stored: [QuarterFigures]) -> [Quarter: Figures]? {
        let values = stored.compactMap(\.value)
        return values.count == stored.count ? Dictionary(values) { first, _ in first } : nil
    }
}
