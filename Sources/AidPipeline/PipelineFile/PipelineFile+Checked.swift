import AidInput
import AidModel
import AidNews
import AidStatistics
import AidText

extension PipelineFile {
    /// What a file says that was found free of errors; nil would be a gap in spec or rules.
    ///
    /// - Parameters:
    ///   - tables: those that `valuesFile` of a field names, by the field.
    ///   - members: the file that `members` names.
    ///   - weights: the one that `members.standard` names.
    init?(_ file: CheckedValue, tables: [String: ValuesFile], members: MembersFile?, weights: WeightsFile?) {
        guard let programme = Programme(file),
            let layout = RecordLayout(file, currency: programme.currency, tables: tables),
            let period = file["count"]["period"].text,
            let maxRejected = Allowance(file["quality"]["maxRejected"], recordCount: 0),
            let maxSharedClaims = Allowance(
                file["quality"]["maxSharedClaims"], recordCount: SharedClaims.alwaysAllowed),
            let maxSameRecords = Allowance(
                file["quality"]["maxSameRecords"], recordCount: OverlappingFiles.alwaysAllowed),
            let minGroup = file["quality"]["minGroup"].integer,
            let rounding = file["news"]["rounding"].text.flatMap(Rounding.init(rawValue:)),
            let language = file["language"].text.flatMap(Language.init(rawValue:))
        else { return nil }
        let breakdowns = file.breakdownNames.map { $0.map(\.text) }
        let referenceTables = file.usedTables.compactMap { PipelineTable($0, file, layout, values: tables) }
        guard referenceTables.count == file.usedTables.count else { return nil }
        let rules = ProgrammeRules(
            file, categories: layout.breakdowns.map(\.name), currency: programme.currency)
        guard file["rules"].isAbsent || rules != nil else { return nil }
        self.init(
            programme: programme, inputs: file["inputs"].items.compactMap(PipelineInput.init), layout: layout,
            tables: referenceTables, periodField: period, breakdowns: breakdowns,
            shownGroups: zip(file["breakdowns"].items, breakdowns).map { ShownGroupLimit($0, of: $1, layout) },
            measures: file.measures.map(\.measure),
            rules: file["rules"].isAbsent ? nil : rules,
            members: PipelineMembers(file, members, weights, layout),
            maxRejected: maxRejected,
            maxSharedClaims: maxSharedClaims, maxSameRecords: maxSameRecords, minGroup: minGroup,
            pPercent: file["quality"]["pPercent"].text.flatMap { try? ExactShare($0) }.flatMap(PPercentRule.init),
            maxRestatement: file["quality"]["maxRestatement"].text.flatMap { try? ExactShare($0) },
            valuesFiles: Set(tables.values.map { SourceFile(name: $0.path, sha256: $0.sha256) }).sorted {
                $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
            },
            ledger: file["ledger"].text,
            register: file["register"].text.flatMap { folder in
                file["keyFile"].text.map { RegisterSettings(folder: folder, keyFile: $0) }
            },
            reports: file["reports"].textItems.compactMap { ReportFormat(rawValue: $0.text) },
            news: NewsSettings(
                templates: file["news"]["templates"].text, rounding: rounding,
                words: NewsWords(
                    file["news"], title: programme.title,
                    usualGroups: PipelineFile.englishNames(layout, hasTables: !referenceTables.isEmpty))),
            statements: file["statements"].items.compactMap(NewsStatement.init), language: language,
            tests: file["tests"].items.compactMap { PipelineCase($0, currency: programme.currency) })
    }
}

extension PPercentRule {
    /// - Returns: nil for no percent, which hides nothing.
    fileprivate init?(_ share: ExactShare) {
        guard share.numerator > 0 else { return nil }
        self.init(numerator: share.numerator, denominator: share.denominator, text: share.percentText)
    }
}

extension ShownGroupLimit {
    fileprivate init(_ breakdown: CheckedValue, of fields: [String], _ layout: RecordLayout) {
        // The lines and columns of a pair are those of its fields' own tables.
        guard fields.count == 1 else {
            self = .all
            return
        }
        // Bands and spans of time are few, and in an order of their own.
        let isOrdered = layout.breakdowns.contains { fields.contains($0.name) && $0.source?.isOrdered ?? false }
        switch breakdown["show"].content {
        case .integer(let count): self = .largest(count)
        case .text: self = .all
        default: self = isOrdered ? .all : .usual
        }
    }
}

