package import AidModel

extension TemplateFinding {
    package var code: String {
        switch breach {
        case .tooLarge: "template-too-large"
        case .sectionOpen: "section-open"
        case .notMustache: "not-a-template"
        case .reservedCharacter: "reserved-character"
        case .typedFigure: "typed-figure"
        case .tagOpen: "tag-open"
        case .unknownTag: "unknown-tag"
        case .noText: "no-text"
        case .tooDeep: "too-deep"
        case .wrongEnd: "wrong-end"
        case .unknownName: "unknown-name"
        case .unknownStatement: "unknown-statement"
        }
    }

    package var message: BilingualText {
        switch breach {
        case .tooLarge:
            let limit = NewsTemplates.byteLimit >> 10
            return BilingualText(zh: "模板超过 \(limit) KiB", en: "the template is larger than \(limit) KiB")
        case .sectionOpen(let name):
            return BilingualText(zh: "{{#\(name)}} 没有对应的 {{/\(name)}}", en: "{{#\(name)}} has no {{/\(name)}}")
        case .notMustache: return BilingualText(zh: "这里不合 Mustache 的写法", en: "this is no Mustache")
        case .reservedCharacter:
            return BilingualText(
                zh: "模板中不能有这个不可见的字符，请删去", en: "a template may not have this invisible character; take it out")
        case .typedFigure(let figure):
            return BilingualText(
                zh: "“\(figure)”是直接写在模板里的数字，不是事实；请改用名称引用，例如 {{recipients}}",
                en: "“\(figure)” is a figure typed into the template, and no fact; name one instead, as in "
                    + "{{recipients}}")
        case .tagOpen: return BilingualText(zh: "{{ 没有对应的 }}", en: "{{ has no }}")
        case .unknownTag:
            return BilingualText(
                zh: "模板只能用变量 {{名称}}、区段 {{#名称}}、反区段 {{^名称}} 和注释 {{! }}",
                en:
                    "a template has variables {{name}}, sections {{#name}}, inverted ones {{^name}} and comments {{! }} "
                    + "alone")
        case .noText(let name, let parts):
            let list = parts.joined(separator: ", ")
            return BilingualText(zh: "\(name) 本身不是文字；可写 \(list)", en: "\(name) is no text itself; write \(list)")
        case .tooDeep: return BilingualText(zh: "区段嵌套过深", en: "sections are nested too deeply")
        case .wrongEnd(let name):
            return BilingualText(
                zh: "{{/\(name)}} 与前面打开的区段不符", en: "{{/\(name)}} ends no section that is open here")
        case .unknownName(let name, let known):
            let list = known.joined(separator: ", ")
            return BilingualText(
                zh: "没有名为 \(name.isEmpty ? "（空）" : name) 的事实；这里可用：\(list)",
                en: "there is no fact named \(name.isEmpty ? "(nothing)" : name); here there are: \(list)")
        case .unknownStatement(let id, let known):
            let list = known.joined(separator: ", ")
            return BilingualText(
                zh: "流程文件的 statements 中没有 id 为 \(id) 的背景说明；请补上，或改用：\(list)",
                en: "the pipeline file has no statement with the id \(id); add it there, or name one of: \(list)")
        }
    }
}
