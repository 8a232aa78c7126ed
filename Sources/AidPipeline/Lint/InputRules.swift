extension PipelineRules {
    /// `delimiter` and `requireFinalNewline` are for CSV; `record` is for XML, and needed there.
    static let inputKeysFitFormat: Rule = { file in
        file["inputs"].items.flatMap { input -> [PipelineFinding] in
            switch input["format"].text {
            case "csv" where !input["record"].isAbsent:
                [PipelineFinding(input.keyPlace("record"), .recordWithoutXML)]
            case "xml": xmlInputFindings(input)
            default: []
            }
        }
    }

    private static func xmlInputFindings(_ input: CheckedValue) -> [PipelineFinding] {
        var findings: [PipelineFinding] = []
        if input["delimiter"].isGiven {
            findings.append(PipelineFinding(input.keyPlace("delimiter"), .delimiterWithoutCSV))
        }
        if input["requireFinalNewline"].isGiven {
            findings.append(PipelineFinding(input.keyPlace("requireFinalNewline"), .finalNewlineWithoutCSV))
        }
        if input["record"].isAbsent {
            findings.append(PipelineFinding(input.keyPlace("format"), .xmlWithoutRecord))
        }
        return findings
    }

    /// `record` names one element.
    static let recordIsAnElementName: Rule = { file in
        file["inputs"].items.compactMap { input in
            guard let text = input["record"].text, let problem = XMLPath.problem(ofRecord: text) else { return nil }
            return PipelineFinding(input["record"].place, .wrongXMLPath(text, problem))
        }
    }

    /// The same glob in two inputs would read every file twice.
    static let filesComeOnce: Rule = { file in
        var firstLines: [String: Int] = [:]
        var findings: [PipelineFinding] = []
        for input in file["inputs"].items {
            for (text, place) in input["files"].textItems {
                if let line = firstLines[text] {
                    findings.append(PipelineFinding(place, .filesTwice(text, firstLine: line)))
                } else {
                    firstLines[text] = place.line
                }
            }
        }
        return findings
    }

    /// Names in `from` are XML paths where every input is XML, and look like one otherwise.
    ///
    /// A column of a CSV file may be named `金额/元`, so where there is CSV too, or the command
    /// line names the inputs, only names with `@` or `{` where paths have them are held to be paths.
    static let xmlPathsAreSound: Rule = { file in
        let formats = file["inputs"].items.map { $0["format"].text }
        let isXMLAlone = !formats.isEmpty && formats.allSatisfy { $0 == "xml" }
        let isCSVAlone = !formats.isEmpty && formats.allSatisfy { $0 == "csv" }
        guard !isCSVAlone else { return [] }
        return file.mappedFields.flatMap { field in
            field.value["from"].textItems.compactMap { text, place in
                guard
                    isXMLAlone || text.hasPrefix("@") || text.hasPrefix("{") || text.contains("/@")
                        || text.hasPrefix("../"),
                    let problem = XMLPath.problem(ofField: text)
                else { return nil }
                return PipelineFinding(place, .wrongXMLPath(text, problem))
            }
        }
    }
}
