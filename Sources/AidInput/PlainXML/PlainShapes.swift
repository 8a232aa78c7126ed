import CScan

/// The shapes of records that were proven plain, as a graph that is walked with few
/// comparisons.
///
/// A record is literal parts with text of any length between them. A node is a place where
/// such text begins; an edge is the literal part that leads from the end of the text to
/// the next node.
///
///     start ──‹<Claim>\n  <ClaimNo>›──▶ text ──‹</ClaimNo>\n  <Name>›──▶ text ── … ──▶ end
///                                         └───‹</ClaimNo>\n  <IdNo>›──▶ …
///
/// Two places are one node when all that decides what may follow is the same (see
/// `PlainRecordParse.Step.key`). So every way through the graph is a record that
/// `PlainRecordParse` would find well-formed, but for what stands in the text: up to `<` for
/// an element, up to the quote for an attribute. The caller looks at the record's text itself.
///
/// Raw memory and blocks of bytes compared in C, since this is where a scan spends its time. Every number of a node or edge
/// that is stored is one that was given out, and literals are read where `add` wrote them; the
/// piece is read below `count` alone.
struct PlainShapes: ~Copyable {
    private static let nodeLimit = 4096
    private static let edgeLimit = 8192
    private static let literalsByteLimit = 512 << 10
    private static let targetLimit = 8192
    /// A longer list of edges would take longer than the careful parse.
    private static let edgesPerNodeLimit = 24
    private static let literalByteLimit = 1024
    /// What the steps in C look at at once.
    private static let blockSize = 32

    struct Node: BitwiseCopyable {
        /// −1: none.
        var firstEdge: Int32 = -1
        var firstTarget: Int32
        var targetCount: Int32
        var edgeCount: Int32 = 0
        /// The quote of an attribute, `<` for an element's text, 0 for the end of the record.
        var terminator: UInt8
        /// Of the end of the record: a bit for each field that was seen in it.
        var seen: UInt64 = 0
    }

    struct Edge: BitwiseCopyable {
        /// Where the literal is; as long as `byteCount` says, and filled up to whole blocks.
        var firstByte: Int32
        var byteCount: Int32
        /// Blocks before the last one.
        var wholeBlocks: Int32
        /// The bytes of the last block that count.
        var lastBlockBits: UInt32
        var nextEdge: Int32
        var node: Int32
    }

    private let nodes = OwnedRoom<Node>(count: nodeLimit)
    private var nodeCount = 1
    private let edges = OwnedRoom<Edge>(count: edgeLimit)
    private var edgeCount = 0
    private let literals = OwnedRoom<UInt8>(count: literalsByteLimit)
    private var literalByteCount = 0
    private let targets = OwnedRoom<Int32>(count: targetLimit)
    private var targetCount = 0
    private var nodesByKey: [ContiguousArray<UInt8>: Int] = [:]

    init() {
        // The start, which has no text before its edges.
        nodes[0] = Node(firstTarget: 0, targetCount: 0, terminator: 0)
    }

    /// Whether more can be learnt.
    var hasRoom: Bool {
        nodeCount + 256 <= PlainShapes.nodeLimit && edgeCount + 256 <= PlainShapes.edgeLimit
            && literalByteCount + 64 << 10 <= PlainShapes.literalsByteLimit
            && targetCount + 4096 <= PlainShapes.targetLimit
    }

    // MARK: - Walking

    /// Follows a record from its `<` to its end.
    ///
    /// - Parameter fields: room for the record's spans, all empty; what is in it afterwards
    ///   counts only if the record fits.
    /// - Returns: the first byte behind the record, or −1 where it has no known shape; and a bit for each field that
    ///   was seen.
    @inline(__always)
    func follow(
        _ bytes: ByteView, at start: Int, into fields: Room<FieldSpan>
    ) -> (end: Int, seen: UInt64) {
        let count = bytes.count
        var at = start
        var node = nodes[0]
        while true {
            var number = node.firstEdge
            while true {
                if number < 0 { return (-1, 0) }
                let edge = edges[Int(number)]
                if fits(edge, bytes, at: at) {
                    at += Int(edge.byteCount)
                    node = nodes[Int(edge.node)]
                    break
                }
                number = edge.nextEdge
            }
            let terminator = node.terminator
            if terminator == 0 { return (at, node.seen) }
            let textStart = at
            if terminator == UInt8(ascii: "<") {
                while true {
                    if at + PlainShapes.blockSize > count { return (-1, 0) }
                    let found = aid_xml_tags(bytes.from(at).start)
                    if found != 0 {
                        at += found.trailingZeroBitCount
                        break
                    }
                    at += PlainShapes.blockSize
                }
            } else {
                while true {
                    if at + PlainShapes.blockSize > count { return (-1, 0) }
                    // What is found instead of the quote fits no edge.
                    let found = aid_xml_value_ends(bytes.from(at).start, terminator)
                    if found != 0 {
                        at += found.trailingZeroBitCount
                        break
                    }
                    at += PlainShapes.blockSize
                }
            }
            var target = node.firstTarget
            let end = target + node.targetCount
            while target < end {
                fields[Int(targets[Int(target)])] = FieldSpan(textStart..<at)
                target += 1
            }
        }
    }

