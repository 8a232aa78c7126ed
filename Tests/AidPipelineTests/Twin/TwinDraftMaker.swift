/// Makes drafts that collide: duplicates, later versions, reversals before and after their claims.
struct TwinDraftMaker {
    let plan: TwinPlan
    let people: [TwinPerson]
    private var drafts: [TwinDraft] = []
    private var claimCount = 0
    /// What days of treatment are drawn from.
    private var treatments: TwinRandom

    init(plan: TwinPlan, people: [TwinPerson], treatments: TwinRandom) {
        self.treatments = treatments
        self.plan = plan
        self.people = people
    }

    mutating func next(_ random: inout TwinRandom) -> TwinDraft {
        var draft = choose(&random)
        if random.chance(9) { spoil(&draft, &random) }
        if case .text("") = draft.treatment { draft.treatment = treatment(before: draft.day) }
        if treatments.chance(4) { draft.treatment = treatment(before: draft.day) }
        drafts.append(draft)
        return draft
    }

    private mutating func choose(_ random: inout TwinRandom) -> TwinDraft {
        guard let earlier = drafts.isEmpty ? nil : random.pick(Array(drafts.suffix(40))) else { return new(&random) }
        switch random.number(0...99) {
        case 0..<12: return earlier
        case 12..<26: return changed(earlier, &random)
        case 26..<46 where plan.hasReversed: return reversal(near: earlier, &random)
        case 46..<50 where plan.hasReversed: return drafts.last { $0.kind == .reversed } ?? earlier
        default: return new(&random)
        }
    }

    private func claimNumber(_ index: Int) -> String {
        // Short and long ones, and some that differ in case or in the length of what is the same.
        [
            "A-\(1000 + index)", "赔\(index)", "a-\(1000 + index - 2)", "\(900_000_000_000_000 + index)",
            "CLAIM-2023-\(100_000 + index)-XYZ", "claim/no/2023/\(index)", "上海互助会二次报销赔付编号\(index)号", "\(index)",
            "0\(index - 1)",
        ][index % 9]
    }

    private mutating func new(_ random: inout TwinRandom) -> TwinDraft {
        var draft = TwinDraft()
        draft.claim = claimNumber(claimCount)
        claimCount += 1
        draft.person = .known(random.number(0...people.count - 1))
        draft.day = day(&random)
        draft.amount = amount(&random)
        for field in plan.breakdowns { draft.groups[field] = group(field, &random) }
        setState(&draft, random.chance(80) ? .paid : .unpaid, &random)
        if draft.kind == .unpaid { blank(&draft, &random) }
        return draft
    }

    /// Another version of the same claim.
    private func changed(_ earlier: TwinDraft, _ random: inout TwinRandom) -> TwinDraft {
        var draft = earlier
        switch random.number(0...4) {
        case 0: draft.person = .known(random.number(0...people.count - 1))
        case 1: draft.day = day(&random)
        case 2: draft.amount = amount(&random)
        case 3:
            guard earlier.kind != .reversed else { return draft }
            setState(&draft, draft.kind == .paid ? .unpaid : .paid, &random)
            if draft.kind == .unpaid { blank(&draft, &random) }
        default:
            guard let field = plan.breakdowns.first else { return draft }
            draft.groups[field] = group(field, &random)
        }
        return draft
    }

    private mutating func reversal(near earlier: TwinDraft, _ random: inout TwinRandom) -> TwinDraft {
        var draft = earlier
        setState(&draft, .reversed, &random)
        var target = earlier.claim
        if random.chance(15) { target = claimNumber(claimCount + random.number(0...3)) }
        if random.chance(4) { target = "no-such-claim" }
        if plan.hasReverses, random.chance(60) {
            draft.claim = random.chance(70) ? "R-\(drafts.count)" : random.pick(drafts).claim
            draft.reverses = target
        } else {
            draft.claim = target
            draft.reverses = plan.hasReverses && random.chance(30) ? target : random.pick(["", "", "-", "无"])
        }
        if case .minor(let minor) = earlier.amount {
            switch random.number(0...9) {
            case 0..<4: break
            case 4..<7 where minor > 1: draft.amount = .minor(random.number(1...minor - 1))
            case 7: draft.amount = .minor(0)
            case 8: draft.amount = .minor(minor &+ random.number(1...500))
            default: draft.amount = amount(&random)
            }
        } else {
            draft.amount = amount(&random)
        }
        if case .text = draft.person { draft.person = .known(random.number(0...people.count - 1)) }
        if case .text = draft.day { draft.day = day(&random) } else if random.chance(50) { draft.day = day(&random) }
        return draft
    }

    private func setState(_ draft: inout TwinDraft, _ kind: TwinClass, _ random: inout TwinRandom) {
        let states = plan.states[kind] ?? []
        draft.kind = !plan.hasStatus || states.isEmpty ? .paid : kind
        if plan.hasStatus { draft.status = random.pick(states.isEmpty ? plan.states[.paid]! : states) }
    }

