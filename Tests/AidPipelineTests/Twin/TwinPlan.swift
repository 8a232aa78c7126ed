/// What a random pipeline file says.
struct TwinPlan {
    enum Person: String {
        case text, residentID
    }

    var hasClaim = true
    var hasStatus = true
    var hasReverses = true
    var personType = Person.residentID
    var acceptsOtherDocuments = false
    var countsInvalid = false
    /// Names of the breakdown fields.
    var breakdowns: [String] = []
    /// For each breakdown field what a value means that is written otherwise.
    var meanings: [String: [(name: String, values: [String])]] = [:]
    /// Breakdown fields that a file may lack.
    var optionalFields: Set<String> = []
    /// For each breakdown field how many groups are shown by name; none: as many as usual.
    var shownGroups: [String: Int] = [:]
    var minGroup = 0
    var currency = "CNY"
    var minorDigits = 2
    /// As yyyymmdd.
    var since: Int?
    /// Year × 4 + number − 1; nil: the latest.
    var quarter: Int?
    /// In hundredths of a percent.
    var maxRejected = 10_000
    var states: [TwinClass: [String]] = [:]
    /// The names that a field may have in a file.
    var names: [String: [String]] = [:]
    var period = "paidOn"
    var firstQuarter = 0
    var quarterCount = 8
    var language = "zh"
    /// What becomes of paid records of no money.
    var zeroAmount: String { ["count", "reject", "ignore"][quarterCount % 3] }
    /// nil: left out.
    var timeZone: String?
    /// What quartiles are told of.
    var measures: [String] = []
    var hasTreatment: Bool { measures.contains("days-to-payment") }

    var hasReversed: Bool { !(states[.reversed] ?? []).isEmpty }

    /// The mapped fields; the date goes by the name `period`.
    var fields: [String] {
        ["person", "amount", period] + (hasClaim ? ["claim"] : []) + (hasStatus ? ["status"] : [])
            + (hasReverses ? ["reverses"] : []) + (hasTreatment ? ["treatedOn"] : []) + breakdowns
    }
}

enum TwinClass: String {
    case paid, unpaid, reversed
}

extension TwinPlan {
    init(random: inout TwinRandom, hasXML: Bool) {
        hasClaim = random.chance(85)
        hasStatus = random.chance(85)
        let hasReversed = hasClaim && hasStatus && random.chance(85)
        hasReverses = hasReversed && random.chance(70)
        personType = random.chance(80) ? .residentID : .text
        acceptsOtherDocuments = random.chance(40)
        countsInvalid = random.chance(40)
        breakdowns = Array(random.shuffled(["care", "district", "trade"]).prefix(random.number(0...3)))
        for field in breakdowns where random.chance(25) {
            let choices =
                field == "district"
                ? [("郊 区", ["第1区", "第2区"]), ("东城", ["", "西城|*x*"])]
                : [("门诊部", ["门诊"]), ("住院", ["亅部", "Ａ1"]), ("未填", ["二|部"]), ("空", [""]), ("e\u{301}", ["é"])]
            meanings[field] = choices.filter { _ in random.chance(60) }
        }
        optionalFields = Set((breakdowns + ["reverses"]).filter { _ in random.chance(40) })
        minGroup = random.pick([0, 2, 5])
        (currency, minorDigits) = random.pick([("CNY", 2), ("CNY", 2), ("JPY", 0), ("USD", 2), ("KWD", 3)])
        firstQuarter = random.number(2016...2021) * 4 + random.number(0...3)
        quarterCount = random.number(1...10)
        if random.chance(50) {
            let quarter = firstQuarter + random.number(-2...max(0, quarterCount / 2))
            since = TwinDay.random(in: quarter, &random).number
        }
        if random.chance(30) { quarter = firstQuarter + random.number(-1...quarterCount) }
        maxRejected = random.chance(90) ? 10_000 : random.pick([0, 10, 500, 2_000])
        period = random.pick(["paidOn", "day"])
        language = random.pick(["zh", "en"])
        timeZone = random.pick([nil, nil, "Asia/Shanghai", "UTC", "Asia/Kolkata", "America/New_York"])
        if hasStatus {
            states[.paid] = random.pick([["已打款"], ["已打款", "Paid"], ["ＯＫ", "已支付"]])
            states[.unpaid] = random.pick([[], ["待审核", "拒付"], ["Open"]])
            states[.reversed] = hasReversed ? random.pick([["冲正"], ["Reversed", "冲正"]]) : []
        }
        chooseNames(&random, hasXML: hasXML)
    }

