import AidInput
import AidModel
import AidNews
import AidReport
import AidStatistics
import AidText

/// The claims behind a figure, by their numbers: for the person who runs the program, in a file that nobody else reads.
///
/// They are not kept by a run, so the exports are read again; and only if they and the pipeline file are what they were,
/// by the digests of the manifest, and what they come to is the figure.
struct ClaimsBehind {
    private let fact: Fact
    private let set: FactSet
    private let pipeline: LoadedPipeline
    /// Of the quarter's report.
    private let folder: String

    init(_ fact: Fact, of set: FactSet, pipeline: LoadedPipeline, folder: String) throws(RunFailure) {
        (self.fact, self.set, self.pipeline, self.folder) = (fact, set, pipeline, folder)
        let isOfVintage = fact.id.prefix { $0 != "/" }.contains("@")
        guard !isOfVintage else { throw RunFailure(ExplainProblem.claimsOfVersion, place: fact.id) }
        guard pipeline.register == nil else { throw RunFailure(ExplainProblem.claimsOfRegister, place: pipeline.path) }
        guard pipeline.file.layout.claim != nil else {
            throw RunFailure(ExplainProblem.noClaimNumbers, place: pipeline.path)
        }
        switch fact.measure {
        case .members: throw RunFailure(ExplainProblem.claimsOfMembers, place: fact.id)
        case .firstTime, .returning: throw RunFailure(ExplainProblem.claimsOfSomeRecipients, place: fact.id)
        default: break
        }
        guard fact.group?.restCount == nil else { throw RunFailure(ExplainProblem.claimsOfRest, place: fact.id) }
    }

    /// Reads the exports again.
    ///
    /// - Returns: the file, and how many claims it lists.
    /// - Throws: also where anything is other than it was.
    func file(_ options: RunOptions, progress: RunProgress) async throws -> (bytes: [UInt8], claimCount: Int) {
        let manifest = try manifest()
        guard manifest.pipeline == pipeline.sha256 else {
            throw RunFailure(ExplainProblem.pipelineChanged, place: pipeline.path)
        }
        var options = options
        options.soughtDays = fact.period.firstDay...fact.period.lastDay
        options.takesDigests = true
        let read = try await ExportSource(pipeline, options, progress: progress).read()
        guard (read.files + read.tableFiles).map(\.sha256) == manifest.inputs else {
            throw RunFailure(
                manifest.inputs.contains(nil) ? ExplainProblem.noDigests : .inputsChanged(named(read, manifest.inputs)),
                place: pipeline.path)
        }
        let settled = try await RunClaims(read, jobs: options.jobs, pipeline)
        let claims = settled.settled.sought.filter { isOf($0, settled.read.groups) }
        try check(claims)
        return (bytes(claims, read), claims.count)
    }

    /// The first input that is another one.
    private func named(_ read: ReadClaims, _ digests: [String?]) -> String {
        (read.files + read.tableFiles).enumerated().first { !digests.indices.contains($0) || digests[$0] != $1.sha256 }?
            .1.name ?? ""
    }

    private func manifest() throws(RunFailure) -> (pipeline: String, inputs: [String?]) {
        let place = folder + "/" + Manifest.fileName
        guard let bytes = OutputFolder.read(Manifest.fileName, in: folder) else {
            throw RunFailure(ExplainProblem.noManifest, place: place)
        }
        do throws(JSONProblem) {
            return try Manifest.digests(bytes)
        } catch {
            throw RunFailure(ExplainProblem.noManifest, place: place)
        }
    }

    private func isOf(_ claim: StandingClaim, _ groups: [[String]]) -> Bool {
        guard let group = fact.group else { return true }
        guard let place = pipeline.file.layout.breakdowns.firstIndex(where: { $0.name == group.field }) else {
            return false
        }
        let value = groups[Int(claim.groupsCode)][place]
        guard let name = group.name else {
            return EmptyGroup.group(named: value.isEmpty ? EmptyGroup.name : value) == nil
        }
        // By bytes: texts that Swift takes for equal may be different groups.
        return value.utf8.elementsEqual(name.utf8)
    }

    /// They must come to the person-times and the money that the report has.
    private func check(_ claims: [StandingClaim]) throws(RunFailure) {
        func told(_ measure: FactMeasure) -> FactValue? {
            set[FactID(fact.period, group: fact.group, measure, .level)]?.value
        }
        let amount = claims.reduce(Int128(0)) { $0 + Int128($1.amountMinor) }
        guard told(.personTimes) == .exactly(Int128(claims.count)), told(.amount) == .exactly(amount) else {
            throw RunFailure(ExplainProblem.claimsDiffer, place: fact.id)
        }
    }

    private func bytes(_ claims: [StandingClaim], _ read: ReadClaims) -> [UInt8] {
        var table = CSVText(["claim", "date", "amount", "file"])
        let unit = TableUnit.money(set.programme.currency)
        for claim in claims {
            var number: [UInt8] = []
            read.keys?.appendText(of: claim.key, to: &number)
            table.add([
                .text(String(decoding: number, as: UTF8.self)), .word(claim.day.description),
                .word(unit.plain(Int128(claim.amountMinor))), .text(read.files[claim.position.fileIndex].name),
            ])
        }
        return Array(table.text.utf8)
    }
}
