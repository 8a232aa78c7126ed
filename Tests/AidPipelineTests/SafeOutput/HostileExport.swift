import TestSupport

/// An export, a pipeline file and a draft in which every text from outside is one that tries to break out of where it
/// is shown; or the same with harmless texts.
struct HostileExport {
    let isHarmless: Bool

    /// What no cleaning of fields takes out: line and paragraph separators, format characters that are not to be
    /// ignored, one of them beyond the first plane, and no character at all.
    private static let unseen = "\u{2028}\u{2029}" + unseenInLine
    /// The same, as far as a text of a pipeline file may hold it.
    private static let unseenInLine = "\u{600}\u{FFF9}\u{110BD}\u{1FFFE}"
    /// Letters and marks that show nothing: fields lose them, names of files and texts of pipeline files do not.
    private static let blank = "\u{3164}\u{FFA0}\u{34F}\u{FE0F}\u{E0100}"
    /// What a pipeline file or the name of a file may hold besides.
    private static let steering = "\u{1B}[31m\u{9B}2J\u{202E}\u{2066}\u{200F}\u{7F}\u{85}\u{200B}\u{FEFF}" + blank

    private func text(_ hostile: String, _ harmless: String) -> String { isHarmless ? harmless : hostile }

    /// A field in quotes; by scalars, as to Swift's characters a quote with an accent would be no quote.
    private func field(_ text: String) -> String {
        var field = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { field += "\"" }
            field.unicodeScalars.append(scalar)
        }
        return field + "\""
    }

    var careHeader: String { text("=就诊类型\(Self.unseenInLine)# x: [", "就诊类型") }
    var statusHeader: String { text("状态\(Self.unseenInLine)\": {", "状态") }
    var paid: String { text("@已打款\(Self.unseenInLine)'\"]", "已打款") }
    var groups: [String] {
        isHarmless
            ? ["甲\u{200B}", "乙", "丙", "丁"]
            : [
                "=HYPERLINK(1)\(Self.unseen)", "|<script>alert(1)</script>`[a](b)\(Self.unseen)# x",
                "+1\(Self.steering)</text><b>&amp;", "-2\n# y: z\r\n- \"\u{301} onload='\u{301}x<\u{301}b>]}",
            ]
    }
    var title: String {
        text(
            "=1\"\u{301} onload=\"x<b>|`*\u{9B}2J\u{202E}\u{2066}\u{200F}\u{7F}\(Self.blank)\(Self.unseenInLine)\"'",
            "互助")
    }
    var fileName: String {
        text("=a\n# b: \"[<i>|\(Self.steering)\(Self.unseen)\u{E0041}.csv", "a.csv")
    }

    var folderName: String { text("=r\n\"<i>|`\(Self.steering)\(Self.unseen)", "r") }
    /// What a command line may hold as a text of its own.
    var note: String { text("=n\n\"<i>|`*_[a](b)\(Self.steering)\(Self.unseen)# x: [", "n") }

    /// Figures that were printed before there were exports, with a note beside them.
    var printed: String {
        "quarter,publishedOn,period,recipients,personTimes,amount,note\n"
            + "2020Q3,2020-10-20,quarter,72.7万,77.2万,9800万元,\(field(note))\n"
    }

    /// Templates that name what is no fact, and say figures.
    var template: String { text("{{\u{1B}[31m\u{202E}=x}}\n12{{#\u{2028}}}", "{{x}}\n12{{#y}}") }

    /// An archive whose entries have names like that; those with control characters are refused.
    func archive(_ names: [String]) -> [UInt8] { WrittenArchive.bytes(.zip, names.map { .init($0, Array(csv.utf8)) }) }
    var entryNames: [String] {
        [
            text("=a# b: \"[<i>|`\u{202E}\u{2066}\(Self.unseen)\u{E0041}.csv", "a.csv"),
            "b/" + text("\u{2028}", "b") + ".csv",
        ]
    }

    var csv: String {
        var lines = [
            ["赔付编号", "身份证号", "打款日期", "互助金额", field(statusHeader), field(careHeader)].joined(separator: ",")
        ]
        var number = 0
        for day in ["2022-06-30", "2023-06-30"] {
            for (index, group) in groups.enumerated() {
                for person in Story.people.prefix(2 + index) {
                    number += 1
                    lines.append(
                        ["HZ\(number)", person.id, day, "\(number).00", field(paid), field(group)].joined(
                            separator: ","))
                }
            }
        }
        let person = Story.people[0].id
        // One for each reason of which a value is shown.
        for (value, place) in [
            (text("=x\(Self.steering)", "x"), 2), (text("\u{202E}+x\(Self.unseen)", "x"), 3),
            (text("@\u{1B}]0;x\u{7}\(Self.unseen)", "x"), 4), (text("\u{2028}-\(Self.unseen)", "x"), 1),
        ] {
            number += 1
            var cells = ["HZ\(number)", person, "2023-06-30", "1.00", paid, groups[0]].map(field)
            cells[place] = field(value)
            lines.append(cells.joined(separator: ","))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The same with names of columns that a pipeline file could not even have.
    var oddCSV: String { isHarmless ? csv : csv.replacing(Self.unseenInLine, with: Self.unseen + "\n# a: b\u{85}- c") }

    /// A text in double quotes of YAML.
    private func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            let digits = String(scalar.value, radix: 16)
            quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        }
        return quoted + "\""
    }

    func pipeline(files: String = "exports/*", minGroup: Int = 0) -> String {
        """
        version: 1
        name: aid
        title: { zh: \(quoted(title)), en: \(quoted(title)) }
        since: 2012-05-01
        inputs:
          - files: [\(quoted(files))]
        fields:
          claim:  { from: [赔付编号] }
          person: { from: [身份证号] }
          paidOn: { from: [打款日期], type: date }
          amount: { from: [互助金额], type: money }
          status: { from: [\(quoted(statusHeader))] }
          care:
            from: [\(quoted(careHeader))]
            type: category
            title: { zh: \(quoted(title)), en: \(quoted(title)) }
        count:
          period: paidOn
          status: { paid: [\(quoted(paid))] }
        breakdowns: [care]
        quality: { maxRejected: 100%, minGroup: \(minGroup) }

        """
    }

    /// Names of groups beside figures, right and wrong.
    var draft: String {
        let steering = text(Self.steering + Self.unseen + "<i title='x'>|`", "")
        return "2023年第二季度\(steering)，受助职工5人，同比增长99%，\(groups[3])3人次，受助\(steering)金额1.23亿元。\n"
    }

    /// A workbook of two sheets that are shown and one that is hidden.
    func workbook() -> [UInt8] {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let names =
            isHarmless
            ? ["甲", "乙", "丙"] : ["=a&#10;# b: c&#x202E;&#x2028;", "&#x9B;2J&lt;b>|`", "&#x85;- &quot;&#x110BD;"]
        let sheets = names.enumerated().map { index, name in
            "<sheet name=\"\(name)\" sheetId=\"\(index + 1)\" state=\"\(index == 2 ? "hidden" : "visible")\" r:id=\"r\(index)\"/>"
        }
        let links = names.indices.map {
            "<Relationship Id=\"r\($0)\" Type=\"\(relationships)/worksheet\" Target=\"worksheets/s\($0).xml\"/>"
        }
        func row(_ number: Int, _ cells: [String]) -> String {
            let texts = cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }
            return "<row r=\"\(number)\">\(texts.joined())</row>"
        }
        // The first holds claims, the second nothing of the kind.
        let claims = row(1, ["编号", "打款日期", "金额"]) + row(2, ["1", "2023-05-10", "1.00"])
        let notes = row(1, ["说明"]) + row(2, ["无"])
        let files: [(String, String)] =
            [
                (
                    "xl/workbook.xml",
                    "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relationships)\"><sheets>\(sheets.joined())</sheets></workbook>"
                ),
                (
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(links.joined())</Relationships>"
                ),
            ]
            + [claims, notes, notes].enumerated().map {
                (
                    "xl/worksheets/s\($0.offset).xml",
                    "<worksheet xmlns=\"\(main)\"><sheetData>\($0.element)</sheetData></worksheet>"
                )
            }
        return WrittenArchive.bytes(.zip, files.map { .init($0.0, Array($0.1.utf8)) })
    }

    /// Elements and attributes may have joiners in their names, and values everything else.
    var xml: String {
        let name = text("状\u{200D}\u{200C}态", "状态")
        let value = text("&#x202E;&#x2028;&#x9B;&lt;b>", "x")
        return "<s><r a\(text("\u{200C}", ""))=\"1\"><id>1</id><day>2023-05-10</day><\(name)>\(value)</\(name)></r></s>"
    }

    var json: String {
        let name = text("状态\\n# x: y\\u202e\\u2028\\u001b[31m", "状态")
        return "[{\"编号\":1,\"打款日期\":\"2023-05-10\",\"金额\":1,\"\(name)\":\"x\"},{\"编号\":2,\"\(name)\":\"y\"}]"
    }
}
