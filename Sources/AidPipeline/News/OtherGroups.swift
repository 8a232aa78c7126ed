import AidModel
import AidNews
import AidReport
import AidText

/// Facts of the groups that reports do not show by name: made when somebody asks for them, as they are many.
enum OtherGroups {
    /// - Parameters:
    ///   - set: the facts of the quarter's report.
    ///   - folder: of the quarter.
    ///   - levelsAlone: whether to tell what the groups are, and not what follows from it.
    static func facts(
        of set: FactSet, in folder: String, programme: Programme, levelsAlone: Bool = false
    ) throws(RunFailure) -> [Fact] {
        guard let bytes = OutputFolder.read(ReportFiles.jsonName, in: folder), ReportReading.leavesGroupsOut(bytes)
        else { return [] }
        do throws(JSONProblem) {
            let report = try ReportReading.report(bytes, programme: programme) { quarter in
                set[FactID(.quarter(quarter), .recipients, .level)]?.isProvisional ?? false
            }
            return FactBuilder.factsOfOtherGroups(report, rounding: set.rounding, levelsAlone: levelsAlone)
        } catch {
            throw RunFailure(HistoryProblem.noReportFile, place: folder + "/" + ReportFiles.jsonName)
        }
    }
}
