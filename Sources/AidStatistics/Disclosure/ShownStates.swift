/// Which values of a column of states may be shown as they stand.
///
/// A state that the pipeline file does not list can be mended only by someone who sees it. But where the wrong column
/// was mapped, or a record has slipped, a person's name or number stands there: so a value is shown only where it reads
/// as a state, and is masked else.
package enum ShownStates {
    /// Of more values the column is none of states.
    private static let mostValues = 30
    private static let longest = 24
    /// Longer runs are numbers of something.
    private static let mostDigits = 5
    /// What stands there as often is no slip.
    private static let oftenEnough = 3

    /// - Parameter counts: of every value that one file has and the pipeline file does not list, how often it stands
    ///   there.
    package static func among(_ counts: [String: Int]) -> Set<String> {
        guard counts.count <= mostValues else { return [] }
        return Set(counts.keys.filter { isShown($0, count: counts[$0] ?? 0) })
    }

    private static func isShown(_ value: String, count: Int) -> Bool {
        let scalars = value.unicodeScalars
        guard scalars.count <= longest, !scalars.contains(where: { "@·•".unicodeScalars.contains($0) }) else {
            return false
        }
        let digitCount = scalars.count { $0.properties.numericType != nil }
        guard digitCount <= mostDigits, scalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
            return false
        }
        if words.contains(where: value.contains) { return true }
        if scalars.contains(where: isHan) { return count >= oftenEnough && !PersonalName.isLike(value) }
        // Two words with capitals may be a name in Latin letters.
        let capitals = value.split(separator: " ").count { $0.first?.isUppercase ?? false }
        return capitals < 2 || count >= oftenEnough
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isIdeographic }

    /// Parts of states that names do not have.
    private static let words = [
        "已", "未", "待", "废", "销", "拒", "款", "驳", "讫", "账", "帐", "审", "核", "撤", "退", "付清", "付出", "支付", "完成", "办结",
        "结案", "结清", "成功", "失败", "处理", "通过", "关闭", "到账", "发放", "受理", "申请", "申报", "领取", "终止", "停止", "冻结", "无效", "有效",
        "正常", "草稿", "提交", "上报", "补录", "异常", "挂起", "暂停", "重复", "划拨", "转账", "汇出", "冲正", "取消", "批准", "同意", "中止",
    ]
}
