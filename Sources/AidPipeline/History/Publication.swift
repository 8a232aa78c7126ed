import AidInput
import AidLedger
package import AidModel
import Glibc

/// What `publish` is asked to do.
package struct PublicationOptions: Sendable {
    package enum Subject: Sendable {
        /// The figures of the last run on this quarter.
        case lastRun(Quarter)
        /// A file of figures that were printed before there were exports.
        case printed(path: String)
    }

    package var pipelinePath: String
    package var subject: Subject
    package var output = "reports"
    package var reason: RestatementReason?
    package var note: String?
    /// The day of publication; nil: today.
    package var publishedOn: CalendarDay?
    /// Whether to wait for another run to end.
    package var waits = false

    package init(pipelinePath: String, subject: Subject) {
        self.pipelinePath = pipelinePath
        self.subject = subject
    }
}

/// What `publish` has done.
package struct PublicationOutcome: Sendable {
    /// The new vintages; empty: all was published already.
    package let published: [Vintage]
    /// Those that were there before with the same figures.
    package let unchanged: [Vintage]
    package let language: Language
}

/// Makes a run's figures, or printed ones, the next vintage of a quarter.
package struct Publication: Sendable {
    private let options: PublicationOptions

    package init(_ options: PublicationOptions) {
        self.options = options
    }

    package func publish() throws(RunFailure) -> PublicationOutcome {
        let pipeline = try LoadedPipeline.load(options.pipelinePath)
        let printed = try printedVintages(pipeline)
        let place = LedgerPlace(pipeline, output: options.output)
        let locks = try place.lock(waits: options.waits)
        defer { withExtendedLifetime(locks) {} }
        return try withLedger {
            let ledger = try place.openToWrite()
            var published: [Vintage] = []
            var unchanged: [Vintage] = []
            for vintage in try printed ?? [ofLastRun(ledger, home: place.home, since: pipeline.file.programme.since)] {
                let ofQuarter = try ledger.vintages(of: vintage.quarter)
                let earlier = ofQuarter + published.filter { $0.quarter == vintage.quarter }
                if let same = Publication.same(vintage, among: earlier) {
                    unchanged.append(same)
                } else {
                    published.append(try next(vintage, after: earlier.last, ledger))
                }
            }
            if !published.isEmpty { try ledger.publish(published) }
            return PublicationOutcome(published: published, unchanged: unchanged, language: pipeline.file.language)
        }
    }

    /// A vintage that makes another one needless: of a run the last one, if it says the same; of printed
    /// figures the one of the same day.
    private static func same(_ vintage: Vintage, among earlier: [Vintage]) -> Vintage? {
        switch vintage.origin {
        case .run:
            // What lacks quarters was published once.
            let periods = Set(vintage.cells.map(\.period))
            return earlier.last.flatMap { last in
                last.cells.filter { periods.contains($0.period) } == vintage.cells
                    && last.isProvisional == vintage.isProvisional ? last : nil
            }
        case .imported:
            return earlier.last {
                $0.publishedOn == vintage.publishedOn && $0.cells == vintage.cells
                    && $0.isProvisional == vintage.isProvisional
            }
        }
    }

    private func ofLastRun(_ ledger: Ledger, home: String, since: CalendarDay?) throws -> Vintage {
        guard case .lastRun(let quarter) = options.subject, let run = try ledger.lastRun(of: quarter) else {
            throw RunFailure(
                .dataRefused, code: "no-run", place: options.pipelinePath, zh: "这个季度还没有运行过",
                en: "there has been no run on this quarter",
                mend: BilingualText(
                    zh: "请先执行 aidstats run，并用同一个 --output", en: "do aidstats run first, with the same --output"))
        }
        // One ledger may serve several folders of reports.
        let folder = OutputFolder.resolved(home) + "/\(quarter)"
        guard run.folder == folder else {
            throw RunFailure(
                .dataRefused, code: "other-output", place: folder, zh: "最近一次运行的报告在 \(run.folder)",
                en: "the report of the last run is in \(run.folder)",
                mend: BilingualText(
                    zh: "请用同一个 --output，或在这里重新运行", en: "give the same --output, or do the run here again"))
        }
        return Vintage(
            quarter: quarter, number: 0, publishedOn: try day(), reason: nil, note: options.note,
            isProvisional: run.isProvisional, origin: .run(run.id),
            cells: run.wholeCells(since: since))
    }

    private func printedVintages(_ pipeline: LoadedPipeline) throws(RunFailure) -> [Vintage]? {
        guard case .printed(let path) = options.subject else { return nil }
        return try PublishedFiguresFile(
            name: path, path: path, currency: pipeline.file.programme.currency, zone: pipeline.file.layout.zone
        ).vintages
    }

    /// The vintage as the one that follows another, if that may be.
    private func next(_ vintage: Vintage, after last: Vintage?, _ ledger: Ledger) throws -> Vintage {
        var vintage = vintage
        vintage.number = (last?.number ?? 0) + 1
        vintage.note = options.note ?? vintage.note
        guard vintage.publishedOn > vintage.quarter.firstDay, try vintage.publishedOn <= Publication.today() else {
            throw refused(
                "impossible-day", .wrongUsage,
                zh: "\(vintage.quarter) 不可能在 \(vintage.publishedOn) 发布：日期在季度开始之前，或在今天之后",
                en:
                    "\(vintage.quarter) cannot have been published on \(vintage.publishedOn): that is before it began, or in the future",
                mend: BilingualText(zh: "请改正日期；台账不能撤回", en: "correct the day; nothing in a ledger can be taken back"))
        }
        guard let last else {
            // A file may hold quarters that restate something and others that do not.
            if case .imported = vintage.origin { return vintage }
            guard options.reason == nil else {
                throw refused(
                    "nothing-to-restate", .wrongUsage, zh: "\(vintage.quarter) 从未发布，没有可修订的数字",
                    en: "\(vintage.quarter) has never been published, so there is nothing to restate",
                    mend: BilingualText(zh: "请去掉 --reason", en: "leave out --reason"))
            }
            return vintage
        }
        guard let reason = options.reason else {
            throw refused(
                "reason-missing", .wrongUsage,
                zh: "\(vintage.quarter) 已于 \(last.publishedOn) 发布过第 \(last.number) 版，数字不同；修订须说明原因",
                en: "\(vintage.quarter) was published on \(last.publishedOn) as vintage \(last.number) with other "
                    + "figures; a restatement needs its reason",
                mend: BilingualText(
                    zh: "请加 --reason：R1 数据更完整，R2 例行重算，R3 统计方法改变，C 更正错误",
                    en:
                        "give --reason: R1 better source data, R2 routine recalculation, R3 changed method, C correction"
                ))
        }
        guard last.publishedOn <= vintage.publishedOn else {
            throw refused(
                "published-before", .wrongUsage,
                zh: "发布日期 \(vintage.publishedOn) 早于上一版的 \(last.publishedOn)",
                en:
                    "the day of publication, \(vintage.publishedOn), is before that of the last vintage, \(last.publishedOn)",
                mend: BilingualText(
                    zh: "请改正发布日期（--on，或文件中的 publishedOn）", en: "correct the day (--on, or publishedOn in the file)"))
        }
        try checkMethod(reason, vintage, last, ledger)
        vintage.reason = reason
        return vintage
    }

    /// Rules that differ make a changed method, whatever the user calls it; and the other way round.
    private func checkMethod(_ reason: RestatementReason, _ vintage: Vintage, _ last: Vintage, _ ledger: Ledger) throws
    {
        guard case .run(let id) = vintage.origin, case .run(let lastID) = last.origin,
            let rules = try ledger.run(id)?.rulesSHA256, let lastRules = try ledger.run(lastID)?.rulesSHA256
        else { return }
        if rules != lastRules, reason == .betterData || reason == .routine {
            throw refused(
                "method-changed", .wrongUsage, zh: "流程文件的统计规则与第 \(last.number) 版不同，原因不会是 \(reason.rawValue)",
                en: "the rules of counting in the pipeline file differ from those of vintage \(last.number), "
                    + "so the reason is not \(reason.rawValue)",
                mend: BilingualText(zh: "请用 R3 或 C", en: "give R3, or C"))
        }
        if rules == lastRules, reason == .changedMethod {
            throw refused(
                "method-unchanged", .wrongUsage, zh: "流程文件的统计规则与第 \(last.number) 版相同，原因不会是 R3",
                en:
                    "the rules of counting in the pipeline file are those of vintage \(last.number), so the reason is not R3",
                mend: BilingualText(zh: "请用 R1、R2 或 C", en: "give R1, R2 or C"))
        }
    }

    private func refused(
        _ code: String, _ exitCode: ExitCode, zh: String, en: String, mend: BilingualText
    ) -> RunFailure {
        RunFailure(exitCode, code: code, place: options.pipelinePath, zh: zh, en: en, mend: mend)
    }

    private func day() throws(RunFailure) -> CalendarDay {
        if let day = options.publishedOn { return day }
        return try Publication.today()
    }

    private static func today() throws(RunFailure) -> CalendarDay {
        var seconds = time(nil)
        var parts = tm()
        guard localtime_r(&seconds, &parts) != nil,
            let today = CalendarDay(
                year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
        else {
            throw RunFailure(
                .ownFault, code: "no-date", zh: "无法得知今天的日期", en: "the system does not say what day it is",
                mend: BilingualText(zh: "请加 --on", en: "give --on"))
        }
        return today
    }
}
