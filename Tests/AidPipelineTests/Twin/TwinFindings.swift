/// Compares the findings that count something with the twin.
struct TwinFindings {
    private(set) var differences: [String] = []

    init(_ report: TwinJSON, export: TwinExport, count: TwinCount) {
        var wanted: [String: [String]] = [:]
        let names = export.files.map(\.name)
        for file in names.indices {
            let unseen = zip(export.records, count.seen).filter { $0.0.file == file }.reduce(0) {
                $0 + $1.1.unseenCount
            }
            if unseen > 0 {
                wanted["invisible-characters", default: []].append(
                    "\(names[file]): \(unseen) values held invisible characters, and are counted without them")
            }
        }
        let sharingFiles = Set(count.sharing.map { export.records[$0].file }).sorted()
        if let first = sharingFiles.first {
            let place = sharingFiles.count == 1 ? names[first] : "\(sharingFiles.count) files, first in \(names[first])"
            wanted["shared-claim-numbers"] = [
                "\(count.sharing.count) records give a claim number to another person than the record before, "
                    + "and the later one counts (\(place))"
            ]
        }
        let outOfOrder = count.outOfOrder(export).count
        if outOfOrder > 0 {
            let (ten, nine) = (names.first { $0.hasPrefix("b10.") }!, names.first { $0.hasPrefix("b9.") }!)
            wanted["files-out-of-order"] = [
                "\(outOfOrder) claims have versions in several files, and that of the file read last counts, although its "
                    + "name says that it is the earlier, as with \(nine) listed behind \(ten); if that is not meant, "
                    + "list files in the order of time"
            ]
        }
        let same = count.sameRecords(export).pairs
        if !same.isEmpty {
            let pairs = same.prefix(5).map { "\($0.count) in \(names[$0.earlier]) and \(names[$0.later])" }
            wanted["same-records"] = [
                "\(same.reduce(0) { $0 + $1.count }) paid records stand in more than one file (the same person, day, amount "
                    + "and groups); without claim numbers nothing tells whether they are one claim, and all are counted: "
                    + pairs.joined(separator: ", ") + (same.count > 5 ? ", …" : "")
            ]
        }
        // Files whose names would tell withheld groups have none.
        if report["inputs"]?.elements.first?["file"]?.text == "" {
            for name in names.sorted(by: { $0.utf8.count > $1.utf8.count }) {
                wanted = wanted.mapValues { $0.map { $0.replacing(name, with: "(a file)") } }
            }
        }
        for code in ["invisible-characters", "shared-claim-numbers", "files-out-of-order", "same-records"] {
            let got = report["findings"]?.elements.filter { $0["code"]?.text == code }.map {
                $0["message", "en"]?.text ?? ""
            }
            if (got ?? []).map(Exact.init) != (wanted[code] ?? []).map(Exact.init) {
                differences.append("\(code): twin \(wanted[code] ?? []), pipeline \(got ?? [])")
            }
        }
    }
}
