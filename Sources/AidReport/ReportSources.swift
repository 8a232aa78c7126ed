package import AidModel
import AidText

/// What the figures of a report stand on, besides the inputs that the report names itself.
package struct ReportSources: Sendable, Hashable {
    package var pipelineFile: SourceFile
    /// The version of this program.
    package var version: String

    /// Tables of values that the pipeline file names, by their paths.
    package var valuesFiles: [SourceFile]

    package init(pipelineFile: SourceFile, version: String, valuesFiles: [SourceFile] = []) {
        self.valuesFiles = valuesFiles
        self.pipelineFile = pipelineFile
        self.version = version
    }
}
