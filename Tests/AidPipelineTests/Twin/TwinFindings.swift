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
        for code in ["invisible-characters", "shared-claim-numbers"] {
            let got = report["findings"]?.elements.filter { $0["code"]?.text == code }.map {
                $0["message", "en"]?.text ?? ""
            }
            if (got ?? []).map(Exact.init) != (wanted[code] ?? []).map(Exact.init) {
                differences.append("\(code): twin \(wanted[code] ?? []), pipeline \(got ?? [])")
            }
        }
    }
}
