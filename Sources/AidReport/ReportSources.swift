package import AidText

/// What the figures of a report stand on, besides the inputs that the report names itself.
package struct ReportSources: Sendable, Hashable {
    package var pipelineFile: SourceFile
    /// The version of this program.
    package var version: String

    package init(pipelineFile: SourceFile, version: String) {
        self.pipelineFile = pipelineFile
        self.version = version
    }
}
