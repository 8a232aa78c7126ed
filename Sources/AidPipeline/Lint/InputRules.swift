import AidModel

extension PipelineRules {
    /// `delimiter` and `requireFinalNewline` are for CSV; `record` is for XML, and needed there.
    static let inputKeysFitFormat: Rule = { file in
        file["inputs"].items.flatMap { input -> [PipelineFinding] in
            switch input["format"].text {
            case "csv" where !input["record"].isAbsent:
                [
                    PipelineFinding(
                        input.keyPlace("record"), "record-without-xml",
                        BilingualText(
                            zh: "“record”只用于 XML；请删去，或写 format: xml",
                            en: "“record” is for XML; remove it, or write format: xml"))
                ]
            case "xml":
                xmlInputFindings(input)
            default:
                []
            }
        }
    }

    private static func xmlInputFindings(_ input: CheckedValue) -> [PipelineFinding] {
        var findings: [PipelineFinding] = []
        if input["delimiter"].isGiven {
            findings.append(
                PipelineFinding(
                    input.keyPlace("delimiter"), "delimiter-without-csv",
                    BilingualText(
                        zh: "“delimiter”只用于 CSV；请删去，或写 format: csv",
                        en: "“delimiter” is for CSV; remove it, or write format: csv")))
        }
        if input["requireFinalNewline"].isGiven {
            findings.append(
                PipelineFinding(
                    input.keyPlace("requireFinalNewline"), "final-newline-without-csv",
                    BilingualText(
                        zh: "“requireFinalNewline”只用于 CSV；请删去，XML 文件是否完整总会检查",
                        en: "“requireFinalNewline” is for CSV; remove it, XML that is cut off is always refused")))
        }
        if input["record"].isAbsent {
            findings.append(
                PipelineFinding(
                    input.keyPlace("format"), "xml-without-record",
                    BilingualText(
                        zh: "XML 须指明哪个元素是一条记录；请补上，例如 record: Claim",
                        en: "XML needs the element that is one record; add it, as in record: Claim")))
        }
        return findings
    }

    /// `record` names one element.
    static let recordIsAnElementName: Rule = { file in
        file["inputs"].items.compactMap { input in
            guard let text = input["record"].text, let problem = XMLPath.problem(ofRecord: text) else { return nil }
            return PipelineFinding(
                input["record"].place, "bad-xml-path",
                BilingualText(zh: "\(text.quoted)\(problem.zh)", en: "\(text.quoted) \(problem.en)"))
        }
    }

    /// The same glob in two inputs would read every file twice.
    static let filesComeOnce: Rule = { file in
        var firstLines: [String: Int] = [:]
        var findings: [PipelineFinding] = []
        for input in file["inputs"].items {
            for (text, place) in input["files"].textItems {
                if let line = firstLines[text] {
                    findings.append(
                        PipelineFinding(
                            place, "files-twice",
                            BilingualText(
                                zh: "\(text.quoted)已在第 \(line) 行列出，文件会被读两遍；请只保留一处",
                                en: "\(text.quoted) stands on line \(line) already, so its files would be read twice; "
                                    + "keep one")))
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
                guard isXMLAlone || text.hasPrefix("@") || text.hasPrefix("{") || text.contains("/@"),
                    let problem = XMLPath.problem(ofField: text)
                else { return nil }
                return PipelineFinding(
                    place, "bad-xml-path",
                    BilingualText(zh: "\(text.quoted)\(problem.zh)", en: "\(text.quoted) \(problem.en)"))
            }
        }
    }
}
