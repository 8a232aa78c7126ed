import AidModel
import TestSupport

@testable import AidRegister

/// The records of some made-up exports, and what a register should hold after them.
struct RandomDelivery {
    /// Edge values of every column among plain ones.
    private static let amounts: [Int64] = [0, 1, 999, 12_345, 1 << 20, 1 << 56, 1 << 57 + 1, .max]
    private static let days: [Int32] = [
        Claim.noDay, -719_162, -1, 0, 1, 89, 90, 19_448, 19_478, 19_500, 19_538, 65_378, 65_379, 65_535, 65_536,
        2_932_896,
    ]

    var random: SeededRandom
    private var people: [RegisterTag] = []
    var groups: [[String]] = []
    /// So many claim numbers are there in all; nil: every record has another one.
    var claimNumberCount: UInt64?

    init(seed: UInt64) {
        random = SeededRandom(seed)
    }

    /// Adds exports to a register, and their records to what is expected.
    mutating func add(
        to register: Register, expecting content: inout RegisterContent, inputCount: Int, rowCount: Int
    ) throws -> Register {
        try stage(for: register, expecting: &content, inputCount: inputCount, rowCount: rowCount).commit()
    }

    mutating func stage(
        for register: Register, expecting content: inout RegisterContent, inputCount: Int, rowCount: Int,
        publication: RegisterPublication? = nil
    ) throws -> StagedRegister {
        let known = register.inputs.count
        let delivery = RegisterDelivery(register, newInputCount: inputCount)
        let table = try RegisterPeople(register)
        var inputs: [RegisterInput] = []
        var claims: [Claim] = []
        var reversals: [Reversal] = []
        for number in known..<known + inputCount {
            var offset = Int.random(in: 0...200, using: &random)
            let count = inputCount == 1 ? rowCount : Int.random(in: 0...rowCount, using: &random)
            for record in 0..<count {
                let claim = claim(SourcePosition(fileIndex: number, textOffset: offset), table)
                if claim.claimClass == .reversed {
                    reversals.append(reversal(claim, record: record))
                } else {
                    claims.append(claim)
                }
                offset +=
                    Int.random(in: 0..<100, using: &random) == 0 ? 1 << 30 : Int.random(in: 1...300, using: &random)
            }
            let rejects = rejects(number)
            delivery.add(rejects: rejects)
            content.rejects += rejects
            inputs.append(input(number, recordCount: count, rejects))
        }
        var order = claims
        if Bool.random(using: &random) { order.shuffle(using: &random) }
        // Two threads' worth.
        let middle = order.count / 2
        for part in [order[..<middle], order[middle...]] {
            let writer = RegisterRowWriter(delivery)
            part.withUnsafeBufferPointer { writer.add($0) }
            writer.finish()
        }
        delivery.add(reversals)
        content.claims = (content.claims + claims).sorted { $0.position < $1.position }
        content.reversals = (content.reversals + reversals).sorted { $0.claim.position < $1.claim.position }
        content.rejects.sort { $0.position < $1.position }
        content.inputs += inputs
        content.groups = groups
        content.people = people
        return try register.stage(
            delivery, inputs: inputs, groups: groups, people: table, publication: publication)
    }

    private mutating func claim(_ position: SourcePosition, _ table: RegisterPeople) -> Claim {
        let isPlain = Int.random(in: 0..<4, using: &random) > 0
        if groups.isEmpty || groups.count < 40, Int.random(in: 0..<20, using: &random) == 0 {
            groups.append(["门诊\(groups.count)", groups.count % 3 == 0 ? "" : "区 \u{1F600}"])
        }
        let classNumber = Int.random(in: 0..<20, using: &random)
        return Claim(
            key: claimKey(isPlain), person: person(table), position: position,
            amountMinor: isPlain
                ? Int64.random(in: 0...500_000, using: &random) : RandomDelivery.amounts.randomElement(using: &random)!,
            dayNumber: isPlain
                ? Int32.random(in: 19_300...19_600, using: &random)
                : RandomDelivery.days.randomElement(using: &random)!,
            groupsCode: groups.isEmpty ? 0 : UInt32.random(in: 0..<UInt32(groups.count), using: &random),
            claimClass: classNumber == 0 ? .reversed : classNumber < 4 ? .unpaid : .paid,
            hasAmount: Bool.random(using: &random))
    }

    private mutating func claimKey(_ isPlain: Bool) -> ExactKey {
        guard let claimNumberCount else { return isPlain ? tag().claimKey : .none }
        let number = UInt64.random(in: 1...claimNumberCount, using: &random)
        return RegisterTag(high: mixBits(number), low: number).claimKey
    }

    private mutating func person(_ table: RegisterPeople) -> PersonKey {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: return .none
        case 1...4:
            guard let known = people.randomElement(using: &random) else { return .none }
            return PersonKey(registerIndex: table.index(of: known))
        default:
            let tag = tag()
            people.append(tag)
            return PersonKey(registerIndex: table.index(of: tag))
        }
    }

    private mutating func reversal(_ claim: Claim, record: Int) -> Reversal {
        Reversal(
            claim: claim, ownKey: tag().claimKey,
            place: RecordPlace(
                recordNumber: record + 1, lineNumber: Bool.random(using: &random) ? record + 2 : nil,
                byteOffset: claim.position.textOffset),
            maskedTarget: ["", "C…9", "赔…号"].randomElement(using: &random)!)
    }

    /// Some records of an input that nobody could understand, at places of their own.
    private mutating func rejects(_ number: Int) -> [Reject] {
        (0..<Int.random(in: 0...3, using: &random)).map { record in
            Reject(
                position: SourcePosition(fileIndex: number, textOffset: 1 << 43 + record),
                place: RecordPlace(
                    recordNumber: record + 1, lineNumber: Bool.random(using: &random) ? record + 2 : nil,
                    byteOffset: Int.random(in: 0...1 << 40, using: &random)),
                reason: RejectReason.allCases.filter { !$0.isFoundInSettling }.randomElement(using: &random)!,
                field: [nil, "person", "amount"].randomElement(using: &random)!,
                maskedValue: ["", "1*******X", "“,”\n", "2023-02-30"].randomElement(using: &random)!,
                amountMinor: [0, 1, .max, 12_345].randomElement(using: &random)!)
        }
    }

    private mutating func input(_ number: Int, recordCount: Int, _ rejects: [Reject]) -> RegisterInput {
        var input = RegisterInput(
            name: "导出\(number).csv", byteCount: recordCount * 100,
            sha256: Digest.hexadecimal(of: Array("\(number) \(random.next())".utf8)), format: "csv",
            encoding: "gb18030",
            records: Tally(recordCount: recordCount + rejects.count, amountMinor: Int128(Int64.max) * 3),
            rejectedByReason: rejects.reduce(into: [:]) { $0[$1.reason, default: .zero].add($1.amountMinor) },
            findings: [
                Finding(
                    level: .warning, code: "a-code", message: BilingualText(zh: "一句“话”", en: "a \"sentence\"\n\u{1}"))
            ])
        // Totals and titles, which nobody counts.
        input.scaffolding = Tally(recordCount: number % 3, amountMinor: 5)
        input.records += input.scaffolding
        return input
    }

    private mutating func tag() -> RegisterTag {
        RegisterTag(high: random.next(), low: random.next())
    }
}

extension RegisterContent {
    static var empty: RegisterContent {
        RegisterContent(inputs: [], claims: [], reversals: [], rejects: [], groups: [], people: [])
    }
}
