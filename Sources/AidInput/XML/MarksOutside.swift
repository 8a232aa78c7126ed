import AidModel

/// Gathers what an XML file says of the unit and the currency of its amounts outside of its records: in attributes
/// of the elements around and between them, and in elements of their own.
///
/// It is told of every element that is no record and not in one.
struct MarksOutside {
    struct Mark: Sendable, Hashable {
        /// Where it stands, as a user would write it.
        var path: String
        var value: String
        /// Neither `none` nor `unknown`.
        var said: ColumnUnit
    }

    /// Two that differ are enough to tell.
    private static let markLimit = 16
    private static let textLimit = 256

    private let currency: Currency
    private var path: [String] = []
    private var text: [UInt8] = []
    /// In the order of the file, each once.
    private(set) var marks: [Mark] = []

    init(currency: Currency) {
        self.currency = currency
    }

    mutating func start(_ tag: XMLStartTag) {
        path.append(tag.name.localText)
        text.removeAll()
        for index in 0..<tag.attributeCount {
            guard let name = tag.attributeName(index)?.localText, let kind = AmountMark(named: name) else { continue }
            var value: [UInt8] = []
            tag.forEachPart(ofAttribute: index) { value += $0 }
            note(value, as: kind, at: path + ["@" + name])
        }
    }

    mutating func add(_ bytes: ByteView) {
        if text.count < MarksOutside.textLimit { text += bytes }
    }

    mutating func end() {
        if let name = path.last, let kind = AmountMark(named: name) { note(text, as: kind, at: path) }
        text.removeAll()
        _ = path.popLast()
    }

    /// What was gathered so far; from now on it is gathered anew.
    mutating func take() -> Set<Mark> {
        defer { marks = [] }
        return Set(marks)
    }

    private mutating func note(_ value: [UInt8], as kind: AmountMark, at path: [String]) {
        let value = FieldCleaner.cleaned(String(decoding: value, as: UTF8.self))
        let said = ColumnUnit(saidBy: value, as: kind, currency: currency)
        switch said {
        case .none, .unknown: return
        case .unit, .several, .foreign: break
        }
        let mark = Mark(path: path.joined(separator: "/"), value: value, said: said)
        if marks.count < MarksOutside.markLimit, !marks.contains(mark) { marks.append(mark) }
    }
}
