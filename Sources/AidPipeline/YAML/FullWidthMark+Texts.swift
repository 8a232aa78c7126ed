import AidModel

extension FullWidthMark {
    /// - Parameter isCertain: whether it cannot be part of a text.
    func finding(isCertain: Bool) -> Finding {
        let zh = "此处的 \(shown) 是全角的，YAML 只认半角标点；请改为 \(typed.zh)"
        let en = "here is a \(shown) of full width, and YAML takes ASCII alone; type \(typed.en)"
        return Finding(
            level: isCertain ? .error : .warning, code: "full-width-punctuation",
            message: BilingualText(
                zh: zh + (isCertain ? "" : "；如果它确实属于文字，请给整段文字加上半角引号"),
                en: en + (isCertain ? "" : "; where it does belong to the text, put the whole text in ASCII quotes")))
    }

    private var shown: String {
        switch scalar {
        case "\u{3000}", "\u{A0}": "U+" + String(scalar.value, radix: 16, uppercase: true)
        default: String(Character(scalar))
        }
    }

    /// What to type in its place.
    private var typed: BilingualText {
        switch meant {
        case ": ": BilingualText(zh: "半角冒号加一个空格（: ）", en: "a colon and a space (: )")
        case ", ": BilingualText(zh: "半角逗号加一个空格（, ）", en: "a comma and a space (, )")
        case "- ": BilingualText(zh: "半角连字符加一个空格（- ）", en: "a hyphen and a space (- )")
        case " ": BilingualText(zh: "半角空格", en: "a space of ASCII")
        default: BilingualText(zh: "半角的 \(meant)", en: meant)
        }
    }
}
