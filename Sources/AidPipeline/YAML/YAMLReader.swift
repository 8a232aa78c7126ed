import Yams

/// Reads the one YAML document of a pipeline file within fixed limits.
///
/// Yams composes the nodes; everything that it would throw becomes a finding, and a
/// duplicate key hides no other finding.
struct YAMLReader {
    /// Bytes of the file.
    static let sizeLimit = 1 << 20
    /// Mappings and lists inside one another.
    static let depthLimit = 16
    /// Values, those of an alias counted each time.
    static let nodeLimit = 20_000
    /// Uses of `*alias`. A key may be an alias too, and comparing keys walks all that an alias
    /// stands for: 30 uses can stand for 3^10 values, some hundred for more than can be walked.
    static let aliasLimit = 30

    private(set) var findings: [PipelineFinding] = []
    private var nodeCount = 0
    private var duplicateKeys = DuplicateKeys()
    private var lines: [[Unicode.Scalar]] = []

    /// The document's value, or nil where there is none that could be checked further.
    mutating func read(_ text: String) -> YAMLNode? {
        var text = text
        guard text.utf8.count <= Self.sizeLimit else {
            findings.append(PipelineFinding(.start, .fileTooLarge))
            return nil
        }
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        if let place = Self.placeOfAlias(past: Self.aliasLimit, in: text) {
            findings.append(PipelineFinding(place, .tooManyAliases(limit: Self.aliasLimit)))
            return nil
        }
        guard let root = compose(text) else { return nil }
        lines = text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\n" }.map(Array.init)
        do throws(LimitReached) {
            return try convert(root, depth: 1)
        } catch {
            findings.append(error.finding)
            return nil
        }
    }

    /// The document's root; duplicate keys are masked until none is left.
    private mutating func compose(_ original: String) -> Node? {
        var text = original
        while true {
            do {
                let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
                guard let root = try parser.nextRoot(), !root.isEmptyScalar else {
                    findings.append(PipelineFinding(.start, .fileEmpty))
                    return nil
                }
                if let next = try parser.nextRoot() {
                    findings.append(PipelineFinding(next.place, .severalDocuments))
                    return nil
                }
                return root
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                let place = Place(context.mark)
                if let key = keys.first, duplicateKeys.mask(key, at: place, in: &text) { continue }
                findings.append(PipelineFinding(place, .keyTwice(keys.first ?? "", firstLine: nil)))
                return nil
            } catch {
                let marks = FullWidthMarks.toBlame(in: original, progress: Self.lineOfSyntaxError)
                findings +=
                    marks.isEmpty
                    ? [YAMLSyntax.finding(error, in: original)]
                    : marks.map { PipelineFinding($0.place, .fullWidth($0.mark, isCertain: true)) }
                return nil
            }
        }
    }

    /// How far a text can be read; nil: to its end.
    private static func lineOfSyntaxError(in text: String) -> Int? {
        do {
            _ = try Parser(yaml: text, resolver: .basic, encoding: .utf8).nextRoot()
            return nil
        } catch YamlError.duplicatedKeysInMapping {
            return nil
        } catch {
            return YAMLSyntax.finding(error, in: text).line
        }
    }

    /// The marks of full width in the place of colons of a text that is no mapping.
    static func colonsToBlame(in text: String) -> [PipelineFinding] {
        FullWidthMarks.colons(in: text).map { PipelineFinding($0.place, .fullWidth($0.mark, isCertain: true)) }
    }

    private func begins(with scalar: Unicode.Scalar, at place: Place) -> Bool {
        lines.indices.contains(place.line - 1) && lines[place.line - 1].indices.contains(place.column - 1)
            && lines[place.line - 1][place.column - 1] == scalar
    }

    /// What of a text without quotes was likely to be a sign of YAML: it would be read as part of the text.
    ///
    /// - Parameter isListed: whether it stands between the brackets of a list.
    private mutating func noteMarks(_ text: String, at place: Place, isKey: Bool = false, isListed: Bool = false) {
        var hasWordAlone = true
        for (offset, scalar) in text.unicodeScalars.enumerated() {
            if let mark = FullWidthMark(scalar),
                offset == 0 && (mark.isOpening || mark.isSpace) || isListed && mark.isComma
                    || mark.isColon && (isKey || hasWordAlone && offset > 0)
            {
                let place = Place(line: place.line, column: place.column + offset)
                findings.append(PipelineFinding(place, .fullWidth(mark, isCertain: false)))
                return
            }
            hasWordAlone = hasWordAlone && scalar.isASCII && (scalar.properties.isAlphabetic || scalar == "_")
        }
    }

    private struct LimitReached: Error {
        let finding: PipelineFinding
    }

