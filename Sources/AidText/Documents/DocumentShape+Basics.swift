package import AidModel

extension DocumentShape<String> {
    package static let text = DocumentShape.text(pattern: nil)

    /// - Parameter pattern: a regular expression for the schema; whoever reads checks for itself.
    package static func text(pattern: String?) -> DocumentShape {
        DocumentShape(
            .text(pattern: pattern), write: { $1.string($0) }, read: { place throws(JSONProblem) in try place.string })
    }

    /// One of some words.
    package static func words(_ words: [String]) -> DocumentShape {
        DocumentShape(
            .words(words), write: { $1.string($0) },
            read: { place throws(JSONProblem) in
                let word = try place.string
                guard words.contains(word) else { throw place.problem }
                return word
            })
    }

    /// Always the same text, such as the kind of an object.
    package static func constant(_ text: String) -> DocumentShape {
        DocumentShape(
            .constant(.string(text)), write: { _, writer in writer.string(text) },
            read: { place throws(JSONProblem) in
                guard place.json == .string(text) else { throw place.problem }
                return text
            })
    }

    package static let sha256 = DocumentShape.text(pattern: "^[0-9a-f]{64}$").named(
        "sha256", zh: "小写十六进制的 SHA-256。", en: "SHA-256 in lower-case hexadecimal.")
    package static let currency = DocumentShape.text(pattern: "^[A-Z]{3}$")
}

extension DocumentShape where Value: RawRepresentable<String> & CaseIterable & Sendable {
    /// One of the words of a type.
    package static var word: DocumentShape {
        DocumentShape(
            .words(Value.allCases.map(\.rawValue)), write: { $1.string($0.rawValue) },
            read: { place throws(JSONProblem) in
                guard let word = Value(rawValue: try place.string) else { throw place.problem }
                return word
            })
    }
}

extension DocumentShape<Int128> {
    package static let integer = DocumentShape(
        .integer(least: nil), write: { $1.integer($0) }, read: { place throws(JSONProblem) in try place.integer })

    /// A decimal with two digits, from its hundredths.
    package static let hundredths = DocumentShape(.decimal(least: nil), write: { $1.hundredths($0) })
}

extension DocumentShape<Int> {
    package static let integer = DocumentShape.integer(least: nil)
    /// How many, from 0.
    package static let count = DocumentShape.integer(least: 0)
    /// A number, from 1.
    package static let positive = DocumentShape.integer(least: 1)

    private static func integer(least: Int?) -> DocumentShape {
        DocumentShape(
            .integer(least: least), write: { $1.integer(Int128($0)) },
            read: { place throws(JSONProblem) in
                guard let number = Int(exactly: try place.integer) else { throw place.problem }
                return number
            })
    }
}

extension DocumentShape<Bool> {
    package static let flag = DocumentShape(
        .flag, write: { $1.bool($0) },
        read: { place throws(JSONProblem) in
            guard case .bool(let flag) = place.json else { throw place.problem }
            return flag
        })

    /// A member that is there, and true, or left out.
    package static let yes = DocumentShape(
        .constant(true), write: { $1.bool($0) },
        read: { place throws(JSONProblem) in
            guard place.json == true else { throw place.problem }
            return true
        })
}

extension DocumentShape<Quarter> {
    package static let quarter = DocumentShape(
        .text(pattern: "^[0-9]{4}Q[1-4]$"), write: { $1.string($0.description) },
        read: { place throws(JSONProblem) in
            guard let quarter = Quarter(try place.string) else { throw place.problem }
            return quarter
        }
    ).named("quarter", zh: "公历季度，如 2023Q2。", en: "A civil quarter, as 2023Q2.")
}

extension DocumentShape<CalendarDay> {
    package static let day = DocumentShape(
        .text(pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"), write: { $1.string($0.description) },
        read: { place throws(JSONProblem) in
            guard let day = CalendarDay(iso: try place.string) else { throw place.problem }
            return day
        }
    ).named("date", zh: "日期，如 2023-06-30。", en: "A day, as 2023-06-30.")
}

extension DocumentShape<BilingualText> {
    private static let zh = DocumentMember("zh", \BilingualText.zh, .text, zh: "中文。", en: "In Chinese.")
    private static let en = DocumentMember("en", \BilingualText.en, .text, zh: "英文。", en: "In English.")

    package static let bilingual = DocumentShape.object(zh: "中英文各一份的文字。", en: "A text in Chinese and in English.") {
        zh
        en
    } read: { place throws(JSONProblem) in
        BilingualText(zh: try place[zh], en: try place[en])
    }.named("bilingual")
}
