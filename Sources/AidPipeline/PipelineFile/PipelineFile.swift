package import AidInput
package import AidModel
package import AidNews
package import AidStatistics
import AidText

/// What a pipeline file says: where the exports are, what they look like, what is counted.
///
/// A value of this type is free of contradictions; `PipelineFileReader` makes it.
package struct PipelineFile: Sendable, Hashable {
    package var programme: Programme
    /// Empty where the command line names the files.
    package var inputs: [PipelineInput]
    package var layout: RecordLayout
    /// Those that groups come from, each behind the one that gives its key.
    package var tables: [PipelineTable] = []
    /// The name of the date by which claims are counted (`count.period`); `layout.day` is this field.
    package var periodField: String
    /// The names of the fields by which figures are broken down, one or two each; `layout.breakdowns` has all of them.
    package var breakdowns: [[String]]
    /// How many groups of each are shown by name.
    package var shownGroups: [ShownGroupLimit] = []
    /// What quartiles are told of.
    package var measures: [ClaimMeasure] = []
    /// What the programme's rules say that a claim is paid; nil: nothing is said.
    package var rules: ProgrammeRules?
    /// Where it is known from how many members the programme covers; nil: nothing says it.
    package var members: PipelineMembers?
    /// How many records may be rejected; past it nothing is published.
    package var maxRejected: Allowance
    /// How many records may give a claim number to somebody else, of all paid claims.
    package var maxSharedClaims: Allowance
    /// How many paid records of a file may stand in others as well, where no claim numbers tell duplicates.
    package var maxSameRecords: Allowance
    /// The smallest number of recipients that a group may show; 0 shows all.
    package var minGroup: Int
    /// What hides a figure of one person's money; nil: nothing does.
    package var pPercent: PPercentRule?
    /// The share of a published figure past which a restatement is refused; nil: none is.
    package var maxRestatement: ExactShare?
    /// The tables of values that fields name, as the file names them, by their paths.
    package var valuesFiles: [SourceFile]
    /// Where the ledger is, relative to the pipeline file; nil: beside the reports.
    package var ledger: String?
    /// The folder of the register, relative to the pipeline file, and the file of its key; nil: there is none.
    package var register: RegisterSettings?
    package var reports: [ReportFormat]
    package var news: NewsSettings
    /// What news may say of the programme that no export tells.
    package var statements: [NewsStatement]
    package var language: Language
    /// What `lint --test` tries.
    package var tests: [PipelineCase] = []
}

/// How many members a programme covers.
package enum PipelineMembers: Sendable, Hashable {
    /// In a series that is given.
    case given(MemberSeries)
    /// Counted from the table of memberships that `tables` has at a place, and for which population rates are
    /// standardised; nil: for none.
    case counted(table: Int, MemberSource, StandardPopulation?)
}

/// Where a register and its key are.
package struct RegisterSettings: Sendable, Hashable {
    package var folder: String
    package var keyFile: String
}

/// A reference table.
package struct PipelineTable: Sendable, Hashable {
    package var files: PipelineInput
    /// How its rows are read.
    package var layout: RecordLayout
    /// The claims' field that is its key.
    package var keyField: String
    /// Where its values go.
    package var join: ReferenceTable

    package var name: String { join.name }
}

/// Files of one kind.
package struct PipelineInput: Sendable, Hashable {
    /// Paths and globs as written, relative to the pipeline file; `-` is standard input.
    package var files: [String]
    package var format: FileFormat
    package var encoding: TextEncodingChoice
    /// The byte between two fields of a CSV file; nil: found from the header.
    package var delimiter: UInt8?
    /// The element that is one record (`Claim`, `{uri}Claim`); nil for CSV alone.
    package var record: String?
    /// What is said of the header of a CSV file, and of lines that are no records.
    package var shape = CSVShape()
    /// Whether a CSV file is refused whose last line has no end: it may be cut off there.
    package var requiresFinalNewline = false
}

package enum FileFormat: String, Sendable, CaseIterable {
    /// Any table: CSV, a sheet of a workbook, a table of a web page.
    case csv
    case xml
    /// JSON or JSON Lines.
    case json
}

package enum ReportFormat: String, Sendable, CaseIterable {
    case json
    case markdown
    case html
    case csv
    case xlsx
}

extension PipelineFile {
    /// The population for which rates are standardised; nil: none is named.
    var standard: StandardPopulation? { if case .counted(_, _, let standard) = members { standard } else { nil } }

    /// The name of the field that tells kinds of care apart; nil: there is none.
    var careField: String? { rules?.carePlace.map { layout.breakdowns[$0].name } }

    /// How reports break figures down.
    var reportBreakdowns: [ReportBreakdown] {
        let columns = layout.breakdowns.enumerated().map { place, field in
            ReportBreakdown.Column(
                field: field.name, title: field.title, place: place,
                isNumbered: field.source.map { $0.tableValue == nil } ?? false,
                isTime: field.source?.isTime ?? false)
        }
        return zip(breakdowns, shownGroups).map { names, limit in
            ReportBreakdown(names.compactMap { name in columns.first { $0.field == name } }, limit: limit)
        }
    }
}