extension PipelineInput {
    init?(_ input: CheckedValue) {
        guard let format = input["format"].text.flatMap(FileFormat.init(rawValue:)),
            let encoding = input["encoding"].text.flatMap({ TextEncodingChoice(label: $0) })
        else { return nil }
        let delimiters: [String: UInt8] = [
            "comma": UInt8(ascii: ","), "tab": UInt8(ascii: "\t"), "semicolon": UInt8(ascii: ";"),
            "pipe": UInt8(ascii: "|"),
        ]
        self.init(
            files: input["files"].textItems.map(\.text), format: format, encoding: encoding,
            delimiter: input["delimiter"].text.flatMap { delimiters[$0] }, record: input["record"].text,
            shape: CSVShape(input), requiresFinalNewline: input["requireFinalNewline"].isTrue)
    }
}

extension CSVShape {
    fileprivate init(_ input: CheckedValue) {
        self.init()
        headerLine = input["header"]["row"].integer
        headerRowCount = input["header"]["rows"].integer ?? 1
        for (text, _) in input["skip"].textItems {
            if let count = SkippedLines.count(text) {
                skippedCount = count
            } else {
                skippedBeginnings.append(text.cleanedAsField)
            }
        }
    }
}

extension Programme {
    fileprivate init?(_ file: CheckedValue) {
        guard let name = file["name"].text, let currency = file["currency"].text.flatMap({ Currency($0) }) else {
            return nil
        }
        let title = file["title"]
        let zh = title.text ?? title["zh"].text
        let en = title.text ?? title["en"].text
        self.init(
            name: name, title: BilingualText(zh: zh ?? en ?? name, en: en ?? zh ?? name),
            since: file["since"].text.flatMap { CalendarDay(iso: $0) }, currency: currency)
    }
}

extension PipelineFile {
    /// What English news calls groups that the program itself has named.
    fileprivate static func englishNames(_ layout: RecordLayout, hasTables: Bool) -> [String: String] {
        var names = hasTables ? PipelineTable.englishNames : [:]
        if layout.breakdowns.contains(where: { $0.source == .sex }) { names.merge(["男": "men", "女": "women"]) { $1 } }
        return names
    }
}

extension NewsWords {
    /// - Parameter usualGroups: what groups are called of which the pipeline file says nothing.
    fileprivate init(_ news: CheckedValue, title: BilingualText, usualGroups: [String: String]) {
        func words(_ key: String) -> [String] { news[key].textItems.map(\.text.cleanedAsField) }
        self.init(
            names: news["names"].isAbsent ? NewsWords.names(of: title) : words("names"),
            recipients: words("recipients"), notOurs: words("notOurs"),
            groups: usualGroups.merging(
                news["groups"].entries.compactMap { entry in entry.value.text.map { (entry.key.cleanedAsField, $0) } },
                uniquingKeysWith: { $1 }))
    }
}

extension NewsStatement {
    fileprivate init?(_ statement: CheckedValue) {
        guard let id = statement["id"].text, let asOf = statement["asOf"].text.flatMap({ CalendarDay(iso: $0) }) else {
            return nil
        }
        let source = statement["source"]
        let zh = source.text ?? source["zh"].text
        let en = source.text ?? source["en"].text
        guard let either = zh ?? en else { return nil }
        self.init(
            id: id,
            text: Dictionary(
                Language.allCases.compactMap { language in
                    statement["text"][language.rawValue].text.map { (language, $0) }
                }, uniquingKeysWith: { $1 }),
            source: BilingualText(zh: zh ?? either, en: en ?? either), asOf: asOf)
    }
}

