import AidInput
import AidModel
import AidText

/// What files are and what their columns hold, told without a pipeline file.
package struct Inspection: Sendable {
    /// One file, with what each of its columns is taken for.
    struct File {
        let inspection: FileInspection
        let meanings: [ColumnMeaning]
        /// The name of the column that was chosen for each meaning that is needed once.
        let chosen: [ColumnMeaning: String]

        init(_ inspection: FileInspection) {
            self.inspection = inspection
            let (meanings, chosen) = ColumnScores(inspection.columns).assigned()
            self.meanings = meanings
            self.chosen = chosen.mapValues { inspection.columns[$0].name }
        }

        /// Whether there is something of a claim in it: a person, or a day.
        var mayHoldClaims: Bool {
            inspection.format == "xml" || chosen[.person] != nil || chosen[.date] != nil
        }

        var columns: [(profile: ColumnProfile, meaning: ColumnMeaning)] { Array(zip(inspection.columns, meanings)) }

        /// The names of the columns that are taken for a meaning, in the order of the file.
        func names(_ meaning: ColumnMeaning) -> [String] {
            columns.filter { $0.meaning == meaning }.map(\.profile.name)
        }
    }

    let files: [File]

    /// Reads every file whole.
    package init(paths: [String], encoding: String) throws(RunFailure) {
        guard let choice = TextEncodingChoice(label: encoding) else {
            throw RunFailure(OptionProblem.encoding, place: "--encoding")
        }
        var files: [File] = []
        for found in try Inspection.found(paths) {
            do throws(InputError) {
                let (file, format) = try InputFile(name: found.name, path: found.path).unwrapped(found.part)
                let inspection = try FileInspection(file, format: format, encoding: choice)
                files.append(File(inspection))
            } catch {
                throw RunFailure([error])
            }
        }
        self.files = files
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
