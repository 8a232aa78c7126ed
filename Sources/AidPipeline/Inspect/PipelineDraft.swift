import AidInput
package import AidModel
import AidText

/// A pipeline file made of what files seem to hold, with the reason of each choice beside it.
///
/// What cannot be known is not guessed: it stands where `lint` points at it.
package struct PipelineDraft {
    /// Names that a field of a category cannot have, since they have a meaning.
    private static let reserved: Set<String> = ["claim", "person", "paidOn", "amount", "status", "reverses"]
    private static let categoryLimit = 6
    private static let breakdownLimit = 2

    let files: [Inspection.File]
    /// The names of sheets and entries that hold no claims, beside others that do.
    private let leftOut: [String]
    private let name: String
    private let path: (String) -> String
    let texts: PipelineDraftTexts
    /// Few groups are what a report is broken down by; a hundred employers are not: the fewest first.
    private let categories: [Category]

    /// - Parameters:
    ///   - name: of the programme; nil: one to be changed.
    ///   - path: how the file writes the path of an export, which is told from the current folder.
    package init(
        _ inspection: Inspection, name: String?, language: Language, path: @escaping (String) -> String = { $0 }
    ) {
        let exports = inspection.files.filter(\.mayHoldClaims)
        let others = inspection.files.filter { !$0.mayHoldClaims && $0.inspection.name.contains("#") }
        let names = exports.isEmpty ? [] : others.map(\.inspection.name)
        leftOut = names
        self.path = path
        files = inspection.files.filter { !names.contains($0.inspection.name) }
        self.name = name ?? "my-programme"
        texts = PipelineDraftTexts(language: language)
        categories = PipelineDraft.categories(of: files)
    }

    package var yaml: String {
        let lines: [Line] =
            [
                Line("version: 1"),
                Line("name: \(PipelineDraft.scalar(name))", name == "my-programme" ? texts.name : nil),
            ]
            + since + [Line("inputs:", texts.inputs)] + inputs + [Line("fields:")] + fields + [Line("count:")] + count
            + breakdowns + measures + undecided
        return texts.head.map { "# \($0)\n" }.joined() + "\n" + PipelineDraft.aligned(lines)
    }

    struct Line {
        let text: String
        let comment: String?

        init(_ text: String, _ comment: String? = nil) {
            self.text = text
            self.comment = comment
        }
    }

    /// Comments stand below one another where lines are short.
    private static func aligned(_ lines: [Line]) -> String {
        let width = 44
        return lines.map { line in
            guard let comment = line.comment else { return line.text + "\n" }
            let gap = max(2, width - displayWidth(line.text))
            return line.text + String(repeating: " ", count: gap) + "# " + TextTable.shown(comment) + "\n"
        }.joined()
    }

    // MARK: Parts

    /// Where cumulative figures begin, if nobody says otherwise.
    private var since: [Line] {
        let chosen = Set(names(.date))
        let days = files.flatMap(\.columns).filter { chosen.contains($0.profile.name) }.compactMap(\.profile.firstDay)
        guard let first = days.min() else { return [] }
        return [Line("# since: \(first)", texts.since)]
    }

    private var inputs: [Line] {
        leftOut.map { Line("  # " + TextTable.shown(texts.leftOut($0))) }
            + files.flatMap { file -> [Line] in
                var lines = [Line("  - files: [\(PipelineDraft.scalar(path(file.inspection.name), always: true))]")]
                if file.inspection.format == "xml" {
                    lines += [
                        Line("    format: xml"),
                        Line("    record: \(PipelineDraft.scalar(file.inspection.record ?? ""))"),
                    ]
                } else if file.inspection.layers.last == "json", let record = file.toldRecord {
                    lines += [
                        Line("    format: json"),
                        Line("    record: \(PipelineDraft.scalar(record))", texts.innerRecord),
                    ]
                }
                if file.inspection.headerMustBeTold, let row = file.inspection.headerLine {
                    let rows = file.inspection.headerRowCount
                    lines.append(Line("    header: { row: \(row), rows: \(rows) }", texts.header(rows)))
                }
                if file.inspection.uncalculatedCount > 0 {
                    lines.append(Line("    # " + file.uncalculated(texts.language)))
                }
                return lines
            }
    }

    private var fields: [Line] {
        var lines: [Line] = []
        if !names(.claim).isEmpty || !candidates(.claim).isEmpty {
            lines.append(field("claim", .claim, "", texts.claim))
        } else {
            lines.append(Line("  # " + texts.noClaim(lineNumbers: lineNumbers, sameCount: sameRecordCount)))
        }
        // Where nobody has a resident ID, people may be told by another number.
        let hasIDs = !names(.person).isEmpty || !candidates(.person).isEmpty || workerNumbers.isEmpty
        lines.append(
            hasIDs
                ? field("person", .person, ", type: resident-id", texts.person(share(.person, .residentID)))
                : Line("  person: { from: [], type: text }", texts.workerNumbers(workerNumbers)))
        let choices = dateChoices(names(.date))
        lines.append(
            field(
                "paidOn", .date, ", type: date" + dateForms(choices),
                texts.date(others(.date), choices, isDecision: names(.date).contains(where: ColumnWords.saysDecision))))
        lines += treatment
        lines.append(field("amount", .amount, ", type: money", texts.amount(others(.amount), unitsAbove)))
        if !names(.status).isEmpty || !candidates(.status).isEmpty {
            lines.append(
                manyStates.map { Line("  status: { from: [] }", texts.manyStates($0.name, $0.count)) }
                    ?? field("status", .status, "", texts.status))
        } else {
            lines.append(Line("  # " + texts.noStatus))
        }
        if !names(.reverses).isEmpty { lines.append(field("reverses", .reverses, ", optional: true", texts.reverses)) }
        // A field that nothing uses is a slip; further categories are there to be chosen.
        let chosen = Set(categories.prefix(PipelineDraft.breakdownLimit).map(\.field))
        return lines
            + categories.map { category in
                let from = category.columns.map { PipelineDraft.scalar($0) }.joined(separator: ", ")
                let optional = category.isInAll ? "" : ", optional: true"
                let mark = chosen.contains(category.field) ? "" : "# "
                return Line(
                    "  \(mark)\(category.field): { from: [\(from)], type: category\(optional) }",
                    texts.category(category.values.count))
            }
    }

    /// The day of treatment, for whoever wants to know how long people wait: no figure needs it.
    private var treatment: [Line] {
        let names = treatments
        guard !names.isEmpty else { return [] }
        let isInAll = files.allSatisfy { file in file.inspection.columns.contains { names.contains($0.name) } }
        let from = names.map { PipelineDraft.scalar($0) }.joined(separator: ", ")
        let more = dateForms(dateChoices(names)) + (isInAll ? "" : ", optional: true")
        return [Line("  # treatedOn: { from: [\(from)], type: date\(more) }", texts.treatment)]
    }

    /// The columns of days of treatment that all files together have: of each file the one that tells most.
    private var treatments: [String] {
        var seen: Set<String> = []
        return files.compactMap { file in
            file.columns.filter { profile, meaning in
                meaning == .date && profile.name != file.chosen[.date] && profile.share(.date, .openDate) >= 0.8
            }
            .compactMap { profile, _ in ColumnWords.treatmentRank(profile.name).map { (rank: $0, name: profile.name) } }
            .min { $0.rank < $1.rank }?.name
        }.filter { seen.insert($0).inserted }
    }

    /// What the values of dates decide of their forms, all files together.
    private func dateChoices(_ names: [String]) -> [DateFormChoice] {
        let readings = files.flatMap(\.columns).filter { names.contains($0.profile.name) }.map(\.profile.dateReadings)
        return DateReadings.choices(ofFiles: readings)
    }

    /// Where nothing decides, all that may be meant: `lint` wants one of them.
    private func dateForms(_ choices: [DateFormChoice]) -> String {
        let forms = choices.flatMap(\.forms).map { PipelineDraft.scalar($0.rawValue, always: true) }
        return forms.isEmpty ? "" : ", dateForms: [\(forms.joined(separator: ", "))]"
    }

    private func field(_ name: String, _ meaning: ColumnMeaning, _ more: String, _ comment: String) -> Line {
        let apart = namesApart(meaning)
        let names = apart.isEmpty ? names(meaning) : []
        let from = names.map { PipelineDraft.scalar($0) }.joined(separator: ", ")
        let mark = apart.isEmpty ? texts.notFound(candidates(meaning)) : texts.namesApart(apart)
        return Line("  \(name): { from: [\(from)]\(more) }", names.isEmpty ? mark : comment)
    }

    private var count: [Line] {
        guard !names(.status).isEmpty else {
            return [Line("  period: paidOn")]
                + (candidates(.status).isEmpty ? [] : [Line("  status:"), Line("    paid: []", texts.noPaid)])
        }
        var counts: [String: Int] = [:]
        let emptyLines = files.flatMap(\.columns).filter { $0.meaning == .status }.flatMap(\.profile.emptyLines)
        for (profile, meaning) in files.flatMap(\.columns) where meaning == .status {
            for (value, count) in profile.countByValue ?? [:] { counts[value, default: 0] += count }
            if profile.emptyCount > 0 { counts["", default: 0] += profile.emptyCount }
        }
        let states = counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
        func line(_ key: String, _ meaning: StateWords.Meaning?) -> Line? {
            let own = states.filter { StateWords.meaning(of: $0.key) == meaning }
            guard !own.isEmpty || meaning == .paid else { return nil }
            let list = own.map { PipelineDraft.scalar($0.key) }.joined(separator: ", ")
            let numbers = own.map { NumberStyle.exact(Int128($0.value)) }.joined(separator: ", ")
            let comment =
                own.isEmpty
                ? texts.noPaid
                : meaning == nil
                    ? texts.undecided(numbers, emptyLines: own.contains { $0.key.isEmpty } ? emptyLines : [])
                    : texts.records(numbers)
            return Line("    \(key): [\(list)]", comment)
        }
        return [Line("  period: paidOn"), Line("  status:")]
            + [line("paid", .paid), line("unpaid", .unpaid), line("reversed", .reversed), line("undecided", nil)]
            .compactMap { $0 }
    }

    private var breakdowns: [Line] {
        let fields = categories.prefix(PipelineDraft.breakdownLimit).map(\.field)
        return fields.isEmpty ? [] : [Line("breakdowns: [\(fields.joined(separator: ", "))]", texts.breakdowns)]
    }

    private var measures: [Line] {
        treatments.isEmpty ? [] : [Line("# measures: [days-to-payment]", texts.measures)]
    }

    // MARK: What was found

    /// The names of the columns that all files together have for a meaning: of each file the one that fits best.
    func names(_ meaning: ColumnMeaning) -> [String] {
        var seen: Set<String> = []
        return files.compactMap { $0.chosen[meaning] }.filter { seen.insert($0).inserted }
    }

    /// Records of the same person, days and money as another of the same file.
    private var sameRecordCount: Int { files.reduce(0) { $0 + $1.inspection.sameRecordCount } }

    /// Columns that are called the number of a worker or a member.
    private var workerNumbers: [String] { called { ColumnWords.isWorkerNumber($0.name) } }

    /// Columns that number the lines.
    private var lineNumbers: [String] { called { ColumnWords.isLineNumber($0) } }

    private func called(_ isIt: (ColumnProfile) -> Bool) -> [String] {
        var seen: Set<String> = []
        return files.flatMap(\.columns).filter { $0.meaning != .empty && isIt($0.profile) }.map(\.profile.name)
            .filter { seen.insert($0).inserted }.map { PersonalNumbers.masked(in: $0) }
    }

    /// Columns that may be what is meant, where none is it surely.
    func candidates(_ meaning: ColumnMeaning) -> [String] {
        var seen: Set<String> = []
        return files.flatMap { ColumnScores($0.inspection.columns).candidates(meaning) }
            .filter { seen.insert($0).inserted }.map { PersonalNumbers.masked(in: $0) }
    }

    /// Further columns of a meaning, which were not chosen.
    private func others(_ meaning: ColumnMeaning) -> [String] {
        let chosen = Set(names(meaning))
        var seen: Set<String> = []
        return files.flatMap { $0.names(meaning) }.filter { !chosen.contains($0) && seen.insert($0).inserted }
            .map { PersonalNumbers.masked(in: $0) }
    }

    /// The units that lines above the headers say, each once.
    private var unitsAbove: [String] {
        var seen: Set<String> = []
        return files.compactMap { $0.inspection.unitAbove?.said }.filter { seen.insert($0).inserted }
    }

    private func share(_ meaning: ColumnMeaning, _ kind: ValueKind) -> (count: Int, all: Int) {
        let chosen = Set(names(meaning))
        return files.flatMap(\.columns).filter { chosen.contains($0.profile.name) }.reduce((0, 0)) {
            ($0.0 + ($1.profile.countByKind[kind] ?? 0), $0.1 + $1.profile.filledCount)
        }
    }

    /// A category that files may call differently: what they hold tells that they mean the same.
    private struct Category {
        let field: String
        var columns: [String]
        var values: Set<String>
        var isInAll = false
    }

    private static func categories(of files: [Inspection.File]) -> [Category] {
        var found: [Category] = []
        for (profile, meaning) in files.flatMap(\.columns) where meaning == .category {
            let values = Set((profile.countByValue ?? [:]).keys)
            guard values.count > 1, !DraftDoubt.isVoidFlag(profile) else { continue }
            let known = found.firstIndex {
                $0.columns.contains(profile.name)
                    || $0.values.intersection(values).count * 5 >= min($0.values.count, values.count) * 4
            }
            // Two columns of one file are two things, whatever they hold.
            if let known, !isBeside(profile.name, found[known].columns, in: files) {
                if !found[known].columns.contains(profile.name) { found[known].columns.append(profile.name) }
                found[known].values.formUnion(values)
            } else if found.count < PipelineDraft.categoryLimit {
                found.append(
                    Category(field: field(of: profile.name, beside: found), columns: [profile.name], values: values))
            }
        }
        for index in found.indices {
            found[index].isInAll = files.allSatisfy { file in
                file.inspection.columns.contains { found[index].columns.contains($0.name) }
            }
        }
        return found.sorted { ($0.isInAll ? 0 : 1, $0.values.count) < ($1.isInAll ? 0 : 1, $1.values.count) }
    }

    private static func isBeside(_ name: String, _ others: [String], in files: [Inspection.File]) -> Bool {
        !others.contains(name)
            && files.contains { file in
                let names = file.inspection.columns.map(\.name)
                return names.contains(name) && others.contains { names.contains($0) }
            }
    }

    /// What a pipeline file may call a column.
    private static func field(of name: String, beside others: [Category]) -> String {
        let bare = name.unicodeScalars.filter {
            $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_"
        }
        var field = String(String.UnicodeScalarView(bare))
        if field.unicodeScalars.first?.properties.isAlphabetic != true { field = "group" + field }
        while PipelineDraft.reserved.contains(field) || others.contains(where: { $0.field == field }) { field += "2" }
        return field
    }

    /// Words that YAML takes for something else than a text.
    private static let words: Set = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]

    /// A text as YAML takes it: in quotes where it could be read as something else.
    static func scalar(_ text: String, always: Bool = false) -> String {
        let isPlain =
            text.unicodeScalars.first?.properties.isAlphabetic == true && !words.contains(text.lowercased())
            && text.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" || $0 == "-"
            }
        return isPlain && !always ? text : YAMLText.quoted(text)
    }
}
