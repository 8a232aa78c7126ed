import AidText
import AidInput
import AidLedger
package import AidModel
package import AidNews
import Foundation

/// What `facts` is asked to show.
package struct FactsRequest: Sendable {
    package var pipelinePath: String
    /// nil: the last quarter that was reported.
    package var quarter: Quarter?
    package var output = "reports"
    /// Whether groups that reports do not show by name have facts, too.
    package var includesAllGroups = false

    package init(pipelinePath: String) {
        self.pipelinePath = pipelinePath
    }

    /// What a command shows.
    package struct Answer: Sendable {
        package let facts: FactSet
        package let templates: [Language: NewsTemplates]
        /// Of the reports.
        package let language: Language

        /// The news in a language.
        package func news(_ language: Language) throws(RunFailure) -> News {
            do throws(NewsProblem) {
                return try News(facts, templates[language] ?? NewsTemplates(language))
            } catch {
                // The templates were checked when they were read.
                throw RunFailure(FactsProblem.templateUnusable, place: error.part.fileName(language))
            }
        }
    }

    /// The facts that a run wrote, with those of every vintage in the ledger; of a quarter that was never
    /// run but imported, those of its vintages.
    package func answer() throws(RunFailure) -> Answer {
        let pipeline = try LoadedPipeline.load(pipelinePath)
        let place = LedgerPlace(pipeline, output: output)
        let ledger = try place.openToRead()
        let vintages = try withLedger { try ledger?.vintages() ?? [] }
        let programme = pipeline.file.programme
        let rounding = pipeline.file.news.rounding
        let published = PublishedFacts(vintages, programme: programme, rounding: rounding)
        let facts: FactSet
        if let quarter = quarter ?? last(in: place.home), let run = try read(quarter, in: place.home) {
            let others =
                includesAllGroups
                ? try OtherGroups.facts(of: run, in: "\(place.home)/\(quarter)", programme: programme) : []
            facts = run.adding(others + published.facts, sources: published.sources)
        } else {
            guard let quarter = quarter ?? vintages.map(\.quarter).max(),
                let imported = PublishedFacts.set(
                    of: quarter, vintages, programme: programme, rounding: rounding, minGroup: pipeline.file.minGroup)
            else { throw RunFailure(FactsProblem.noFacts(of: self.quarter), place: place.home) }
            facts = imported
        }
        return Answer(facts: facts, templates: try TemplateFolder.read(pipeline), language: pipeline.file.language)
    }

    /// The last quarter of which there are facts.
    private func last(in home: String) -> Quarter? {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: home)) ?? []
        return names.compactMap { Quarter($0) }
            .filter { FileManager.default.fileExists(atPath: "\(home)/\($0)/\(FactDocument.fileName)") }.max()
    }

    /// The facts.json of a quarter; nil: there is none.
    private func read(_ quarter: Quarter, in home: String) throws(RunFailure) -> FactSet? {
        let path = "\(home)/\(quarter)/\(FactDocument.fileName)"
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        do {
            let file = try InputFile(name: path, path: path)
            guard file.byteCount <= FactDocument.byteLimit else { throw JSONProblem() }
            return try FactDocument.read(try file.allBytes())
        } catch let problem as JSONProblem {
            throw RunFailure([FactFile.problem(problem, path)])
        } catch let error as InputError {
            throw RunFailure([error])
        } catch {
            throw RunFailure(FactsProblem.factsUnreadable, place: path)
        }
    }
}
