package import AidModel

/// Reads by libxml2 what is not plain, and no more of a file than that.
///
/// Each time, libxml2 is told the root's start tag, which gives it the namespaces, and then the file
/// from a place between two children of the root on, until it stands between two of them
/// again where the plain scan can go on. Names stay known from one time to the next.
///
/// It is stricter than a reading of the whole file: where it refuses, what is wrong and where
/// is for `XMLReader` to say, which may find nothing wrong.
package final class XMLContinuation<Consumer: RecordConsumer & ~Copyable> {
    enum Outcome: Equatable {
        /// Behind a child of the root.
        case betweenChildren(offset: Int)
        /// The file was read to its end.
        case ended
        /// The file is for `XMLReader`.
        case refused
    }

    private let prolog: PlainXMLProlog
    private let text: any PlacedText
    private let nameByteLimit: Int
    private let dictionary = XMLDictionary()
    private let assembler: XMLRecordAssembler

    /// - Parameters:
    ///   - shareCount: how many continuations of the file there are.
    ///   - currency: as `XMLReader` has it.
    package init(
        _ prolog: PlainXMLProlog, _ text: any PlacedText, shareCount: Int = 1, currency: Currency? = nil
    ) {
        self.prolog = prolog
        self.text = text
        nameByteLimit = ContinuationLimits.nameByteCount / max(1, shareCount)
        assembler = XMLRecordAssembler(
            record: dictionary.pattern(prolog.scope.record), table: prolog.scope.table.map(dictionary.pattern),
            fieldCount: prolog.scope.fieldCount, currency: currency, take: { _, _, _ in }, takeMalformed: { _, _, _ in }
        )
    }

    /// In how many of the records read each field was found; from now on it is counted anew.
    func takeFound() -> FoundFields { assembler.takeFound() }

    /// Reads from a place between two children of the root.
    ///
    /// - Parameters:
    ///   - recordCount: records before this place; raised by those read.
    ///   - endsBehind: asked behind each child whether to stop there.
    /// - Throws: that the file cannot be read, as opposed to understood.
    func read(
        from offset: Int, into consumer: inout Consumer, recordCount: inout Int,
        endsBehind: (_ offset: Int) -> Bool
    ) throws(InputError) -> Outcome {
        try withUnsafeMutablePointer(to: &consumer) { consumer throws(InputError) in
            // The compiler takes this folder's path out of a file's name here, but not out of its length, and two builds in
            // different folders would differ: so the lines go by a name of their own.
            #sourceLocation(file:"ReadXMLContinuation.swift",line:59)
            return try withoutActuallyEscaping(endsBehind) { endsBehind throws(InputError) in
                let source = ContinuedText(prolog.rootTag, text, from: offset)
                let parse = XMLParse(
                    source, dictionary: dictionary, textStart: offset - prolog.rootTag.count,
                    byteLimitWithoutEvent: ContinuationLimits.byteCountWithoutEvent)
                assembler.take = { consumer.pointee.take($0, at: $1, place: $2) }
                assembler.takeMalformed = { consumer.pointee.takeMalformed($0, at: $1, place: $2) }
                assembler.recordCount = recordCount
                defer { recordCount = assembler.recordCount }
                let sink = ChildSink(assembler, parse, endsBehind)
                do throws(InputError) {
                    try parse.run(into: sink)
                } catch {
                    guard error.kind == .refused else { throw error }
                    return .refused
                }
                if dictionary.byteCount > nameByteLimit { return .refused }
                return sink.end.map { .betweenChildren(offset: $0) } ?? .ended
            }
            #sourceLocation()
        }
    }
}

/// Stricter than `XMLLimits`, and libxml2's own.
private enum ContinuationLimits {
    /// Names that all continuations of a file may keep. A reading of the whole file stops at 10 MB
    /// of them, wherever they are, so nothing near that must pass here.
    static let nameByteCount = 6 << 20
    /// libxml2 asks for some KiB at a time, from another place here than in a reading of the
    /// whole file; so what is near the limit there is beyond it here.
    static let byteCountWithoutEvent = XMLLimits.byteCountWithoutEvent - 16 << 10
}

/// Hands on events, and ends the parse behind a child of the root.
private final class ChildSink: XMLEventSink {
    private let assembler: XMLRecordAssembler
    private unowned let parse: XMLParse
    private let endsBehind: (Int) -> Bool
    private var depth = 0
    /// Where the parse was ended.
    private(set) var end: Int?

    init(_ assembler: XMLRecordAssembler, _ parse: XMLParse, _ endsBehind: @escaping (Int) -> Bool) {
        self.assembler = assembler
        self.parse = parse
        self.endsBehind = endsBehind
    }

    override func startElement(_ tag: XMLStartTag) {
        depth += 1
        // The root itself was seen before, and is no record.
        if depth > 1 { assembler.startElement(tag) }
    }

    override func text(_ bytes: ByteView) {
        assembler.text(bytes)
    }

    override func endElement(endingAt offset: Int) {
        depth -= 1
        if depth == 0 { return }
        assembler.endElement(endingAt: offset)
        if depth == 1, endsBehind(offset) {
            end = offset
            parse.halt()
        }
    }
}

/// Some bytes, and then a file's text from a place on.
private final class ContinuedText: TextSource {
    var name: String { text.name }

    private let text: any PlacedText
    private var offset: Int
    private var before: ArraySlice<UInt8>

    init(_ before: [UInt8], _ text: any PlacedText, from offset: Int) {
        self.before = before[...]
        self.text = text
        self.offset = offset
    }

    func read(into buffer: Room<UInt8>) throws(InputError) -> Int {
        if !before.isEmpty {
            let count = min(buffer.count, before.count)
            before.prefix(count).withByteView(buffer.copy)
            before = before.dropFirst(count)
            return count
        }
        // Mostly a record or two is wanted, not as much as there is room for.
        let part = buffer.part(0..<min(buffer.count, step))
        step = min(step * 2, 64 << 10)
        let count = try text.read(into: part, at: offset)
        offset += count
        return count
    }

    private var step = 8 << 10
}
