import AidModel

/// Where the records of a file of JSON are, and what they hold: found by reading all of it, since a name may come for
/// the first time in the last record.
struct JSONSurvey {
    /// Where records are.
    enum Records: Hashable {
        /// Each text is one: JSON Lines, or a single object.
        case texts
        /// The elements of an array; the names that lead to it, none for the text itself. Where it lies in records of
        /// another array, those that lead to that one come first, then its path in these records.
        case list([[String]])
    }

    static let nameLimit = 4096
    /// How deep lists of records may lie in records of others.
    static let levelLimit = 4
    /// How many arrays are told of.
    private static let shownLimit = 5

    let records: Records
    /// The paths of values in records (`person/idNo`), in the order in which they come for the first time.
    let columns: [String]
    /// The paths of arrays of objects that lie in the records.
    let innerLists: [String]
    /// What stands around the records and may say the unit of their amounts.
    let sayings: [TableSaying]
    /// Whether they can be read as the records.
    var innerListsCanBeRecords: Bool { records != .texts }

    /// - Parameter wanted: the path of the array of records (`data/list`, `members/claims`); nil: the only one that lies
    ///   in no other.
    init(_ source: any TextSource, wanted: String?) throws(InputError) {
        var walk = JSONWalk(JSONTokens(source))
        try walk.run()
        let all = walk.lists.filter(\.holdsObjects)
        let lists = all.filter { $0.levels.count == 1 }
        sayings = walk.textCount == 1 ? walk.sayings : []
        let shown = (wanted == nil ? lists : all).prefix(JSONSurvey.shownLimit).map(\.name)
        if let wanted {
            guard let list = all.first(where: { $0.name == wanted }), walk.textCount == 1 else {
                throw walk.tokens.refused(.noSuchList(wanted, shown))
            }
            for level in all where list.levels.starts(with: level.levels) {
                if let problem = level.paths.problem { throw walk.tokens.refused(problem) }
            }
            records = .list(list.levels)
            columns = list.paths.names + JSONSurvey.around(list, all)
            innerLists = JSONSurvey.inside(list, all)
        } else if walk.textCount == 1, let first = lists.first {
            guard lists.count == 1 else { throw walk.tokens.refused(.severalLists(shown)) }
            records = .list(first.levels)
            columns = first.paths.names
            innerLists = JSONSurvey.inside(first, all)
        } else {
            // Nothing but arrays of values is a table in a form that is not read.
            let isOther = walk.textNames.isEmpty && !walk.lists.isEmpty
            guard walk.textCount > 0, !walk.hasOtherText, !isOther else { throw walk.tokens.refused(.noRecords) }
            records = .texts
            columns = walk.textNames
            innerLists = lists.prefix(JSONSurvey.shownLimit).map(\.name)
        }
    }

    /// The paths of values in the records that the records of a list lie in, from the innermost: `../name`.
    private static func around(_ list: JSONWalk.List, _ all: [JSONWalk.List]) -> [String] {
        (1..<list.levels.count).flatMap { up -> [String] in
            let levels = Array(list.levels.dropLast(up))
            let names = all.first { $0.levels == levels }?.paths.names ?? []
            return names.map { String(repeating: "../", count: up) + $0 }
        }
    }

    /// The names of lists that lie in the records of one.
    private static func inside(_ list: JSONWalk.List, _ all: [JSONWalk.List]) -> [String] {
        all.filter { $0.levels.count > list.levels.count && $0.levels.starts(with: list.levels) }
            .prefix(shownLimit).map(\.name)
    }
}

/// The paths of values in records of one kind, in the order in which they come for the first time.
private final class RecordPaths {
    private var table = InternTable()
    /// For each path the record in which it came last.
    private var lastRecord: ContiguousArray<Int> = []
    /// Whether a path is one of values, and not of an object or an array.
    private var areValues: ContiguousArray<Bool> = []
    var recordCount = 0
    /// What is wrong with some record, where that does not matter yet.
    var problem: JSONProblem?

    var names: [String] {
        areValues.indices.filter { areValues[$0] }.map { String(decoding: table.bytes(of: $0), as: UTF8.self) }
    }

