/// The names that stand in an XML file, for a user who named others.
///
/// Looks at the first records alone, and at what stands around them.
final class XMLNameSurvey: XMLEventSink {
    private static let recordLimit = 1000
    private static let nameLimit = 40

    /// Paths to values in records, as a pipeline file writes them.
    private(set) var inRecords: [String] = []
    /// Paths to values outside of records, from the root on.
    private(set) var outside: [String] = []

    private struct OpenElement {
        var path: String
        var isInRecord: Bool
        var hasChildren = false
    }

    private let record: XMLNamePattern
    private unowned let parse: XMLParse
    private var open: [OpenElement] = []
    private var recordCount = 0

    init(record: XMLNamePattern, _ parse: XMLParse) {
        self.record = record
        self.parse = parse
    }

    override func startElement(_ tag: XMLStartTag) {
        let parent = open.last
        if let last = open.indices.last { open[last].hasChildren = true }
        let isRecord = parent?.isInRecord != true && record.matches(tag.name)
        if isRecord {
            recordCount += 1
            if recordCount > XMLNameSurvey.recordLimit { return parse.halt() }
        }
        // Paths count from the record within it, and from the root outside.
        let path = isRecord ? "" : XMLNameSurvey.join(parent?.path ?? "", tag.name.localText)
        let isInRecord = isRecord || parent?.isInRecord == true
        for index in 0..<tag.attributeCount {
            guard let name = tag.attributeName(index) else { continue }
            note(XMLNameSurvey.join(path, "@" + name.localText), isInRecord: isInRecord)
        }
        open.append(OpenElement(path: path, isInRecord: isInRecord))
    }

    override func endElement(endingAt textOffset: Int) {
        guard let element = open.popLast(), !element.hasChildren, !element.path.isEmpty else { return }
        note(element.path, isInRecord: element.isInRecord)
    }

    private func note(_ path: String, isInRecord: Bool) {
        let shown = path.split(separator: "/").map { ColumnMap.looksLikeData(String($0)) ? "…" : $0 }
            .joined(separator: "/")
        if isInRecord {
            if inRecords.count < XMLNameSurvey.nameLimit, !inRecords.contains(shown) { inRecords.append(shown) }
        } else {
            if outside.count < XMLNameSurvey.nameLimit, !outside.contains(shown) { outside.append(shown) }
        }
    }

    private static func join(_ path: String, _ step: String) -> String {
        path.isEmpty ? step : path + "/" + step
    }
}
