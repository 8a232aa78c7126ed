import AidModel

/// Names of people: what stands beside them one person got.
extension DraftReader {
    /// 码头工人刘建设的互助金: a surname with one or two characters after the word for what somebody is.
    func isName(_ index: Int) -> Bool {
        let range = tokens[index].range
        guard index > 0, (2...3).contains(range.count), DraftReader.surnames.contains(text[range.lowerBound]),
            tokens[index - 1].range.upperBound == range.lowerBound, range.upperBound < text.count
        else { return false }
        switch tokens[index - 1].kind {
        case .other, .noun(.recipients), .measure(.recipients): break
        default: return false
        }
        return "的说在是也，。：家领拿收、（".unicodeScalars.contains(text[range.upperBound])
    }

    private static let surnames = Set(
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
            .unicodeScalars)
}
