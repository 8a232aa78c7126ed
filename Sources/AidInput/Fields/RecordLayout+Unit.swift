import AidModel

extension RecordLayout {
    /// The layout of a file, whose amounts are in the unit that their column says, or else in the one
    /// that the pipeline file says.
    ///
    /// - Parameters:
    ///   - name: of the column, cleaned; of an element or attribute.
    ///   - said: what it says; nil: what its name does.
    ///   - lineNumber: where it stands.
    /// - Throws: where the two contradict each other, or a name says what cannot be counted.
    func reading(
        amountsOf name: String, saying said: ColumnUnit? = nil, file: String, lineNumber: Int?
    ) throws(InputError) -> RecordLayout {
        guard content == .claims else { return self }
        func error(_ problem: InputProblem) -> InputError {
            InputError(problem: problem, file: file, lineNumber: lineNumber)
        }
        var layout = self
        switch said ?? ColumnUnit(of: name, currency: currency) {
        case .none, .unknown: break
        case .unit(let unit):
            if let said = amountUnit, said != unit {
                throw error(.contradictedUnit(column: name, unit, pipelineFile: said))
            }
            layout.amountUnit = unit
        // Which of two it is, the pipeline file may say; another currency is what it is not.
        case .several where amountUnit != nil: break
        case .several(let told), .foreign(let told):
            throw error(.unclearUnit(column: name, told: told, currency))
        }
        guard layout.amountUnit?.decimals(currency) != nil || layout.amountUnit == nil else {
            throw error(.unitTooSmall(column: name, currency))
        }
        return layout
    }

    /// The layout of a CSV file above whose header a line says the unit of the amounts.
    ///
    /// It counts as the name of the column does; where both say one, it is the same.
    ///
    /// - Parameter column: what the column is called, where `amountUnit` comes from its name; nil: where it comes from
    ///   the pipeline file.
    func reading(
        unitAbove said: ColumnUnit, file: String, lineNumber: Int, column: String?
    ) throws(InputError) -> RecordLayout {
        guard content == .claims else { return self }
        func error(_ problem: InputProblem) -> InputError {
            InputError(problem: problem, file: file, lineNumber: lineNumber)
        }
        var layout = self
        switch said {
        case .none, .unknown: break
        case .unit(let unit):
            if let amountUnit, amountUnit != unit {
                throw error(.contradictedUnitAbove(unit, by: amountUnit, column: column))
            }
            layout.amountUnit = unit
        case .several where amountUnit != nil: break
        case .several(let told), .foreign(let told): throw error(.unclearUnitAbove(told: told, currency))
        }
        guard layout.amountUnit?.decimals(currency) != nil || layout.amountUnit == nil else {
            throw error(.unclearUnitAbove(told: layout.amountUnit?.rawValue ?? "", currency))
        }
        return layout
    }

    /// The layout of a file beside whose table its unit is said, where neither its column nor a line says one.
    ///
    /// - Parameters:
    ///   - told: the layout as the pipeline file says it, whose unit stands above names.
    func reading(
        sayings: [TableSaying], told: RecordLayout, file: String
    ) throws(InputError) -> RecordLayout {
        guard content == .claims else { return self }
        var layout = self
        for saying in sayings {
            let said = saying.said(currency)
            switch saying {
            case .member(let name, _):
                layout = try layout.reading(amountsOf: name, saying: said, file: file, lineNumber: nil)
            case .name(let name):
                guard case .unit(let unit) = said, told.amountUnit == nil, unit.decimals(currency) != nil else {
                    continue
                }
                if let other = layout.amountUnit, other != unit {
                    throw InputError(
                        problem: .contradictedUnitInName(unit, by: other, name: PersonalNumbers.masked(in: name)),
                        file: file)
                }
                layout.amountUnit = unit
            }
        }
        return layout
    }

    /// The layout of an XML file.
    ///
    /// Each record may hold its amount in any of several elements. Where these say different units, the
    /// first that holds an amount decides for the file, and the others are not looked at.
    ///
    /// - Parameter open: opens the file's text, of which no more is read than decides.
    func reading(
        xml file: String, record: ElementName, _ open: () throws(InputError) -> any TextSource
    ) throws(InputError) -> RecordLayout {
        guard content == .claims else { return self }
        // Names of columns may stand beside those of elements, for files of CSV.
        // What stands before the records counts as if the pipeline file said it.
        let marks = try XMLAmountMarks.found(try open(), record: record, currency: currency)
        if let mark = marks.last {
            let said = marks.reduce(ColumnUnit.none) { $0.joined(with: $1.said) }
            let marked = try reading(amountsOf: mark.path, saying: said, file: file, lineNumber: nil)
            return try marked.reading(xmlNamesOf: file, record: record, open)
        }
        return try reading(xmlNamesOf: file, record: record, open)
    }

    private func reading(
        xmlNamesOf file: String, record: ElementName, _ open: () throws(InputError) -> any TextSource
    ) throws(InputError) -> RecordLayout {
        let candidates = amount.from.compactMap { name in ElementPath(name).map { (name: name, path: $0) } }
        let names = candidates.map { ($0.path.attribute ?? $0.path.elements.last)?.local ?? "" }
        let units = names.map { ColumnUnit(of: FieldCleaner.cleaned($0), currency: currency) }
        guard let first = units.first else { return self }
        var chosen = 0
        if units.contains(where: { $0 != first }) || first != .none {
            let paths = candidates.map(\.path)
            guard let found = try XMLAmountPath.found(try open(), record: record, paths: paths) else { return self }
            chosen = found
        }
        var layout = try reading(amountsOf: names[chosen], file: file, lineNumber: nil)
        layout.amount.from = candidates.indices.filter { units[$0] == units[chosen] }.map { candidates[$0].name }
        return layout
    }
}

/// Finds which of several elements or attributes holds the amounts of an XML file.
private enum XMLAmountPath {
    static func found(
        _ source: any TextSource, record: ElementName, paths: [ElementPath]
    ) throws(InputError) -> Int? {
        var found: Int?
        let parse = XMLParse(source)
        let assembler = XMLRecordAssembler(
            record: parse.pattern(record), table: PathTable(paths.map { [$0] }).map(parse.pattern),
            fieldCount: paths.count, currency: nil,
            take: { record, _, _ in
                guard found == nil else { return }
                for index in 0..<paths.count where !record.field(index).isEmpty {
                    found = index
                    parse.halt()
                    return
                }
            }, takeMalformed: { _, _, _ in })
        try parse.run(into: assembler)
        return found
    }
}
