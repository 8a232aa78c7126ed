/// A path with names for some of its parts: `exports/{year}/{district}.csv`.
///
/// It stands for the last steps of a path, as many as it has itself without any `./` and `../` before them; a name
/// stands for one character at least, and for no `/`.
package struct PathPattern: Sendable, Hashable {
    /// Why a text is no pattern.
    package enum Problem: Error, Sendable, Hashable {
        case bracesUnbalanced
        case nameEmpty
        case noName
        case nameTwice(String)
        /// Two names follow each other with nothing between them.
        case namesTouch(String, String)
    }

    /// What a path says.
    enum Match: Hashable {
        /// The value of each name.
        case values([String: String])
        case none
        /// It can be read in more than one way.
        case ambiguous
    }

    private enum Part: Hashable {
        case text([UInt8])
        case name(String)
    }

    /// As the pipeline file says it.
    package let text: String
    private let parts: [Part]
    private let folderCount: Int

    package init(_ text: String) throws(Problem) {
        self.text = text
        var pattern = text[...]
        while let step = ["./", "../"].first(where: pattern.hasPrefix) { pattern.removeFirst(step.count) }
        var parts: [Part] = []
        var literal = ""
        var name: String?
        for character in pattern {
            switch (character, name) {
            case ("{", nil):
                if !literal.isEmpty { parts.append(.text(Array(literal.utf8))) }
                literal = ""
                name = ""
            case ("{", _), ("}", nil): throw .bracesUnbalanced
            case ("}", let ended?):
                guard !ended.isEmpty else { throw .nameEmpty }
                if parts.contains(.name(ended)) { throw .nameTwice(ended) }
                if case .name(let before)? = parts.last { throw .namesTouch(before, ended) }
                parts.append(.name(ended))
                name = nil
            case (_, let open?): name = open + String(character)
            default: literal.append(character)
            }
        }
        guard name == nil else { throw .bracesUnbalanced }
        if !literal.isEmpty { parts.append(.text(Array(literal.utf8))) }
        self.parts = parts
        folderCount = pattern.utf8.count { $0 == UInt8(ascii: "/") }
        guard !names.isEmpty else { throw .noName }
    }

    /// The names, in their order.
    package var names: [String] {
        parts.compactMap { part in
            if case .name(let name) = part { name } else { nil }
        }
    }

    /// Holds a path against it.
    func match(_ path: String) -> Match {
        let steps = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard steps.count > folderCount else { return .none }
        let end = Array(steps.suffix(folderCount + 1).joined(separator: [UInt8(ascii: "/")]))
        var shortest: [String: String] = [:]
        guard find(parts[...], in: end[...], isShortFirst: true, &shortest) else { return .none }
        var longest: [String: String] = [:]
        _ = find(parts[...], in: end[...], isShortFirst: false, &longest)
        return shortest == longest ? .values(shortest) : .ambiguous
    }

    /// Finds the first way to read a text, of those that take as few or as many characters for each name as may be.
    private func find(
        _ parts: ArraySlice<Part>, in path: ArraySlice<UInt8>, isShortFirst: Bool, _ values: inout [String: String]
    ) -> Bool {
        switch parts.first {
        case nil: return path.isEmpty
        case .text(let text):
            guard path.starts(with: text) else { return false }
            return find(parts.dropFirst(), in: path.dropFirst(text.count), isShortFirst: isShortFirst, &values)
        case .name(let name):
            let limit = path.firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex
            guard limit > path.startIndex else { return false }
            let ends = Array(path.startIndex + 1...limit)
            for end in isShortFirst ? ends : ends.reversed() {
                guard let value = String(validating: path[path.startIndex..<end], as: UTF8.self) else { continue }
                values[name] = value
                if find(parts.dropFirst(), in: path[end...], isShortFirst: isShortFirst, &values) { return true }
            }
            return false
        }
    }
}

extension RecordLayout {
    /// The layout of a file, whose path says some of its groups.
    ///
    /// - Parameter path: as inputs are listed.
    /// - Throws: where the path is not as a field says.
    func reading(path: String) throws(InputError) -> RecordLayout {
        var layout = self
        for index in breakdowns.indices {
            guard case .path(let pattern, let name) = breakdowns[index].source else { continue }
            switch pattern.match(path) {
            case .values(let values):
                layout.breakdowns[index].source = .constant(FieldCleaner.cleaned(values[name] ?? ""))
            case .none: throw InputError(problem: .otherPath(pattern.text, field: breakdowns[index].name), file: path)
            case .ambiguous:
                throw InputError(problem: .ambiguousPath(pattern.text, field: breakdowns[index].name), file: path)
            }
        }
        return layout
    }
}
