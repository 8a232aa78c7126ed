/// What stands around the records of an XML file and is a field of each: attributes of the elements that a record lies
/// in, and the elements before it in these (`../@name`, `../../name`).
///
/// It is told of every element that is no record and not in one.
///
///     frames    │ root │ District │          one an open element, with the values that paths have found in it
///     path        ../../@x   ../name          looked for in the frame so many steps up from the record
struct AncestorValues {
    private struct Path {
        var field: Int
        var path: ElementPath
        /// The child whose value it is; nil: the ancestor itself has it as an attribute.
        var child: XMLNamePattern?
        var attribute: XMLNamePattern?
    }

    private struct Frame {
        /// By path; nil: not seen.
        var values: [[UInt8]?]
        /// The paths that the element's own text is for, in the frame before.
        var gathers: [Int] = []
        var text: [UInt8] = []
    }

    private let paths: [Path]
    private var frames: [Frame] = []

    /// - Parameters:
    ///   - wanted: for each field the paths of which any may hold it; those within a record are passed over.
    ///   - pattern: the name as the parse knows it.
    init(_ wanted: [[ElementPath]], _ pattern: (ElementName) -> XMLNamePattern) {
        paths = wanted.enumerated().flatMap { field, paths in
            paths.filter { $0.levelsUp > 0 }.map { path in
                Path(
                    field: field, path: path, child: path.elements.first.map(pattern),
                    attribute: path.attribute.map(pattern))
            }
        }
    }

    var isEmpty: Bool { paths.isEmpty }

    mutating func start(_ tag: XMLStartTag) {
        var frame = Frame(values: Array(repeating: nil, count: paths.count))
        for (index, path) in paths.enumerated() {
            if let child = path.child {
                guard !frames.isEmpty, child.matches(tag.name) else { continue }
                if let attribute = path.attribute {
                    if let value = AncestorValues.value(of: attribute, in: tag) {
                        frames[frames.count - 1].values[index] = value
                    }
                } else {
                    frame.gathers.append(index)
                }
            } else if let attribute = path.attribute {
                frame.values[index] = AncestorValues.value(of: attribute, in: tag)
            }
        }
        frames.append(frame)
    }

    mutating func add(_ bytes: ByteView) {
        guard let last = frames.indices.last, !frames[last].gathers.isEmpty,
            // One too long stays too long.
            frames[last].text.count <= XMLLimits.fieldByteCount
        else { return }
        frames[last].text += bytes
    }

    mutating func end() {
        guard let frame = frames.popLast(), !frames.isEmpty else { return }
        for index in frame.gathers { frames[frames.count - 1].values[index] = frame.text }
    }

    /// Calls a closure for each value that the record has which begins now.
    func forEach(_ body: (_ field: Int, _ path: ElementPath, _ value: [UInt8]) -> Void) {
        for (index, path) in paths.enumerated() where path.path.levelsUp <= frames.count {
            if let value = frames[frames.count - path.path.levelsUp].values[index] {
                body(path.field, path.path, value)
            }
        }
    }

    private static func value(of name: XMLNamePattern, in tag: XMLStartTag) -> [UInt8]? {
        for index in 0..<tag.attributeCount {
            guard let own = tag.attributeName(index), name.matches(own) else { continue }
            var value: [UInt8] = []
            tag.forEachPart(ofAttribute: index) { value += $0 }
            return value
        }
        return nil
    }
}
