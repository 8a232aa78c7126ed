import Foundation

/// A random programme: its pipeline file, its exports, and every record of them as it was meant.
struct TwinExport {
    let seed: UInt64
    let plan: TwinPlan
    let pipeline: String
    let files: [TwinFile]
    /// In input order.
    let records: [TwinRecord]
    let people: [TwinPerson]

    init(seed: UInt64) {
        var random = TwinRandom(seed: seed)
        let fileCount = random.number(1...4)
        let isXML = (0..<fileCount).map { _ in random.chance(40) }
        var plan = TwinPlan(random: &random, hasXML: isXML.contains(true))
        plan.drawMeasures(seed: seed, hasXML: isXML.contains(true))
        plan.drawShownGroups(seed: seed)
        let people = (0..<random.pick([3, 12, 40])).map { _ in TwinPerson(&random) }
        var drafts = TwinDraftMaker(plan: plan, people: people, treatments: TwinRandom(seed: seed ^ 0x6461_7973))
        let maker = TwinFileMaker(plan: plan, people: people)
        let stems = random.shuffled(["a", "B", "b10", "b9", "甲", "z z", "c,\u{301}d", "e\u{301}"])
        var files: [TwinFile] = []
        for index in 0..<fileCount {
            let count = random.chance(3) ? 0 : random.chance(80) ? random.number(5...60) : random.number(60...200)
            if isXML[index] {
                var writer = TwinXMLWriter(maker: maker, &random)
                files.append(writer.file(name: stems[index] + ".xml", count: count, drafts: &drafts, &random))
            } else {
                var writer = TwinCSVWriter(maker: maker, &random)
                files.append(writer.file(name: stems[index] + ".csv", count: count, drafts: &drafts, &random))
            }
        }
        let inputs = TwinExport.inputs(&files, &random)
        var records: [TwinRecord] = []
        for (index, file) in files.enumerated() {
            for record in file.records {
                var record = record
                record.file = index
                records.append(record)
            }
        }
        self.seed = seed
        self.plan = plan
        self.people = people
        self.files = files
        self.records = records
        pipeline = plan.yaml(inputs: inputs, maxSharedClaims: TwinExport.maxSharedClaims(seed))
    }

    /// In percent.
    static func maxSharedClaims(_ seed: UInt64) -> Int { seed % 4 == 0 ? 1 : 100 }

    /// The lines of `inputs`; where nothing need be said of the CSV files, a glob may find them.
    private static func inputs(_ files: inout [TwinFile], _ random: inout TwinRandom) -> [String] {
        let csv = files.filter { $0.name.hasSuffix(".csv") }
        let canGlob = csv.count > 1 && csv.allSatisfy { $0.yaml.contains("encoding: auto, delimiter: auto") }
        guard canGlob, random.chance(70) else { return files.map(\.yaml) }
        files =
            csv.sorted { Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8)) }
            + files.filter { !$0.name.hasSuffix(".csv") }
        return ["  - { files: [\"*.csv\"], format: csv }"] + files.dropFirst(csv.count).map(\.yaml)
    }

    /// Writes the pipeline file and the exports, and gives the former's path.
    func write(to folder: URL) throws -> String {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for file in files { try Data(file.bytes).write(to: folder.appending(path: file.name)) }
        let path = folder.appending(path: "twin.yaml")
        try Data(pipeline.utf8).write(to: path)
        return path.path
    }
}
