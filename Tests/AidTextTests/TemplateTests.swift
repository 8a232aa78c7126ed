import Testing

@testable import AidText

@Suite struct TemplateTests {
    @Test(arguments: [(Template.Escaping.html, "&lt;b&gt;&amp;"), (.none, "<b>&")])
    func valuesAreFilledIn(escaping: Template.Escaping, shown: String) throws {
        let template = try Template("{{#rows}}{{name}}：{{#isLast}}末{{/isLast}}{{/rows}}。", escaping: escaping)
        #expect(
            template.filled(with: ["rows": [["name": "<b>&", "isLast": false], ["name": "人", "isLast": true]]])
                == "\(shown)：人：末。")
    }

    @Test func aTextThatIsNoTemplateIsRefusedWithItsPlace() {
        #expect {
            _ = try Template("一\n二{{#a}}", escaping: .none)
        } throws: { error in
            (error as? TemplateProblem)?.lineNumber == 2
        }
    }

    @Test(arguments: [(Template.Escaping.html, 3), (.none, 3)])
    func placesOnTheFirstLineAreTheAuthors(escaping: Template.Escaping, column: Int) {
        #expect {
            _ = try Template("一{{/a}}", escaping: escaping)
        } throws: { error in
            (error as? TemplateProblem)?.lineNumber == 1 && ((error as? TemplateProblem)?.columnNumber ?? 99) < 9
        }
    }

    @Test func aValueMayHaveParts() throws {
        let template = try Template("{{a}} {{a.b}}{{#a}}，有{{b}}{{/a}}{{^a}}，无{{/a}}", escaping: .none)
        #expect(template.filled(with: ["a": .labelled("甲", ["b": "乙"])]) == "甲 乙，有乙")
        #expect(template.filled(with: ["a": .missing("?"), "b": "丙"]) == "? ?，无")
    }
}
