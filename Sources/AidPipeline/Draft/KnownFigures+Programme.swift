import AidText
import AidLedger
import AidModel
import AidCheck
import AidNews
import Foundation
import Synchronization

extension KnownFigures {
    /// All that is known of a programme: the facts of every quarter that was run, what was published, and
    /// the totals that the last run counted of the quarters besides.
    ///
    /// - Parameter output: the folder of all reports.
    static func load(_ pipeline: LoadedPipeline, output: String) throws(RunFailure) -> KnownFigures {
        let place = LedgerPlace(pipeline, output: output)
        let folders = OutputFolder.paths(in: place.home).sorted().filter {
            Quarter(String($0.split(separator: "/").last ?? "")) != nil
        }
        // Each by itself: reading them takes longer than all else.
        let read = Mutex([Result<FactSet?, UnreadFacts>](repeating: .success(nil), count: folders.count))
        DispatchQueue.concurrentPerform(iterations: folders.count) { index in
            let set = Result { () throws(UnreadFacts) in try facts(in: folders[index], pipeline) }
            read.withLock { $0[index] = set }
        }
        var sets: [FactSet] = []
        var problems: [(problem: FactsProblem, place: String?)] = []
        for (folder, result) in zip(folders, read.withLock { $0 }) {
            switch result {
            case .success(let set): if let set { sets.append(set) }
            case .failure(.file(let problem)):
                problems.append(FactFile.problem(problem, folder + "/" + FactDocument.fileName))
            case .failure(.groups(let failure)): throw failure
            }
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

    /// Why the facts of a quarter are not known.
    private enum UnreadFacts: Error {
        case file(JSONProblem)
        /// Groups that are in its report alone.
        case groups(RunFailure)
    }

    /// The facts of a quarter, with the levels of all groups; nil: it has none.
    private static func facts(in folder: String, _ pipeline: LoadedPipeline) throws(UnreadFacts) -> FactSet? {
        guard let bytes = OutputFolder.read(FactDocument.fileName, in: folder) else { return nil }
        let set: FactSet
        do throws(JSONProblem) {
            set = try FactDocument.read(bytes)
        } catch {
            throw .file(error)
        }
        do throws(RunFailure) {
            let others = try OtherGroups.facts(
                of: set, in: folder, programme: pipeline.file.programme, levelsAlone: true)
            return others.isEmpty ? set : set.adding(others, sources: [])
        } catch {
            throw .groups(error)
        }
    }
}
