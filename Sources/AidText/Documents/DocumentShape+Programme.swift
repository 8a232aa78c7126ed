package import AidModel

/// What every document says of the programme.
package enum ProgrammeMembers {
    package static let name = DocumentMember(
        "name", \Programme.name, .text, zh: "项目名称，与报告路径中的相同。",
        en: "The programme's name, as in the path of the report.")
    package static let title = DocumentMember(
        "title", \Programme.title, .bilingual, zh: "项目全称。", en: "The programme's title.")
    package static let since = DocumentMember(
        "since", \Programme.since, DocumentShape<CalendarDay>.day.orNull, zh: "项目开始之日；null 为数据中首次赔付之日。",
        en: "The programme's start; null: the first payment of the data.")
}

extension DocumentShape<Programme> {
    package static let programme = object {
        ProgrammeMembers.name
        ProgrammeMembers.title
        ProgrammeMembers.since
    }
}

extension DocumentShape<SourceFile> {
    private static let name = DocumentMember(
        "file", \SourceFile.name, .text, zh: "文件名。", en: "Its name, without its folder.")
    private static let sha256 = DocumentMember("sha256", \SourceFile.sha256, .sha256)

    package static let pipelineFile = object(zh: "运行所用的流程文件。", en: "The pipeline file of the run.") {
        name
        sha256
    } read: { place throws(JSONProblem) in
        SourceFile(name: try place[name], sha256: try place[sha256])
    }
}
