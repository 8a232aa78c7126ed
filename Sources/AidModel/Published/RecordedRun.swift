/// What the ledger keeps of one run: on what it was made, and all its figures.
package struct RecordedRun: Sendable, Hashable {
    /// The ledger's number; 0 before the ledger has it.
    package var id: Int64 = 0
    package var quarter: Quarter
    package var isProvisional: Bool
    /// Where its report lies, from the root of the file system.
    package var folder: String
    /// Of report.json, by which a run is known again.
    package var reportSHA256: String
    /// Of the pipeline file as it lies on disk.
    package var pipelineSHA256: String
    /// Of the rules of counting in it alone: where it differs, the method has changed.
    package var rulesSHA256: String
    /// The version of the program.
    package var version: String
    /// When the run ended, ISO 8601 in UTC.
    package var finishedAt: String
    package var inputs: [Input]
    /// The figures of the run's own quarter.
    package var cells: [PublishedCell]
    /// What its report has printed besides: of other quarters, with which it compares, and of all since a register
    /// has forgotten what was before.
    package var bases: [Base]
    /// How its breakdowns were protected, in their order.
    package var protections: [Protection]
    /// The totals of every quarter of its data, oldest first.
    package var quarters: [QuarterTotal]

    /// How one breakdown was protected.
    package struct Protection: Sendable, Hashable {
        package var field: String
        package var minGroup: Int
        /// Of how many figures nothing makes safe.
        package var unprotectedCount: Int
        /// In which periods of a report, and what of them, a bit each; of ledgers of before none.
        package var unprotectedPeriods: UInt8 = 0
        package var unprotectedMeasures: UInt8 = 0
        /// Of the rules by which records get their groups; nil: an earlier version of the program kept none.
        package var definitionSHA256: String?

        package init(field: String, minGroup: Int, unprotectedCount: Int, definitionSHA256: String? = nil) {
            self.field = field
            self.minGroup = minGroup
            self.unprotectedCount = unprotectedCount
            self.definitionSHA256 = definitionSHA256
        }
    }

    /// Cells that are not of the run's own quarter, its year to date, and all since the programme's start.
    package struct Base: Sendable, Hashable {
        package var quarter: Quarter
        package var cells: [PublishedCell]

        package init(quarter: Quarter, cells: [PublishedCell]) {
            self.quarter = quarter
            self.cells = cells
        }
    }

    package struct Input: Sendable, Hashable {
        package var name: String
        package var byteCount: Int
        /// nil where the run was told not to take it.
        package var sha256: String?
        package var recordCount: Int

        package init(name: String, byteCount: Int, sha256: String?, recordCount: Int) {
            self.name = name
            self.byteCount = byteCount
            self.sha256 = sha256
            self.recordCount = recordCount
        }
    }

    package init(
        quarter: Quarter, isProvisional: Bool, folder: String, reportSHA256: String, pipelineSHA256: String,
        rulesSHA256: String,
        version: String, finishedAt: String, inputs: [Input], cells: [PublishedCell], bases: [Base] = [],
        protections: [Protection] = [], quarters: [QuarterTotal]
    ) {
        self.bases = bases
        self.protections = protections
        self.quarter = quarter
        self.isProvisional = isProvisional
        self.folder = folder
        self.reportSHA256 = reportSHA256
        self.pipelineSHA256 = pipelineSHA256
        self.rulesSHA256 = rulesSHA256
        self.version = version
        self.finishedAt = finishedAt
        self.inputs = inputs
        self.cells = cells
        self.quarters = quarters
    }
}
