extension PipelineRules {
    /// A status field is of no use while no state has a class.
    static let statusFieldHasClasses: Rule = { file in
        guard let field = file.mappedFields.first(where: { $0.key == "status" }), file.statusClasses.isAbsent else {
            return []
        }
        return [PipelineFinding(field.keyPlace, .statusWithoutClasses)]
    }

    /// Classes of states are of no use without a status field.
    static let classesHaveStatusField: Rule = { file in
        guard !file.fieldsAreFaulty, !file.statusClasses.entries.isEmpty, !file.hasField("status") else { return [] }
        return [PipelineFinding(file["count"].keyPlace("status"), .classesWithoutStatus)]
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
                findings.append(PipelineFinding(place, .stateTwice(text, listedUnder: first)))
            }
        }
        return findings
    }

    /// What a state means is for a person to say.
    static let statesAreDecided: Rule = { file in
        file.statusClasses["undecided"].textItems.map { text, place in PipelineFinding(place, .undecidedState(text)) }
    }

    /// What nobody could tell is for a person to settle.
    static let choicesAreDecided: Rule = { file in
        file["undecided"].textItems.map { text, place in PipelineFinding(place, .undecidedChoice(text)) }
    }

    /// Without claim numbers a reversal names nothing that it could take back.
    static let reversalsFindTheirClaim: Rule = { file in
        let reversed = file.statusClasses["reversed"]
        guard !reversed.items.isEmpty, !file.fieldsAreFaulty, !file.hasField("claim") else { return [] }
        return [PipelineFinding(file.statusClasses.keyPlace("reversed"), .reversedWithoutClaim)]
    }

    /// `reverses` is read on records of the reversed class alone.
    static let reversesNeedsReversals: Rule = { file in
        guard let field = file.mappedFields.first(where: { $0.key == "reverses" }), !file["count"].isFaulty,
            !file.statusClasses.isFaulty, !file.statusClasses["reversed"].isFaulty,
            file.statusClasses["reversed"].items.isEmpty
        else { return [] }
        return [PipelineFinding(field.keyPlace, .reversesWithoutReversed)]
    }
}
