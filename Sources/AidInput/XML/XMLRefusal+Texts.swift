import AidModel

extension XMLRefusal {
    var what: BilingualText {
        switch self {
        case .empty: BilingualText(zh: "XML 文件是空的", en: "the XML file is empty")
        case .truncated: BilingualText(zh: "XML 文件不完整，在此处中断", en: "the XML file is cut off here")
        case .zeroByte: BilingualText(zh: "XML 文件中有值为 0 的字节", en: "a byte 0 in the XML file")
        case .notXML: BilingualText(zh: "文件开头不是 XML", en: "the file does not begin as XML does")
        case .badName: BilingualText(zh: "“<”或“&”之后没有正确的名称", en: "“<” or “&” without a proper name behind it")
        case .invalidCharacter:
            BilingualText(
                zh: "有 XML 不允许的字符，或不符合文件编码的字节",
                en: "a character that XML does not allow, or a byte that is not valid in the file's encoding")
        case .invalidReference:
            BilingualText(zh: "“&”之后不是正确的字符引用或实体引用", en: "“&” that begins no proper character or entity reference")
        case .undeclaredEntity:
            BilingualText(
                zh: "引用了未声明的实体；只认 &amp; &lt; &gt; &quot; &apos; 和字符引用",
                en: "a reference to an entity other than &amp; &lt; &gt; &quot; &apos;")
        case .badAttribute: BilingualText(zh: "元素的属性书写有误", en: "a broken attribute")
        case .attributeTwice: BilingualText(zh: "同一元素中有重复的属性", en: "an attribute that comes twice in one element")
        case .tagsDoNotMatch: BilingualText(zh: "开始标签与结束标签不配对", en: "start and end tags that do not match")
        case .badTag: BilingualText(zh: "标签书写有误", en: "a broken tag")
        case .undeclaredPrefix: BilingualText(zh: "使用了未声明的命名空间前缀", en: "a namespace prefix that is not declared")
        case .badNamespace: BilingualText(zh: "命名空间的声明或名称有误", en: "a broken namespace declaration or name")
        case .badDeclaration:
            BilingualText(
                zh: "XML 声明书写有误，或不在文件开头",
                en: "an XML declaration that is broken or not at the start of the file")
        case .extraContent: BilingualText(zh: "根元素结束之后还有内容", en: "content after the end of the root element")
        case .documentType: BilingualText(zh: "文件中有 DOCTYPE 声明，不予读取", en: "the file has a DOCTYPE, which is not read")
        case .version: BilingualText(zh: "XML 版本不是 1.0", en: "the XML version is not 1.0")
        case .tooDeep:
            BilingualText(zh: "元素嵌套超过 \(XMLLimits.depth) 层", en: "elements nested more than \(XMLLimits.depth) deep")
        case .tooManyAttributes:
            BilingualText(
                zh: "一个元素有 \(XMLLimits.attributeCount) 个以上的属性或命名空间声明",
                en: "an element with more than \(XMLLimits.attributeCount) attributes or namespace declarations")
        case .tooLongWithoutEvent:
            BilingualText(
                zh: "一个标签、注释、处理指令或 CDATA 段超过 \(XMLLimits.byteCountWithoutEvent >> 10) KiB",
                en: "a tag, comment, processing instruction or CDATA section "
                    + "longer than \(XMLLimits.byteCountWithoutEvent >> 10) KiB")
        case .notWellFormed(let code):
            BilingualText(zh: "不是格式良好的 XML（libxml2 代码 \(code)）", en: "not well-formed XML (libxml2 code \(code))")
        }
    }

    var mend: BilingualText {
        switch self {
        case .empty, .truncated: BilingualText(zh: "请重新导出或重新传送该文件", en: "export or transfer the file again")
        case .notXML:
            BilingualText(zh: "请核对流程文件中该输入的 format", en: "check the format of this input in the pipeline file")
        case .documentType:
            BilingualText(zh: "请导出不带 DOCTYPE 的文件，或删去该声明", en: "export the file without a DOCTYPE, or remove it")
        case .version: BilingualText(zh: "请按 XML 1.0 导出该文件", en: "export the file as XML 1.0")
        case .undeclaredEntity:
            BilingualText(zh: "请改用字符本身或字符引用，再导出该文件", en: "write the character itself or a character reference instead")
        case .tooDeep, .tooManyAttributes, .tooLongWithoutEvent:
            BilingualText(zh: "请核对该文件是否确为导出的明细", en: "make sure that the file is an export of records")
        default:
            BilingualText(zh: "请改正此处，或重新导出该文件", en: "correct this place, or export the file again")
        }
    }
}
