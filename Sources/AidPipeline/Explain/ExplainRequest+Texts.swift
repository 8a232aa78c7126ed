package import AidModel

extension ExplainRequest {
    /// What is said when the claims behind a figure are written.
    package static func written(_ count: Int, to path: String) -> Finding {
        Finding(
            level: .note, code: "claims-written",
            message: BilingualText(
                zh: "\(path) 列出 \(count) 笔赔付，只有自己可读", en: "\(path) lists \(count) claims; only you may read it"))
    }
}
