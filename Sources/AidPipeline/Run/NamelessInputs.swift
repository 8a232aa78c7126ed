import AidInput
import AidModel
import AidStatistics
import Foundation

extension QuarterReport {
    /// Takes the names of the files out of what is published, where they would tell names of groups that the report
    /// does not name.
    ///
    /// Whoever runs the program finds them in the manifest.
    ///
    /// - Parameter groups: for each groups code the values of the breakdown fields.
    mutating func withholdFileNames(_ layout: RecordLayout, groups: [[String]]) {
        guard minGroup > 0 else { return }
        var named = InternTable()
        for case var name? in breakdowns.flatMap({ $0.groups.flatMap { [$0.group] + $0.names } }) {
            _ = name.withUTF8 { named.number(of: $0) }
        }
        var unnamed = layout.breakdowns.map { _ in Set<String>() }
        for field in unnamed.indices {
            // Each value once.
            var seen = InternTable()
            for row in groups {
                var value = row[field]
                let isNew = value.withUTF8 { bytes in
                    let count = seen.count
                    return seen.number(of: bytes) == count && named.known(bytes) == nil
                }
                if isNew, isName(value) { unnamed[field].insert(value) }
            }
        }
        let patterns = zip(layout.breakdowns, unnamed).compactMap { field, unnamed -> String? in
            guard !unnamed.isEmpty, case .path(let pattern, _) = field.source else { return nil }
            return pattern.text
        }
        // To the eye a name is the same in whichever of its spellings a system writes it.
        let texts = TextSet(unnamed.joined().lazy.map(composed))
        let tells = { (name: String) in texts.isIn(composed(name)) }
        let files = inputs + tables.flatMap(\.files)
        guard !patterns.isEmpty || files.contains(where: { tells($0.name) }) else { return }
        let pattern = patterns.first { !tells($0) }
        namelessInputs = pattern ?? ""
        let names = TextSet(files.map(\.name))
        for table in tables.indices {
            for file in tables[table].files.indices { tables[table].files[file].name = "" }
        }
        findings = findings.map { finding in
            let message = finding.message
            return Finding(
                level: finding.level, code: finding.code,
                message: BilingualText(
                    zh: names.replaced(in: message.zh, by: pattern ?? "（文件名从略）"),
                    en: names.replaced(in: message.en, by: pattern ?? "(a file)")))
        }
    }
}

/// A name in the one of its spellings in which marks are a part of their letters; of plain letters and digits it is the
/// same.
private func composed(_ name: String) -> String {
    name.utf8.allSatisfy { $0 < 0x80 } ? name : name.precomposedStringWithCanonicalMapping
}

/// Whether a value is more than punctuation.
private func isName(_ value: String) -> Bool {
    value.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
}
