import Testing

/// A thing that goes wrong, and what the user is told of it.
struct BadInput: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var arguments: [String]
    var exitCode: Int32
    /// The code of each message, in order.
    var codes: [String]
    /// What the place of the first message holds.
    var place: String
    var prepare: @Sendable (Workplace) throws -> Void

    init(
        _ name: String, _ arguments: [String] = ["run", "pipeline.yaml"], exits exitCode: Int32, _ codes: [String],
        at place: String, prepare: @escaping @Sendable (Workplace) throws -> Void = { _ in }
    ) {
        testDescription = name
        self.arguments = arguments
        self.exitCode = exitCode
        self.codes = codes
        self.place = place
        self.prepare = prepare
    }

    static let all: [BadInput] = pipelines + missing + csv + xml + quality + outputs

    private static func input(_ path: String) -> [String] { ["run", "pipeline.yaml", "--input", path] }

    private static let pipelines = [
        BadInput("no such pipeline", ["run", "nowhere.yaml"], exits: 66, ["file-missing"], at: "nowhere.yaml"),
        BadInput(
            "no such pipeline to lint", ["lint", "nowhere.yaml"], exits: 66, ["file-missing"], at: "nowhere.yaml"),
        BadInput("pipeline is a folder", ["run", "exports"], exits: 66, ["file-missing"], at: "exports"),
        BadInput("pipeline not UTF-8", exits: 78, ["not-utf-8"], at: "pipeline.yaml") {
            try $0.write("pipeline.yaml", [0x6E, 0xD6, 0xD0, 0x0A])
        },
        BadInput("pipeline too large", exits: 78, ["too-large"], at: "pipeline.yaml") {
            try $0.write("pipeline.yaml", String(repeating: "# a\n", count: 300_000))
        },
        BadInput(
            "pipeline with three errors", exits: 78, ["unknown-key", "bad-currency", "wrong-type"],
            at: "pipeline.yaml:2:1"
        ) {
            let text = Exports.pipeline().replacing("name: aid", with: "nme: x\nname: aid\ncurrency: yuan")
            try $0.write("pipeline.yaml", text.replacing("breakdowns: [care]", with: "breakdowns: 7"))
        },
    ]

    private static let missing = [
        BadInput("no such input", input("nowhere.csv"), exits: 66, ["input-missing"], at: "nowhere.csv"),
        BadInput(
            "globs without a match, all at once", exits: 66, ["input-missing", "input-missing"], at: "nowhere/*.csv"
        ) {
            try $0.write("pipeline.yaml", Exports.pipeline(files: "\"nowhere/*.csv\", \"exports/x?.csv\""))
        },
        BadInput("input is a folder", input("exports"), exits: 66, ["file-missing"], at: "exports"),
        BadInput("nothing to dump", ["dump", "nowhere.csv"], exits: 66, ["file-missing"], at: "nowhere.csv"),
        BadInput(
            "input that cannot be read", input("/proc/self/mem"), exits: 74, ["file-unreadable"], at: "/proc/self/mem"),
        BadInput(
            "dump that cannot be read", ["dump", "/proc/self/mem"], exits: 74, ["file-unreadable"], at: "/proc/self/mem"
        ),
        BadInput("an input in two encodings", exits: 78, ["input-twice"], at: "exports/a.csv") {
            let again = "  - files: [exports/a.csv]\n    encoding: gb18030\nfields:"
            try $0.write("pipeline.yaml", Exports.pipeline().replacing("fields:", with: again))
        },
    ]

    private static let csv = [
        BadInput("a column is missing", exits: 65, ["file-refused"], at: "exports/a.csv:1") {
            try $0.write("exports/a.csv", Exports.csv.joined(separator: "\n").replacing("打款日期", with: "日期"))
        },
        BadInput("a column is named twice", exits: 65, ["file-refused"], at: "exports/a.csv:1") {
            try $0.write("exports/a.csv", Exports.csv.joined(separator: "\n").replacing("姓名", with: "IdNo"))
        },
        BadInput("an empty file", exits: 65, ["file-refused"], at: "exports/a.csv") {
            try $0.write("exports/a.csv", "")
        },
        BadInput("two bad files, both named", exits: 65, ["file-refused", "file-refused"], at: "exports/a.csv") {
            try $0.write("exports/a.csv", "")
            try $0.write("exports/b.csv", "a,b\n1,2\n")
        },
        BadInput("no header", exits: 65, ["file-refused"], at: "exports/a.csv:1") {
            try $0.write("exports/a.csv", Exports.csv.dropFirst().joined(separator: "\n"))
        },
        BadInput("a broken header", exits: 65, ["file-refused"], at: "exports/a.csv:1") {
            try $0.write("exports/a.csv", "赔付编号,\"身份证号\n")
        },
        BadInput("two spellings of one column", exits: 65, ["file-refused"], at: "exports/a.csv:1") {
            try $0.write("exports/a.csv", Exports.csv.joined(separator: "\n").replacing("姓名", with: "ClaimNo"))
        },
    ]

    private static func xml(_ name: String, at place: String = "exports/a.xml", _ text: String) -> BadInput {
        BadInput(name, exits: 65, ["file-refused"], at: place) { workplace in
            try workplace.write("pipeline.yaml", Exports.pipeline(files: "\"exports/*.xml\"", format: "xml"))
            try workplace.write("exports/a.xml", text)
        }
    }

    private static let claim = Exports.claim("HZ1", Persons.first)

    private static let xml = [
        xml("XML cut off", at: "(byte 150)", String(decoding: Exports.xml(claim).utf8.prefix(150), as: UTF8.self)),
        xml(
            "XML with a DOCTYPE", at: "exports/a.xml:2",
            Exports.xml(claim, declaration: "<?xml version=\"1.0\"?>\n<!DOCTYPE Claims>")),
        xml("another element than said", Exports.xml(claim.replacing("Claim>", with: "Payment>"))),
        xml("version 1.1", Exports.xml(claim, declaration: "<?xml version=\"1.1\"?>")),
        xml(
            "a label that is not read", at: "exports/a.xml:1",
            Exports.xml(claim, declaration: "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>")),
        xml(
            "a label that is not so", at: "exports/a.xml:1",
            Exports.xml(claim, declaration: "<?xml version=\"1.0\" encoding=\"utf-16\"?>")),
        xml(
            "bytes that are not valid", at: "exports/a.xml:",
            Exports.xml(claim, declaration: "<?xml version=\"1.0\" encoding=\"gbk\"?>")),
        xml("tags that do not match", at: "exports/a.xml:", Exports.xml(claim.replacing("</IdNo>", with: "</Id>"))),
        xml("an empty XML file", ""),
        xml("no XML at all", Exports.csv.joined(separator: "\n")),
    ]

    private static let quality = [
        BadInput(
            "too many rejects", ["run", "pipeline.yaml", "--rejects", "rejected.csv"], exits: 65,
            ["bad-amount", "bad-person", "too-many-rejects"], at: "pipeline.yaml"
        ) { try $0.write("exports/a.csv", Exports.rejected.joined(separator: "\n")) },
        BadInput(
            "a quarter without claims", ["run", "pipeline.yaml", "--quarter", "2021Q1"], exits: 65,
            ["no-claims-in-quarter"], at: "pipeline.yaml"),
        BadInput("no claims at all", exits: 65, ["no-claims"], at: "pipeline.yaml") {
            try $0.write("exports/a.csv", Exports.header + "\n")
        },
        BadInput("no paid claim", exits: 65, ["no-claims"], at: "pipeline.yaml") {
            try $0.write("exports/a.csv", Exports.header + "\nHZ1,,,,待审核,,\n")
        },
    ]

    private static let outputs = [
        BadInput(
            "output is a file", ["run", "pipeline.yaml", "--output", "exports/a.csv"], exits: 73, ["output-failed"],
            at: "exports/a.csv"),
        BadInput(
            "output where none can be", ["run", "pipeline.yaml", "--output", "/proc/reports"], exits: 73,
            ["output-failed"], at: "/proc/reports"),
        BadInput(
            "rejects where no folder is", ["run", "pipeline.yaml", "--rejects", "nowhere/rejected.csv"], exits: 73,
            ["output-failed"], at: "nowhere"),
        BadInput(
            "rejects into a folder", ["run", "pipeline.yaml", "--rejects", "exports"], exits: 73, ["output-failed"],
            at: "exports"),
        BadInput(
            "rejects onto a full disk", ["run", "pipeline.yaml", "--rejects", "full"], exits: 74, ["output-failed"],
            at: "full"
        ) { try $0.link("full", to: "/dev/full") },
        BadInput(
            "a wrong encoding", ["dump", "exports/a.csv", "--encoding", "latin"], exits: 64, ["wrong-option"],
            at: "--encoding"),
        BadInput(
            "a wrong delimiter", ["dump", "exports/a.csv", "--delimiter", "x"], exits: 64, ["wrong-option"],
            at: "--delimiter"),
        BadInput(
            "a wrong record name", ["dump", "exports/a.csv", "--record", "a b"], exits: 64, ["wrong-option"],
            at: "--record"),
    ]
}
