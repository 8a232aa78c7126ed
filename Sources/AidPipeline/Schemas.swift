import AidReport

package enum SchemaKind: String, Sendable, CaseIterable {
    case report
    case pipeline
}

/// The published JSON Schemas.
package enum Schemas {
    package static func json(_ kind: SchemaKind) -> String {
        switch kind {
        case .report: ReportSchema.json()
        case .pipeline: PipelineSchema.json()
        }
    }
}
