import AidModel
import AidNews

/// Questions, and lines that name what the next one tells.
extension DraftReader {
    /// What a question asks, which its answer need not say again.
    func question(before index: Int) -> QuestionFrame? {
        guard index > 0, index <= tokens.count else { return nil }
        let words = tokens[..<index].dropLast().suffix(DraftWeights.reach).reversed().prefix { !$0.kind.endsSentence }
        if tokens[index - 1].kind == .lineEnd, isLabel(Array(words)) { return QuestionFrame(isOfProgramme: true) }
        guard "？?".unicodeScalars.contains(text[tokens[index - 1].range.lowerBound]) else { return nil }
        let average = words.lazy.compactMap { if case .average(let average) = $0.kind { average } else { nil } }.first
        let isOfProgramme = words.contains {
            $0.kind.isOfProgramme || isOurs == true && $0.kind.measure != nil || $0.kind.group != nil
        }
        let isOfOthers = words.contains { $0.kind.isOfOthers }
        return QuestionFrame(
            isOfProgramme: !isOfOthers && (isOfProgramme || average != nil || sentence.comparison != nil),
            average: isOfOthers ? nil : average, comparison: sentence.comparison,
            measure: isOfOthers ? nil : words.lazy.compactMap(\.kind.measure).first)
    }

    /// ❶ 受助职工: a line that names what the next one tells.
    private func isLabel(_ words: [DraftToken]) -> Bool {
        let isOwn = words.contains { if case .measure = $0.kind { true } else { false } }
        return isOwn && words.count < 5
            && words.allSatisfy { token in
                switch token.kind {
                case .measure, .noun, .group, .plain, .average, .period, .colon: true
                default: false
                }
            }
    }
}
