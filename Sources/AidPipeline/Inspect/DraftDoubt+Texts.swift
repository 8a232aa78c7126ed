import AidModel
import AidText

extension PipelineDraftTexts {
    var undecidedChoices: String {
        language == .zh ? "lint 会逐条指出；核实、处理之后删去该行" : "lint points at each of these; settle it, then remove its line"
    }

    func doubt(_ doubt: DraftDoubt) -> String {
        let text: BilingualText
        switch doubt {
        case .voidFlag(let column, let file, let values):
            let counts = (
                zh: values.map { "\($0.value) \($0.count) 条" }.joined(separator: "、"),
                en: values.map { "\($0.value) \($0.count)" }.joined(separator: ", ")
            )
            text = BilingualText(
                zh: "\(file) 的 \(column) 列看来标明作废的记录\(counts.zh.isEmpty ? "" : "（\(counts.zh)）")，这里没有用到：作废的记录会照常统计。"
                    + "请在导出时去掉这些记录，或把状态写进同一列",
                en:
                    "\(column) of \(file) seems to mark records that are void\(counts.en.isEmpty ? "" : " (\(counts.en))"), and is "
                    + "not used: they are counted. Export without them, or with the mark in the column of states")
        case .personTimes(let column, let file, let recordCount):
            text = BilingualText(
                zh: "\(file) 的 \(column) 列有 \(recordCount) 条大于 1：一条记录代表几人次，而这里每条算一人次，人次会偏少。"
                    + "请改用逐笔的明细",
                en:
                    "\(column) of \(file) is above 1 in \(recordCount) records: such a record stands for several person-times, but "
                    + "counts once. Use an export of one record a claim")
        case .nameOfUnpaid(let file, let word):
            text = BilingualText(
                zh: "\(file) 的名称中有“\(word)”：若其中的赔付没有支付或已退回，请从 inputs 中去掉，否则会照常统计",
                en:
                    "\(file) has “\(word)” in its name: if its claims were not paid, or were taken back, remove it from inputs, "
                    + "or they are counted")
        case .elementsTogether(let record, let file, let places):
            let list = list(places)
            text = BilingualText(
                zh: "\(file) 中 \(record) 分处几处：\(list.zh)。这里全部读取；若有的不应统计，请在导出时去掉",
                en:
                    "\(record) of \(file) stands in several places: \(list.en). All are read; export without those that "
                    + "do not count")
        case .elementsPassedOver(let record, let file, let others):
            let list = list(others)
            text = BilingualText(
                zh: "\(file) 中除 \(record) 外，还有样子相同的元素没有读取：\(list.zh)。若是退回或冲正，数字会偏大",
                en:
                    "\(file) has other elements like \(record), which are not read: \(list.en). If these are refunds or "
                    + "reversals, figures come out too high")
        }
        return text(language)
    }

    private func list(_ places: [(place: String, count: Int)]) -> (zh: String, en: String) {
        (
            places.map { "\($0.place) \($0.count) 个" }.joined(separator: "、"),
            places.map { "\($0.place) \($0.count)" }.joined(separator: ", ")
        )
    }
}
