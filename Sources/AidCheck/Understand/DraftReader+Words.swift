import AidModel
import AidNews

/// Which words speak for a figure's readings.
extension DraftReader {
    /// The words of its clause that say something, after those that its likeliest reading takes from before.
    func words(_ site: Site, _ role: Role, _ best: DraftStatement?) -> [DraftWord] {
        let own = (Array(site.left) + Array(site.right)).compactMap { DraftWord(tokens[$0]) }
        guard let best else { return own }
        var carried: [DraftWord] = []
        func carry(_ role: DraftWord.Role, _ isMeant: (DraftToken.Kind) -> Bool) {
            guard !own.contains(where: { $0.role == role }) else { return }
            if let word = word(before: site.left.lowerBound, isMeant) { carried.append(word) }
        }
        if let word = carriedTime(site) { carried.append(word) }
        if best.base != nil, best.kind != .share {
            carry(.comparison) { if case .comparison = $0 { true } else { false } }
        }
        if !best.now.groups.isEmpty { carry(.group) { $0.group.map(best.now.groups.contains) ?? false } }
        if best.kind != .level { carry(.measure) { $0.measure == best.measure.plain } }
        return carried + own
    }

    /// Whether neither a word nor a headline names the time of a figure's likeliest reading.
    func isTimeOfDraft(_ site: Site, _ best: DraftStatement?) -> Bool {
        best != nil && sentence.time.word == nil && carriedTime(site) == nil
            && best?.span == .quarter(setting.quarter)
            && !site.left.contains { tokens[$0].kind.period != nil }
            && !site.right.contains { tokens[$0].kind.period != nil }
    }

    /// The word that names the sentence's time, if it does not stand around the figure.
    private func carriedTime(_ site: Site) -> DraftWord? {
        guard let range = sentence.time.word, let place = place(of: range), !site.left.contains(place),
            !site.right.contains(place)
        else { return nil }
        let origin: DraftWord.Origin =
            if sentence.time.isSaid { .sentence } else { sentence.time.isOfHeading ? .heading : .earlier }
        return DraftWord(tokens[place], origin: origin)
    }

    /// The token of a word.
    private func place(of range: Range<Int>) -> Int? {
        var (low, high) = (0, tokens.count)
        while low < high {
            let middle = (low + high) / 2
            if tokens[middle].range.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < tokens.count && tokens[low].range == range ? low : nil
    }

    /// The nearest word before a place that is meant, as far back as words are looked at.
    private func word(before start: Int, _ isMeant: (DraftToken.Kind) -> Bool) -> DraftWord? {
        var origin = DraftWord.Origin.sentence
        for place in tokens[..<start].suffix(DraftWeights.reach).indices.reversed() {
            if tokens[place].kind.endsSentence { origin = .earlier }
            if isMeant(tokens[place].kind) { return DraftWord(tokens[place], origin: origin) }
        }
        return nil
    }
}

extension FactMeasure {
    /// What is counted, as an average or a part of it, too.
    var plain: Measure {
        switch self {
        case .recipients, .firstTime, .returning, .members, .recipientsPerThousand: .recipients
        case .personTimes, .personTimesPerRecipient, .personTimesPerThousand: .personTimes
        case .amount, .amountPerRecipient, .amountPerPersonTime, .amountPerThousand: .amount
        }
    }
}
