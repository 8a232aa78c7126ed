package import AidModel

/// How many people a span of quarters has.
///
/// - Shape: `distinct = firstTime + returning`.
package struct PeopleCount: Sendable, Hashable {
    /// With a person-time in the span.
    package var distinct: Int
    /// Whose first quarter of all lies in the span.
    package var firstTime: Int

    /// With a person-time before the span as well.
    package var returning: Int { distinct - firstTime }

    package init(distinct: Int, firstTime: Int) {
        self.distinct = distinct
        self.firstTime = firstTime
    }
}

extension PeopleQuarters {
    /// The people of a span of quarters.
    package func count(_ span: ClosedRange<Quarter>) -> PeopleCount {
        let within = mask { span.contains($0) }
        let before = mask { $0 < span.lowerBound }
        var count = PeopleCount(distinct: 0, firstTime: 0)
        let words = all
        if wordCount == 1 {
            for word in words {
                let isIn = word & within[0] != 0
                count.distinct &+= isIn ? 1 : 0
                count.firstTime &+= isIn && word & before[0] == 0 ? 1 : 0
            }
            return count
        }
        for person in 0..<peopleCount {
            var isIn = false
            var wasBefore = false
            for index in 0..<wordCount {
                let word = words[person * wordCount + index]
                isIn = isIn || word & within[index] != 0
                wasBefore = wasBefore || word & before[index] != 0
            }
            count.distinct += isIn ? 1 : 0
            count.firstTime += isIn && !wasBefore ? 1 : 0
        }
        return count
    }

    /// The people of every quarter that occurs, oldest first: what a register may tell without its key.
    package func countByQuarter() -> [(quarter: Quarter, count: PeopleCount)] {
        var distinct = [Int](repeating: 0, count: quarters.count)
        var firstTime = distinct
        let words = all
        for person in 0..<peopleCount {
            var isFirst = true
            for index in 0..<wordCount {
                var word = words[person * wordCount + index]
                while word != 0 {
                    let place = index * 64 + word.trailingZeroBitCount
                    word &= word - 1
                    distinct[place] += 1
                    firstTime[place] += isFirst ? 1 : 0
                    isFirst = false
                }
            }
        }
        return quarters.indices.map { (quarters[$0], PeopleCount(distinct: distinct[$0], firstTime: firstTime[$0])) }
    }

    private func mask(_ isWanted: (Quarter) -> Bool) -> [UInt64] {
        var mask = [UInt64](repeating: 0, count: wordCount)
        for (place, quarter) in quarters.enumerated() where isWanted(quarter) {
            mask[place / 64] |= 1 << UInt64(place % 64)
        }
        return mask
    }
}
