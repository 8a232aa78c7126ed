import AidModel
import AidText

/// The members of a published version, which stand by themselves or among those of a source.
private enum VintageMembers {
    static let quarter = DocumentMember("quarter", \FactVintage.quarter, .quarter)
    static let number = DocumentMember(
        "number", \FactVintage.number, .positive, zh: "版次，从 1 起。", en: "From 1, in the order of publication.")
    static let publishedOn = DocumentMember(
        "publishedOn", \FactVintage.publishedOn, .day, zh: "公布之日。", en: "The day of publication.")

    static let all = DocumentMembers<FactVintage> {
        quarter
        number
        publishedOn
    }

    static func read(_ place: JSONPlace) throws(JSONProblem) -> FactVintage {
        FactVintage(
            quarter: try place[quarter], number: try place[number], publishedOn: try place[publishedOn])
    }
}

extension DocumentShape<FactVintage> {
    static let vintage = object(
        zh: "一个季度数字的一版。", en: "A published version of a quarter's figures."
    ) {
        VintageMembers.all
    } read: { place throws(JSONProblem) in
        try VintageMembers.read(place)
    }.named("vintage")
}

extension DocumentShape<FactSource> {
    private typealias Published = (vintage: FactVintage, sha256: String?)

    private static func type<Owner>(_ type: String) -> DocumentMember<Owner, String> {
        DocumentMember("type", { _ in type }, .constant(type), zh: "依据的种类。", en: "The kind of source.")
    }

    private static func origin(_ origin: String) -> DocumentMember<Published, String> {
        DocumentMember("origin", { _ in origin }, .constant(origin), zh: "数字从何而来。", en: "Where its figures came from.")
    }

    private static let sha256 = DocumentMember<Published, String>(
        "sha256", { $0.sha256 ?? "" }, .sha256, zh: "印发数字文件的。", en: "Of the file of printed figures.")

    static let source: DocumentShape = {
        let run = DocumentShape<FactSource.Run>.run
        let members = DocumentShape<MemberSource>.members
        let counted = published("run")
        let imported = published("imported")
        let unknown = published("unknown")
        return DocumentShape(
            .either([run.schema, counted.schema, imported.schema, unknown.schema, members.schema]),
            write: { source, writer in
                switch source {
                case .run(let of): run.write(of, &writer)
                case .vintage(let vintage, .run): counted.write((vintage, nil), &writer)
                case .vintage(let vintage, .imported(let sha256)): imported.write((vintage, sha256), &writer)
                case .vintage(let vintage, .unknown): unknown.write((vintage, nil), &writer)
                case .members(let source): members.write(source, &writer)
                }
            },
            read: { place throws(JSONProblem) in
                let kind: DocumentMember<Published, String> = DocumentMember(
                    "type", { _ in "" }, .words(["run", "vintage", "members"]))
                switch try place[kind] {
                case "run": return .run(try run.read(place))
                case "members": return .members(try members.read(place))
                default: break
                }
                let vintage = try VintageMembers.read(place)
                let words = DocumentMember<Published, String>(
                    "origin", { _ in "" }, .words(["run", "imported", "unknown"]))
                switch try place[words] {
                case "run": return .vintage(vintage, .run)
                case "imported": return .vintage(vintage, .imported(sha256: try place[sha256]))
                default: return .vintage(vintage, .unknown)
                }
            }
        ).named("source")
    }()

    private static func published(_ kind: String) -> DocumentShape<Published> {
        .object(zh: "公布过的一版。", en: "A published version.") {
            type("vintage")
            VintageMembers.all.of { (published: Published) in published.vintage }
            origin(kind)
            if kind == "imported" { sha256 }
        }
    }
}

extension DocumentShape<MemberSource> {
    private static let source = DocumentMember(
        "source", \MemberSource.text, .bilingual, zh: "会员人数的出处。", en: "Who says how many members there are.")
    private static let file: DocumentMember<MemberSource, String?> = DocumentMember(
        optional: "file", { $0.file?.name }, .text, zh: "给出会员人数的文件。", en: "The file that gives them.")
    private static let sha256: DocumentMember<MemberSource, String?> = DocumentMember(
        optional: "sha256", { $0.file?.sha256 }, .sha256)
    private static let table: DocumentMember<MemberSource, String?> = DocumentMember(
        optional: "table", { $0.table }, .text, zh: "由其中的会籍统计会员人数的对照表。",
        en: "The reference table in whose memberships they were counted.")

    fileprivate static let members = object(zh: "会员人数的依据。", en: "What the numbers of members stand on.") {
        DocumentMember("type", { _ in "members" }, .constant("members"), zh: "依据的种类。", en: "The kind of source.")
        source
        file
        sha256
        table
    } read: { place throws(JSONProblem) in
        let text = try place[source]
        if let name = try place[file] {
            guard let digest = try place[sha256] else { throw place.problem(at: sha256.name) }
            return MemberSource(text, origin: .file(SourceFile(name: name, sha256: digest)))
        }
        guard let name = try place[table] else { throw place.problem(at: table.name) }
        return MemberSource(text, origin: .table(name))
    }
}

extension DocumentShape<FactSource.Run> {
    private static let inputs = DocumentMember(
        "inputs", \FactSource.Run.inputs, DocumentShape<FactSource.Run.Input>.input.list, zh: "导出文件，按输入顺序。",
        en: "The exports, in input order.")
    private static let pipelineFile = DocumentMember("pipelineFile", \FactSource.Run.pipelineFile, .pipelineFile)
    private static let version = DocumentMember(
        "version", \FactSource.Run.version, .text, zh: "程序的版本。", en: "The version of the program.")

    fileprivate static let run = object(zh: "统计报告的那次运行。", en: "The run that counted the report.") {
        DocumentMember("type", { _ in "run" }, .constant("run"), zh: "依据的种类。", en: "The kind of source.")
        inputs
        pipelineFile
        version
    } read: { place throws(JSONProblem) in
        FactSource.Run(
            inputs: try place[inputs], pipelineFile: try place[pipelineFile], version: try place[version])
    }
}

extension DocumentShape<FactSource.Run.Input> {
    private static let file = DocumentMember(
        "file", \FactSource.Run.Input.name, .text, zh: "流程文件或使用者所写的路径；多个文件合为一项时，是路径模式，没有则为空。",
        en:
            "The path as the pipeline file or the user names it; of several files the pattern of their paths, or nothing."
    )
    private static let files: DocumentMember<FactSource.Run.Input, Int?> = DocumentMember(
        optional: "files", { $0.fileCount == 1 ? nil : $0.fileCount }, .count, zh: "合为一项的文件数；单独一个文件无此项。",
        en: "How many files it is; left out of one alone.")
    private static let sha256 = DocumentMember(
        "sha256", \FactSource.Run.Input.sha256, DocumentShape<String>.sha256.orNull, zh: "运行时要求不计算的，以及多个文件的，为 null。",
        en: "null where the run was told not to take it, and of several files.")

    fileprivate static let input = object(zh: "一个导出文件。", en: "One export.") {
        file
        files
        sha256
    } read: { place throws(JSONProblem) in
        FactSource.Run.Input(
            name: try place[file], fileCount: try place[files] ?? 1, sha256: try place[sha256])
    }
}
