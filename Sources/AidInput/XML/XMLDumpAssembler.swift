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

    private let record: XMLNamePattern?
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

    init(record: XMLNamePattern?, _ body: @escaping (XMLDumpRecord) -> Void) {
        self.record = record
        self.body = body
    }

    override func startElement(_ tag: XMLStartTag) {
        if current == nil {
            let isRoot = !isInRoot
            isInRoot = true
            guard record?.matches(tag.name) ?? !isRoot else { return }
            let place = RecordPlace(
                recordNumber: recordCount + 1, lineNumber: nil, byteOffset: tag.textOffset)
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
        guard !open.isEmpty, current?.problem == nil else { return }
        append(bytes, to: &open[open.count - 1].text)
    }

    override func endElement(endingAt end: Int) {
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

    private func endRecord(_ end: Int) {
        checkLength(at: end)
        guard var record = current else { return }
        recordCount += 1
        record.values = values.compactMap { $0 }
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
