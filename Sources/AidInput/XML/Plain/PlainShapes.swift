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
/// Raw memory, since this is where a scan spends its time. Every number of a node or edge
/// that is stored is one that was given out, and literals are read where `add` wrote them; the
/// piece is read below `count` alone.
struct PlainShapes: ~Copyable {
    private static let nodeLimit = 4096
    private static let edgeLimit = 8192
    private static let literalWordLimit = 64 << 10
    private static let targetLimit = 8192
    /// A longer list of edges would take longer than the careful parse.
    private static let edgesPerNodeLimit = 24
    static let literalByteLimit = 1024

    private struct Node {
        /// The terminator in every byte.
        var pattern: UInt64
        /// −1: none.
        var firstEdge: Int32 = -1
        var firstTarget: Int32
        var targetCount: Int32
        var edgeCount: Int32 = 0
        var isAttribute: Bool
        var isEnd: Bool
    }

    private struct Edge {
        /// The literal's first word; all but the last count whole.
        var firstWord: Int32
        var wordCount: Int32
        var byteCount: Int32
        var nextEdge: Int32
        var node: Int32
        var lastWordMask: UInt64
    }

    private let nodes: UnsafeMutablePointer<Node>
    private var nodeCount = 1
    private let edges: UnsafeMutablePointer<Edge>
    private var edgeCount = 0
    private let words: UnsafeMutablePointer<UInt64>
    private var wordCount = 0
    private let targets: UnsafeMutablePointer<Int32>
    private var targetCount = 0
    private var nodesByKey: [ContiguousArray<UInt8>: Int] = [:]

    init() {
        nodes = .allocate(capacity: PlainShapes.nodeLimit)
        edges = .allocate(capacity: PlainShapes.edgeLimit)
        words = .allocate(capacity: PlainShapes.literalWordLimit)
        targets = .allocate(capacity: PlainShapes.targetLimit)
        nodes[0] = Node(pattern: 0, firstTarget: 0, targetCount: 0, isAttribute: false, isEnd: false)
    }

    deinit {
        nodes.deallocate()
        edges.deallocate()
        words.deallocate()
        targets.deallocate()
    }

    /// Whether more can be learnt.
    var hasRoom: Bool {
        nodeCount + 256 <= PlainShapes.nodeLimit && edgeCount + 256 <= PlainShapes.edgeLimit
            && wordCount + 32 << 10 <= PlainShapes.literalWordLimit && targetCount + 4096 <= PlainShapes.targetLimit
    }

    // MARK: - Walking

    /// Follows a record from its `<` to its end.
    ///
    /// - Parameter fields: room for the record's spans, all empty; what is in it afterwards
    ///   counts only if the record fits.
    /// - Returns: the first byte behind the record, or −1 where it has no known shape.
    @inline(__always)
    func follow(
        _ bytes: UnsafePointer<UInt8>, count: Int, at start: Int, into fields: UnsafeMutablePointer<FieldSpan>
    ) -> Int {
        let raw = UnsafeRawPointer(bytes)
        var at = start
        var node = nodes
        while true {
            var number = node.pointee.firstEdge
            while true {
                if number < 0 { return -1 }
                let edge = edges + Int(number)
                if fits(edge, raw, count: count, at: at) {
                    at += Int(edge.pointee.byteCount)
                    node = nodes + Int(edge.pointee.node)
                    break
                }
                number = edge.pointee.nextEdge
            }
            if node.pointee.isEnd { return at }
            let textStart = at
            at =
                node.pointee.isAttribute
                ? PlainShapes.endOfValue(raw, count: count, at: at, quotes: node.pointee.pattern)
                : PlainShapes.endOfText(raw, count: count, at: at)
            if at < 0 { return -1 }
            var target = node.pointee.firstTarget
            let end = target + node.pointee.targetCount
            while target < end {
                fields[Int(targets[Int(target)])] = FieldSpan(textStart..<at)
                target += 1
            }
        }
    }