    /// Empties what an unpaid record may lack.
    private func blank(_ draft: inout TwinDraft, _ random: inout TwinRandom) {
        if random.chance(40) { draft.day = .text(random.pick(["", "未付", "2023-02-30"])) }
        if random.chance(30) { draft.amount = .text(random.pick(["", "-", "-12", "待定", "0", "-0"])) }
        if random.chance(20) { draft.person = .text(random.pick(["", "不详", people[0].damaged(&random)])) }
    }

    private func day(_ random: inout TwinRandom) -> TwinDraft.Day {
        if random.chance(1) { return .day(TwinDay.random(in: plan.firstQuarter - 9, &random)) }
        // Sentinels and slips far from all others, on both sides.
        if random.chance(1) {
            let days = [
                TwinDay(1900, 1, 1)!, TwinDay(1899, 12, 30)!, TwinDay(1970, 1, 1)!, TwinDay(1, 1, 1)!,
                TwinDay(9999, 12, 31)!, TwinDay.random(in: plan.firstQuarter - 44, &random),
                TwinDay.random(in: plan.firstQuarter + 44, &random),
            ]
            return .day(random.pick(days))
        }
        let last = plan.firstQuarter + plan.quarterCount - 1
        if random.chance(10) { return .day(random.chance(50) ? TwinDay.last(of: last) : TwinDay(last / 4, 1, 1)!) }
        // Few claims in some quarters, none in a few.
        var quarter = random.number(plan.firstQuarter...last)
        if quarter % 3 == 1, random.chance(80) { quarter = plan.firstQuarter }
        return .day(TwinDay.random(in: quarter, &random))
    }

    /// Some days before a payment; rarely behind it, far off, or no day at all.
    private mutating func treatment(before payment: TwinDraft.Day) -> TwinDraft.Day {
        guard plan.hasTreatment, case .day(let paid) = payment, treatments.chance(88) else {
            return .text(treatments.pick(["", "-", "无", "昨天", "2023-02-30", "45021", "05/04/2023"]))
        }
        var day = paid
        switch treatments.number(0...19) {
        case 0:
            for _ in 0..<treatments.number(1...40) { day = day.dayAfter }
        case 1: day = treatments.pick([paid, TwinDay(1900, 1, 1)!, TwinDay(1970, 1, 1)!, TwinDay(9999, 12, 31)!])
        default:
            for _ in 0..<treatments.pick([3, 30, 30, 90]) where treatments.chance(70) { day = day.dayBefore }
        }
        return .day(day.year > 9999 || day.year < 1 ? paid : day)
    }

    private func amount(_ random: inout TwinRandom) -> TwinDraft.Amount {
        switch random.number(0...99) {
        case 0..<60: .minor(random.number(1...60) * 500)
        case 60..<92: .minor(random.number(1...500_000))
        case 92..<97: .minor(0)
        case 97..<99: .minor(random.number(1...900_000_000_000))
        default: .minor(random.chance(30) ? Int.max : random.number(1...9) * 1_000_000_000_000_000)
        }
    }

    private func group(_ field: String, _ random: inout TwinRandom) -> String {
        let few = ["门诊", "住院", "亅部", "二|部", "甲, 乙", "“引”号\"x\"", "", "未填", "A1", "é", "e\u{301}", "𠮷"]
        let many = (1...9).map { "第\($0)区" } + ["", "东城", "西城|*x*", "<b>"]
        return random.pick(field == "district" ? many : Array(few.prefix(field == "trade" ? 3 : few.count)))
    }

    /// Makes a record that cannot be understood, or not as before.
    private func spoil(_ draft: inout TwinDraft, _ random: inout TwinRandom) {
        let person = random.pick(people)
        switch random.number(0...9) {
        case 0: draft.claim = random.pick(["", "-", "NULL", "0"])
        case 1: draft.status = random.pick(["", "未知", "已打款？", "paid", ",\u{301}a", "\"\u{301}", person.number])
        case 2:
            let texts = [
                "", "2023-02-29", "2023-13-01", "2023-04", "05/04/2023", "2023-04/05", "20230431", "45021", "昨天",
                "2023-04-05 25:00", "2023-04-05 10:75", "2023-04-05x", "2023年4月31日", "2023-004-05", person.number,
            ]
            draft.day = .text(random.pick(texts))
        case 3, 4:
            let texts = [
                "", "-", ".", "5.", "1e3", "+5", "12.3456", "1,23", "1,2345", "1,234,56", "--5", "¥5元", "1.2.3", "五元",
                "9223372036854775808", "92233720368547758.08", "99999999999999999999999999", ",123", "１２．５０", "(5)",
                // An ID number in yen is an amount.
                plan.minorDigits > 0 ? person.number : "x" + person.number, "¥", "元", "12,345.6,7", "-5", "-¥12", "NaN",
                "0x10", "1 000", "- 5", "¥- 5", "5元元", "¥¥5",
            ]
            draft.amount = .text(random.pick(texts))
        case 5: draft.person = .text(random.pick(["", "不详", "-", "#N/A"]))
        case 6, 7:
            draft.person = .text(plan.personType == .text ? "  " : person.damaged(&random))
        case 8:
            draft.person = .text(person.bad(&random))
        default:
            draft.person = .text(
                random.pick(["护照E12345678", "e12345678", "Ｅ12345678", "H1030123401", person.name, "不详"]))
        }
    }
}
