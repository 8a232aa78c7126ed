import AidInput
import AidModel
import Foundation

/// The figures of a report.json that was written at some time, by some version.
struct ReportFile {
    let quarter: Quarter
    let title: BilingualText
    let currency: String
    let isProvisional: Bool
    /// The first day of its cumulative figures.
    let since: CalendarDay?
    let cells: [PublishedCell]
    let fieldTitles: [String: BilingualText]

    static func read(_ path: String) throws(RunFailure) -> ReportFile {
        do {
            let file = try InputFile(name: path, path: path)
            guard file.byteCount <= 256 << 20 else { throw unknown(path) }
            let content = try JSONDecoder().decode(Content.self, from: Data(try file.allBytes()))
            guard content.schema == "aidstats.report/1", let quarter = Quarter(content.quarter) else {
                throw unknown(path)
            }
            return ReportFile(
                quarter: quarter, title: BilingualText(zh: content.programme.title.zh, en: content.programme.title.en),
                currency: content.currency, isProvisional: content.provisional,
                since: content.cumulative.since.flatMap { CalendarDay(iso: $0) }, cells: content.cells,
                fieldTitles: Dictionary(
                    content.breakdowns.map { ($0.field, BilingualText(zh: $0.title.zh, en: $0.title.en)) }
                ) { first, _ in first })
        } catch let error as InputError {
            throw RunFailure([error])
        } catch let failure as RunFailure {
            throw failure
        } catch {
            throw unknown(path)
        }
    }

    private static func unknown(_ path: String) -> RunFailure {
        RunFailure(
            .dataRefused, code: "no-report", place: path, zh: "这不是 aidstats 的 report.json",
            en: "this is no report.json of aidstats",
            mend: BilingualText(
                zh: "请给出 aidstats run 写出的 report.json", en: "name a report.json that aidstats run has written"))
    }

    // MARK: What of it is read

    private struct Content: Decodable {
        struct Programme: Decodable {
            struct Title: Decodable {
                var zh: String
                var en: String
            }
            var title: Title
        }
        struct Period: Decodable {
            var figures: Figures?
            var suppressed: String?
            var since: String?
            var sinceStart: SinceStart?
        }
        struct SinceStart: Decodable {
            var personTimes: Int
            var amountMinor: Int128

            /// The people since some later day are not those since the start.
            var published: PublishedFigures {
                PublishedFigures(
                    recipients: nil, personTimes: FigureRange(exactly: Int128(personTimes)),
                    amountMinor: FigureRange(exactly: amountMinor))
            }
        }
        struct Group: Decodable {
            var group: String
            var withheldGroups: Int?
            var figures: Figures?
            var suppressed: String?
            var yearToDate: Period
            var cumulative: Period
        }
        struct Breakdown: Decodable {
            var field: String
            var title: Programme.Title
            var groups: [Group]
        }
        struct Figures: Decodable {
            var recipients: Int
            var personTimes: Int
            var amountMinor: Int128

            var published: PublishedFigures {
                PublishedFigures(
                    AidModel.Figures(
                        recipientCount: recipients, personTimeCount: personTimes, amountMinor: amountMinor))
            }
        }

        var schema: String
        var programme: Programme
        var quarter: String
        var provisional: Bool
        var currency: String
        var figures: Figures
        var yearToDate: Period
        var cumulative: Period
        var breakdowns: [Breakdown]

        var cells: [PublishedCell] {
            var cells: [PublishedCell] = []
            func add(_ period: PublishedCell.Period, _ group: PublishedCell.Group?, _ content: Period) {
                if let figures = content.figures {
                    cells.append(PublishedCell(period: period, group: group, content: .figures(figures.published)))
                } else if let suppressed = content.suppressed {
                    cells.append(PublishedCell(period: period, group: group, content: .suppressed(suppressed)))
                }
            }
            add(.quarter, nil, Period(figures: figures))
            add(.yearToDate, nil, yearToDate)
            if let start = cumulative.sinceStart {
                cells.append(PublishedCell(period: .cumulative, group: nil, content: .figures(start.published)))
            } else {
                add(.cumulative, nil, cumulative)
            }
            for breakdown in breakdowns {
                for line in breakdown.groups {
                    // The report writes the group of empty fields as 未填.
                    let group =
                        line.withheldGroups != nil
                        ? PublishedCell.Group.withheld(field: breakdown.field)
                        : PublishedCell.Group(field: breakdown.field, name: line.group == "未填" ? nil : line.group)
                    add(.quarter, group, Period(figures: line.figures, suppressed: line.suppressed))
                    add(.yearToDate, group, line.yearToDate)
                    if cumulative.sinceStart == nil { add(.cumulative, group, line.cumulative) }
                }
            }
            // Reports of earlier versions have these names.
            return cells.withoutWithheldNames()
        }
    }
}
