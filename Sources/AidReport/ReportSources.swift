/// What the figures of a report stand on, besides the inputs that the report names itself.
package struct ReportSources: Sendable, Hashable {
    /// The pipeline file's name, without its folder.
    package var pipelineFileName: String
    /// Lower-case hexadecimal.
    package var pipelineFileSHA256: String
    /// The version of this program.
    package var version: String

    package init(pipelineFileName: String, pipelineFileSHA256: String, version: String) {
        self.pipelineFileName = pipelineFileName
        self.pipelineFileSHA256 = pipelineFileSHA256
        self.version = version
    }
}
