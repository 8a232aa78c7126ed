import AidModel
import AidText
import ReportSupport
import Testing

@testable import AidNews

/// What templates may name is what is filled in, no more and no less.
@Suite struct NewsShapeTests {
    @Test(arguments: SampleReport.all.map(\.name), Language.allCases)
    func everyNameIsFilled(name: String, language: Language) {
        let ours = NewsStatement(
            id: "ours", text: [.zh: "甲。"], source: BilingualText(zh: "乙", en: "b"), asOf: SampleReport.day(2023, 7, 16))
        var values = NewsValues(SampleFacts.named(name), NewsTemplates(language, statements: [ours]))
        guard case .object(let root) = values.root() else {
            Issue.record("the root is no object")
            return
        }
        Self.compare(root, NewsShape.root(statements: ["ours"]), at: "")
    }

    private static func compare(_ values: [String: TemplateValue], _ shapes: [String: NewsShape], at path: String) {
        #expect(Set(values.keys) == Set(shapes.keys), "\(path)")
        for (name, value) in values {
            guard let shape = shapes[name] else { continue }
            let path = path + "." + name
            switch (value, shape) {
            case (.missing, _): break
            case (.text, .text), (.flag, .flag): break
            case (.labelled(_, let members), .parts(let parts, isText: true)): compare(members, parts, at: path)
            case (.object(let members), .parts(let parts, isText: false)): compare(members, parts, at: path)
            case (.list(let elements), .list(let parts)):
                for element in elements {
                    guard case .object(let members) = element else {
                        Issue.record("\(path) holds no objects")
                        continue
                    }
                    compare(members, parts, at: path)
                }
            default: Issue.record("\(path) is something else")
            }
        }
    }
}