    /// Takes the path of a member of the record that is read.
    func take(_ path: ContiguousArray<UInt8>, isValue: Bool) -> JSONProblem? {
        let number = path.withByteView { table.number(of: $0.buffer) }
        if number == lastRecord.count {
            guard number < JSONSurvey.nameLimit else { return .tooManyNames(limit: JSONSurvey.nameLimit) }
            lastRecord.append(0)
            areValues.append(false)
        }
        // `p/q` beside an object `p` with a member `q` are one path, too.
        guard lastRecord[number] != recordCount else { return .keyTwice(String(decoding: path, as: UTF8.self)) }
        lastRecord[number] = recordCount
        if isValue { areValues[number] = true }
        return nil
    }
}

/// One way through all texts of a file.
private struct JSONWalk {
    struct List {
        /// The names that lead to it from the text; then, for each list that lies in the one before, its path in the
        /// records of that one.
        let levels: [[String]]
        let paths = RecordPaths()
        var name: String { levels.map { $0.joined(separator: "/") }.filter { !$0.isEmpty }.joined(separator: "/") }
        var holdsObjects: Bool { paths.recordCount > 0 }
    }

    let tokens: JSONTokens
    private(set) var lists: [List] = []
    private let texts = RecordPaths()
    /// Whether some text is no object.
    private(set) var hasOtherText = false
    /// Members around lists that may say a unit.
    private(set) var sayings: [TableSaying] = []
    /// The path of the member that is read, in its record.
    private var path: ContiguousArray<UInt8> = []

    init(_ tokens: JSONTokens) {
        self.tokens = tokens
    }

    var textCount: Int { tokens.textCount }
    var textNames: [String] { texts.names }

    mutating func run() throws(InputError) {
        while true {
            switch try tokens.next() {
            case .end: return
            case .beginObject:
                texts.recordCount += 1
                try object(around: [], of: texts)
            case .beginArray:
                hasOtherText = true
                try list([[]])
            default: hasOtherText = true
            }
        }
    }

    /// - Parameters:
    ///   - around: the names that lead to the object from the text; nil: it is in a record of a list.
    ///   - levels: those that lead to this list.
    ///   - record: the paths of the record that it is, or is in.
    private mutating func object(
        around: [String]?, in levels: [[String]] = [], of record: RecordPaths
    ) throws(InputError) {
        while try tokens.next() == .key {
            let outside = path.count
            path.append(contentsOf: tokens.text)
            let inner = around.map { $0 + [String(decoding: tokens.text, as: UTF8.self)] }
            let token = try tokens.next()
            if token == .string, let name = inner?.last, AmountMark(named: name) != nil, sayings.count < 16 {
                sayings.append(.member(name: name, value: String(decoding: tokens.text, as: UTF8.self)))
            }
            let isValue = token != .beginObject && token != .beginArray
            if let problem = record.take(path, isValue: isValue) {
                // Nobody may want to read what lies in records.
                guard levels.count > 1 else { throw tokens.refused(problem) }
                if record.problem == nil { record.problem = problem }
            }
            switch token {
            case .beginObject:
                path.append(UInt8(ascii: "/"))
                try object(around: inner, in: levels, of: record)
            case .beginArray:
                if let inner {
                    try list([inner])
                } else if levels.count < JSONSurvey.levelLimit {
                    try list(levels + [[String(decoding: path, as: UTF8.self)]])
                } else {
                    try tokens.skip(token)
                }
            default: break
            }
            path.removeLast(path.count - outside)
        }
    }

    private mutating func list(_ levels: [[String]]) throws(InputError) {
        if !lists.contains(where: { $0.levels == levels }) {
            guard lists.count < JSONSurvey.nameLimit else {
                throw tokens.refused(.tooManyNames(limit: JSONSurvey.nameLimit))
            }
            lists.append(List(levels: levels))
        }
        guard let paths = lists.first(where: { $0.levels == levels })?.paths else { return }
        let outside = path
        path.removeAll(keepingCapacity: true)
        while true {
            let token = try tokens.next()
            switch token {
            case .endArray:
                path = outside
                return
            case .beginObject:
                paths.recordCount += 1
                try object(around: nil, in: levels, of: paths)
            default: try tokens.skip(token)
            }
        }
    }
}
