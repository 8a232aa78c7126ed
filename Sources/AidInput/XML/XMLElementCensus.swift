import AidModel

/// Counts the elements of an XML file by where they stand, for `inspect` and `init`.
final class XMLElementCensus: XMLEventSink {
    /// A kind of element: a name at a place, in a namespace.
    private struct Kind: Hashable {
        var parent: Int
        var name: ElementName
    }

    private struct Found {
        var kind: Kind
        var count = 0
        /// The names of its attributes and child elements.
        var parts: Set<String> = []
    }

    /// Files of more kinds are no lists of records.
    private static let kindLimit = 2_000

    private var found: [Found] = []
    private var indices: [Kind: Int] = [:]
    /// Of the open elements; -1: of a kind beyond the limit.
    private var open: [Int] = []

    func read(_ source: any TextSource) throws(InputError) {
        try XMLParse(source).run(into: self)
    }

    override func startElement(_ tag: XMLStartTag) {
        let parent = open.last ?? -1
        let kind = Kind(parent: parent, name: tag.name.elementName)
        guard let index = indices[kind] ?? added(kind) else {
            open.append(-1)
            return
        }
        open.append(index)
        found[index].count += 1
        if parent >= 0 { found[parent].parts.insert(kind.name.local) }
        for attribute in 0..<tag.attributeCount {
            if let name = tag.attributeName(attribute) { found[index].parts.insert("@" + name.localText) }
        }
    }

    override func endElement(endingAt textOffset: Int) { open.removeLast() }

    private func added(_ kind: Kind) -> Int? {
        guard found.count < XMLElementCensus.kindLimit else { return nil }
        indices[kind] = found.count
        found.append(Found(kind: kind))
        return found.count - 1
    }

    /// Where the elements of a name stand, if in several places, and what other elements look like them.
    func likes(of name: String) -> (
        own: [(place: String, count: Int)], others: [(place: String, count: Int)]
    ) {
        let own = found.filter { $0.kind.name.local == name && $0.parts.count >= 2 }
        guard let most = own.max(by: { $0.count < $1.count }) else { return ([], []) }
        func isLike(_ other: Found) -> Bool {
            let shared = other.parts.intersection(most.parts).count
            return shared >= 3 && shared * 3 >= most.parts.count * 2
        }
        let places = own.filter(isLike).map { (place(of: $0), $0.count) }
        let others = found.filter { $0.kind.name.local != name && isLike($0) }.map { (place(of: $0), $0.count) }
        return (places.count > 1 ? places : [], others)
    }

    /// Local names from the root on, with the namespace of the last.
    private func place(of found: Found) -> String {
        var steps = [found.kind.name.local]
        var parent = found.kind.parent
        while parent >= 0 {
            steps.append(self.found[parent].kind.name.local)
            parent = self.found[parent].kind.parent
        }
        let path = steps.reversed().joined(separator: "/")
        return found.kind.name.namespace.map { $0.isEmpty ? path : "\(path) {\($0)}" } ?? path
    }
}
