import AidModel
import AidStatistics
import TestSupport

/// One record as a person would write it down.
struct TwinRecord: Hashable {
    enum Kind: Hashable { case paid, unpaid, reversal }

    /// All but where it stands.
    struct Content: Hashable {
        var kind: Kind
        var claim: String
        /// Of a reversal, its own claim number.
        var own = ""
        var person: Int
        var day: String
        var fen: Int
        var care: String
    }

    var file: Int
    var content: Content

    func write(to history: inout History) {
        let (claim, person, day, fen) = (content.claim, content.person, content.day, Int64(content.fen))
        switch content.kind {
        case .paid: history.paid(claim, person, day, fen, groups: [content.care])
        case .unpaid: history.unpaid(claim, person, day, fen, groups: [content.care])
        case .reversal:
            history.reversal(of: claim, own: content.own, fen, person: person, day: day, groups: [content.care])
        }
    }

    /// Some files of records about a few claims, with every kind of trouble.
    static func random(_ random: inout SeededRandom) -> [TwinRecord] {
        let days = ["2023-03-31", "2023-04-01", "2023-06-30", "2023-07-01"]
        let cares = ["门诊", "住院"]
        let claims = 1...Int.random(in: 1...12, using: &random)
        var records: [TwinRecord] = []
        for file in 0..<Int.random(in: 1...6, using: &random) {
            for _ in 0..<Int.random(in: 0...20, using: &random) {
                let kind: Kind = [.paid, .paid, .paid, .unpaid, .reversal, .reversal].randomElement(using: &random)!
                let isReversal = kind == .reversal
                records.append(
                    TwinRecord(
                        file: file,
                        content: Content(
                            kind: kind, claim: "C\(Int.random(in: claims, using: &random))",
                            own: isReversal ? "R\(Int.random(in: 0...1, using: &random))" : "",
                            person: Int.random(in: 1...2, using: &random), day: days.randomElement(using: &random)!,
                            fen: Int.random(in: 0...2, using: &random) * (isReversal ? 50 : 100),
                            care: cares.randomElement(using: &random)!)))
            }
        }
        return records
    }
}

/// What late files have changed, the slow way: everything settled twice, with dictionaries.
struct CausesTwin {
    typealias Worth = [Int]

    private(set) var causes = RestatementCauses()
    /// Person-times and money of the quarter, from known files alone and from all.
    private(set) var before: Worth = [0, 0]
    private(set) var after: Worth = [0, 0]

    init(_ records: [TwinRecord], late: Set<Int>, from: String, through: String) {
        let quarter = from...through
        let old = Settled(records.filter { !late.contains($0.file) })
        let new = Settled(records)
        for claim in Set(records.map(\.content.claim)) {
            let (grossBefore, netBefore) = old.worth(of: claim, in: quarter)
            let (grossAfter, netAfter) = new.worth(of: claim, in: quarter)
            before = CausesTwin.sum(before, netBefore, 1)
            after = CausesTwin.sum(after, netAfter, 1)
            let byVersion = CausesTwin.sum(grossAfter, grossBefore, -1)
            let byReversals = CausesTwin.sum(
                CausesTwin.sum(netAfter, grossAfter, -1), CausesTwin.sum(netBefore, grossBefore, -1), -1)
            let isInQuarter = grossAfter[0] == 1 || grossBefore[0] == 1
            if old.version[claim]?.kind != .paid {
                if grossAfter[0] == 1 { CausesTwin.add(byVersion, to: &causes.lateClaims) }
            } else if old.version[claim] != new.version[claim], isInQuarter {
                CausesTwin.add(byVersion, to: &causes.corrections)
            }
            if byReversals != [0, 0] { CausesTwin.add(byReversals, to: &causes.reversals) }
        }
    }

    private static func sum(_ lhs: Worth, _ rhs: Worth, _ sign: Int) -> Worth {
        [lhs[0] + sign * rhs[0], lhs[1] + sign * rhs[1]]
    }

    private static func add(_ worth: Worth, to change: inout RestatementCauses.Change) {
        change += .init(claimCount: 1, personTimes: worth[0], amountMinor: Int128(worth[1]))
    }

    /// Rules 3 and 4.
    private struct Settled {
        var version: [String: TwinRecord.Content] = [:]
        private var left: [String: Int] = [:]
        private var isReversed: Set<String> = []

        init(_ records: [TwinRecord]) {
            for record in records where record.content.kind != .reversal {
                version[record.content.claim] = record.content
            }
            left = version.filter { $0.value.kind == .paid }.mapValues(\.fen)
            var seen: Set<TwinRecord.Content> = []
            for record in records where record.content.kind == .reversal {
                let content = record.content
                guard seen.insert(content).inserted, let rest = left[content.claim], content.fen <= rest else {
                    continue
                }
                left[content.claim] = rest - content.fen
                isReversed.insert(content.claim)
            }
        }

        /// Before and after reversals.
        func worth(of claim: String, in quarter: ClosedRange<String>) -> (gross: Worth, net: Worth) {
            guard let version = version[claim], version.kind == .paid, quarter.contains(version.day),
                let rest = left[claim]
            else { return ([0, 0], [0, 0]) }
            return ([1, version.fen], isReversed.contains(claim) && rest == 0 ? [0, 0] : [1, rest])
        }
    }
}
