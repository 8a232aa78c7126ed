import AidInput

extension PipelineRules {
    /// `key.field` is the person, or a category.
    static let tableKeysAreFields: Rule = { file in
        guard !file.fieldsAreFaulty else { return [] }
        return file.referenceTables.compactMap { table in
            let field = table.value["key"]["field"]
            guard let name = field.text, name != "person" else { return nil }
            let categories = file.mappedFields.filter { $0.value["type"].text == "category" }.map(\.key)
            guard let entry = file.mappedFields.first(where: { $0.key == name }) else {
                return PipelineFinding(
                    field.place,
                    .tableKeyUnmapped(name, near: NearMiss.nearest(to: name, among: categories + ["person"])))
            }
            guard !entry.value["type"].isFaulty, !categories.contains(name) else { return nil }
            return PipelineFinding(field.place, .tableKeyNotACategory(name))
        }
    }

    /// No table's key comes from the table itself, by whatever way.
    static let tablesDoNotCircle: Rule = { file in
        guard !file.fieldsAreFaulty else { return [] }
        return file.referenceTables.compactMap { table in
            var way = [table.key]
            while let next = file.tableOfKey(way[way.count - 1]), way.count <= file.referenceTables.count {
                if next == table.key {
                    return PipelineFinding(table.value["key"]["field"].place, .tableCircle(way + [next]))
                }
                way.append(next)
            }
            return nil
        }
    }

    /// A table that no group comes from is read for nothing.
    static let tablesAreUsed: Rule = { file in
        guard !file.fieldsAreFaulty, !file["breakdowns"].isFaulty else { return [] }
        let used = Set(file.groupFields.compactMap { file.table(of: $0) })
        // What is wrong with a field that names it is told there.
        let named = Set(file.mappedFields.compactMap { file.table(of: $0.key) } + [file.memberTable].compactMap { $0 })
        return file.referenceTables.filter { !used.contains($0.key) && !named.contains($0.key) }.map {
            PipelineFinding($0.keyPlace, .tableUnused($0.key))
        }
    }

    /// `asOf` names a date that a claim has, and days are spoken of where there are any.
    static let tableDaysAreSound: Rule = { file in
        guard !file["count"].isFaulty, let period = file["count"]["period"].text else { return [] }
        let treatment = file["fields"][PipelineSpec.treatment]["type"].text == "date" ? PipelineSpec.treatment : nil
        let possible = [period] + (treatment.map { $0 == period ? [] : [$0] } ?? [])
        return file.referenceTables.flatMap { table -> [PipelineFinding] in
            let hasDays = !table.value["from"].isAbsent || !table.value["until"].isAbsent
            var findings: [PipelineFinding] = []
            for key in ["asOf", "dateForms"] where table.value[key].isGiven && !hasDays {
                findings.append(PipelineFinding(table.value.keyPlace(key), .keyWithoutDays(key)))
            }
            if hasDays, let asOf = table.value["asOf"].text, !possible.contains(asOf), !file.fieldsAreFaulty {
                findings.append(PipelineFinding(table.value["asOf"].place, .asOfNotPossible(asOf, possible: possible)))
            }
            return findings
        }
    }

    /// One column of a table cannot be two things.
    static let tableColumnsAreApart: Rule = { file in
        file.referenceTables.flatMap { table -> [PipelineFinding] in
            var firsts: [String: String] = [:]
            var findings: [PipelineFinding] = []
            for (name, columns) in file.columns(ofTable: table) {
                for (text, place) in columns.textItems {
                    let column = text.cleanedAsField
                    guard let first = firsts[column] else {
                        firsts[column] = name
                        continue
                    }
                    findings.append(
                        PipelineFinding(
                            place,
                            first == name
                                ? .columnTwice(text, field: name) : .columnOfTwoFields(text, field: name, first: first))
                    )
                }
            }
            return findings
        }
    }

    /// Names of columns are XML paths where the table is XML.
    static let tableXMLPathsAreSound: Rule = { file in
        file.referenceTables.filter { $0.value["format"].text == "xml" }.flatMap { table in
            file.columns(ofTable: table).flatMap { _, columns in
                columns.textItems.compactMap { text, place in
                    XMLPath.problem(ofField: text).map { PipelineFinding(place, .wrongXMLPath(text, $0)) }
                }
            }
        }
    }
}

extension CheckedValue {
    /// The entries of `tables`.
    var referenceTables: [Entry] { self["tables"].entries }

    /// Everything that says which files are read, and how.
    var fileSources: [CheckedValue] { self["inputs"].items + referenceTables.map(\.value) }

    /// The reference table that a field comes from; nil: none.
    func table(of field: String) -> String? { self["fields"][field]["from"]["table"].text }

    /// The table that gives the key of a table; nil: none does.
    func tableOfKey(_ table: String) -> String? {
        self["tables"][table]["key"]["field"].text.flatMap { self.table(of: $0) }
    }

    /// Every field of which groups are made, and behind them the one that tells kinds of care apart, those by which members
    /// are standardised, and those that are keys of their tables.
    var groupFields: [String] {
        var fields = breakdownFields
        if let care = self["rules"]["care"].text, hasField(care), !fields.contains(care) { fields.append(care) }
        for (name, _) in standard["by"].textItems where hasField(name) && !fields.contains(name) { fields.append(name) }
        var next = 0
        while next < fields.count {
            if let table = table(of: fields[next]), let key = self["tables"][table]["key"]["field"].text,
                key != "person", !fields.contains(key)
            {
                fields.append(key)
            }
            next += 1
        }
        return fields
    }

    /// The table in which members are counted; nil: none is named.
    var memberTable: String? { self["members"]["table"].text }

    /// The tables that groups come from, and that of members, each behind the one that gives its key.
    var usedTables: [Entry] {
        var names: [String] = []
        func add(_ name: String, depth: Int) {
            guard !names.contains(name), depth <= referenceTables.count else { return }
            if let first = tableOfKey(name) { add(first, depth: depth + 1) }
            if !names.contains(name) { names.append(name) }
        }
        let used = Set(groupFields.compactMap { table(of: $0) } + [memberTable].compactMap { $0 })
        for table in referenceTables where used.contains(table.key) { add(table.key, depth: 0) }
        return names.compactMap { name in referenceTables.first { $0.key == name } }
    }

    /// What the columns of a table are, as messages call it, and where they are named.
    func columns(ofTable table: Entry) -> [(name: String, columns: CheckedValue)] {
        let path = "tables.\(table.key)."
        return [
            (path + "key", table.value["key"]["from"]), (path + "from", table.value["from"]),
            (path + "until", table.value["until"]), (path + "retained", table.value["retained"]["from"]),
        ]
            + mappedFields.filter { self.table(of: $0.key) == table.key && $0.value["from"]["take"].isAbsent }.map {
                ($0.key, $0.value["from"]["column"])
            }
            // The membership is one field.
            + mappedFields.filter { self.table(of: $0.key) == table.key && !$0.value["from"]["take"].isAbsent }
            .dropFirst().map { ($0.key, table.value["retained"]["from"]) }
    }
}
