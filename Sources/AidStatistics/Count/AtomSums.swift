/// Person-times and money of every slot in each atom of time in which it has any.
///
///     sums    slot 0: atom 3, atom 7 │ slot 1: atom 0 │ slot 2: atom 3, …
///     firsts  0                        2                3
///
/// - Complexity: time and memory grow with the sums of claims, not with slots times atoms.
struct AtomSums: Sendable, Equatable {
    struct Sum: Sendable, Equatable {
        var atom: Int
        var times = 0
        var money: Int128 = 0
    }

    /// One slot after the other, each by atom.
    private var sums: [Sum]
    /// Of each slot where its own begin in `sums`, and at last where they end.
    private var firsts: [Int]

    /// - Parameters:
    ///   - claims: in any order, as often as they like for the same slot and atom.
    ///   - places: of every time cell its atom; nil: it is left out.
    init(
        _ claims: [(cell: Int, groupsCode: UInt32, count: Int, amountMinor: Int128)], places: [Int?], slots: GroupSlots
    ) {
        let ordered = AtomSums.byAtom(claims.map { places[$0.cell] })
        var firsts = [Int](repeating: 0, count: slots.count + 1)
        var lastAtoms = [Int](repeating: -1, count: slots.count)
        for claim in ordered {
            let atom = places[claims[claim].cell] ?? 0
            for slot in slots.slots(of: claims[claim].groupsCode) where lastAtoms[slot] != atom {
                lastAtoms[slot] = atom
                firsts[slot + 1] += 1
            }
        }
        for slot in 0..<slots.count { firsts[slot + 1] += firsts[slot] }
        var ends = firsts
        var sums = [Sum](repeating: Sum(atom: -1), count: firsts[slots.count])
        for claim in ordered {
            let atom = places[claims[claim].cell] ?? 0
            for slot in slots.slots(of: claims[claim].groupsCode) {
                if ends[slot] == firsts[slot] || sums[ends[slot] - 1].atom != atom {
                    sums[ends[slot]].atom = atom
                    ends[slot] += 1
                }
                sums[ends[slot] - 1].times += claims[claim].count
                sums[ends[slot] - 1].money += claims[claim].amountMinor
            }
        }
        self.sums = sums
        self.firsts = firsts
    }

    /// Those of one slot, by atom.
    subscript(slot: Int) -> ArraySlice<Sum> { sums[firsts[slot]..<firsts[slot + 1]] }

    /// Sums in any order, one for each atom, by atom.
    static func merged(_ sums: [Sum]) -> [Sum] {
        var merged: [Sum] = []
        for sum in sums.sorted(by: { $0.atom < $1.atom }) {
            if let last = merged.last, last.atom == sum.atom {
                merged[merged.count - 1].times += sum.times
                merged[merged.count - 1].money += sum.money
            } else {
                merged.append(sum)
            }
        }
        return merged
    }

    /// The places of all that have an atom, the first atom first: no comparison, two passes.
    private static func byAtom(_ atoms: [Int?]) -> [Int] {
        var ends: [Int] = []
        for case let atom? in atoms {
            if ends.count <= atom + 1 { ends += [Int](repeating: 0, count: atom + 2 - ends.count) }
            ends[atom + 1] += 1
        }
        for atom in ends.indices.dropFirst() { ends[atom] += ends[atom - 1] }
        var ordered = [Int](repeating: 0, count: ends.last ?? 0)
        for (place, atom) in atoms.enumerated() {
            guard let atom else { continue }
            ordered[ends[atom]] = place
            ends[atom] += 1
        }
        return ordered
    }
}
