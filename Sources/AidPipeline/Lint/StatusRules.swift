import AidModel

extension PipelineRules {
    /// A status field is of no use while no state has a class.
    static let statusFieldHasClasses: Rule = { file in
        guard let field = file.mappedFields.first(where: { $0.key == "status" }), file.statusClasses.isAbsent else {
            return []
        }
        return [
            PipelineFinding(
                field.keyPlace, "status-without-classes",
                BilingualText(
                    zh: "有 status 字段，却没有说明哪些状态算已支付；请补上 count.status.paid，或删去 status 字段",
                    en: "the field status is mapped, but no state is said to be paid; add count.status.paid, "
                        + "or remove the field"))
        ]
    }

    /// Classes of states are of no use without a status field.
    static let classesHaveStatusField: Rule = { file in
        guard !file.fieldsAreFaulty, !file.statusClasses.entries.isEmpty, !file.hasField("status") else { return [] }
        return [
            PipelineFinding(
                file["count"].keyPlace("status"), "classes-without-status",
                BilingualText(
                    zh: "列出了状态，却没有 status 字段；请在 fields 中补上，或删去 count.status",
                    en: "states are listed, but no field status is mapped; add it to fields, or remove count.status"))
        ]
    }

    /// A state has one class. States are compared as the decoder compares them, cleaned.
    static let statesBelongToOneClass: Rule = { file in
        var firstClasses: [String: String] = [:]
        var findings: [PipelineFinding] = []
        for entry in file.statusClasses.entries {
            for (text, place) in entry.value.textItems {
                let state = text.cleanedAsField
                guard let first = firstClasses[state] else {
                    firstClasses[state] = entry.key
                    continue
                }
                findings.append(
                    PipelineFinding(
                        place, "state-twice",
                        BilingualText(
                            zh: "状态\(text.quoted)已列入 \(first)；一个状态只能属于一类，请删去其一",
                            en: "the state \(text.quoted) is listed under \(first) already; a state has one class, "
                                + "so remove one of them")))
            }
        }
        return findings
    }

    /// Without claim numbers a reversal names nothing that it could take back.
    static let reversalsFindTheirClaim: Rule = { file in
        let reversed = file.statusClasses["reversed"]
        guard !reversed.items.isEmpty, !file.fieldsAreFaulty, !file.hasField("claim") else { return [] }
        return [
            PipelineFinding(
                file.statusClasses.keyPlace("reversed"), "reversed-without-claim",
                BilingualText(
                    zh: "没有 claim 字段，冲正找不到原赔付；请在 fields 中补上 claim，或删去 reversed",
                    en: "without a field claim no reversal finds the claim that it takes back; add claim to fields, "
                        + "or remove reversed"))
        ]
    }

    /// `reverses` is read on records of the reversed class alone.
    static let reversesNeedsReversals: Rule = { file in
        guard let field = file.mappedFields.first(where: { $0.key == "reverses" }), !file["count"].isFaulty,
            !file.statusClasses.isFaulty, !file.statusClasses["reversed"].isFaulty,
            file.statusClasses["reversed"].items.isEmpty
        else { return [] }
        return [
            PipelineFinding(
                field.keyPlace, "reverses-without-reversed",
                BilingualText(
                    zh: "有 reverses 字段，却没有任何状态算作冲正；请补上 count.status.reversed，或删去 reverses 字段",
                    en: "the field reverses is mapped, but no state is a reversal; add count.status.reversed, "
                        + "or remove the field"))
        ]
    }
}
