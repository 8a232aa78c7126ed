import AidModel

extension IncomparableRun {
    var text: BilingualText {
        switch self {
        case .noClaimNumbers:
            BilingualText(
                zh: "没有赔付编号，无法把现在的记录与当时的逐一对照",
                en: "without claim numbers the records of now cannot be held against those of then")
        case .rulesChanged:
            BilingualText(
                zh: "流程文件中的统计规则已经改变，不只是数据",
                en: "the rules of counting in the pipeline file have changed, not only the records")
        case .digestsNotTaken:
            BilingualText(
                zh: "没有计算输入文件的 SHA-256，无法得知哪些文件是新的",
                en: "the SHA-256 of the inputs was not taken, so it is not known which of them are new")
        case .inputGone(let name):
            BilingualText(
                zh: "当时的输入文件 \(name) 已不在，或内容已变，无法与现在的记录对照",
                en: "the input \(name) of then is gone or was changed, so its records cannot be held against those "
                    + "of now")
        }
    }
}
