extension PipelineRules {
    /// Members are given or counted, and not both; and they are counted in a table by person.
    static let membersComeFromOnePlace: Rule = { file in
        let members = file["members"]
        guard !members.isAbsent, !members.isFaulty, !members["file"].isFaulty, !members["table"].isFaulty else {
            return []
        }
        let isGiven = !members["file"].isAbsent
        guard let name = members["table"].text else {
            return isGiven ? [] : [PipelineFinding(file.keyPlace("members"), .membersOfNothing)]
        }
        if isGiven { return [PipelineFinding(members.keyPlace("table"), .membersTwice)] }
        let possible = file.referenceTables.filter { $0.value["key"]["field"].text == "person" }.map(\.key)
        guard let table = file.referenceTables.first(where: { $0.key == name }) else {
            return file["tables"].isFaulty
                ? []
                : [
                    PipelineFinding(
                        members["table"].place,
                        .memberTableUnknown(name, near: NearMiss.nearest(to: name, among: possible), possible: possible)
                    )
                ]
        }
        let key = table.value["key"]["field"]
        guard !table.value["key"].isFaulty, !key.isFaulty, key.text != "person" else { return [] }
        return [PipelineFinding(members["table"].place, .memberTableNotByPerson(name, possible: possible))]
    }

    /// Members are standardised by what is known of them, for one population that has a name.
    static let standardIsClear: Rule = { file in
        let standard = file.standard
        guard !standard.isAbsent, !standard.isFaulty, !file.fieldsAreFaulty else { return [] }
        guard let table = file.memberTable else {
            return file["members"]["table"].isFaulty
                ? [] : [PipelineFinding(file["members"].keyPlace("standard"), .standardWithoutTable)]
        }
        var findings: [PipelineFinding] = []
        switch (standard["of"].isAbsent, standard["weights"].isAbsent) {
        case (true, true): findings.append(PipelineFinding(standard.place, .standardOfNothing))
        case (false, false): findings.append(PipelineFinding(standard.keyPlace("weights"), .standardTwice))
        case (true, false):
            if standard["name"].isAbsent { findings.append(PipelineFinding(standard.place, .standardWithoutName)) }
        case (false, true): break
        }
        let possible = file.mappedFields.filter { file.isKnown($0.key, ofMembersIn: table) }.map(\.key)
        for (name, place) in standard["by"].textItems where !possible.contains(name) {
            let near = NearMiss.nearest(to: name, among: possible)
            findings.append(PipelineFinding(place, .standardFieldUnknown(name, near: near, possible: possible)))
        }
        return findings
    }
}

extension CheckedValue {
    /// What says for which population rates are standardised.
    var standard: CheckedValue { self["members"]["standard"] }

    /// Whether a field comes from the table of members, or from a table whose key does.
    fileprivate func isKnown(_ field: String, ofMembersIn table: String) -> Bool {
        var name = field
        for _ in 0...referenceTables.count {
            guard let source = self.table(of: name) else { return false }
            if source == table { return true }
            guard let key = self["tables"][source]["key"]["field"].text, key != "person" else { return false }
            name = key
        }
        return false
    }
}
