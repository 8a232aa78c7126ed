import AidModel
import TestSupport

/// A made-up programme with reference tables, and what must come of it, worked out with arrays and loops.
///
///     care (export) ─▶ ward       person ─▶ union, membership       union ─▶ district
struct JoinTwin {
    struct Row {
        var key: String
        var first: Int32?
        var last: Int32?
        var values: [String]
    }

    struct Table {
        /// nil: the person; else the place of a field among the groups.
        var keyPlace: Int?
        /// Where its values go among the groups.
        var places: [Int]
        var isAsOfTreatment: Bool
        var endsWithNext: Bool
        var absent: String
        /// Among its values.
        var retained: (place: Int, value: String)?
        var rows: [Row]
    }

    struct Version {
        var claim: String
        var person: Int?
        var day: Int32
        var treated: Int32?
        var fen: Int64
        var isPaid: Bool
        var care: String
    }

    struct Counts: Equatable {
        var keys = 0, spells = 0, overlaps = 0, claims = 0, absent = 0, gaps = 0, retained = 0, undated = 0
    }

    struct Cell: Equatable {
        var people: Set<Int> = []
        var times = 0
        var fen: Int64 = 0
    }

    static let fields = ["care", "union", "membership", "district", "ward"]
    static let firstDay = CalendarDay(year: 2022, month: 11, day: 1)!.daysSinceEpoch

    var tables: [Table] = []
    var versions: [Version] = []
    /// Of a claim number, what is taken back of the version that stands.
    var reversals: [(claim: String, fen: Int64)] = []

    // MARK: Made up

    init(_ seed: UInt64, people: Int = 9, claims: ClosedRange<Int> = 1...40) {
        var random = SeededRandom(seed)
        func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
        func day() -> Int32 { Self.firstDay + Int32.random(in: 0...30, using: &random) * 9 }
        func spell(_ endsWithNext: Bool) -> (Int32?, Int32?) {
            let (one, other) = (day(), day())
            let last = max(one, other) + Int32.random(in: -1...1, using: &random)
            return (chance(15) ? nil : min(one, other), endsWithNext || chance(25) ? nil : max(last, min(one, other)))
        }
        func table(
            keyPlace: Int?, places: [Int], absent: String, keys: [String], _ values: () -> [String]
        ) -> Table {
            let endsWithNext = chance(30)
            var rows: [Row] = []
            for key in keys where !chance(15) {
                for _ in 0..<Int.random(in: 1...(chance(5) ? 40 : 4), using: &random) {
                    let (first, last) = spell(endsWithNext)
                    rows.append(Row(key: key, first: first, last: last, values: values()))
                    // Once more, maybe with another value on the same days.
                    if chance(15) { rows.append(Row(key: key, first: first, last: last, values: values())) }
                }
            }
            return Table(
                keyPlace: keyPlace, places: places, isAsOfTreatment: chance(50), endsWithNext: endsWithNext,
                absent: absent, rows: rows)
        }
        let unions = ["甲", "乙", "丙", "A"]
        var members = table(keyPlace: nil, places: [1, 2], absent: "无会籍", keys: (0..<people).map { String($0) }) {
            [chance(5) ? "" : unions.randomElement(using: &random)!, chance(20) ? "会籍保留" : "在籍"]
        }
        members.retained = (1, "会籍保留")
        tables.append(members)
        tables.append(
            table(keyPlace: 1, places: [3], absent: "未列入", keys: unions) {
                [["徐汇", "长宁"].randomElement(using: &random)!]
            })
        tables.append(
            table(keyPlace: 0, places: [4], absent: "未列入", keys: ["门诊", "住院"]) {
                [["一", "二", ""].randomElement(using: &random)!]
            })
        for number in 0..<Int.random(in: claims, using: &random) {
            let claim = "C\(number)"
            var version = Version(
                claim: claim, person: chance(8) ? nil : Int.random(in: 0..<people, using: &random), day: day(),
                treated: nil,
                fen: Int64.random(in: 1...500, using: &random), isPaid: true,
                care: ["门诊", "住院", "", "急诊"].randomElement(using: &random)!)
            if chance(70) { version.treated = version.day - Int32.random(in: 0...4, using: &random) * 9 }
            versions.append(version)
            // A correction, of the day or of the person or of all.
            if chance(25) {
                var other = version
                if chance(60) { other.day += Int32.random(in: -12...12, using: &random) * 9 }
                if chance(40), other.person != nil { other.person = Int.random(in: 0..<people, using: &random) }
                if chance(30) { other.isPaid = false }
                if let treated = other.treated { other.treated = min(treated, other.day) }
                versions.append(other)
                version = other
            }
            if chance(15), version.isPaid {
                reversals.append((claim, chance(50) ? version.fen : Int64.random(in: 1...version.fen, using: &random)))
            }
        }
    }

    // MARK: Worked out

    /// The claims that stand, and what is left of each.
    var standing: [Version] {
        var standing: [Version] = []
        for claim in Set(versions.map(\.claim)) {
            guard var last = versions.last(where: { $0.claim == claim }), last.isPaid else { continue }
            for reversal in reversals where reversal.claim == claim { last.fen -= reversal.fen }
            if last.fen > 0 { standing.append(last) }
        }
        return standing
    }

