/// A `PathTable` of one parse, laid flat: it is asked at every tag of a record.
struct XMLPathTable {
    private struct Child {
        var name: XMLNamePattern
        var state: Int
    }

    private struct Attribute {
        var name: XMLNamePattern
        var targets: Range<Int>
    }

    private struct State {
        var children: Range<Int>
        var attributes: Range<Int>
        /// Of the element's own text.
        var targets: Range<Int>
    }

    private var states: ContiguousArray<State> = []
    private var children: ContiguousArray<Child> = []
    private var attributes: ContiguousArray<Attribute> = []
    private var fields: ContiguousArray<Int> = []
    /// For each target the path that says so.
    private var paths: ContiguousArray<String> = []
    private var marks: ContiguousArray<Bool> = []

    init(_ table: PathTable<XMLNamePattern>) {
        for state in table.states {
            let firstChild = children.count
            children += state.children.map { Child(name: $0.name, state: $0.state) }
            let firstAttribute = attributes.count
            for (name, targets) in state.attributes { attributes.append(Attribute(name: name, targets: add(targets))) }
            states.append(
                State(
                    children: firstChild..<children.count, attributes: firstAttribute..<attributes.count,
                    targets: add(state.targets)))
        }
    }

    private mutating func add(_ targets: [PathTarget]) -> Range<Int> {
        let first = fields.count
        fields += targets.map(\.field)
        paths += targets.map(\.path)
        marks += targets.map(\.isMark)
        return first..<fields.count
    }

    /// The state of a child; -1 where nothing is wanted of it.
    func child(of parent: Int, _ name: XMLName) -> Int {
        if parent < 0 { return -1 }
        for index in states[parent].children where children[index].name.matches(name) { return children[index].state }
        return -1
    }

    func wantsAttributes(of state: Int) -> Bool { !states[state].attributes.isEmpty }

    /// Targets of an attribute; nil where it is not wanted.
    func attributeTargets(of state: Int, _ name: XMLName) -> Range<Int>? {
        for index in states[state].attributes where attributes[index].name.matches(name) {
            return attributes[index].targets
        }
        return nil
    }

    /// Targets of an element's own text.
    func targets(of state: Int) -> Range<Int> { states[state].targets }

    func field(_ target: Int) -> Int { fields[target] }
    func isMark(_ target: Int) -> Bool { marks[target] }
    func path(_ target: Int) -> String { paths[target] }

    /// The path to the first of the fields that want a state's text.
    func targetPath(of state: Int) -> String { paths[states[state].targets.lowerBound] }
}
