package import AidModel
package import AidReport
package import AidStatistics
import AidText

/// Reports of which every figure is known, built without reading or counting anything.
package enum SampleReport {
    package static let sources = ReportSources(
        pipelineFile: SourceFile(name: "second-reimbursement.yaml", sha256: String(repeating: "5e", count: 32)),
        version: "1.0.0")

    package static let all: [(name: String, report: QuarterReport)] = [
        ("full-size", fullSize),
        ("provisional", provisional),
        ("first-year", firstYear),
        ("suppressed", suppressed),
        ("hostile", hostile),
        ("dollars", dollars),
        ("restated", restated),
        ("printed", printed),
        ("as-last-published", asLastPublished),
        ("forty-quarters", fortyQuarters),
        ("forgotten", forgotten),
        ("measured", measured),
        ("many-groups", manyGroups),
        ("ruled", ruled),
        ("covered", covered),
    ]

    package static func named(_ name: String) -> QuarterReport {
        all.first { $0.name == name }!.report
    }

    package static func figures(_ recipients: Int, _ personTimes: Int, _ amountMinor: Int128) -> Figures {
        Figures(recipientCount: recipients, personTimeCount: personTimes, amountMinor: amountMinor)
    }

    package static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
        CalendarDay(year: year, month: month, day: day)!
    }

    package static func compare(_ now: Shown<Figures>, _ base: Shown<Figures>, at quarter: Quarter) -> Comparison {
        Comparison(quarter: quarter, now: now, base: base)
    }

    package static func group(
        _ name: String?, _ quarter: Quarter, now: Shown<Figures>, yearEarlier: Shown<Figures>,
        quarterEarlier: Shown<Figures>, yearToDate: Shown<Figures>, yearToDateEarlier: Shown<Figures>,
        cumulative: Shown<Figures>
    ) -> GroupReport {
        GroupReport(
            group: name, figures: now,
            yearEarlier: compare(now, yearEarlier, at: quarter.yearEarlier),
            quarterEarlier: compare(now, quarterEarlier, at: quarter.quarterEarlier),
            yearToDate: YearToDate(
                figures: yearToDate, yearEarlier: compare(yearToDate, yearToDateEarlier, at: quarter.yearEarlier)),
            cumulative: cumulative)
    }

    /// A group whose figures of every period are the same share of the whole.
    package static func share(_ numerator: Int, of denominator: Int, _ name: String?, _ report: QuarterReport)
        -> GroupReport
    {
        func part(_ shown: Shown<Figures>) -> Shown<Figures> {
            guard case .known(let all) = shown else { return shown }
            return .known(
                figures(
                    all.recipientCount * numerator / denominator, all.personTimeCount * numerator / denominator,
                    all.amountMinor * Int128(numerator) / Int128(denominator)))
        }
        return group(
            name, report.quarter, now: part(.known(report.figures)), yearEarlier: part(report.yearEarlier.base),
            quarterEarlier: part(report.quarterEarlier.base), yearToDate: part(report.yearToDate.figures),
            yearToDateEarlier: part(report.yearToDate.yearEarlier.base),
            cumulative: part(.known(report.cumulative.figures)))
    }
}
