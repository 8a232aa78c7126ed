import AidModel
import AidPipeline

extension StandardOutput {
    static func failure(reason: String) -> RunFailure {
        RunFailure(
            .inputOutputError, code: "output-failed", place: "-", zh: "无法写入：\(reason)",
            en: "cannot be written: \(reason)",
            mend: BilingualText(
                zh: "请检查标准输出通向何处、磁盘是否已满", en: "check where standard output goes, and whether that disk is full"))
    }
}
