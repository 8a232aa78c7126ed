import AidModel

extension PipelineRules {
    /// Days to the payment are counted between two dates.
    static let daysHaveTheirDates: Rule = { file in
        guard let place = file.measures.first(where: { $0.measure == .daysToPayment })?.place, !file.fieldsAreFaulty
        else { return [] }
        var findings: [PipelineFinding] = []
        let treatment = file["fields"][PipelineSpec.treatment]
        if treatment.isAbsent {
            findings.append(PipelineFinding(place, .daysWithoutTreatment))
        } else if treatment["type"].text == "category" {
            findings.append(PipelineFinding(treatment["type"].place, .treatmentNotADate))
        } else if file["count"]["period"].text == PipelineSpec.treatment {
            findings.append(PipelineFinding(place, .daysWithoutPayment))
        }
        return findings
    }

    /// Where every group is shown, whoever hides some for one person's money has others to hide them behind, and says so.
    static let sharesNeedSmallGroups: Rule = { file in
        let share = file["quality"]["pPercent"]
        guard !share.isAbsent, file["quality"]["minGroup"].integer == 0 else { return [] }
        return [PipelineFinding(share.place, .shareWithoutSmallGroups)]
    }
}