extension RecordLayout {
    fileprivate init?(_ file: CheckedValue, currency: Currency, tables: [String: ValuesFile]) {
        guard let person = Field("person", in: file), let amount = Field("amount", in: file),
            let period = file["count"]["period"].text, let day = Field(period, in: file)
        else { return nil }
        var statusClasses: [String: ClaimClass] = [:]
        for (key, claimClass) in [("paid", ClaimClass.paid), ("unpaid", .unpaid), ("reversed", .reversed)] {
            for (text, _) in file.statusClasses[key].textItems { statusClasses[text.cleanedAsField] = claimClass }
        }
        self.init(
            claim: Field("claim", in: file), person: person, personRule: PersonRule(file["fields"]["person"]),
            day: day, amount: amount, status: Field("status", in: file), statusClasses: statusClasses,
            reverses: Field("reverses", in: file),
            breakdowns: file.groupFields.compactMap { Field($0, in: file, table: tables[$0]) },
            currency: currency)
        basis = file["rules"].isAbsent ? nil : Field(PipelineSpec.basis, in: file)
        basisUnit = file["fields"][PipelineSpec.basis]["unit"].text.flatMap(MoneyUnit.init(rawValue:))
        if file.asksForTreatment {
            treatment = Field(PipelineSpec.treatment, in: file)
            treatmentDateForms = file["fields"][PipelineSpec.treatment]["dateForms"].textItems.compactMap {
                DateForm(rawValue: $0.text)
            }
        }
        acceptsCutNumbers = file["fields"]["claim"]["cutNumbers"].text == "accept"
        acceptsCutDocuments = file["fields"]["person"]["cutNumbers"].text == "accept"
        amountUnit = file["fields"]["amount"]["unit"].text.flatMap(MoneyUnit.init(rawValue:))
        let factor = file["fields"]["amount"]["times"].textItems.map(\.text)
        if !factor.isEmpty { times = Field(name: "times", from: factor) }
        dateForms = file["fields"][period]["dateForms"].textItems.compactMap { DateForm(rawValue: $0.text) }
        zeroAmounts = file["count"]["zeroAmount"].text.flatMap(ZeroAmounts.init(rawValue:)) ?? .count
        guard let zone = file["timeZone"].text.flatMap(ZoneOffsets.init(named:)) else { return nil }
        self.zone = zone
    }
}

extension RecordLayout.Field {
    /// The field of a name; nil where it is not mapped.
    fileprivate init?(_ name: String, in file: CheckedValue, table: ValuesFile? = nil) {
        let field = file["fields"][name]
        guard !field.isAbsent else { return nil }
        let from = field["from"].textItems.map(\.text)
        var source: GroupSource?
        if case .mapping = field["from"].content {
            guard let derived = try? GroupSource(name, in: file) else { return nil }
            source = derived
        }
        let title = field["title"]
        // A name in the language of the report is somebody's choice; in the other one it is a word of the program.
        let usual = source?.title
        let isASCII = name.unicodeScalars.allSatisfy(\.isASCII)
        let columns = source?.tableValue?.columns ?? from
        let chinese = columns.first { $0.unicodeScalars.contains { $0.value >= 0x80 } }
        self.init(
            name: name,
            title: BilingualText(
                zh: title.text ?? title["zh"].text ?? chinese ?? title["en"].text ?? (isASCII ? usual?.zh : nil)
                    ?? name,
                en: title.text ?? title["en"].text ?? title["zh"].text ?? (isASCII ? nil : usual?.en) ?? name),
            from: from, isOptional: field["optional"].isTrue || source != nil,
            // What a reference table says means what it does there.
            values: source?.tableValue == nil ? RecordLayout.ValueNames(field, table) : RecordLayout.ValueNames([:]),
            source: source)
    }
}

extension RecordLayout.ValueNames {
    init(_ field: CheckedValue, _ table: ValuesFile?) {
        var names: [String: [String]] = [:]
        for entry in field["values"].entries {
            names[entry.key.cleanedAsField, default: []] += entry.value.textItems.map(\.text.cleanedAsField)
        }
        for row in table?.rows ?? [] { names[row.group, default: []].append(row.value) }
        self.init(
            names, empty: field["default"].text?.cleanedAsField, otherwise: field["otherwise"].text?.cleanedAsField)
    }
}

extension RecordLayout.PersonRule {
    fileprivate init(_ person: CheckedValue) {
        self =
            person["type"].text == "text"
            ? .text
            : .residentID(
                acceptsOtherDocuments: person["otherDocuments"].text == "accept",
                countsInvalidAsUnidentified: person["invalid"].text == "unidentified")
    }
}
