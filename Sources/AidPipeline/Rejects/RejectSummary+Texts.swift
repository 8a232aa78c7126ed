import AidModel
import AidReport

extension RejectSummary {
    /// What was rejected, and values of it: `3 records: …: “45021” (2), “45022” (1)`.
    var what: BilingualText {
        BilingualText(
            zh: "\(count) 条：\(reason.explanation.zh)" + (examples.isEmpty ? "" : "；值为\(values(.zh))"),
            en: "\(count) \(count == 1 ? "record" : "records"): \(reason.explanation.en)"
                + (examples.isEmpty ? "" : "; " + values(.en)))
    }

    /// Why that is likely so, and how to mend it; nil: nothing is likelier than anything else.
    var why: BilingualText? {
        guard !causes.isEmpty else { return nil }
        // How many is told only where it is not all of them.
        return BilingualText(
            zh: causes.map { $0.cause.text.zh + ($0.count == count ? "" : "（\($0.count) 条）") }.joined(separator: "；"),
            en: causes.map { $0.cause.text.en + ($0.count == count ? "" : " (\($0.count))") }.joined(separator: "; "))
    }

    /// Both in one sentence.
    var whole: BilingualText {
        guard let why else { return what }
        return BilingualText(zh: "\(what.zh)；可能的原因：\(why.zh)", en: "\(what.en); likely cause: \(why.en)")
    }

    private func values(_ language: Language) -> String {
        let isOne = examples.count == 1 && otherValueCount == 0 && examples[0].count == count
        let shown = examples.map { example in
            let value =
                example.value.isEmpty
                ? BilingualText(zh: "（空）", en: "(empty)")
                : BilingualText(zh: "“\(told(example.value).zh)”", en: "“\(told(example.value).en)”")
            let times = BilingualText(zh: "（\(example.count)）", en: " (\(example.count))")
            return value(language) + (isOne ? "" : times(language))
        }
        let more = BilingualText(zh: "，另有 \(otherValueCount) 种", en: ", and \(otherValueCount) more values")
        return shown.joined(separator: language == .zh ? "、" : ", ") + (otherValueCount > 0 ? more(language) : "")
    }

    /// What is wrong with a broken record stands in the place of its value, in words.
    private func told(_ value: String) -> BilingualText {
        (reason == .malformedRecord ? RejectsFile.malformed(value) : nil) ?? BilingualText(zh: value, en: value)
    }
}
