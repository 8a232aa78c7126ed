import AidModel

/// Makes dump records of events.
final class XMLDumpAssembler: XMLEventSink {
    private struct OpenElement {
        var path: String
        /// Where its text goes among the record's values.
        var valueIndex: Int
        var text: [UInt8] = []
        var hasChildren = false
    }

    /// An element that is no record, and not in one.
    private struct Ancestor {
        var name: String
        /// Its attributes, and its children that were no records and had none.
        var values: [XMLDumpRecord.Value]
        var text: [UInt8] = []
        var hasChildren = false
    }

    private let record: XMLNamePattern?
    /// Those that are open; none, where they are not asked for.
    private var ancestors: [Ancestor] = []
    private let withAncestors: Bool
    private let body: (XMLDumpRecord) -> Void
    private(set) var recordCount = 0

    private var isInRoot = false
    private var current: XMLDumpRecord?
    private var open: [OpenElement] = []
    /// Elements open below one that was left out because of a problem.
    private var skippedDepth = 0
    /// Paths are as long as names make them, and each value has one.
    private var pathByteCount = 0
    /// Values by place, nil where an element turned out to hold none.
    private var values: [XMLDumpRecord.Value?] = []

    init(record: XMLNamePattern?, withAncestors: Bool = false, _ body: @escaping (XMLDumpRecord) -> Void) {
        self.record = record
        self.withAncestors = withAncestors
        self.body = body
    }

    override func startElement(_ tag: XMLStartTag) {
        if current == nil {
            let isRoot = !isInRoot
            isInRoot = true
            guard record?.matches(tag.name) ?? !isRoot else { return beginAncestor(tag) }
            let place = RecordPlace(
                recordNumber: recordCount + 1, lineNumber: nil, byteOffset: tag.textOffset)
            if let last = ancestors.indices.last { ancestors[last].hasChildren = true }
            current = XMLDumpRecord(name: tag.name.localText, textOffset: tag.textOffset, place: place)
            enter(tag, path: "")
            return
        }
        checkLength(at: tag.textOffset)
        if current?.problem != nil {
            skippedDepth += 1
            return
        }
        open[open.count - 1].hasChildren = true
        enter(tag, path: join(open[open.count - 1].path, tag.name.localText))
    }

    override func text(_ bytes: ByteView) {
        if current == nil, let last = ancestors.indices.last,
            ancestors[last].text.count <= XMLLimits.fieldByteCount
        {
            ancestors[last].text.append(contentsOf: bytes)
        }
        guard !open.isEmpty, current?.problem == nil else { return }
        append(bytes, to: &open[open.count - 1].text)
    }

    override func endElement(endingAt end: Int) {
        if current == nil { return endAncestor() }
        if skippedDepth > 0 {
            skippedDepth -= 1
            return
        }
        guard let element = open.popLast() else { return }
        let isBlank = element.text.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
        // A leaf counts even when it is empty; a container, and the record itself, only with text.
        if !isBlank || !(element.hasChildren || open.isEmpty) {
            let path = element.path.isEmpty ? "." : element.path
            values[element.valueIndex] = .init(path: path, text: String(decoding: element.text, as: UTF8.self))
        }
        if open.isEmpty { endRecord(end) }
    }

    private func enter(_ tag: XMLStartTag, path: String) {
        for index in 0..<tag.attributeCount {
            guard let name = tag.attributeName(index) else { continue }
            var text: [UInt8] = []
            tag.forEachPart(ofAttribute: index) { append($0, to: &text) }
            let attributePath = join(path, "@" + name.localText)
            pathByteCount += attributePath.utf8.count
            values.append(.init(path: attributePath, text: String(decoding: text, as: UTF8.self)))
        }
        pathByteCount += path.utf8.count
        if pathByteCount > XMLLimits.dumpPathByteCount { fail(.recordTooLong) }
        open.append(OpenElement(path: path, valueIndex: values.count))
        values.append(nil)
    }

    private func beginAncestor(_ tag: XMLStartTag) {
        guard withAncestors else { return }
        if let last = ancestors.indices.last { ancestors[last].hasChildren = true }
        var ancestor = Ancestor(name: tag.name.localText, values: [])
        for index in 0..<tag.attributeCount {
            guard let name = tag.attributeName(index) else { continue }
            var text: [UInt8] = []
            tag.forEachPart(ofAttribute: index) { text.append(contentsOf: $0) }
            ancestor.values.append(.init(path: "@" + name.localText, text: String(decoding: text, as: UTF8.self)))
        }
        ancestors.append(ancestor)
    }

    private func endAncestor() {
        guard let ancestor = ancestors.popLast(), !ancestor.hasChildren, let last = ancestors.indices.last else {
            return
        }
        let path = ancestor.name
        ancestors[last].values.removeAll { $0.path == path }
        ancestors[last].values.append(.init(path: path, text: String(decoding: ancestor.text, as: UTF8.self)))
    }

    /// What stands around the record that ends, before it: an element that comes again has its last text.
    private var around: [XMLDumpRecord.Value] {
        ancestors.reversed().enumerated().flatMap { level, ancestor in
            ancestor.values.map { value in
                .init(path: String(repeating: "../", count: level + 1) + value.path, text: value.text)
            }
        }
    }

    private func endRecord(_ end: Int) {
        checkLength(at: end)
        guard var record = current else { return }
        recordCount += 1
        record.values = values.compactMap { $0 } + around
        current = nil
        values = []
        pathByteCount = 0
        body(record)
    }

    private func checkLength(at textOffset: Int) {
        guard let record = current else { return }
        if textOffset - record.textOffset > XMLLimits.recordByteCount { fail(.recordTooLong) }
    }

    /// Remembers the first problem.
    private func fail(_ problem: RecordProblem) {
        if current?.problem == nil { current?.problem = problem }
    }

    private func append(_ bytes: ByteView, to text: inout [UInt8]) {
        if text.count + bytes.count > XMLLimits.fieldByteCount {
            fail(.fieldTooLong)
        } else {
            text.append(contentsOf: bytes)
        }
    }

    private func join(_ path: String, _ step: String) -> String {
        path.isEmpty ? step : path + "/" + step
    }
}
