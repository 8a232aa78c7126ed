import AidModel

/// What stands in comments of a pipeline file beside lists that `init` left empty.
struct PipelineComments {
    private static let lengthLimit = 200

    private let lines: [Substring]

    init(_ text: String) {
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }

    /// The comment behind `[]` on its line, cut and without numbers of persons; nil: there is none.
    func behindEmptyList(at place: Place) -> String? {
        guard lines.indices.contains(place.line - 1) else { return nil }
        let scalars = lines[place.line - 1].unicodeScalars.dropFirst(place.column - 1)
        let rest = String(scalars)
        guard rest.hasPrefix("[]"), let mark = rest.firstRange(of: " # ") else { return nil }
        let comment = PersonalNumbers.masked(in: String(rest[mark.upperBound...]))
        guard !comment.isEmpty else { return nil }
        return comment.count > PipelineComments.lengthLimit
            ? comment.prefix(PipelineComments.lengthLimit - 1) + "…" : comment
    }
}
