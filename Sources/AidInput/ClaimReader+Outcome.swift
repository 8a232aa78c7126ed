import AidModel

// MARK: - What there was

extension ClaimReader {
    /// What came of reading a file.
    package enum Outcome: Sendable {
        case read(ReadExport)
        case again(ReadingAgain)
        case failed(InputError)
    }

    /// What there was, when every thread has come back from `join`.
    package func result() -> Outcome {
        let outcome = wayOut()
        guard case .read(var export) = outcome else { return outcome }
        let serialCount = export.reading.dayCounts.columnCount
        if serialCount > 0, !layout.dateForms.contains(where: \.isSerial) {
            return .again(.withSerialDates(count: serialCount))
        }
        let found = export.reading.cutNumbers.rejected(by: layout)
        guard found.isSubset(of: lesson.cutNumbers) else { return .again(.without(found)) }
        if lesson.serialDateCount > 0 {
            let finding = InputFinding.serialDates(count: lesson.serialDateCount)
            export.reading.findings.append(finding.finding(in: source.name))
        }
        export.reading.findings += export.file.findings.map { $0.finding(in: source.name) }
        return .read(export)
    }

    private func wayOut() -> Outcome {
        if monitor.withLock({ isForSlowWay }) { return .again(.slowly) }
        do throws(InputError) {
            switch monitor.withLock({ state }) {
            case .failed(let error): throw error
            case .unopened, .opening: return .failed(neverRead)
            case .whole:
                guard let whole = monitor.withLock({ whole }) else { return .failed(neverRead) }
                return .read(
                    ReadExport(
                        file: whole.export.file, format: source.format, encoding: whole.export.encoding,
                        reading: whole.reading, places: .text))
            case .pieces(let opened):
                guard let file = openFile else { return .failed(neverRead) }
                return try piecesResult(file, opened)
            }
        } catch {
            return .failed(error)
        }
    }

    private func piecesResult(_ file: InputFile, _ opened: ExportOpening.Pieces) throws(InputError) -> Outcome {
        let outcomes = outcomesInOrder
        try file.checkUnchanged()
        if file.isTable, case .csv(let plan) = opened.plan {
            try OpenExport.refuseMergedRecords(
                of: file, layout.wantedFields, columns: plan.columns, header: plan.header)
        }
        var text = PieceText()
        for outcome in outcomes { text += outcome.text }
        let invalidCount: Int
        if opened.isCopied || isSure(text, opened) {
            // A copy is made only of what is sure.
            invalidCount = 0
        } else {
            let survey = try FileSurvey.survey(file, choice: readSource.encoding) { _ in }
            if survey.encoding != opened.encoding { return .again(.inEncoding(survey.encoding)) }
            if case .csv = source.format,
                try LineSurvey(file, encoding: opened.encoding, splitsTags: false).otherCount > 0
            {
                return .again(.slowly)
            }
            invalidCount = survey.invalidCount
        }
        let records = outcomes.reduce(Tally.zero) { $0 + $1.records }
        // Why there is none, the slow way says.
        if case .xml = source.format, records.recordCount == 0 { return .again(.slowly) }
        var findings: [Finding] = opened.findings.map { $0.finding(in: file.name) }
        if case .xml = source.format, let first = outcomes.first?.found {
            let found = outcomes.dropFirst().reduce(into: first) { $0 += $1.found }
            let unpaidCount = outcomes.reduce(0) { $0 + $1.unpaidCount }
            let missing = found.missing(of: layout, areAllUnpaid: unpaidCount == found.recordCount)
            // What is there in their place, the slow way says.
            guard missing.isEmpty else { return .again(.slowly) }
            findings += OpenExport.findings(file.name, found, layout: opened.layout)
        }
        let scaffolding = outcomes.reduce(Tally.zero) { $0 + $1.scaffolding }
        if records.recordCount == scaffolding.recordCount {
            findings.append(InputFinding.noRecords.finding(in: file.name))
        }
        if invalidCount > 0 {
            findings.append(InputFinding.invalidBytes(opened.encoding, count: invalidCount).finding(in: file.name))
        }
        // Records that were taken as most are have a date each.
        var dayCounts = outcomes.reduce(into: DayCounts()) { $0 += $1.dayCounts }
        dayCounts.dateCount +=
            records.recordCount - scaffolding.recordCount - outcomes.reduce(0) { $0 + $1.rejects.count }
            - dayCounts.takenCount
        let observations = outcomes.reduce(into: ObservationCounts()) { $0 += $1.observations }
        let numbers = PieceNumbers(outcomes, headerLineCount: opened.headerLineCount)
        var noRecordLines = NoRecordLines()
        noRecordLines.add(titleCount: opened.titleCount)
        for outcome in outcomes { noRecordLines.add(outcome.noRecordLines, numbers) }
        findings += observations.findings(in: file.name, noRecordLines)
        var controlTotals = ControlTotals()
        for outcome in outcomes { controlTotals.add(outcome.controlTotals, numbers) }
        findings += controlTotals.findings(in: file.name, opened.layout)
        if case .csv = source.format {
            findings += try FinalLine.findings(
                file, encoding: opened.encoding, recordCount: records.recordCount,
                isRequired: source.requiresFinalNewline)
        }
        if let finding = noRecordLines.finding(in: file.name) { findings.append(finding) }
        return .read(
            ReadExport(
                file: file, format: source.format, encoding: opened.encoding,
                reading: ClaimReading(
                    records: records, scaffolding: scaffolding,
                    rejects: outcomes.reduce(into: RejectList()) { $0 += $1.rejects },
                    findings: findings,
                    cutNumbers: outcomes.reduce(into: KeyNumberCounts()) { $0 += $1.numberCounts }.cutNumbers,
                    dayCounts: dayCounts
                ).adding(titleCount: opened.titleCount),
                places: opened.isCopied ? .copiedPieces(numbers) : .pieces(numbers)))
    }

    /// Whether the survey of the whole file would say what its first bytes have said: that it
    /// is in this encoding, and valid.
    private func isSure(_ text: PieceText, _ opened: ExportOpening.Pieces) -> Bool {
        guard text.isValid, !text.hasZeros else { return false }
        if opened.encoding == .utf8 || readSource.encoding != .auto { return true }
        return !text.maySeemUTF8
    }

    var neverRead: InputError { InputError(problem: .neverRead, file: source.name) }
}