    /// Whether an edge's literal stands at a place; said to be not so near the end of the bytes,
    /// where whole blocks cannot be read.
    @inline(__always)
    private func fits(_ edge: Edge, _ bytes: ByteView, at start: Int) -> Bool {
        var at = start
        var literal = literals.room.from(Int(edge.firstByte)).start
        var blocks = edge.wholeBlocks
        while blocks > 0 {
            if at + PlainShapes.blockSize > bytes.count || aid_xml_same(bytes.from(at).start, literal) != .max {
                return false
            }
            at += PlainShapes.blockSize
            literal += PlainShapes.blockSize
            blocks -= 1
        }
        return at + PlainShapes.blockSize <= bytes.count
            && ~aid_xml_same(bytes.from(at).start, literal) & edge.lastBlockBits == 0
    }

    // MARK: - Learning

    /// Takes in the shape of a record that was proven plain. Where there is no room for all
    /// of it, its beginning alone is known, and leads nowhere.
    mutating func add(_ parse: borrowing PlainRecordParse, _ bytes: ByteView) {
        guard hasRoom else { return }
        var node = 0
        for step in parse.steps {
            guard step.literal.count <= PlainShapes.literalByteLimit, nodeCount < PlainShapes.nodeLimit,
                targetCount + step.targets.count <= PlainShapes.targetLimit
            else { return }
            let target = self.node(of: step, key: ContiguousArray(parse.keys[step.key]))
            guard addEdge(from: node, bytes.part(step.literal), to: target) else { return }
            node = target
        }
    }

    private mutating func node(of step: PlainRecordParse.Step, key: ContiguousArray<UInt8>) -> Int {
        if let known = nodesByKey[key] { return known }
        nodes[nodeCount] = Node(
            firstTarget: Int32(targetCount), targetCount: Int32(step.targets.count), terminator: step.terminator,
            seen: step.terminator == 0 ? step.seen : 0)
        for field in step.targets {
            targets[targetCount] = Int32(field)
            targetCount += 1
        }
        nodesByKey[key] = nodeCount
        nodeCount += 1
        return nodeCount - 1
    }

    /// Longer literals come first, lest one that another begins with hides it.
    ///
    /// - Returns: whether the edge is there now.
    private mutating func addEdge(from node: Int, _ literal: ByteView, to target: Int) -> Bool {
        let wholeBlocks = (literal.count - 1) / PlainShapes.blockSize
        let bytesNeeded = (wholeBlocks + 1) * PlainShapes.blockSize
        var before: Int32 = -1
        var next = nodes[node].firstEdge
        while next >= 0, Int(edges[Int(next)].byteCount) >= literal.count {
            if isSame(edges[Int(next)], literal) { return true }
            before = next
            next = edges[Int(next)].nextEdge
        }
        guard edgeCount < PlainShapes.edgeLimit, literalByteCount + bytesNeeded <= PlainShapes.literalsByteLimit,
            nodes[node].edgeCount < PlainShapes.edgesPerNodeLimit
        else { return false }
        let rest = literal.count - wholeBlocks * PlainShapes.blockSize
        edges[edgeCount] = Edge(
            firstByte: Int32(literalByteCount), byteCount: Int32(literal.count), wholeBlocks: Int32(wholeBlocks),
            lastBlockBits: .max >> UInt32(PlainShapes.blockSize - rest), nextEdge: next, node: Int32(target))
        for index in 0..<bytesNeeded {
            literals[literalByteCount + index] = index < literal.count ? literal[index] : 0
        }
        literalByteCount += bytesNeeded
        if before < 0 {
            nodes[node].firstEdge = Int32(edgeCount)
        } else {
            edges[Int(before)].nextEdge = Int32(edgeCount)
        }
        nodes[node].edgeCount += 1
        edgeCount += 1
        return true
    }

    /// Two edges from one node that say the same lead to the same node, since the literal and
    /// what was before it decide all.
    private func isSame(_ edge: Edge, _ literal: ByteView) -> Bool {
        guard Int(edge.byteCount) == literal.count else { return false }
        return literals.room.from(Int(edge.firstByte)).view.starts(with: literal)
    }
}
