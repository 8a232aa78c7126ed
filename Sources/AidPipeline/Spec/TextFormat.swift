import AidModel

/// What a text must look like: one check for the linter, one for the JSON Schema.
enum TextFormat: Sendable {
    /// One line that is not blank.
    case line
    case programmeName
    case fieldName
    case day
    case currency
    case timeZone
    case share
    case glob
    /// A state as exports write it; the empty text is one too.
    case state
    /// The name of a column, element or attribute.
    case column

    /// Whether a number or `true` without quotes is taken as written, as a person would expect.
    var takesAnyScalar: Bool {
        switch self {
        case .state, .column, .share, .programmeName, .glob: true
        case .line, .fieldName, .day, .currency, .timeZone: false
        }
    }

    /// A pattern that every good text matches, for the JSON Schema; checks may ask for more.
    var pattern: String? {
        switch self {
        case .line, .column, .glob: #"^[^\u0000-\u001f]*[^\s\u0000-\u001f][^\u0000-\u001f]*$"#
        case .programmeName: "^[a-z0-9][a-z0-9-]{0,63}$"
        case .fieldName:
            #"^[^\u0000-\u0040\u005b-\u005e\u0060\u007b-\u00a0][^\u0000-\u002c\u002e\u002f\u003a-\u0040"#
                + #"\u005b-\u005e\u0060\u007b-\u00a0]{0,63}$"#
        case .day: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
        case .currency: "^[A-Z]{3}$"
        case .timeZone: "^(UTC|[A-Za-z]+(/[A-Za-z0-9_+-]+){1,2})$"
        case .share: "^[0-9]{1,9}([.][0-9]{1,9})? *[%％]?$"
        case .state: nil
        }
    }

    /// What is wrong with a text and how to mend it; nil: nothing.
    func problem(of text: String) -> (code: String, message: BilingualText)? {
        switch self {
        case .line, .column, .glob:
            if text.unicodeScalars.contains(where: { $0.value < 0x20 }) {
                return (
                    "bad-text",
                    BilingualText(zh: "含有换行或制表符；请写成一行", en: "has a line break or a tab in it; write one line")
                )
            }
            // A name that cleaning leaves nothing of would be that of every column without one.
            guard !text.cleanedAsField.isEmpty else {
                return ("bad-text", BilingualText(zh: "不能为空白；请填写", en: "is blank; fill it in"))
            }
            return nil
        case .state:
            return nil
        case .programmeName:
            return Self.isProgrammeName(text)
                ? nil
                : (
                    "bad-name",
                    BilingualText(
                        zh: "只能由小写字母、数字和连字符组成，以字母或数字开头，最长 64 个字符，例如 second-reimbursement",
                        en: """
                            takes lower-case letters, digits and hyphens, at most 64 and no hyphen first, \
                            as in second-reimbursement
                            """)
                )
        case .fieldName:
            return Self.isFieldName(text)
                ? nil
                : (
                    "bad-name",
                    BilingualText(
                        zh: "字段名只能由文字、数字、_ 和 - 组成，以文字或 _ 开头，最长 64 个字符",
                        en: "a field's name takes letters, digits, _ and -, at most 64, with a letter or _ first")
                )
        case .day:
            return CalendarDay(iso: text) == nil
                ? (
                    "bad-date",
                    BilingualText(
                        zh: "应为实际存在的日期，写作 2012-05-01", en: "takes a date that exists, written as 2012-05-01")
                ) : nil
        case .currency:
            return Currency(text) == nil
                ? (
                    "bad-currency",
                    BilingualText(
                        zh: "应为 ISO 4217 货币代码，三个大写字母，例如 CNY",
                        en: "takes a currency code of ISO 4217, three capital letters, as in CNY")
                ) : nil
        case .timeZone:
            return ZoneOffsets.problem(ofName: text)
        case .share:
            return Self.problem(ofShare: text)
        }
    }

    private static func problem(ofShare text: String) -> (code: String, message: BilingualText)? {
        do throws(ExactShare.Problem) {
            _ = try ExactShare(text)
            return nil
        } catch {
            switch error {
            case .notANumber:
                return (
                    "bad-share",
                    BilingualText(
                        zh: "应为 0% 到 100% 的比例，写作 0.1% 或 0.001",
                        en: "takes a share from 0% to 100%, written as 0.1% or 0.001")
                )
            case .aboveOne:
                return (
                    "out-of-range",
                    BilingualText(
                        zh: "超过 100%；百分数请带上百分号，例如 2%",
                        en: "is more than 100%; write a percentage with its sign, as in 2%")
                )
            }
        }
    }

    private static func isProgrammeName(_ text: String) -> Bool {
        let bytes = text.utf8
        return (1...64).contains(bytes.count) && bytes.first != UInt8(ascii: "-")
            && bytes.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
            }
    }

    private static func isFieldName(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard (1...64).contains(scalars.count), let first = scalars.first else { return false }
        return (first == "_" || first.properties.isAlphabetic)
            && scalars.allSatisfy { scalar in
                scalar == "_" || scalar == "-" || scalar.properties.isAlphabetic
                    || scalar.properties.generalCategory == .decimalNumber
            }
    }
}