    /// Drawn apart, so that what was drawn of a seed before stays.
    mutating func drawMeasures(seed: UInt64, hasXML: Bool) {
        var random = TwinRandom(seed: seed ^ 0x6D65_6469_616E)
        measures = random.pick([[], ["median-amount"], ["days-to-payment"], ["days-to-payment", "median-amount"]])
        guard hasTreatment else { return }
        names["treatedOn"] = ["就诊日期", "TreatedDate"] + (hasXML && random.chance(60) ? ["@treated", "care/day"] : [])
        if random.chance(40) { optionalFields.insert("treatedOn") }
    }

    /// Drawn apart, so that what was drawn of a seed before stays.
    mutating func drawShownGroups(seed: UInt64) {
        var random = TwinRandom(seed: seed ^ 0x7368_6F77)
        for field in breakdowns where random.chance(60) { shownGroups[field] = random.number(1...4) }
    }

    private mutating func chooseNames(_ random: inout TwinRandom, hasXML: Bool) {
        let csv: [String: [String]] = [
            "claim": ["赔付编号", "ClaimNo"], "person": ["身份证号", "IdNo"], period: ["打款日期", "PaidDate"],
            "amount": ["互助金额", "AidAmount"], "status": ["状态", "Status"],
            "reverses": ["原赔付编号", "ReversesClaimNo"], "care": ["就诊类型", "CareType"],
            "district": ["所属区", "District"], "trade": ["行业", "Trade"],
        ]
        let xml: [String: [String]] = [
            "claim": ["@no", "head/ClaimNo"], "person": ["who/doc/@id", "who/IdNo"], period: ["when/day", "@paidOn"],
            "amount": ["money/sum", "money/@sum"], "status": ["@state"], "reverses": ["head/original"],
            "care": ["@care"], "district": ["地址/区"], "trade": ["who/job/@kind"],
        ]
        for field in fields {
            var choices = csv[field]!
            if random.chance(30) { choices.removeFirst() }
            if hasXML, random.chance(60) { choices += xml[field]! }
            names[field] = choices
        }
    }

    func yaml(inputs: [String], maxSharedClaims: Int) -> String {
        func list(_ texts: [String]) -> String { "[" + texts.map { "\"\($0)\"" }.joined(separator: ", ") + "]" }
        var lines = ["version: 1", "name: twin", "currency: \(currency)", "language: \(language)"]
        if let timeZone { lines.append("timeZone: \(timeZone)") }
        if let since { lines.append("since: \(TwinDay(number: since).iso)") }
        lines.append("inputs:")
        lines += inputs
        lines.append("fields:")
        for field in fields {
            var parts = ["from: \(list(names[field]!))"]
            switch field {
            case "person" where personType == .text: parts.append("type: text")
            case "person":
                parts.append("otherDocuments: \(acceptsOtherDocuments ? "accept" : "reject")")
                parts.append("invalid: \(countsInvalid ? "unidentified" : "reject")")
            case "amount": parts.append("type: money")
            case period, "treatedOn": parts.append("type: date")
            case "claim", "status", "reverses": break
            default:
                parts.append("type: category")
                let values = (meanings[field] ?? []).map { "\"\($0.name)\": \(list($0.values))" }
                if !values.isEmpty { parts.append("values: { \(values.joined(separator: ", ")) }") }
            }
            if optionalFields.contains(field) { parts.append("optional: true") }
            lines.append("  \(field): { \(parts.joined(separator: ", ")) }")
        }
        lines.append("count:")
        lines.append("  period: \(period)")
        lines.append("  zeroAmount: \(zeroAmount)")
        if hasStatus {
            lines.append("  status:")
            for kind in [TwinClass.paid, .unpaid, .reversed] where !(states[kind] ?? []).isEmpty {
                lines.append("    \(kind.rawValue): \(list(states[kind]!))")
            }
        }
        lines.append("breakdowns:")
        lines += breakdowns.map { field in
            shownGroups[field].map { "  - { field: \"\(field)\", show: \($0) }" } ?? "  - \"\(field)\""
        }
        if breakdowns.isEmpty { lines[lines.count - 1] += " []" }
        if !measures.isEmpty { lines.append("measures: \(list(measures))") }
        let fraction = String(10_000 + maxRejected % 100).suffix(2)
        lines.append("quality:")
        lines.append("  { maxRejected: \(maxRejected / 100).\(fraction)%, minGroup: \(minGroup), ")
        lines.append("    maxSharedClaims: \(maxSharedClaims)% }")
        return lines.joined(separator: "\n") + "\n"
    }
}
