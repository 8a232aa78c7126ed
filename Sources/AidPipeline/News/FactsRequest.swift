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
                throw RunFailure(
                    .ownFault, code: "unexpected", place: error.part.fileName(language), zh: "模板无法使用",
                    en: "the template cannot be used")
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
            facts = run.adding(published.facts, sources: published.sources)
        } else {
            guard let quarter = quarter ?? vintages.map(\.quarter).max(),
                let imported = PublishedFacts.set(
                    of: quarter, vintages, programme: programme, rounding: rounding, minGroup: pipeline.file.minGroup)
            else { throw nothingKnown(place.home) }
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
            throw RunFailure(.dataRefused, [FactFile.problem(problem, path)])
        } catch let error as InputError {
            throw RunFailure([error])
        } catch {
            throw RunFailure(
                .inputOutputError, code: "facts-unreadable", place: path, zh: "无法读取", en: "cannot be read",
                mend: BilingualText(zh: "请对该季度重新执行 aidstats run", en: "do aidstats run on the quarter again"))
        }
    }

    private func nothingKnown(_ home: String) -> RunFailure {
        let what = quarter.map { "\($0)" }
        return RunFailure(
            .dataRefused, code: "no-facts", place: home, zh: "没有\(what.map { " \($0) " } ?? "任何季度")的事实",
            en: "there are no facts of \(what ?? "any quarter")",
            mend: BilingualText(
                zh: "请先执行 aidstats run，并用同一个 --output", en: "do aidstats run first, with the same --output"))
    }
}
