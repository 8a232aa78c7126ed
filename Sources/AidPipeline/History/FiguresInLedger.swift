import AidLedger
import AidRegister
import AidModel
import AidReport

/// The figures of a programme as its ledger has them.
struct FiguresInLedger {
    private let pipeline: LoadedPipeline?
    private let ledger: Ledger?
    /// Where the ledger is, or would be.
    private let path: String

    static let provisional = BilingualText(zh: "初步数字", en: "provisional")

    init(pipelinePath: String?, output: String) throws(RunFailure) {
        guard let pipelinePath else {
            pipeline = nil
            ledger = nil
            path = ""
            return
        }
        let pipeline = try LoadedPipeline.load(pipelinePath)
        self.pipeline = pipeline
        let place = LedgerPlace(pipeline, output: output)
        path = place.path
        ledger = try place.openToRead()
    }

    var language: Language? { pipeline?.file.language }
    /// What people call a breakdown, by its name in the pipeline file; nil: there is none.
    var fieldTitles: [String: BilingualText]? { pipeline?.fieldTitles }

    var currency: Currency {
        get throws(RunFailure) { try named.file.programme.currency }
    }

    /// A quarter as it was published, or as it stands now.
    func side(_ quarter: Quarter, _ choice: ComparedOperand.VintageChoice) throws(RunFailure) -> ComparedSide {
        let ledger = try opened
        let vintages = try withLedger { try ledger.vintages(of: quarter) }
        switch choice {
        case .now:
            if let side = try standing(quarter) { return side }
            guard let last = vintages.last else { throw try nothingKnown(of: "\(quarter)") }
            return side(last)
        case .first: return try side(vintages.first, quarter, vintages)
        case .latest: return try side(vintages.last, quarter, vintages)
        case .number(let number): return try side(vintages.first { $0.number == number }, quarter, vintages)
        case .asOf(let day): return try side(vintages.last { $0.publishedOn <= day }, quarter, vintages)
        }
    }

    /// Several quarters as one period.
    ///
    /// Person-times and money add up; recipients do not, and are known only where a period that was
    /// counted as a whole is the one that is asked for.
    func side(_ span: ClosedRange<Quarter>) throws(RunFailure) -> ComparedSide {
        let ledger = try opened
        let title = BilingualText(
            zh: "\(span.lowerBound)..\(span.upperBound)", en: "\(span.lowerBound)..\(span.upperBound)")
        let last = span.upperBound
        guard let run = try withLedger({ try ledger.lastRun() }) else { throw try nothingKnown(of: title.en) }
        var sum = Figures.zero
        var isProvisional = false
        var empty: [Quarter] = []
        for ordinal in span.lowerBound.ordinal...span.upperBound.ordinal {
            guard let total = run.quarters.first(where: { $0.quarter.ordinal == ordinal }) else {
                throw try beyondData(Quarter(ordinal: ordinal), run)
            }
            // A quarter within the data without a claim adds nothing, but may be one that was never exported.
            if total.figures == nil { empty.append(total.quarter) }
            sum.personTimeCount += total.figures?.personTimeCount ?? 0
            sum.amountMinor += total.figures?.amountMinor ?? 0
            isProvisional = isProvisional || total.isProvisional
        }
        let provisional =
            (isProvisional ? [FiguresInLedger.provisional] : []) + (empty.isEmpty ? [] : [lackingNote(empty)])
        // Year to date of the last quarter is the same span, counted as one: if no newer run has counted otherwise.
        if span.lowerBound == last.firstOfYear, let own = try withLedger({ try ledger.lastRun(of: last) }),
            let total = own.cells.first(where: { $0.period == .yearToDate && $0.group == nil })?.figures?.exactly,
            total.personTimeCount == sum.personTimeCount, total.amountMinor == sum.amountMinor
        {
            let cells = own.cells.filter { $0.period == .yearToDate }.map {
                PublishedCell(period: .quarter, group: $0.group, content: $0.content)
            }
            return ComparedSide(title: title, cells: cells, notes: provisional)
        }
        let register = try RunRegister.open(try named, for: .reading)
        let people: RegisteredPeople? = if let register { try people(span, run, register) } else { nil }
        let count = people?.quarters.count(span)
        let figures = PublishedFigures(
            recipients: count.map { FigureRange(exactly: Int128($0.distinct)) },
            personTimes: FigureRange(exactly: sum[.personTimes]), amountMinor: FigureRange(exactly: sum[.amount]))
        let query = "aidstats register people \(try named.path) \(title.en)"
        let note =
            count.flatMap { people?.told($0, of: span) } ?? forgottenNote(span, register?.forgotten)
            ?? BilingualText(
                zh: "受助职工不能跨季度相加；须作为整体统计：流程文件写明 register，运行之后执行 \(query)",
                en:
                    "recipients do not add up across quarters; with a register in the pipeline file, and a run, they are counted as one by \(query)"
            )
        return ComparedSide(
            title: title, cells: [PublishedCell(period: .quarter, group: nil, content: .figures(figures))],
            notes: provisional + [note])
    }

    private func lackingNote(_ empty: [Quarter]) -> BilingualText {
        let list = empty.prefix(8).map(\.description)
        return BilingualText(
            zh: "没有 \(list.joined(separator: "、"))\(empty.count > 8 ? "……" : "") 的赔付，数据可能不全",
            en:
                "no claim is dated in \(list.joined(separator: ", "))\(empty.count > 8 ? " …" : ""): data may be missing"
        )
    }

