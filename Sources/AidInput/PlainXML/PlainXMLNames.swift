import AidModel

/// The names that were met in one scan's records, each with what it leads to in the table of
/// paths, so that a name is understood once.
///
/// It takes few names: those of one export are some dozens, and a file that has more of them
/// is left to libxml2, whose own bound on names (10 MB a file) must come to bear there.
struct PlainXMLNames: ~Copyable {
    static let limit = 256
    static let byteLimit = 32 << 10
    static let nameByteLimit = 255
    static let stateLimit = 1 << 12

    private let scope: PlainXMLScope
    private var names = InternTable()
    private var byteCount = 0
    private var meanings: ContiguousArray<PlainXMLName> = []
    /// By name and state: the state of the child; −1 where nothing is wanted of it, −2 where
    /// it is a record in a record or has no meaning.
    private var childStates: ContiguousArray<Int16> = []
    /// By name and state: the place among the state's attributes, −1 where it is not wanted,
    /// −2 where it has no meaning.
    private var attributePlaces: ContiguousArray<Int16> = []

    init(_ scope: PlainXMLScope) {
        self.scope = scope
        // Proven by the scope to be a name, and short enough.
        _ = scope.recordTag.withByteView { number(of: $0) }
    }

    /// The number of a name, or nil where it is none or there is no room for it. The record's
    /// own tag is 0.
    mutating func number(of name: ByteView) -> Int? {
        guard !name.isEmpty, name.count <= PlainXMLNames.nameByteLimit else { return nil }
        if let known = names.known(name.buffer) { return known }
        guard names.count < PlainXMLNames.limit, byteCount + name.count <= PlainXMLNames.byteLimit,
            let meaning = scope.name(name)
        else { return nil }
        byteCount += name.count
        meanings.append(meaning)
        for state in scope.table.states {
            childStates.append(childState(of: state, meaning.element))
            attributePlaces.append(attributePlace(in: state, meaning.attribute))
        }
        return names.number(of: name.buffer)
    }

    func isSame(_ number: Int, _ name: ByteView) -> Bool {
        names.isText(number, name.buffer)
    }

    /// The state below `state`, which is −1 below what is not wanted; −2 where the element
    /// makes its record not plain.
    func childState(_ number: Int, of state: Int) -> Int {
        if state >= 0 { return Int(childStates[number * scope.table.states.count + state]) }
        guard let element = meanings[number].element, !element.matches(scope.record) else { return -2 }
        return -1
    }

    /// Where an attribute stands among those of the state; −1 where it is not wanted, −2 where
    /// it makes its record not plain.
    func attributePlace(_ number: Int, in state: Int) -> Int {
        if state >= 0 { return Int(attributePlaces[number * scope.table.states.count + state]) }
        return meanings[number].attribute == nil ? -2 : -1
    }

    /// Whether two attributes of one element would be the same one.
    func isSameAttribute(_ number: Int, _ other: Int) -> Bool {
        number == other || meanings[number].attribute == meanings[other].attribute
    }

    private func childState(of state: PathTable<ElementName>.State, _ name: PlainXMLName.Expanded?) -> Int16 {
        guard let name else { return -2 }
        if let child = state.children.first(where: { name.matches($0.name) }) { return Int16(child.state) }
        return name.matches(scope.record) ? -2 : -1
    }

    private func attributePlace(in state: PathTable<ElementName>.State, _ name: PlainXMLName.Expanded?) -> Int16 {
        guard let name else { return -2 }
        return Int16(state.attributes.firstIndex { name.matches($0.name) } ?? -1)
    }
}
