import AidCheck
import AidNews
import AidReport

package enum SchemaKind: String, Sendable, CaseIterable {
    case report
    case facts
    case check
    case pipeline
    case history
    case triangle
    case compare
}

/// The published JSON Schemas.
package enum Schemas {
    package static func json(_ kind: SchemaKind) -> String {
        switch kind {
        case .report: ReportSchema.json()
        case .facts: FactSchema.json()
        case .check: DraftCheckSchema.json()
        case .pipeline: PipelineSchema.json()
        case .history: HistorySchema.history()
        case .triangle: HistorySchema.triangle()
        case .compare: HistorySchema.compare()
        }
    }
}
