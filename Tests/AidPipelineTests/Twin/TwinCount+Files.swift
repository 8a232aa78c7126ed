/// What is told of records that stand in several files.
extension TwinCount {
    /// How many claims have another version stand than if `b9` came before `b10`, and whether a glob has put them so.
    func outOfOrder(_ export: TwinExport) -> (count: Int, isSorted: Bool) {
        let names = export.files.map(\.name)
        guard plan.hasClaim, let ten = names.firstIndex(where: { $0.hasPrefix("b10.") }),
            let nine = names.firstIndex(where: { $0.hasPrefix("b9.") }), ten < nine
        else { return (0, false) }
        var versions: [Exact: [Int]] = [:]
        for (index, record) in seen.enumerated() where record.reason == nil && record.kind != .reversed {
            versions[record.claim, default: []].append(index)
        }
        let count = versions.values.count { versions in
            guard let last = versions.last, export.records[last].file == nine,
                let other = versions.last(where: { export.records[$0].file == ten })
            else { return false }
            return Version(seen[last]) != Version(seen[other])
        }
        let isGlob = export.pipeline.contains("files: [\"*.csv\"]")
        return (count, isGlob && names[ten].hasSuffix(".csv") && names[nine].hasSuffix(".csv"))
    }

    /// Records without claim numbers that stand in several files.
    struct SameRecords {
        /// The pairs of files, those that share most first.
        var pairs: [(earlier: Int, later: Int, count: Int)] = []
        var isPastLimit = false
    }

    func sameRecords(_ export: TwinExport) -> SameRecords {
        guard !plan.hasClaim else { return SameRecords() }
        let files = export.files.indices
        var counts: [Version: [Int]] = [:]
        var paid = files.map { _ in 0 }
        for (index, record) in seen.enumerated() where fates[index] == .paid {
            paid[export.records[index].file] += 1
            guard record.person != nil else { continue }
            counts[Version(record), default: files.map { _ in 0 }][export.records[index].file] += 1
        }
        var shared = files.map { _ in 0 }
        var pairs: [[Int]: Int] = [:]
        for count in counts.values {
            for file in files {
                shared[file] += files.filter { $0 != file }.map { min(count[$0], count[file]) }.max() ?? 0
                if count[file] > 0, let before = files.last(where: { $0 < file && count[$0] > 0 }) {
                    pairs[[before, file], default: 0] += min(count[before], count[file])
                }
            }
        }
        return SameRecords(
            pairs: pairs.map { (earlier: $0.key[0], later: $0.key[1], count: $0.value) }.sorted {
                ($1.count, $0.earlier, $0.later) < ($0.count, $1.earlier, $1.later)
            }, isPastLimit: files.contains { shared[$0] >= 20 && shared[$0] * 10 > paid[$0] })
    }
}
