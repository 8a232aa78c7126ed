import Yams

/// Makes a finding of what Yams throws.
enum YAMLSyntax {
    static func finding(_ error: any Error, in text: String) -> PipelineFinding {
        switch error {
        case YamlError.scanner(let context, let problem, let mark, _),
            YamlError.parser(let context, let problem, let mark, _),
            YamlError.composer(let context, let problem, let mark, _):
            finding(problem, context: context, at: Place(mark))
        case YamlError.reader(let problem, _, _, _):
            finding(problem, context: nil, at: placeOfControlCharacter(in: text))
        default:
            finding("the parser gave up", context: nil, at: .start)
        }
    }

    private static func finding(_ problem: String, context: YamlError.Context?, at place: Place) -> PipelineFinding {
        let contextLine = context.map { $0.mark.line }.flatMap { $0 > 0 && $0 < place.line ? $0 : nil }
        return PipelineFinding(place, .notYAML(problem, since: contextLine))
    }

    /// The first character that YAML does not allow; libyaml says no line of it.
    private static func placeOfControlCharacter(in text: String) -> Place {
        var place = Place.start
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A: place = Place(line: place.line + 1, column: 1)
            case 0x00..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F..<0x85, 0x86..<0xA0, 0xFFFE, 0xFFFF: return place
            default: place = place.next
            }
        }
        return .start
    }
}
