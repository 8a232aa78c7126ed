import AidModel
package import AidStatistics
import AidText

/// `report.json`: the report for programs, in the shape that `ReportSchema` describes.
///
/// Wherever figures may be null, the member beside them says why: `suppressed`
/// where they are withheld, `absent` where there is no data.
package enum ReportJSON {
    static let schemaName = "aidstats.report/1"
    /// The group of claims whose field was empty.
    static let emptyGroup = "未填"
    /// The line of all groups whose names are withheld.
    static let withheldGroups = "隐去的组"

    package static func bytes(_ report: QuarterReport, sources: ReportSources) -> [UInt8] {
        Array(value(report, sources: sources).pretty().utf8)
    }

    static func value(_ report: QuarterReport, sources: ReportSources) -> JSONText {
        .object(of: [
            "schema": .string(schemaName),
            "programme": programme(report.programme),
            "quarter": text(report.quarter),
            "provisional": .bool(report.isProvisional),
            "currency": .string(report.programme.currency.code),
            "minGroup": .integer(report.minGroup),
            "figures": figures(report.figures),
            "unidentified": [
                "personTimes": .integer(report.unidentified.recordCount),
                "amountMinor": .integer(report.unidentified.amountMinor),
            ],
            "people": people(of: report),
            "restatement": report.restatement.map(restatement),
            "yearEarlier": comparison(report.yearEarlier),
            "quarterEarlier": comparison(report.quarterEarlier),
            "yearToDate": yearToDate(report.yearToDate, of: report),
            "cumulative": cumulative(
                .known(report.cumulative.figures), of: report, sinceStart: report.cumulative.sinceStart),
            "breakdowns": .array(report.breakdowns.map { breakdown($0, of: report) }),
            "keptFrom": report.keptFrom.map(text),
            "quarters": .array(report.quarters.map(quarterLine)),
            "balance": balance(report.balance),
            "inputs": .array(report.inputs.map(input)),
            "findings": .array(report.findings.map(finding)),
            "definitions": definitions(of: report),
            "sources": [
                "pipelineFile": [
                    "file": .string(sources.pipelineFileName),
                    "sha256": .string(sources.pipelineFileSHA256),
                ],
                "version": .string(sources.version),
            ],
        ])
    }

    private static func people(of report: QuarterReport) -> JSONText {
        let people = report.people
        return .object(of: [
            "firstTime": people.firstTimeCount.map { .integer($0) } ?? .null,
            "returning": people.returningCount.map { .integer($0) } ?? .null,
            "absent": people.firstTimeCount == nil ? true : nil,
            "personTimesPerRecipient": people.personTimesPerRecipientHundredths.map { .hundredths($0) } ?? .null,
            "amountPerRecipientMinor": people.amountPerRecipientMinor.map { .integer($0) } ?? .null,
            "noRecipients": people.personTimesPerRecipientHundredths == nil ? true : nil,
        ])
    }

    private static func programme(_ programme: Programme) -> JSONText {
        [
            "name": .string(programme.name),
            "title": bilingual(programme.title),
            "since": programme.since.map(text) ?? .null,
        ]
    }

    private static func breakdown(_ breakdown: BreakdownReport, of report: QuarterReport) -> JSONText {
        [
            "field": .string(breakdown.field), "title": bilingual(breakdown.title),
            "groups": .array(breakdown.groups.map { group($0, of: report) }),
        ]
    }

    private static func group(_ group: GroupReport, of report: QuarterReport) -> JSONText {
        .object(of: [
            "group": .string(group.group ?? (group.withheldCount > 0 ? withheldGroups : emptyGroup)),
            "withheldGroups": group.withheldCount > 0 ? .integer(group.withheldCount) : nil,
            "figures": figures(group.figures),
            "suppressed": suppressed(group.figures),
            "absent": absent(group.figures),
            "yearEarlier": comparison(group.yearEarlier),
            "quarterEarlier": comparison(group.quarterEarlier),
            "yearToDate": yearToDate(group.yearToDate, of: report),
            "cumulative": cumulative(group.cumulative, of: report),
        ])
    }

    private static func quarterLine(_ line: QuarterTotal) -> JSONText {
        let shown = line.figures.map { Shown.known($0) } ?? .absent
        return .object(of: [
            "quarter": text(line.quarter),
            "provisional": .bool(line.isProvisional),
            "figures": figures(shown),
            "absent": absent(shown),
        ])
    }

    private static func finding(_ finding: Finding) -> JSONText {
        [
            "level": .string(finding.level.rawValue),
            "code": .string(finding.code),
            "message": bilingual(finding.message),
        ]
    }

    private static func definitions(of report: QuarterReport) -> JSONText {
        .object(
            Definition.needed(by: report).map { definition in
                JSONText.Member(key: definition.rawValue, value: bilingual(definition.text(minGroup: report.minGroup)))
            })
    }

    static func bilingual(_ text: BilingualText) -> JSONText {
        ["zh": .string(text.zh), "en": .string(text.en)]
    }

    static func text(_ value: some CustomStringConvertible) -> JSONText {
        .string(value.description)
    }
}