    /// Why no register can count the people of a span any more; nil: that is not so.
    private func forgottenNote(_ span: ClosedRange<Quarter>, _ forgotten: ForgottenQuarters?) -> BilingualText? {
        guard let forgotten, span.lowerBound < forgotten.exactFrom else { return nil }
        return BilingualText(
            zh: "登记册已按保留期限删去 \(forgotten.exactFrom) 之前的记录，这一时段的受助职工无法再统计",
            en: "the register has forgotten all records before \(forgotten.exactFrom), so the people of this span "
                + "cannot be counted any more")
    }

    /// What the register knows of the people of a span; nil: it does not, or has other exports than the run whose
    /// money stands beside.
    private func people(
        _ span: ClosedRange<Quarter>, _ run: RecordedRun, _ register: Register
    ) throws(RunFailure) -> RegisteredPeople? {
        guard let people = try RegisteredPeople(register, since: try named.file.programme.since),
            people.covers(span), run.isOn(people.sha256s)
        else { return nil }
        return people
    }

    private func side(_ vintage: Vintage?, _ quarter: Quarter, _ known: [Vintage]) throws(RunFailure) -> ComparedSide {
        if let vintage { return side(vintage) }
        let list = known.map { "@\($0.number) (\($0.publishedOn))" }.joined(separator: ", ")
        throw RunFailure(
            .dataRefused, code: "no-vintage", place: try named.path,
            zh: "\(quarter) 没有这一版" + (known.isEmpty ? "，也从未发布" : "；已有：\(list)"),
            en: "\(quarter) has no such vintage" + (known.isEmpty ? "; it was never published" : "; there are \(list)"),
            mend: BilingualText(zh: "用 aidstats history 查看所有版本", en: "aidstats history lists all vintages"))
    }

    private func side(_ vintage: Vintage) -> ComparedSide {
        ComparedSide(
            title: BilingualText(
                zh: "\(vintage.quarter) 第 \(vintage.number) 版（\(vintage.publishedOn)）",
                en: "\(vintage.quarter) vintage \(vintage.number) (\(vintage.publishedOn))"),
            cells: vintage.cells,
            notes: (vintage.isProvisional ? [FiguresInLedger.provisional] : [])
                + (vintage.note.map { [BilingualText(zh: $0, en: $0)] } ?? []))
    }

    /// A quarter as the newest run that saw it has counted it.
    private func standing(_ quarter: Quarter) throws(RunFailure) -> ComparedSide? {
        let ledger = try opened
        let title = BilingualText(zh: "\(quarter) 现值", en: "\(quarter) now")
        let newest = try withLedger { try ledger.lastRun() }
        let own = try withLedger { try ledger.lastRun(of: quarter) }
        let total = newest?.quarters.first { $0.quarter == quarter }
        // The quarter's own run has its groups too; a newer run may have counted it anew.
        if let own, newest?.id == own.id || total?.figures == nil || total?.figures == own.total {
            return ComparedSide(title: title, cells: own.cells, notes: notes(own))
        }
        guard let total, let figures = total.figures else { return nil }
        let newer = own.map { _ in
            BilingualText(
                zh: "总数来自较新的一次运行；分组须重新运行该季度", en: "totals of a newer run; its groups need a run on this quarter")
        }
        return ComparedSide(
            title: title,
            cells: [PublishedCell(period: .quarter, group: nil, content: .figures(PublishedFigures(figures)))],
            notes: (total.isProvisional ? [FiguresInLedger.provisional] : []) + (newer.map { [$0] } ?? []))
    }

    private func notes(_ run: RecordedRun) -> [BilingualText] {
        run.isProvisional ? [FiguresInLedger.provisional] : []
    }

    private var named: LoadedPipeline {
        get throws(RunFailure) {
            guard let pipeline else {
                throw RunFailure(
                    .wrongUsage, code: "pipeline-missing", zh: "没有给出流程文件，无法得知季度的数字",
                    en: "without a pipeline file no quarter's figures are known",
                    mend: BilingualText(
                        zh: "请写作 aidstats compare A B PIPELINE", en: "write aidstats compare A B PIPELINE"))
            }
            return pipeline
        }
    }

    private var opened: Ledger {
        get throws(RunFailure) {
            _ = try named
            guard let ledger else {
                throw RunFailure(
                    .dataRefused, code: "no-ledger", place: path, zh: "这里还没有台账", en: "there is no ledger here yet",
                    mend: BilingualText(
                        zh: "请先执行 aidstats run，并用同一个 --output", en: "do aidstats run first, with the same --output"))
            }
            return ledger
        }
    }

    private func beyondData(_ quarter: Quarter, _ run: RecordedRun) throws(RunFailure) -> RunFailure {
        let ends = [run.quarters.first, run.quarters.last].map { $0.map { "\($0.quarter)" } ?? "–" }
        return RunFailure(
            .dataRefused, code: "not-in-ledger", place: try named.path,
            zh: "最近一次运行的数据从 \(ends[0]) 到 \(ends[1])，不含 \(quarter)",
            en: "the data of the last run are from \(ends[0]) to \(ends[1]), without \(quarter)",
            mend: BilingualText(zh: "请给出其中的季度", en: "name quarters within them"))
    }

    private func nothingKnown(of what: String) throws(RunFailure) -> RunFailure {
        RunFailure(
            .dataRefused, code: "not-in-ledger", place: try named.path, zh: "台账中没有 \(what) 的数字",
            en: "the ledger has no figures of \(what)",
            mend: BilingualText(
                zh: "请先执行 aidstats run，并用同一个 --output", en: "do aidstats run first, with the same --output"))
    }
}

extension RecordedRun {
    /// The total of its own quarter.
    fileprivate var total: Figures? {
        quarters.first { $0.quarter == quarter }?.figures
    }
}
