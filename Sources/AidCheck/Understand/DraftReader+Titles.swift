import AidModel

/// What short titles say of the figures below them.
extension DraftReader {
    /// 意外伤害互助。 and 三、困难帮扶 are titles: what follows is of others, until the programme is named.
    mutating func readTitle(_ end: Int) {
        let all = tokens[..<max(0, end - 1)].suffix(DraftWeights.reach).reversed().prefix { !$0.kind.endsSentence }
        if all.contains(where: { $0.kind == .programme || $0.kind.measure != nil }) { return paragraph.topic = nil }
        guard let other = sentence.other, other.clause >= 0, sentence.last == nil,
            [.otherSubject, .otherProgramme].contains(other.reason), !paragraph.hasFigures
        else { return }
        let words = tokens[..<max(0, end - 1)].suffix(DraftWeights.titleWords + 1).reversed().prefix {
            !$0.kind.endsSentence
        }
        guard words.count <= DraftWeights.titleWords, !words.contains(where: { $0.kind == .comma }) else { return }
        paragraph.topic = other.reason
    }
}
