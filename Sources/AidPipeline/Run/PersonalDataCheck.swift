import AidInput
import AidStatistics

/// Refuses to make groups of what looks like personal data: names of groups are printed.
enum PersonalDataCheck {
    /// - Parameter groups: for each groups code the values of the breakdown fields.
    static func check(
        _ groups: [[String]], _ claims: SettledClaims, pipeline: LoadedPipeline
    ) throws(RunFailure) {
        let found = PersonalValues.found(in: groups, claims)
        guard !found.isEmpty else { return }
        let fields = pipeline.file.layout.breakdowns
        throw RunFailure(
            found.map { value -> (problem: RunProblem, place: String?) in
                (.personalDataInCategory(value, field: fields[value.breakdownIndex].name), pipeline.path)
            })
    }
}
