/// One spell of a person's membership of a union, from one day through another one.
struct Membership {
    let person: Int
    let union: Int
    let firstDay: Int
    /// nil: it goes on.
    let lastDay: Int?
    /// Kept by the former union, for one who is out of work.
    let isRetained: Bool

    /// How many people there are; those whom the programme helps are among them.
    static let personCount = 1_800
    private static let firstDay = Calendar.dayNumber(year: 2019, month: 3, day: 1)
    private static let firstChange = Calendar.dayNumber(year: 2021, month: 4, day: 1)

    /// The memberships of a person, the earlier ones first: none for a few, two for some.
    static func spells(of person: Int, draws: Draws) -> [Membership] {
        let union = unionOf(draws.below(100, .membershipUnion, person))
        let change = firstChange + draws.below(800, .membershipDay, person)
        func spell(_ union: Int, from first: Int, through last: Int?, isRetained: Bool = false) -> Membership {
            Membership(person: person, union: union, firstDay: first, lastDay: last, isRetained: isRetained)
        }
        switch draws.below(100, .membershipKind, person) {
        case 0..<4: return []
        case 4..<7: return [spell(union, from: firstDay, through: change)]
        case 7..<15:
            return [
                spell(union, from: firstDay, through: change),
                spell(union, from: change + 1, through: nil, isRetained: true),
            ]
        case 15..<26:
            let next = unionOf(draws.below(100, .membershipUnion, -person - 1))
            return [spell(union, from: firstDay, through: change), spell(next, from: change + 1, through: nil)]
        case 26..<29:
            // Between two jobs, and in no union, for a month.
            return [spell(union, from: firstDay, through: change), spell(union, from: change + 31, through: nil)]
        default: return [spell(union, from: firstDay, through: nil)]
        }
    }

    func holds(on day: Int) -> Bool { firstDay <= day && day <= lastDay ?? .max }

    /// Unions of all sizes, of a number below 100.
    private static func unionOf(_ share: Int) -> Int {
        [24, 44, 62, 78, 90].firstIndex { share < $0 } ?? 5
    }
}
