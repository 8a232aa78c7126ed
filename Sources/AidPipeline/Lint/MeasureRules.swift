import AidModel

extension PipelineRules {
    /// Days to the payment are counted between two dates, and no register keeps the first.
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
        if !file["register"].isAbsent {
            findings.append(PipelineFinding(place, .daysWithRegister))
        }
        return findings
    }
}
