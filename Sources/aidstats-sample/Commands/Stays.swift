import ArgumentParser
import Glibc

/// The second programme of the sample: so much a day in hospital, eight quarters.
struct Stays: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "生成第二个项目的样例：住院津贴，按天计。 A second programme: an allowance a day in hospital."
    )

    @Option(help: ArgumentHelp("输出文件夹。 The folder to write to.", valueName: "folder"))
    var output: String

    @OptionGroup var common: CommonOptions

    static let quarters = (0..<8).map { Quarter(ordinal: Quarter(2021, 3).ordinal + $0) }
    private static let stayCount = 160
    /// So that no number is in two quarters.
    private static let numberStep = 1_000
    /// One stay in so many is odd.
    private static let troubleFrequency = 6

    mutating func run() throws {
        do {
            for truth in try Stays.write(to: output, draws: common.draws) { print(truth.lines.joined(separator: "\n")) }
        } catch let error as SampleError {
            throw error.exit()
        }
    }

    /// Writes one file a quarter, and the tables of memberships, unions and streets.
    ///
    /// - Returns: what is true of each quarter.
    static func write(to folder: String, draws: Draws) throws -> [StayTruth] {
        if mkdir(folder, 0o755) != 0, errno != EEXIST { throw SampleError.cannotCreate(folder, errno) }
        let population = Population(draws: draws)
        try MembershipFile.write(to: folder, population: population, draws: draws)
        let memberships = (0..<Membership.personCount).map { Membership.spells(of: $0, draws: draws) }
        return try quarters.enumerated().map { index, quarter in
            let file = try StayFile(
                path: folder + "/stays-\(quarter.name).xml", population: population, quarter: quarter)
            let stays = Stay.stays(
                paidIn: quarter, first: index * numberStep, count: stayCount + index * 8, draws: draws)
            let counted = try stays.filter { try write($0, to: file, draws: draws) }
            try file.close()
            return StayTruth(of: quarter, counted, memberships)
        }
    }

    /// - Returns: whether the stay counts.
    private static func write(_ stay: Stay, to file: StayFile, draws: Draws) throws -> Bool {
        let nights = String(stay.nightCount)
        guard draws.once(in: troubleFrequency, .stayTrouble, stay.number) else {
            try file.append(stay, nights: nights)
            return true
        }
        switch StayTrouble.allCases[draws.below(StayTrouble.allCases.count, .stayTrouble, -stay.number - 1)] {
        case .duplicate:
            try file.append(stay, nights: nights)
            try file.append(stay, nights: nights)
        case .corrected:
            try file.append(stay, nights: "1")
            try file.append(stay, nights: nights)
        case .withdrawn:
            try file.append(stay, nights: nights)
            try file.append(stay, nights: nights, state: "withdrawn")
            return false
        case .pending:
            try file.append(stay, nights: nights, state: "pending")
            return false
        case .nightsInWords:
            // Few, so that the sample's run is not refused.
            let isWords = stay.number % 7 == 0
            try file.append(stay, nights: isWords ? "七天" : nights)
            return !isWords
        case .wrongID:
            let isWrong = stay.number % 7 == 0
            try file.append(stay, nights: nights, hasWrongID: isWrong)
            return !isWrong
        }
        return true
    }
}
