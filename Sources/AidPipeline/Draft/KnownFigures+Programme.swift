import AidText
import AidLedger
import AidModel
import AidCheck
import AidNews

extension KnownFigures {
    /// All that is known of a programme: the facts of every quarter that was run, what was published, and
    /// the totals that the last run counted of the quarters besides.
    ///
    /// - Parameter output: the folder of all reports.
    static func load(_ pipeline: LoadedPipeline, output: String) throws(RunFailure) -> KnownFigures {
        let place = LedgerPlace(pipeline, output: output)
        var sets: [FactSet] = []
        var problems: [(problem: FactsProblem, place: String?)] = []
        for folder in OutputFolder.paths(in: place.home).sorted() {
            guard Quarter(String(folder.split(separator: "/").last ?? "")) != nil,
                let bytes = OutputFolder.read(FactDocument.fileName, in: folder)
            else { continue }
            let set: FactSet
            do throws(JSONProblem) {
                set = try FactDocument.read(bytes)
            } catch {
                problems.append(FactFile.problem(error, folder + "/" + FactDocument.fileName))
                continue
            }
            let others = try OtherGroups.facts(
                of: set, in: folder, programme: pipeline.file.programme, levelsAlone: true)
            sets.append(others.isEmpty ? set : set.adding(others, sources: []))
        }
        guard problems.isEmpty else { throw RunFailure(problems) }
        let ledger = try place.openToRead()
        let (vintages, totals) = try withLedger {
            (try ledger?.vintages() ?? [], try ledger?.lastRun()?.quarters ?? [])
        }
        let known = KnownFigures(sets, vintages: vintages, totals: totals, programme: pipeline.file.programme)
        guard !known.isEmpty else { throw RunFailure(FactsProblem.nothingToCheckBy, place: place.home) }
        return known
    }
}
