import TestSupport
import Testing

/// Exports without claim numbers that hold the same records.
@Suite("Exports that overlap, without claim numbers") struct OverlappingFilesTests {
    private static let pipeline =
        Exports.pipeline().split(separator: "\n")
        .filter { !$0.contains("claim: ") && !$0.contains("reverses:") }.joined(separator: "\n")
        .replacing(", reversed: [冲正]", with: "") + "\n"

    /// Records of different people and days.
    private static func lines(_ numbers: Range<Int>) -> [String] {
        numbers.map { number in
            let id =
                "11010519" + String(40_000_000 + 10_101 + number % 28).suffix(6)
                + String(String(1000 + number).suffix(3))
            return "HZ\(number),\((id + "X").rechecked),2023-0\(4 + number % 3)-1\(number % 10),100.00,已打款,门诊,x"
        }
    }

    private static func write(_ name: String, _ lines: [String], _ place: Workplace) throws {
        try place.write(name, ([Exports.header] + lines).joined(separator: "\n") + "\n")
    }

    @Test(
        "A few are told, pair by pair; past a tenth of a file, and from 20 on, the run is refused",
        arguments: ["1", "3"])
    func limit(jobs: String) throws {
        let place = try Workplace()
        try place.write("pipeline.yaml", Self.pipeline)
        try Self.write("exports/04.csv", Self.lines(0..<400), place)
        for (sharedCount, ownCount, exitCode) in [
            (0, 100, 0), (1, 100, 0), (19, 100, 0), (20, 200, 0), (20, 199, 65), (50, 50, 65),
        ]
            as [(Int, Int, Int32)]
        {
            // The first records of the one file are the last of the other.
            try Self.write("exports/05.csv", Self.lines(400 - sharedCount..<400 - sharedCount + ownCount), place)
            let run = try place.aidstats("run", "pipeline.yaml", "--lang", "en", "--jobs", jobs)
            #expect(run.exitCode == exitCode, "\(sharedCount) of \(ownCount): \(run.errorText)")
            if exitCode == 0 {
                #expect(run.errorText.contains("[same-records]") == (sharedCount > 0), "\(run.errorText)")
                if sharedCount > 0 {
                    #expect(
                        run.errorText.contains("\(sharedCount) in exports/04.csv and exports/05.csv"),
                        "\(run.errorText)")
                }
            } else {
                #expect(run.errorText.contains("[too-many-same-records]"), "\(run.errorText)")
                #expect(
                    run.errorText.contains(
                        "exports/05.csv: error: of \(ownCount) paid records \(sharedCount) stand in other files as well"
                    ),
                    "\(run.errorText)")
                #expect(run.errorText.contains("most of them in exports/04.csv"))
            }
        }
        let told = try place.aidstats("run", "pipeline.yaml", "--lang", "zh", "--jobs", jobs)
        #expect(told.errorText.contains("没有赔付编号无法去重"), "\(told.errorText)")
        for choice in ["100%", "{ records: 50 }"] {
            try place.write(
                "pipeline.yaml", Self.pipeline.replacing("minGroup: 0", with: "minGroup: 0, maxSameRecords: \(choice)"))
            let allowed = try place.aidstats("run", "pipeline.yaml", "--lang", "en", "--jobs", jobs)
            #expect(allowed.exitCode == 0 && allowed.errorText.contains("[same-records]"), "\(allowed.errorText)")
        }
    }

    @Test("With claim numbers nothing of it is said")
    func withClaimNumbers() throws {
        let place = try Workplace()
        try place.write("pipeline.yaml", Exports.pipeline())
        try Self.write("exports/04.csv", Self.lines(0..<60), place)
        try Self.write("exports/05.csv", Self.lines(0..<60).map { "B" + $0 }, place)
        let run = try place.aidstats("run", "pipeline.yaml", "--lang", "en")
        #expect(run.exitCode == 0 && !run.errorText.contains("same-records"), "\(run.errorText)")
    }
}