    @inline(__always)
    private func fits(_ edge: UnsafePointer<Edge>, _ raw: UnsafeRawPointer, count: Int, at: Int) -> Bool {
        let last = Int(edge.pointee.wordCount) - 1
        if at + last * 8 + 8 > count { return false }
        let literal = words + Int(edge.pointee.firstWord)
        var word = 0
        while word < last {
            if raw.loadUnaligned(fromByteOffset: at + word * 8, as: UInt64.self) != literal[word] { return false }
            word += 1
        }
        let difference = raw.loadUnaligned(fromByteOffset: at + last * 8, as: UInt64.self) ^ literal[last]
        return difference & edge.pointee.lastWordMask == 0
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// The next `<`, or −1 where it is not found before the last seven bytes.
    @inline(__always)
    private static func endOfText(_ raw: UnsafeRawPointer, count: Int, at start: Int) -> Int {
        var at = start
        while at + 8 <= count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            let hit = zeroBytes(word ^ ones &* 0x3C)
            if hit != 0 { return at + hit.trailingZeroBitCount >> 3 }
            at += 8
        }
        return -1
    }

    /// The next quote, `<` or control character, or −1 where none is found before the last seven
    /// bytes. What is no quote then fits no edge.
    @inline(__always)
    private static func endOfValue(_ raw: UnsafeRawPointer, count: Int, at start: Int, quotes: UInt64) -> Int {
        var at = start
        while at + 8 <= count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            let controls = (word &- ones &* 0x20) & ~word & highs
            let hit = zeroBytes(word ^ quotes) | zeroBytes(word ^ ones &* 0x3C) | controls
            if hit != 0 { return at + hit.trailingZeroBitCount >> 3 }
            at += 8
        }
        return -1
    }

    /// The high bit of each byte that is zero; above the lowest of them perhaps of others too.
    @inline(__always)
    private static func zeroBytes(_ word: UInt64) -> UInt64 {
        (word &- ones) & ~word & highs
    }

    // MARK: - Learning

    /// Takes in the shape of a record that was proven plain. Where there is no room for all
    /// of it, its beginning alone is known, and leads nowhere.
    mutating func add(_ parse: borrowing PlainRecordParse, _ bytes: UnsafeBufferPointer<UInt8>) {
        guard hasRoom else { return }
        var node = 0
        for step in parse.steps {
            guard step.literal.count <= PlainShapes.literalByteLimit, nodeCount < PlainShapes.nodeLimit,
                targetCount + step.targets.count <= PlainShapes.targetLimit
            else { return }
            let target = self.node(of: step, key: ContiguousArray(parse.keys[step.key]))
            guard addEdge(from: node, UnsafeBufferPointer(rebasing: bytes[step.literal]), to: target) else { return }
            node = target
        }
    }

    private mutating func node(of step: PlainRecordParse.Step, key: ContiguousArray<UInt8>) -> Int {
        // A record's end has an empty key.
        if let known = nodesByKey[key] { return known }
        nodes[nodeCount] = Node(
            pattern: PlainShapes.ones &* UInt64(step.terminator), firstTarget: Int32(targetCount),
            targetCount: Int32(step.targets.count), isAttribute: step.terminator != UInt8(ascii: "<"),
            isEnd: key.isEmpty)
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
    private mutating func addEdge(from node: Int, _ literal: UnsafeBufferPointer<UInt8>, to target: Int) -> Bool {
        let wordsNeeded = (literal.count + 7) / 8
        var before: Int32 = -1
        var next = nodes[node].firstEdge
        while next >= 0, Int(edges[Int(next)].byteCount) >= literal.count {
            if isSame(edges[Int(next)], literal) { return true }
            before = next
            next = edges[Int(next)].nextEdge
        }
        guard edgeCount < PlainShapes.edgeLimit, wordCount + wordsNeeded <= PlainShapes.literalWordLimit,
            nodes[node].edgeCount < PlainShapes.edgesPerNodeLimit
        else { return false }
        let rest = literal.count - (wordsNeeded - 1) * 8
        edges[edgeCount] = Edge(
            firstWord: Int32(wordCount), wordCount: Int32(wordsNeeded), byteCount: Int32(literal.count),
            nextEdge: next, node: Int32(target), lastWordMask: UInt64(littleEndian: .max >> UInt64(64 - rest * 8)))
        for word in 0..<wordsNeeded { words[wordCount + word] = 0 }
        UnsafeMutableRawPointer(words + wordCount).copyMemory(
            from: UnsafeRawPointer(literal.baseAddress!), byteCount: literal.count)
        wordCount += wordsNeeded
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
    private func isSame(_ edge: Edge, _ literal: UnsafeBufferPointer<UInt8>) -> Bool {
        guard Int(edge.byteCount) == literal.count else { return false }
        let known = UnsafeRawBufferPointer(start: words + Int(edge.firstWord), count: literal.count)
        return known.elementsEqual(literal)
    }
}
