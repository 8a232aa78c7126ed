import AidInput
package import AidModel
import AidText

/// What files are and what their columns hold, told without a pipeline file.
package struct Inspection: Sendable {
    /// One file, with what each of its columns is taken for.
    struct File {
        let inspection: FileInspection
        let meanings: [ColumnMeaning]
        /// The name of the column that was chosen for each meaning that is needed once.
        let chosen: [ColumnMeaning: String]

        /// What its records were said to be; nil: nothing was.
        let toldRecord: String?

        init(_ inspection: FileInspection, toldRecord: String? = nil) {
            self.inspection = inspection
            self.toldRecord = toldRecord
            let (meanings, chosen) = ColumnScores(inspection.columns).assigned()
            self.meanings = meanings
            self.chosen = chosen.mapValues { inspection.columns[$0].name }
        }

        /// Whether there is something of a claim in it: a person, or a day.
        var mayHoldClaims: Bool {
            inspection.format == "xml" || chosen[.person] != nil || chosen[.date] != nil
        }

        /// Whether all that a claim needs is once in each record, and its money in the record itself.
        var holdsClaims: Bool {
            guard let person = chosen[.person], let date = chosen[.date], let amount = chosen[.amount] else {
                return false
            }
            return !amount.hasPrefix("../")
                && inspection.repeatedNames.isDisjoint(with: [person, date, amount])
        }

        var columns: [(profile: ColumnProfile, meaning: ColumnMeaning)] { Array(zip(inspection.columns, meanings)) }

        /// The names of the columns that are taken for a meaning, in the order of the file.
        func names(_ meaning: ColumnMeaning) -> [String] {
            columns.filter { $0.meaning == meaning }.map(\.profile.name)
        }
    }

    let files: [File]
    /// What was passed over beside them: folders, and what programs leave beside people's files (`~$a.xlsx`).
    package let passedOver: [String]

    /// Reads every file whole.
    ///
    /// - Parameters:
    ///   - paths: files, or globs.
    ///   - encoding: as a pipeline file writes it.
    ///   - record: the element of XML that is one record, or the path of the records of JSON; nil: what the files tell.
    package init(paths: [String], encoding: String, record: String? = nil) throws(RunFailure) {
        guard let choice = TextEncodingChoice(label: encoding) else {
            throw RunFailure(OptionProblem.encoding, place: "--encoding")
        }
        let (meant, passed) = Inspection.meant(paths)
        var files: [File] = []
        let shelf = ArchiveShelf()
        for found in try Inspection.found(meant) {
            do throws(InputError) {
                files.append(try Inspection.file(found, shelf, encoding: choice, record: record))
            } catch {
                throw RunFailure([error])
            }
        }
        self.files = files
        passedOver = passed
    }

    /// That something was passed over; nil: nothing was.
    package var note: Finding? { passedOver.isEmpty ? nil : Inspection.passedOverNote(passedOver) }

    /// The paths without folders and what programs leave beside people's files; all of them, if there is nothing else:
    /// then it is said what is wrong with these.
    private static func meant(_ paths: [String]) -> (meant: [String], passed: [String]) {
        let passed = paths.filter {
            $0 != "-" && !$0.contains("#") && (InputPart.isPassedOver($0) || FileIdentity.isFolder($0))
        }
        guard passed.count < paths.count else { return (paths, []) }
        return (paths.filter { !passed.contains($0) }, passed)
    }

    /// One file, by the records that it holds: those that are told, else those in which claims seem to be.
    private static func file(
        _ found: FoundInput, _ shelf: ArchiveShelf, encoding: TextEncodingChoice, record: String?
    ) throws(InputError) -> File {
        func inspected(_ record: String?) throws(InputError) -> File {
            var part = found.part
            part.records = record
            let (file, format) = try InputFile(name: found.name, path: found.path).unwrapped(
                part, place: (found.path, shelf)
            ) {
                file throws(InputError) in
                try ExportFormat.told(of: file, record: record.flatMap(ElementName.init))
            }
            return File(try FileInspection(file, format: format, encoding: encoding), toldRecord: record)
        }
        let first = try inspected(record)
        guard record == nil, !first.holdsClaims else { return first }
        for inner in first.inspection.innerRecords {
            if let other = try? inspected(inner), other.holdsClaims { return other }
        }
        // Nothing is sure; but one element around many others is no record.
        guard first.inspection.format == "xml" else { return first }
        let all = first.inspection.innerRecords.compactMap { try? inspected($0) }
        let more = all.filter {
            $0.chosen[.person] != nil && $0.inspection.repeatedNames.isEmpty
                && $0.inspection.recordCount > first.inspection.recordCount
        }
        return more.max { ($0.chosen.count, $0.inspection.recordCount) < ($1.chosen.count, $1.inspection.recordCount) }
            ?? first
    }

    /// Files, and of archives all that lie in them; what is not there is told of when it is opened.
    private static func found(_ paths: [String]) throws(RunFailure) -> [FoundInput] {
        var all: [FoundInput] = []
        for path in paths {
            let found = try FoundInput.all(path, folder: "")
            all += found.isEmpty ? [FoundInput(path: path, part: InputPart())] : found
        }
        return all
    }
}

extension ColumnProfile {
    /// What may be shown of its values: those of few different ones, the most frequent first, unless they may be a
    /// person's.
    func shownValues(_ meaning: ColumnMeaning, limit: Int = 8) -> [(value: String, count: Int)] {
        guard meaning == .status || meaning == .category, let counts = countByValue else { return [] }
        return counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }.prefix(limit)
            .map { (PersonalNumbers.masked(in: VisibleText.of($0.key)), $0.value) }
    }
}