    /// - Parameter isListed: whether it stands between the brackets of a list.
    private mutating func convert(
        _ node: Node, depth: Int, isListed: Bool = false
    ) throws(LimitReached) -> YAMLNode {
        nodeCount += 1
        guard nodeCount <= Self.nodeLimit else {
            throw LimitReached(finding: PipelineFinding(node.place, .tooManyValues(limit: Self.nodeLimit)))
        }
        guard depth <= Self.depthLimit else {
            throw LimitReached(finding: PipelineFinding(node.place, .nestedTooDeep(limit: Self.depthLimit)))
        }
        switch node {
        case .scalar(let scalar):
            if scalar.style == .plain { noteMarks(scalar.string, at: node.place, isListed: isListed) }
            return YAMLNode(
                place: node.place,
                content: .scalar(YAMLScalar(text: scalar.string, isPlain: scalar.style == .plain)))
        case .sequence(let sequence):
            var items: [YAMLNode] = []
            // What Yams says of its style is that of the event at its end.
            let isListed = begins(with: "[", at: node.place)
            for item in sequence { items.append(try convert(item, depth: depth + 1, isListed: isListed)) }
            return YAMLNode(place: node.place, content: .sequence(items))
        case .mapping(let mapping):
            return YAMLNode(place: node.place, content: .mapping(try entries(of: mapping, depth: depth)))
        case .alias:
            // Parser.nextRoot puts the node in the place of its alias; this case is for emitting.
            return YAMLNode(place: node.place, content: .scalar(YAMLScalar(text: "", isPlain: true)))
        }
    }

    private mutating func entries(of mapping: Node.Mapping, depth: Int) throws(LimitReached) -> [YAMLNode.Entry] {
        var entries: [YAMLNode.Entry] = []
        var firstPlaces: [String: Place] = [:]
        var merged: [YAMLNode.Entry] = []
        for (keyNode, valueNode) in mapping {
            let value = try convert(valueNode, depth: depth + 1)
            guard case .scalar(let scalar) = keyNode else {
                findings.append(PipelineFinding(keyNode.place, .keyNotText))
                continue
            }
            if scalar.string == "<<", scalar.style == .plain {
                merged += mergedEntries(value)
                continue
            }
            let key = duplicateKeys.original(of: scalar.string)
            if scalar.style == .plain { noteMarks(key, at: keyNode.place, isKey: true) }
            if let first = firstPlaces[key] {
                findings.append(PipelineFinding(keyNode.place, .keyTwice(key, firstLine: first.line)))
            } else {
                firstPlaces[key] = keyNode.place
                entries.append(YAMLNode.Entry(key: key, keyPlace: keyNode.place, value: value))
            }
        }
        for entry in merged where firstPlaces[entry.key] == nil {
            firstPlaces[entry.key] = entry.keyPlace
            entries.append(entry)
        }
        return entries
    }

    /// What a merge key (`<<: *alias`) brings in; keys of the mapping itself go before it.
    private mutating func mergedEntries(_ value: YAMLNode) -> [YAMLNode.Entry] {
        switch value.content {
        case .mapping(let entries):
            return entries
        case .sequence(let items):
            return items.flatMap { mergedEntries($0) }
        case .scalar:
            findings.append(PipelineFinding(value.place, .mergedNoMapping))
            return []
        }
    }

    /// The place of the alias after `limit` of them, as far as can be told without parsing:
    /// asterisks that begin a word. One inside quotes or a comment counts too.
    private static func placeOfAlias(past limit: Int, in text: String) -> Place? {
        var place = Place.start
        var count = 0
        var previous: Unicode.Scalar = "\n"
        var beforePrevious: Unicode.Scalar = "\n"
        for scalar in text.unicodeScalars {
            if previous == "*", !scalar.properties.isWhitespace,
                " \t\r\n[{,".unicodeScalars.contains(beforePrevious)
            {
                count += 1
                if count > limit { return Place(line: place.line, column: place.column - 1) }
            }
            beforePrevious = previous
            place = scalar == "\n" ? Place(line: place.line + 1, column: 1) : place.next
            previous = scalar
        }
        return nil
    }
}

extension Place {
    init(_ mark: Mark) {
        self.init(line: max(1, mark.line), column: max(1, mark.column))
    }

    var next: Place { Place(line: line, column: column + 1) }
}

extension Node {
    fileprivate var place: Place {
        mark.map(Place.init) ?? .start
    }

    /// What libyaml makes of a file with nothing but comments or `---`.
    fileprivate var isEmptyScalar: Bool {
        guard case .scalar(let scalar) = self else { return false }
        return scalar.style == .plain && scalar.string.isEmpty
    }
}