    /// The groups of a claim; counts what the tables say of it.
    private func groups(of claim: Version, _ counts: inout [Counts]) -> [String] {
        var groups = [claim.care, "", "", "", ""]
        var absentOf: [Int: String] = [:]
        for (index, table) in tables.enumerated() {
            let key = table.keyPlace.map { groups[$0] } ?? claim.person.map { String($0) } ?? ""
            if key.isEmpty { continue }
            if let place = table.keyPlace, let absent = absentOf[place], absent == key {
                for place in table.places {
                    groups[place] = absent
                    absentOf[place] = absent
                }
                continue
            }
            counts[index].claims += 1
            for place in table.places { absentOf[place] = table.absent }
            let rows = table.rows.filter { $0.key == key }
            if rows.isEmpty { counts[index].absent += 1 }
            if !rows.isEmpty, table.isAsOfTreatment, claim.treated == nil { counts[index].undated += 1 }
            let day = table.isAsOfTreatment ? claim.treated ?? claim.day : claim.day
            var held: Row?
            for row in rows where (row.first ?? .min) <= day && (row.last ?? .max) >= day {
                if held == nil || Self.holds(row, before: held!) { held = row }
            }
            guard let held else {
                if !rows.isEmpty { counts[index].gaps += 1 }
                for place in table.places { groups[place] = table.absent }
                continue
            }
            for (place, value) in zip(table.places, held.values) { groups[place] = value }
            if let retained = table.retained, held.values[retained.place] == retained.value {
                counts[index].retained += 1
            }
        }
        return groups
    }

    /// The row of a table that holds a day for a key; nil: none does.
    private static func held(_ key: String, in table: Table, on day: Int32) -> Row? {
        var held: Row?
        for row in table.rows where row.key == key && (row.first ?? .min) <= day && (row.last ?? .max) >= day {
            if held == nil || Self.holds(row, before: held!) { held = row }
        }
        return held
    }

    /// Whoever is in the first table on a day: union, membership and district, and how many have them.
    func members(on day: Int32) -> [[String]: Int] {
        var counts: [[String]: Int] = [:]
        for person in Set(tables[0].rows.map(\.key)) {
            guard let row = Self.held(person, in: tables[0], on: day) else { continue }
            let union = row.values[0]
            var district = ""
            if !union.isEmpty {
                district = Self.held(union, in: tables[1], on: day)?.values[0] ?? tables[1].absent
            }
            counts[[union, row.values[1], district], default: 0] += 1
        }
        return counts
    }

    /// Whether a row counts where both hold the day: it begins later, or ends later, or has the later bytes.
    private static func holds(_ row: Row, before other: Row) -> Bool {
        let (first, otherFirst) = (row.first ?? .min, other.first ?? .min)
        if first != otherFirst { return first > otherFirst }
        let (last, otherLast) = (row.last ?? .max, other.last ?? .max)
        if last != otherLast { return last > otherLast }
        for (one, second) in zip(row.values, other.values) where one != second {
            return Array(second.utf8).lexicographicallyPrecedes(Array(one.utf8))
        }
        return false
    }

    private func counts(of table: Table) -> Counts {
        var counts = Counts()
        for key in Set(table.rows.map(\.key)) {
            counts.keys += 1
            let rows = table.rows.filter { $0.key == key }
            counts.spells +=
                Set(rows.map { [$0.first.map { "\($0)" } ?? "", $0.last.map { "\($0)" } ?? ""] + $0.values })
                .count
            var overlaps = false
            for one in rows {
                for other in rows where one.values != other.values {
                    let sharesADay =
                        table.endsWithNext
                        ? one.first == other.first
                        : max(one.first ?? .min, other.first ?? .min) <= min(one.last ?? .max, other.last ?? .max)
                    if sharesADay { overlaps = true }
                }
            }
            if overlaps { counts.overlaps += 1 }
        }
        return counts
    }

    /// By field, group and period what the report must say, and what must be counted of each table.
    func result(of quarter: Quarter) -> (cells: [String: Cell], counts: [Counts]) {
        var counts = tables.map { self.counts(of: $0) }
        var cells: [String: Cell] = [:]
        for claim in standing {
            let groups = groups(of: claim, &counts)
            let its = CalendarDay(daysSinceEpoch: claim.day).quarter
            var periods: [String] = []
            if its <= quarter { periods.append("cumulative") }
            if its == quarter { periods.append("quarter") }
            if its <= quarter, its.description.prefix(4) == quarter.description.prefix(4) { periods.append("year") }
            for period in periods {
                for (field, group) in zip(Self.fields, groups) {
                    var cell = cells["\(period) \(field) \(group)"] ?? Cell()
                    if let person = claim.person { cell.people.insert(person) }
                    cell.times += 1
                    cell.fen += claim.fen
                    cells["\(period) \(field) \(group)"] = cell
                }
            }
        }
        return (cells, counts)
    }
}
