/// A field whose value an element or attribute holds, and the path that says so.
struct PathTarget: Hashable {
    let field: Int
    let path: String
    /// As the path is.
    let isMark: Bool
}

/// All wanted paths as one table of states, so that an element of a record is
/// looked at once, however many fields want something below it.
///
/// A state stands for the paths that agree with the elements open at present; 0
/// is the record itself. Names are tried in order and the first that fits decides:
/// a name with a namespace comes before the same name in any namespace, and leads to
/// all that either of them wants.
struct PathTable<Name> {
    struct State {
        var children: [(name: Name, state: Int)] = []
        var attributes: [(name: Name, targets: [PathTarget])] = []
        /// The fields that want the element's own text.
        var targets: [PathTarget] = []
    }

    private(set) var states: [State]

    func map<Other>(_ transform: (Name) -> Other) -> PathTable<Other> {
        PathTable<Other>(
            states: states.map { state in
                PathTable<Other>.State(
                    children: state.children.map { (transform($0.name), $0.state) },
                    attributes: state.attributes.map { (transform($0.name), $0.targets) },
                    targets: state.targets)
            })
    }
}

extension PathTable<ElementName> {
    /// A path of which the first steps have been gone.
    private struct Walk: Hashable {
        let path: ElementPath
        let field: Int
        var gone = 0

        var next: ElementName? { gone < path.elements.count ? path.elements[gone] : nil }
        var target: PathTarget { PathTarget(field: field, path: path.description, isMark: path.isMark) }
    }

    /// - Parameter wanted: for each field, the paths of which any may hold it.
    init(_ wanted: [[ElementPath]]) {
        states = []
        var known: [[Walk]: Int] = [:]
        let start = wanted.enumerated().flatMap { field, paths in
            // What is around the record is not looked for in it.
            paths.filter { $0.levelsUp == 0 }.map { Walk(path: $0, field: field) }
        }
        _ = add(start, &known)
    }

    private mutating func add(_ walks: [Walk], _ known: inout [[Walk]: Int]) -> Int {
        if let state = known[walks] { return state }
        let index = states.count
        known[walks] = index
        states.append(State())
        let ends = walks.filter { $0.next == nil }
        states[index].targets = Self.distinct(ends.filter { $0.path.attribute == nil }.map(\.target))
        for name in Self.mostExactFirst(ends.compactMap(\.path.attribute)) {
            let fitting = ends.filter { $0.path.attribute?.covers(name) ?? false }
            states[index].attributes.append((name, Self.distinct(fitting.map(\.target))))
        }
        for name in Self.mostExactFirst(walks.compactMap(\.next)) {
            let fitting = walks.filter { $0.next?.covers(name) ?? false }
            let below = fitting.map { Walk(path: $0.path, field: $0.field, gone: $0.gone + 1) }
            states[index].children.append((name, add(below, &known)))
        }
        return index
    }

    private static func mostExactFirst(_ names: [ElementName]) -> [ElementName] {
        var seen: Set<ElementName> = []
        let distinct = names.filter { seen.insert($0).inserted }
        return distinct.filter { $0.namespace != nil } + distinct.filter { $0.namespace == nil }
    }

    /// One target a field: an element that fits two alternatives of one field is one value.
    private static func distinct(_ targets: [PathTarget]) -> [PathTarget] {
        var seen: Set<Int> = []
        return targets.filter { seen.insert($0.field).inserted }
    }
}

extension PathTable: Sendable where Name: Sendable {}
extension PathTable.State: Sendable where Name: Sendable {}
