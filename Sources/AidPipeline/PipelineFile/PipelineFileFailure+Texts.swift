import AidModel

extension RunFailure {
    /// Why a pipeline file could not even be linted.
    static func pipelineFileTooLarge(_ path: String) -> RunFailure {
        RunFailure(
            .wrongPipelineFile, code: "too-large", place: path, zh: "文件超过 1 MiB，不像流程文件",
            en: "larger than 1 MiB: this is no pipeline file",
            mend: BilingualText(zh: "请检查路径", en: "check the path"))
    }

    static func pipelineFileNotUTF8(_ path: String) -> RunFailure {
        RunFailure(
            .wrongPipelineFile, code: "not-utf-8", place: path, zh: "流程文件不是 UTF-8 编码",
            en: "the pipeline file is not UTF-8", mend: BilingualText(zh: "请另存为 UTF-8", en: "save it as UTF-8"))
    }

    static func pipelineFileUnread(_ path: String) -> RunFailure {
        RunFailure(.ownFault, code: "unexpected", place: path, zh: "读取出错", en: "reading failed")
    }
}
