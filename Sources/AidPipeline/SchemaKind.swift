import AidCheck
import AidNews
import AidReport
package import AidText

/// A file that the program writes or reads, and that has a schema.
package enum SchemaKind: String, Sendable, CaseIterable {
    case report
    case facts
    case news
    case check
    case pipeline
    case history
    case triangle
    case compare
    case together
    case manifest
    case inspection
    case rules
    case explanation

    /// What a document may hold; nil: the pipeline file, which is YAML.
    package var outline: DocumentOutline? {
        switch self {
        case .report: ReportDocument.document.outline
        case .facts: FactDocument.document.outline
        case .news: NewsDocument.document.outline
        case .check: DraftCheckDocument.document.outline
        case .history: HistoryDocument.document.outline
        case .triangle: TriangleDocument.document.outline
        case .compare: ComparisonDocument.document.outline
        case .together: TogetherDocument.document.outline
        case .manifest: Manifest.document.outline
        case .inspection: InspectDocument.document.outline
        case .rules: WhatIfDocument.document.outline
        case .explanation: ExplanationDocument.document.outline
        case .pipeline: nil
        }
    }

    /// The published JSON Schema.
    package var jsonSchema: String {
        outline.map { $0.jsonSchema.pretty() } ?? PipelineSchema.json()
    }

    /// The same for people, as Markdown in both languages: a page of the documentation.
    package var referencePage: String {
        outline?.referencePage ?? PipelineReference.page
    }
}
