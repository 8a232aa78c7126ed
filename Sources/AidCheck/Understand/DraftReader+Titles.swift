import AidModel

/// What short titles say of the figures below them.
extension DraftReader {
    /// 答：住院。 names what the next sentence tells of.
    func groupOfTitle(before end: Int) -> Int? {
        guard sentence.last == nil, end > 0, end <= tokens.count, tokens[end - 1].kind == .sentenceEnd,
            !"？?".unicodeScalars.contains(text[tokens[end - 1].range.lowerBound])
        else { return nil }
        let words = tokens[..<(end - 1)].suffix(DraftWeights.titleWords + 1).reversed().prefix {
            !$0.kind.endsSentence
        }
        let content = words.filter { $0.kind != .plain && $0.kind != .colon }
        guard words.count <= DraftWeights.titleWords, content.count == 1 else { return nil }
        return content.first?.kind.group
    }

    /// 重症职工的互助金依然占了大头。 names what the next sentence tells of, if that names nothing.
    func groupOfTopic(before end: Int) -> Int? {
        guard sentence.last == nil, sentence.other == nil else { return nil }
        let words = tokens[..<max(0, end - 1)].suffix(DraftWeights.reach).reversed().prefix {
            !$0.kind.endsSentence
        }
        let groups = Set(words.compactMap(\.kind.group))
        return groups.count == 1 ? groups.first : nil
    }

    /// Goes on with the group of the sentence before, where the words before the first figure name nothing of what is
    /// counted.
    mutating func goOnWithTopic(_ site: Site) {
        guard let topic = paragraph.groupOfTopic, sentence.last == nil, sentence.groups.isEmpty else { return }
        let isBare = tokens[..<site.index].suffix(DraftWeights.reach).reversed().prefix { !$0.kind.endsSentence }
            .allSatisfy { token in
                switch token.kind {
                case .measure, .noun, .aid, .programme, .whole, .sum, .group, .firstTime, .returning: false
                default: !token.kind.isOfOthers
                }
            }
        guard isBare else { return }
        sentence.groups = [topic]
        sentence.openGroups = [topic]
    }

    /// 意外伤害互助。 and 三、困难帮扶 are titles: what follows is of others, until the programme is named.
    mutating func readTitle(_ end: Int) {
        let all = tokens[..<max(0, end - 1)].suffix(DraftWeights.reach).reversed().prefix { !$0.kind.endsSentence }
        if all.contains(where: { $0.kind == .programme || $0.kind.measure != nil }) {
            paragraph.topic = nil
            return
        }
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
