import AidModel

extension OpenExport {
    /// That most of a file is not in the encoding that its label, or the user, says.
    ///
    /// - Parameter isLabel: whether its own label says so.
    static func contradiction(
        _ file: InputFile, _ encoding: TextEncoding, _ lines: LineSurvey, isLabel: Bool
    ) -> InputError {
        let other = encoding == .utf8 ? TextEncoding.gb18030 : .utf8
        let said = BilingualText(
            zh: isLabel ? "XML 声明的编码是 \(encoding.name)" : "指明的编码是 \(encoding.name)",
            en: isLabel
                ? "the XML declaration says that the encoding is \(encoding.name)"
                : "the encoding is said to be \(encoding.name)")
        return InputError(
            kind: .refused, file: file.name, lineNumber: isLabel ? 1 : nil,
            what: BilingualText(
                zh: "\(said.zh)，但 \(lines.textCount) 处文字中有 \(lines.otherCount) 处是 \(other.name)",
                en: "\(said.en), but \(lines.otherCount) of \(lines.textCount) stretches of text are in \(other.name)"),
            mend: BilingualText(
                zh: "请写明 encoding: \(other.name)（流程文件的 inputs，或 dump 的 --encoding），或重新导出",
                en: "say `encoding: \(other.name)` (under `inputs` of the pipeline file, or --encoding of dump), "
                    + "or export the file again"))
    }

    /// That some text of an XML file is in another encoding. There it is not told which records hold it.
    static func mixedText(_ name: String, _ lines: LineSurvey) -> Finding {
        Finding(
            level: .warning, code: "mixed-encoding",
            message: BilingualText(
                zh: "\(name)：\(lines.textCount) 处文字中有 \(lines.otherCount) 处的编码与文件其余部分不同，读出的可能是乱码",
                en: "\(name): \(lines.otherCount) of \(lines.textCount) stretches of text are in another encoding than "
                    + "the rest of the file, and may be read as gibberish"))
    }
}
