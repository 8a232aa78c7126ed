extension PipelineRules {
    /// `delimiter`, `requireFinalNewline`, `header` and `skip` are for CSV; `record` is for XML, and needed there.
    static let inputKeysFitFormat: Rule = { file in
        file.fileSources.flatMap { input -> [PipelineFinding] in
            switch input["format"].text {
            case "csv" where !input["record"].isAbsent:
                [PipelineFinding(input.keyPlace("record"), .recordWithoutXML)]
            case "xml": xmlInputFindings(input)
            case "json": otherThanCSVFindings(input)
            default: []
            }
        }
    }

    private static func xmlInputFindings(_ input: CheckedValue) -> [PipelineFinding] {
        var findings = otherThanCSVFindings(input)
        if input["record"].isAbsent {
            findings.append(PipelineFinding(input.keyPlace("format"), .xmlWithoutRecord))
        }
        return findings
    }

    private static func otherThanCSVFindings(_ input: CheckedValue) -> [PipelineFinding] {
        var findings: [PipelineFinding] = []
        if input["delimiter"].isGiven {
            findings.append(PipelineFinding(input.keyPlace("delimiter"), .delimiterWithoutCSV))
        }
        if input["requireFinalNewline"].isGiven {
            findings.append(PipelineFinding(input.keyPlace("requireFinalNewline"), .finalNewlineWithoutCSV))
        }
        if input["header"].isGiven { findings.append(PipelineFinding(input.keyPlace("header"), .headerWithoutCSV)) }
        if input["skip"].isGiven { findings.append(PipelineFinding(input.keyPlace("skip"), .skipWithoutCSV)) }
        return findings
    }

    /// `skip` says one number of lines, and none where `header` says it.
    static let skipSaysOneCount: Rule = { file in
        file.fileSources.flatMap { input -> [PipelineFinding] in
            let counts = input["skip"].textItems.filter { SkippedLines.count($0.text) != nil }
            let hasRow = input["header"]["row"].isGiven
            return counts.enumerated().compactMap { index, item in
                if index > 0 { return PipelineFinding(item.place, .skipCountTwice) }
                return hasRow ? PipelineFinding(item.place, .skipCountBesideRow) : nil
            }
        }
    }

    /// `record` names one element.
    static let recordIsAnElementName: Rule = { file in
        file.fileSources.compactMap { input in
            guard input["format"].text != "json", let text = input["record"].text,
                let problem = XMLPath.problem(ofRecord: text)
            else { return nil }
            return PipelineFinding(input["record"].place, .wrongXMLPath(text, problem))
        }
    }

    /// A glob that is listed again adds nothing, as each file is read once; in another way it cannot be read.
    static let filesComeOnce: Rule = { file in
        var firsts: [String: (line: Int, way: [String?])] = [:]
        var findings: [PipelineFinding] = []
        for input in file["inputs"].items {
            let way =
                ["format", "encoding", "delimiter", "record"].map { input[$0].text }
                + [input["requireFinalNewline"].isTrue ? "" : nil]
            for (text, place) in input["files"].textItems {
                let path = plainPath(text)
                if let first = firsts[path] {
                    findings.append(
                        PipelineFinding(
                            place, .filesTwice(text, firstLine: first.line, areReadAlike: first.way == way)))
                } else {
                    firsts[path] = (place.line, way)
                }
            }
        }
        return findings
    }

    /// A path without steps that lead nowhere: `./a//b` is `a/b`.
    private static func plainPath(_ path: String) -> String {
        let steps = path.split(separator: "/", omittingEmptySubsequences: true).filter { $0 != "." }
        return (path.hasPrefix("/") ? "/" : "") + steps.joined(separator: "/")
    }

    /// Names in `from` are XML paths where every input is XML, and look like one otherwise.
    ///
    /// A column of a CSV file may be named `金额/元`, so where there is CSV too, or the command
    /// line names the inputs, only names with `@` or `{` where paths have them are held to be paths.
    static let xmlPathsAreSound: Rule = { file in
        let formats = file["inputs"].items.map { $0["format"].text }
        let isXMLAlone = !formats.isEmpty && formats.allSatisfy { $0 == "xml" }
        let isWithoutXML = !formats.isEmpty && formats.allSatisfy { $0 == "csv" || $0 == "json" }
        guard !isWithoutXML else { return [] }
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
