import AidModel
import AidText

extension ComparisonReport {
    static let schemaName = "aidstats.compare/1"

    /// Both sides and their changes as JSON.
    package func json() -> String {
        let value: JSONText = [
            "schema": .string(ComparisonReport.schemaName),
            "currency": .string(currency.code),
            "base": ComparisonReport.side(base),
            "now": ComparisonReport.side(now),
            "cells": .array(lines.map(line)),
        ]
        return value.pretty()
    }

    private static func side(_ side: ComparedSide) -> JSONText {
        ["title": ReportJSON.bilingual(side.title), "notes": .array(side.notes.map(ReportJSON.bilingual))]
    }

    /// `quarter`, `yearToDate`, `cumulative`, or `span`.
    private func name(_ period: PublishedCell.Period) -> String {
        isOfSpans && period == .quarter ? "span" : period.rawValue
    }

    private func line(_ line: Line) -> JSONText {
        guard
            case .object(let members) = JSONText.object(of: [
                "period": .string(name(line.period)),
                "group": line.group.map(PublishedJSON.group),
                "base": ComparisonReport.content(line.base),
                "now": ComparisonReport.content(line.now),
            ])
        else { return .null }
        return .object(members + PublishedJSON.members(of: line.change))
    }

    /// `figures`, null with `suppressed` or `absent` beside it that say why.
    private static func content(_ content: PublishedCell.Content?) -> JSONText {
        .object(of: [
            "figures": content?.figures.map(PublishedJSON.figures) ?? .null,
            "suppressed": content?.suppressed.map { .string($0) },
            "absent": content == nil ? true : nil,
        ])
    }

    /// Both sides and their changes as CSV, one line a period, group and measure.
    ///
    /// - Shape: a figure has its lowest and highest value, equal where it is exact, empty where
    ///   there is none; `noPercent` says why. A total has no `groupField`.
    package func csv() -> String {
        var csv = CSVText([
            "period", "groupField", "group", "measure", "baseLowest", "baseHighest", "nowLowest", "nowHighest",
            "changeLowest", "changeHighest", "percentLowest", "percentHighest", "noPercent",
        ])
        for line in lines {
            for measure in Measure.allCases {
                let (base, now) = (line.base?.figures?[measure], line.now?.figures?[measure])
                let change = line.change(measure)
                csv.add([
                    .word(name(line.period)), .text(line.group?.field ?? ""), .text(line.group?.name ?? ""),
                    .word(measure.jsonKey), .number(base?.lowest), .number(base?.highest), .number(now?.lowest),
                    .number(now?.highest), .number(change.range?.lowest), .number(change.range?.highest),
                    .hundredths(change.percent.range?.lowest), .hundredths(change.percent.range?.highest),
                    .word(change.percent.whyNone?.rawValue ?? ""),
                ])
            }
        }
        return csv.text
    }
}
