import ArgumentParser

/// One plain, clean file of any size, for measuring.
struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "生成任意大小的规整文件，供测速。 One plain, clean file of any size, for benchmarks.",
        discussion: """
            The claims lie in the 45 quarters from 2012Q2 on, of about one person for every 9.5 claims.

            Example: aidstats-sample bench --records 5000000 --format csv --output bench.csv
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case csv, xml
    }

    enum Encoding: String, ExpressibleByArgument, CaseIterable {
        case utf8 = "utf-8"
        case gb18030
    }

    @Option(help: ArgumentHelp("记录数。 How many records.", valueName: "number"))
    var records: Int

    @Option(help: "文件格式。 The file's format.")
    var format = Format.csv

    @Option(help: ArgumentHelp("输出文件。 The file to write.", valueName: "file"))
    var output: String

    @Option(help: "文件编码。 The file's encoding.")
    var encoding = Encoding.utf8

    @OptionGroup var common: CommonOptions

    static let quarterCount = 45
    /// Serial numbers have eight digits, and no troubles take any of them here.
    static let recordLimit = 100_000_000
    static let firstQuarter = Quarter(2012, 2)

    func validate() throws {
        guard (1...Bench.recordLimit).contains(records) else {
            throw ValidationError(
                "--records 应在 1 与 \(Bench.recordLimit) 之间。 --records must be from 1 to \(Bench.recordLimit)."
            )
        }
    }

    mutating func run() throws {
        do {
            try common.report(try write())
        } catch let error as SampleError {
            throw error.exit()
        }
    }

    private func write() throws -> TruthReport {
        let dialect = Dialect(
            format: format == .csv ? .csv : .xml, encoding: encoding == .utf8 ? .utf8 : .gb18030,
            habits: Habits(isVaried: false), hasChineseNames: format == .csv
        )
        let file = try dialect.createFile(at: output)
        let draws = common.draws
        let personCount = max(1, records * 2 / 19)
        let quarters = (0..<Bench.quarterCount).map { Quarter(ordinal: Bench.firstQuarter.ordinal + $0) }
        var tally = Tally(quarters: quarters, windows: quarters.map { _ in 0..<personCount })
        var balance = SampleBalance()
        var scribe = Scribe(draws: draws, population: Population(draws: draws))
        var text = RecordText()
        for (index, quarter) in quarters.enumerated() {
            let serials = (index * records / quarters.count)..<((index + 1) * records / quarters.count)
            for serial in serials {
                let claim = TrueClaim(
                    quarterIndex: index, serial: serial, person: draws.below(personCount, .benchPerson, serial),
                    day: quarter.firstDay + (serial - serials.lowerBound) * quarter.dayCount / serials.count,
                    amountFen: 1000 + draws.below(150_000, .benchAmount, serial),
                    care: draws.once(in: 4, .care, serial) ? 1 : 0, district: draws.below(14, .district, serial)
                )
                let saying = Saying(
                    number: ClaimNumber(quarter: quarter, day: claim.day, serial: serial), person: claim.person,
                    day: claim.day, amountFen: claim.amountFen, care: claim.care, district: claim.district
                )
                scribe.fill(&text, saying, habits: dialect.habits, index: serial, isPlain: false)
                try file.append(text, damage: nil)
                tally.count(claim)
                balance.count(.paid)
            }
            tally.close(quarterIndex: index)
        }
        try file.close()
        return TruthReport(tally: tally, balance: balance, troubles: [], forms: [])
    }
}
