import AidModel

/// The districts that a draft names and of which no fact is known: hidden ones, or those of another city.
///
/// They are groups as well, so that a list of several is read as it stands; what is told of them is not known.
struct DistrictNames: Sendable, Hashable {
    /// 明湖区
    private(set) var full: [String] = []
    /// Those that a list with a known one calls without 区: 明湖、石桥、西浦三区.
    private(set) var short: Set<String> = []

    /// - Parameter tokens: the draft's words, read without these names.
    init(_ text: [Unicode.Scalar], _ tokens: [DraftToken], known: [PublishedCell.Group]) {
        guard DistrictNames.field(of: known) != nil else { return }
        let names = Set(known.compactMap(\.name))
        var added = names
        func add(_ name: String) { if added.insert(name).inserted { full.append(name) } }
        for token in tokens where token.kind == .unknownGroup { add(DistrictNames.string(text[token.range])) }
        for list in DistrictNames.lists(text) where list.contains(where: { names.contains($0 + "区") }) {
            for name in list where !names.contains(name + "区") {
                add(name + "区")
                short.insert(name)
            }
        }
    }

    var isEmpty: Bool { full.isEmpty }

    /// As groups of the field that districts are.
    func groups(beside known: [PublishedCell.Group]) -> [PublishedCell.Group] {
        guard let field = DistrictNames.field(of: known) else { return [] }
        return full.map { PublishedCell.Group(field: field, name: $0) }
    }

    /// The field whose groups are districts; nil: there is none.
    static func field(of groups: [PublishedCell.Group]) -> String? {
        groups.first { $0.name.map { $0.hasSuffix("区") || $0.hasSuffix("县") } ?? false }?.field
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }

    private static let numbers: [Unicode.Scalar] = ["两", "三", "四", "五", "六", "七", "八", "九", "十"]

    /// The names before 三区 or 三个区, as many as it counts.
    private static func lists(_ text: [Unicode.Scalar]) -> [[String]] {
        text.indices.compactMap { place -> [String]? in
            guard text[place] == "区", place > 1 else { return nil }
            let number = text[place - 1] == "个" ? place - 2 : place - 1
            guard let count = numbers.firstIndex(of: text[number]).map({ $0 + 2 }) else { return nil }
            return names(before: number, count, text)
        }
    }

    /// Names of two or three characters, parted by list marks. The first may follow other words: 流向明湖.
    private static func names(before end: Int, _ count: Int, _ text: [Unicode.Scalar]) -> [String]? {
        var names: [String] = []
        var end = end
        while names.count < count {
            var start = end
            while start > 0, end - start < 4, text[start - 1].isHan, !"和及与".unicodeScalars.contains(text[start - 1]) {
                start -= 1
            }
            let isFirst = names.count == count - 1
            guard end - start >= 2, isFirst || end - start <= 3 else { return nil }
            names.append(string(text[(isFirst ? end - 2 : start)..<end]))
            if isFirst { break }
            guard start > 0, "、和及与".unicodeScalars.contains(text[start - 1]) else { return nil }
            end = start - 1
        }
        return names.reversed()
    }
}
