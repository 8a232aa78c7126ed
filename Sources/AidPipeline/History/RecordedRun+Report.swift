import AidModel
import AidStatistics
import Foundation

extension RecordedRun {
    /// What the ledger keeps of a report.
    ///
    /// - Parameters:
    ///   - files: those of the report, report.json among them.
    ///   - home: the folder of all the programme's quarters.
    init(
        _ report: QuarterReport, pipeline: LoadedPipeline, files: [OutputFile], home: String
    ) throws(RunFailure) {
        var sha256 = ""
        for file in files where file.name == ReportFiles.jsonName {
            try TableFiles.telling(file.name) { sha256 = try file.sha256 }
        }
        self.init(
            quarter: report.quarter, isProvisional: report.isProvisional,
            folder: try OutputFolder.resolved(home) + "/\(report.quarter)",
            reportSHA256: sha256,
            pipelineSHA256: pipeline.sha256, rulesSHA256: CountingRules.sha256(of: pipeline.file),
            version: Version.current, finishedAt: Date().formatted(.iso8601),
            // Digests are needed; the rest is as public as the ledger.
            inputs: report.inputs.map { input in
                let isPublic = report.publishesContents
                return Input(
                    name: report.namelessInputs ?? input.name, byteCount: isPublic ? input.byteCount : 0,
                    sha256: input.sha256, recordCount: isPublic ? input.balance.records.recordCount : 0)
            }
                // Members are no recipients.
                + report.tableFiles.map {
                    Input(
                        name: $0.name, byteCount: $0.byteCount, sha256: $0.sha256,
                        recordCount: $0.balance.records.recordCount)
                },
            cells: report.publishedCells, bases: report.baseCells,
            protections: report.protections(CountingRules.definitions(of: pipeline.file)),
            quarters: report.quarters + report.laterQuarters)
    }
}

extension QuarterReport {
    /// How each breakdown is protected; none where nothing is hidden at all.
    ///
    /// - Parameter definitions: of each breakdown the digest of the rules by which records get their groups.
    func protections(_ definitions: [String: String]) -> [RecordedRun.Protection] {
        guard minGroup > 0 else { return [] }
        return breakdowns.map { breakdown in
            var protection = RecordedRun.Protection(
                field: breakdown.field, minGroup: minGroup, unprotectedCount: 0,
                definitionSHA256: definitions[breakdown.field])
            for case .unprotected(breakdown.field, let figures) in observations {
                protection.unprotectedCount += figures.figureCount
                protection.unprotectedPeriods |= figures.periods.rawValue
                protection.unprotectedMeasures |= figures.measures.rawValue
            }
            return protection
        }
    }

    /// What the report shows and hides besides the cells of its quarter: of those with which it compares, and of all
    /// since a register has forgotten what was before.
    var baseCells: [RecordedRun.Base] {
        var bases: [RecordedRun.Base] = []
        func add(
            _ period: PublishedCell.Period, of quarter: Quarter, _ group: PublishedCell.Group?, _ shown: Shown<Figures>
        ) {
            guard let cell = PublishedCell(period: period, group: group, shown) else { return }
            if let place = bases.firstIndex(where: { $0.quarter == quarter }) {
                bases[place].cells.append(cell)
            } else {
                bases.append(RecordedRun.Base(quarter: quarter, cells: [cell]))
            }
        }
        func add(_ period: PublishedCell.Period, _ group: PublishedCell.Group?, _ comparison: Comparison) {
            add(period, of: comparison.quarter, group, comparison.base)
        }
        let hasForgotten = cumulative.sinceStart != nil
        add(.quarter, nil, yearEarlier)
        add(.quarter, nil, quarterEarlier)
        add(.yearToDate, nil, yearToDate.yearEarlier)
        if hasForgotten { add(.cumulative, of: quarter, nil, .known(cumulative.figures)) }
        for breakdown in breakdowns {
            for line in breakdown.groups {
                let group = line.published(in: breakdown)
                if hasForgotten { add(.cumulative, of: quarter, group, line.cumulative) }
                add(.quarter, group, line.yearEarlier)
                add(.quarter, group, line.quarterEarlier)
                add(.yearToDate, group, line.yearToDate.yearEarlier)
            }
        }
        return bases.map { RecordedRun.Base(quarter: $0.quarter, cells: $0.cells.withoutWithheldNames()) }
    }

    /// Every figure of the quarter that the report shows, or says that it keeps back. A group that is small in all
    /// of these has no name here, though the report may name it for another quarter with which it compares.
    var publishedCells: [PublishedCell] {
        var cells: [PublishedCell] = []
        func add(_ period: PublishedCell.Period, _ group: PublishedCell.Group?, _ shown: Shown<Figures>) {
            if let cell = PublishedCell(period: period, group: group, shown) { cells.append(cell) }
        }
        add(.quarter, nil, .known(figures))
        add(.yearToDate, nil, yearToDate.figures)
        if let start = cumulative.sinceStart {
            // Held against cumulative figures of before, the people since some later day would be wrong.
            let figures = PublishedFigures(
                recipients: nil, personTimes: FigureRange(exactly: Int128(start.personTimeCount)),
                amountMinor: FigureRange(exactly: start.amountMinor))
            cells.append(PublishedCell(period: .cumulative, group: nil, content: .figures(figures)))
        } else {
            add(.cumulative, nil, .known(cumulative.figures))
        }
        for breakdown in breakdowns {
            for line in breakdown.groups {
                let group = line.published(in: breakdown)
                add(.quarter, group, line.figures)
                add(.yearToDate, group, line.yearToDate.figures)
                if cumulative.sinceStart == nil { add(.cumulative, group, line.cumulative) }
            }
        }
        return cells.withoutWithheldNames()
    }
}

extension GroupReport {
    fileprivate func published(in breakdown: BreakdownReport) -> PublishedCell.Group {
        withheldCount > 0 ? .withheld(field: breakdown.field) : .init(field: breakdown.field, name: group)
    }
}

extension PublishedCell {
    /// - Returns: nil if there is nothing to show or to hide.
    fileprivate init?(period: Period, group: Group?, _ shown: Shown<Figures>) {
        switch shown {
        case .known(let figures):
            self.init(period: period, group: group, content: .figures(PublishedFigures(figures)))
        case .suppressed(let why): self.init(period: period, group: group, content: .suppressed(why.rawValue))
        case .absent: return nil
        }
    }
}
