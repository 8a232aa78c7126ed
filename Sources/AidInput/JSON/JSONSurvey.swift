/// Where the records of a file of JSON are, and what they hold: found by reading all of it, since a name may come for
/// the first time in the last record.
struct JSONSurvey {
    /// Where records are.
    enum Records: Hashable {
        /// Each text is one: JSON Lines, or a single object.
        case texts
        /// The elements of an array; the names that lead to it, none for the text itself.
        case list([String])
    }

    static let nameLimit = 4096
    /// How many arrays are told of.
    private static let shownLimit = 5

    let records: Records
    /// The paths of values in records (`person/idNo`), in the order in which they come for the first time.
    let columns: [String]

    /// - Parameter wanted: the path of the array of records (`data/list`); nil: the only one.
    init(_ source: any TextSource, wanted: String?) throws(InputError) {
        var walk = JSONWalk(JSONTokens(source))
        try walk.run()
        let lists = walk.lists.filter(\.holdsObjects)
        let shown = lists.prefix(JSONSurvey.shownLimit).map { $0.path.joined(separator: "/") }
        if let wanted {
            guard let list = lists.first(where: { $0.path.joined(separator: "/") == wanted }), walk.textCount == 1
            else {
                throw walk.tokens.refused(.noSuchList(wanted, shown))
            }
            records = .list(list.path)
            columns = list.columns.names
        } else if walk.textCount == 1, let first = lists.first {
            guard lists.count == 1 else { throw walk.tokens.refused(.severalLists(shown)) }
            records = .list(first.path)
            columns = first.columns.names
        } else {
            guard walk.textCount > 0, !walk.hasOtherText else { throw walk.tokens.refused(.noRecords) }
            records = .texts
            columns = walk.texts.names
        }
    }
}

/// Names in the order in which they come for the first time.
private struct ColumnNames {
    private(set) var names: [String] = []
    private var known: Set<String> = []

    mutating func insert(_ name: String) -> Bool {
        if known.insert(name).inserted { names.append(name) }
        return names.count <= JSONSurvey.nameLimit
    }
}

/// One way through all texts of a file.
private struct JSONWalk {
    struct List {
        let path: [String]
        var columns = ColumnNames()
        var holdsObjects = false
    }

    let tokens: JSONTokens
    private(set) var lists: [List] = []
    private(set) var texts = ColumnNames()
    /// Whether some text is no object.
    private(set) var hasOtherText = false

    init(_ tokens: JSONTokens) {
        self.tokens = tokens
    }

    var textCount: Int { tokens.textCount }

    mutating func run() throws(InputError) {
        while true {
            switch try tokens.next() {
            case .end: return
            case .beginObject: try object(path: [], prefix: "", list: nil)
            case .beginArray:
                hasOtherText = true
                try array(path: [])
            default: hasOtherText = true
            }
        }
    }

    /// - Parameters:
    ///   - path: of names from the text on; arrays are looked for outside of records alone.
    ///   - prefix: of its members in a record.
    ///   - list: the array whose record it is in; nil: it is in none.
    private mutating func object(path: [String], prefix: String, list: Int?) throws(InputError) {
        var seen: Set<String> = []
        while try tokens.next() == .key {
            let name = String(decoding: tokens.text, as: UTF8.self)
            guard seen.insert(name).inserted else { throw tokens.refused(.keyTwice(name)) }
            let token = try tokens.next()
            switch token {
            case .beginObject: try object(path: path + [name], prefix: prefix + name + "/", list: list)
            case .beginArray:
                if list == nil { try array(path: path + [name]) } else { try tokens.skip(token) }
            default:
                let isFew =
                    if let list { lists[list].columns.insert(prefix + name) } else { texts.insert(prefix + name) }
                guard isFew else { throw tokens.refused(.tooManyNames(limit: JSONSurvey.nameLimit)) }
            }
        }
    }

    private mutating func array(path: [String]) throws(InputError) {
        let known = lists.firstIndex { $0.path == path }
        let list = known ?? lists.count
        if known == nil {
            guard list < JSONSurvey.nameLimit else { throw tokens.refused(.tooManyNames(limit: JSONSurvey.nameLimit)) }
            lists.append(List(path: path))
        }
        while true {
            let token = try tokens.next()
            switch token {
            case .endArray: return
            case .beginObject:
                lists[list].holdsObjects = true
                try object(path: [], prefix: "", list: list)
            default: try tokens.skip(token)
            }
        }
    }
}
