package import AidModel

/// What facts stand on.
package enum FactSource: Sendable, Hashable {
    case run(Run)
    /// A vintage of the ledger.
    case vintage(FactVintage, Origin)
    /// Who says how many members there are.
    case members(MemberSource)

    /// The run that counted a report.
    package struct Run: Sendable, Hashable {
        package struct Input: Sendable, Hashable {
            /// The path as the pipeline file or the user names it; of several files the pattern of their paths, or
            /// nothing.
            package var name: String
            /// How many files it is.
            package var fileCount: Int
            /// nil where the run was told not to take it, and of several files.
            package var sha256: String?

            package init(name: String, fileCount: Int = 1, sha256: String?) {
                self.name = name
                self.fileCount = fileCount
                self.sha256 = sha256
            }
        }

        package var inputs: [Input]
        package var pipelineFile: SourceFile
        /// Of this program.
        package var version: String

        package init(inputs: [Input], pipelineFile: SourceFile, version: String) {
            self.inputs = inputs
            self.pipelineFile = pipelineFile
            self.version = version
        }
    }

    package enum Origin: Sendable, Hashable {
        case run
        /// Printed figures from a file with this SHA-256.
        case imported(sha256: String)
        /// Not told where the report was made.
        case unknown
    }

    /// `run`, `members`, or `2022Q2@1` for a vintage.
    package var key: String {
        switch self {
        case .run: FactSource.runKey
        case .vintage(let vintage, _): "\(vintage.quarter)@\(vintage.number)"
        case .members: FactSource.membersKey
        }
    }

    package static let runKey = "run"
    package static let membersKey = "members"
}

extension FactSource.Origin {
    init(_ origin: Vintage.Origin) {
        switch origin {
        case .run: self = .run
        case .imported(let sha256): self = .imported(sha256: sha256)
        }
    }
}
