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
}
