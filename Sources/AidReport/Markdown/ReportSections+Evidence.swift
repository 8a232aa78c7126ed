import AidModel
import AidStatistics
import AidText

/// What the figures stand on: the balance, the inputs, findings and definitions.
extension ReportSections {
    var balance: [ReportBlock] {
        let balance = report.balance
        var table = MarkdownTable([
            (.words(labels.line), .left), (.words(labels.recordCount), .right),
            (.words(words.amountColumn(currency)), .right),
            (.words(labels.explanation), .left),
        ])
        for line in BalanceLine.allCases where isShown(line) {
            let tally = balance[line]
            table.add(
                [words.name(line), count(tally.recordCount), amount(tally.amountMinor), words.explain(line)].map {
                    .words($0)
                })
        }
        return [
            heading(labels.balanceHeading, "balance"), .table(table), paragraph(labels.balanceNote),
            .list(equations(of: balance).map { .words($0) }),
        ]
            + reasons(of: balance)
    }

    /// Lines that most balances do not need are shown where there is something on them.
    private func isShown(_ line: BalanceLine) -> Bool {
        line != .unidentified && line != .scaffolding || report.balance[line] != .zero
    }

    private var parts: [BalanceLine] { BalanceLine.parts.filter(isShown) }

    private func equations(of balance: Balance) -> [String] {
        func equation(_ text: (BalanceLine) -> String) -> String {
            text(.records) + (balance.closes ? " = " : " ≠ ") + parts.map(text).joined(separator: " + ")
        }
        return [
            equation(words.name),
            labels.recordCount + labels.colon + equation { count(balance[$0].recordCount) },
            words.amountColumn(currency) + labels.colon + equation { amount(balance[$0].amountMinor) },
        ]
            + words.derived(
                balance, keptFrom: report.keptFrom.map(words.quarter),
                hasUnlisted: report.laterQuarters.contains { $0.figures != nil } || report.farOffClaimCount > 0,
                currency)
    }

    private func reasons(of balance: Balance) -> [ReportBlock] {
        guard !balance.reasons.isEmpty else { return [] }
        var table = MarkdownTable([
            (.words(labels.reason), .left), (.words(labels.recordCount), .right),
            (.words(words.amountColumn(currency)), .right),
            (.words(labels.explanation), .left),
        ])
        for (reason, tally) in balance.reasons {
            table.add(
                [reason.rawValue, count(tally.recordCount), amount(tally.amountMinor), words.explain(reason)].map {
                    .words($0)
                })
        }
        return [subheading(labels.reasonsHeading), .table(table)]
    }

    var inputs: [ReportBlock] {
        guard !report.inputs.isEmpty else { return [] }
        let inputs = report.publishedInputs
        if report.namelessInputs != nil {
            return [
                heading(labels.inputsHeading, "inputs"), .list(inputs.map { .value(words.name($0)) }),
                paragraph(labels.contentsNote), paragraph(labels.namelessNote),
            ]
        }
        let hasContents = report.publishesContents
        var files = MarkdownTable(
            [(.words(labels.file), .left), (.words(labels.format), .left), (.words(labels.encoding), .left)]
                + (hasContents ? [(.words(labels.byteCount), .right)] : []) + [(.words(labels.hash), .left)])
        var balances = MarkdownTable(
            labels.file, numbers: ([.records] + parts).map(words.name))
        for input in inputs {
            let name = InlineText.value(input.name)
            files.add(
                [name, .value(input.format?.uppercased() ?? ""), .value(input.encoding?.uppercased() ?? "")]
                    + (input.contents.map { [.words(count($0.byteCount))] } ?? [])
                    + [input.sha256.map { "\(code: String($0.prefix(12)))" } ?? "–"])
            guard let balance = input.contents?.balance else { continue }
            balances.add([name] + ([.records] + parts).map { .words(count(balance[$0].recordCount)) })
        }
        return [heading(labels.inputsHeading, "inputs"), .table(files), paragraph(labels.hashNote)]
            + [hasContents ? .table(balances) : paragraph(labels.contentsNote)]
    }

    /// The reference tables, file by file.
    var referenceTables: [ReportBlock] {
        guard !report.tables.isEmpty else { return [] }
        var tables = MarkdownTable([
            (.words(labels.referenceTable), .left), (.words(labels.referenceKeys), .right),
            (.words(labels.referenceSpells), .right), (.words(labels.referenceOverlaps), .right),
        ])
        var files = MarkdownTable([
            (.words(labels.referenceTable), .left), (.words(labels.file), .left), (.words(labels.byteCount), .right),
            (.words(labels.hash), .left), (.words(labels.recordCount), .right), (.words(labels.rowsTaken), .right),
            (.words(words.name(.rejected)), .right), (.words(words.name(.scaffolding)), .right),
        ])
        for table in report.tables {
            tables.add(
                [.value(table.name)]
                    + [table.keyCount, table.spellCount, table.overlappingKeyCount].map { .words(count($0)) })
            for file in table.files {
                let balance = file.balance
                files.add(
                    [
                        .value(table.name), .value(file.name), .words(count(file.byteCount)),
                        file.sha256.map { "\(code: String($0.prefix(12)))" } ?? "–",
                    ]
                        + [balance.records, balance.paid, balance.rejected, balance.scaffolding].map {
                            .words(count($0.recordCount))
                        })
            }
        }
        return [
            heading(labels.referenceTablesHeading, "tables"), paragraph(labels.referenceTablesNote), .table(tables),
            .table(files),
        ]
    }

    var findings: [ReportBlock] {
        report.findings.isEmpty
            ? []
            : [
                heading(labels.findingsHeading, "findings"),
                .list(
                    report.findings.map { finding in
                        words.finding(
                            words.name(finding.level), code: finding.code, message: finding.message(language))
                    }),
            ]
    }

    var definitions: [ReportBlock] {
        let shown = Definition.needed(by: report).filter { $0 != .unidentified || report.balance.unidentified != .zero }
        return [
            heading(labels.definitionsHeading, "definitions"),
            .list(shown.map { .words($0.text(minGroup: report.minGroup, pPercent: report.pPercent?.text)(language)) }),
            .paragraph(
                words.sources(
                    pipelineFile: sources.pipelineFile.name, sha256: sources.pipelineFile.sha256,
                    version: sources.version)),
        ]
    }
}
