import AidRegister
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
        let json = files.first { $0.name == ReportFiles.jsonName }
        self.init(
            quarter: report.quarter, isProvisional: report.isProvisional,
            folder: try OutputFolder.resolved(home) + "/\(report.quarter)",
            reportSHA256: Digest.hexadecimal(of: json?.bytes ?? []),
            pipelineSHA256: pipeline.sha256, rulesSHA256: CountingRules.sha256(of: pipeline.file),
            version: Version.current, finishedAt: Date().formatted(.iso8601),
            inputs: report.inputs.map {
                Input(
                    name: $0.name, byteCount: $0.byteCount, sha256: $0.sha256,
                    recordCount: $0.balance.records.recordCount)
            },
            cells: report.publishedCells, bases: report.baseCells,
            quarters: report.quarters + report.laterQuarters)
    }
}

extension QuarterReport {
    /// What the report shows and hides of the quarters with which it compares.
    var baseCells: [RecordedRun.Base] {
        var bases: [RecordedRun.Base] = []
        func add(_ period: PublishedCell.Period, _ group: PublishedCell.Group?, _ comparison: Comparison) {
            let content: PublishedCell.Content
            switch comparison.base {
            case .known(let figures): content = .figures(PublishedFigures(figures))
            case .suppressed(let why): content = .suppressed(why.rawValue)
            case .absent: return
            }
            let cell = PublishedCell(period: period, group: group, content: content)
            if let place = bases.firstIndex(where: { $0.quarter == comparison.quarter }) {
                bases[place].cells.append(cell)
            } else {
                bases.append(RecordedRun.Base(quarter: comparison.quarter, cells: [cell]))
            }
        }
        add(.quarter, nil, yearEarlier)
        add(.quarter, nil, quarterEarlier)
        add(.yearToDate, nil, yearToDate.yearEarlier)
        for breakdown in breakdowns {
            for line in breakdown.groups {
                let group =
                    line.withheldCount > 0
                    ? PublishedCell.Group.withheld(field: breakdown.field)
                    : PublishedCell.Group(field: breakdown.field, name: line.group)
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
            switch shown {
            case .known(let figures):
                cells.append(PublishedCell(period: period, group: group, content: .figures(PublishedFigures(figures))))
            case .suppressed(let why):
                cells.append(PublishedCell(period: period, group: group, content: .suppressed(why.rawValue)))
            case .absent: break
            }
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
                let group =
                    line.withheldCount > 0
                    ? PublishedCell.Group.withheld(field: breakdown.field)
                    : PublishedCell.Group(field: breakdown.field, name: line.group)
                add(.quarter, group, line.figures)
                add(.yearToDate, group, line.yearToDate.figures)
                if cumulative.sinceStart == nil { add(.cumulative, group, line.cumulative) }
            }
        }
        return cells.withoutWithheldNames()
    }
}
