import AidInput
import AidModel
import AidStatistics

/// How many groups a report may have: they are the one thing of records that is in memory whole.
enum GroupLimit {
    /// - Throws: where the records are of more groups than can be told apart.
    static func check(_ groups: GroupTable, _ layout: RecordLayout) throws(RunFailure) {
        switch groups.excess {
        case nil: break
        case .combinations: throw RunFailure(RunProblem.tooManyGroups(limit: groups.codeLimit))
        case .bytes: throw RunFailure(RunProblem.groupsTooLong(byteLimit: groups.byteLimit))
        case .values(let column):
            throw RunFailure(
                RunProblem.tooManyValues(field: layout.breakdowns[column].name, limit: GroupTable.valueLimit))
        }
    }

    /// - Parameter groups: for each groups code the values of the breakdown fields.
    /// - Throws: where two fields together make more groups than one may have.
    static func check(_ groups: [[String]], _ pipeline: LoadedPipeline) throws(RunFailure) {
        for breakdown in pipeline.file.reportBreakdowns where breakdown.columns.count > 1 {
            var seen: Set<[String]> = []
            for values in groups where seen.count <= GroupTable.valueLimit {
                seen.insert(breakdown.columns.map { values[$0.place] })
            }
            guard seen.count <= GroupTable.valueLimit else {
                throw RunFailure(
                    RunProblem.tooManyValues(field: breakdown.field, limit: GroupTable.valueLimit), place: pipeline.path
                )
            }
        }
    }
}
