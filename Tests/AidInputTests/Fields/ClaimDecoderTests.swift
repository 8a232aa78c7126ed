import AidInput
import AidModel
import Testing

@Suite("Rule 2: understand") struct ClaimDecoderTests {
    private static let id = MadeUpID.id(number: 12)
    private static let badID =
        MadeUpID.seventeen(number: 12) + (MadeUpID.check(MadeUpID.seventeen(number: 12)) == "1" ? "2" : "1")
    private static let good = ["HZ1", id, "2023-04-05", "12.34", "已打款", "", "门诊"]

    /// The good record with some fields changed.
    private static func record(_ changes: [Int: String]) -> [String] {
        good.indices.map { changes[$0] ?? good[$0] }
    }

    @Test func aGoodRecord() throws {
        let outcome = ClaimsExport.decode([Self.good])
        #expect(outcome.rejects.isEmpty && outcome.reversals.isEmpty)
        #expect(outcome.records == Tally(recordCount: 1, amountMinor: 1234))
        let claim = try #require(outcome.claims.first)
        let number = try #require(UInt64(Self.id.prefix(17)))
        #expect(claim.key == outcome.key("HZ1"))
        #expect(claim.person == PersonKey(ResidentID(number: number)))
        #expect(claim.position == SourcePosition(fileIndex: 3, textOffset: 0))
        #expect(claim.amountMinor == 1234 && claim.hasAmount)
        #expect(CalendarDay(daysSinceEpoch: claim.dayNumber).description == "2023-04-05")
        #expect(claim.claimClass == .paid)
        #expect(outcome.groups(of: claim) == ["门诊"])
    }

    @Test("Rule 1: every field is cleaned")
    func everyFieldIsCleaned() throws {
        let outcome = ClaimsExport.decode([
            Self.good, ["'ＨＺ１\u{3000}", "=\"\(Self.id)\"", "'2023-04-05 ", "\u{3000}１２.34 ", "\t已打款", "　", " 门诊 "],
            Self.record([4: "冲正", 5: "HZ0"]), Self.record([4: "=\"冲正\"", 5: " ＨＺ０ "]),
        ])
        try #require(outcome.claims.count == 2 && outcome.reversals.count == 2)
        let isSame = outcome.claims[0].saysTheSame(as: outcome.claims[1])
        #expect(isSame)
        let isSameReversal = outcome.reversals[0].claim.saysTheSame(as: outcome.reversals[1].claim)
        #expect(isSameReversal)
        #expect(outcome.groups == [["门诊"]])
    }

    /// Field by field from the last to the first: each more is wrong, and comes before.
    @Test("A record wrong in several ways gets the first reason")
    func firstReason() {
        let wrong: [(index: Int, value: String, reason: String, field: String)] = [
            (1, Self.badID, "bad-person", "person"), (1, "9.90101E+17", "damaged-person", "person"),
            (1, "", "missing-person", "person"), (3, "1.234", "bad-amount", "amount"),
            (2, "2023-02-30", "bad-date", "paidOn"),
            (4, "已经打款", "unknown-status", "status"),
            (0, "2.02304E+15", "damaged-claim", "claim"), (0, " ", "missing-claim", "claim"),
        ]
        var changes: [Int: String] = [:]
        for (index, value, reason, field) in wrong {
            changes[index] = value
            for claimClass in ["已打款", "冲正"] where changes[4] == nil || claimClass == "已打款" {
                var record = Self.record(changes)
                if changes[4] == nil { record[4] = claimClass }
                let outcome = ClaimsExport.decode([record])
                #expect(outcome.reasons == [reason])
                #expect(outcome.rejects.first?.field == field)
                #expect(outcome.claims.isEmpty && outcome.reversals.isEmpty)
                // The money leaves with the record where it could be read.
                let money: Int64 = changes[3] == nil ? 1234 : 0
                #expect(outcome.rejects.first?.amountMinor == money)
                #expect(outcome.records == Tally(recordCount: 1, amountMinor: Int128(money)))
            }
        }
    }

    @Test("What is shown of a reject is masked")
    func rejectsAreMasked() {
        let rows = [
            Self.record([1: Self.badID]), Self.record([4: "张三丰之状态"]), Self.record([2: Self.id]),
            Self.record([3: Self.id]),
            Self.record([2: "2023-02-30"]), Self.record([3: "1.234"]),
        ]
        let shown = ClaimsExport.decode(rows).rejects.map(\.maskedValue)
        for (index, value) in shown.prefix(4).enumerated() {
            let isMasked = value.dropFirst().dropLast().allSatisfy { $0 == "*" } && value.count >= 6
            #expect(isMasked, "record \(index)")
        }
        #expect(shown.suffix(2) == ["2023-02-30", "1.234"])
    }

    @Test("Rejects say where")
    func places() {
        let outcome = ClaimsExport.decode([Self.good, Self.record([3: "x"])])
        #expect(outcome.rejects.first?.place == RecordPlace(recordNumber: 2, lineNumber: 3, byteOffset: 100))
        #expect(outcome.rejects.first?.position == SourcePosition(fileIndex: 3, textOffset: 100))
    }

    @Test("An unpaid record needs only its claim number and its status")
    func unpaid() throws {
        let outcome = ClaimsExport.decode([
            ["HZ1", "", "", "", "待审核", "", ""], ["HZ2", Self.badID, "2023-02-30", "-5.00", "待审核", "", ""],
            Self.record([0: "HZ3", 4: "待审核"]), ["", "", "", "", "待审核", "", ""],
        ])
        #expect(outcome.reasons == ["missing-claim"])
        try #require(outcome.claims.count == 3)
        for claim in outcome.claims.prefix(2) {
            #expect(claim.claimClass == .unpaid && claim.person.isNone && claim.dayNumber == Claim.noDay)
            #expect(claim.amountMinor == 0 && !claim.hasAmount)
        }
        let whole = outcome.claims[2]
        #expect(!whole.person.isNone && whole.dayNumber != Claim.noDay && whole.amountMinor == 1234 && whole.hasAmount)
        #expect(outcome.records == Tally(recordCount: 4, amountMinor: 1234))
    }

    @Test("Negative only on a reversed record, where the sign does not matter")
    func signs() {
        let outcome = ClaimsExport.decode([
            Self.record([3: "-12.34"]), Self.record([3: "-12.34", 4: "冲正"]), Self.record([3: "12.34", 4: "冲正"]),
            Self.record([3: "-0"]),
        ])
        #expect(outcome.reasons == ["bad-amount"])
        #expect(outcome.reversals.map(\.claim.amountMinor) == [1234, 1234])
        #expect(outcome.claims.map(\.amountMinor) == [0])
        #expect(outcome.records == Tally(recordCount: 4, amountMinor: 2468))
    }

    @Test("invalid: unidentified counts damaged and bad IDs without a recipient, not missing ones")
    func unidentified() {
        let rule = RecordLayout.PersonRule.residentID(acceptsOtherDocuments: false, countsInvalidAsUnidentified: true)
        let outcome = ClaimsExport.decode(
            [
                Self.record([1: Self.badID]), Self.record([1: "9.90101E+17"]), Self.record([1: ""]),
                Self.record([1: "E1234567"]),
            ],
            ClaimsExport.layout(personRule: rule))
        #expect(outcome.reasons == ["missing-person"])
        #expect(outcome.claims.count == 3 && outcome.claims.allSatisfy { $0.person.isNone && $0.amountMinor == 1234 })
    }

    @Test("Rule 4: a reversal is about the claim that it names, else about its own number")
    func reversalTargets() throws {
        let outcome = ClaimsExport.decode([
            Self.record([0: "R1", 4: "冲正", 5: " HZ1 "]), Self.record([0: "R2", 4: "冲正"]),
            Self.record([0: "R3", 4: "冲正", 5: "原单号码 that needs a table of keys"]),
        ])
        try #require(outcome.reversals.count == 3)
        #expect(outcome.claims.isEmpty)
        #expect(
            outcome.reversals.map(\.claim.key) == [
                outcome.key("HZ1"), outcome.key("R2"), outcome.key("原单号码 that needs a table of keys"),
            ])
        #expect(outcome.reversals.map(\.ownKey) == ["R1", "R2", "R3"].map(outcome.key))
        #expect(outcome.reversals.map(\.maskedTarget) == ["H*1", "**", "原**********************s"])
        let own = ClaimsExport.decode(
            [["R1", Self.id, "2023-04-05", "1", "冲正", "门诊"]], ClaimsExport.layout(hasReverses: false))
        #expect(own.reversals.first?.claim.key == own.key("R1"))
        #expect(own.groups == [["门诊"]])
    }

    @Test("Without a claim field every record is a claim of its own; without a status field every record is paid")
    func leanLayouts() {
        let row = [Self.id, "2023-04-05", "1", "门诊"]
        let outcome = ClaimsExport.decode(
            [row, row], ClaimsExport.layout(hasClaim: false, hasStatus: false, hasReverses: false))
        #expect(outcome.claims.count == 2)
        #expect(Set(outcome.claims.map(\.key)).count == 2)
        #expect(outcome.claims.allSatisfy { $0.claimClass == .paid && $0.key == ExactKey($0.position) })
    }

    @Test("Rule 5: groups are cleaned, an empty one is empty, and the code stands for all breakdowns")
    func groups() {
        let layout = ClaimsExport.layout(breakdowns: [
            .init(name: "care", from: ["a"]), .init(name: "district", from: ["b"]),
        ])
        let rows = [["门诊", "东区"], [" 门诊 ", "=\"东区\""], ["", "东区"], ["门诊", ""], ["东区", "门诊"]]
        let outcome = ClaimsExport.decode(rows.map { Self.good.dropLast() + $0 }, layout)
        #expect(
            outcome.claims.map(outcome.groups(of:)) == [
                ["门诊", "东区"], ["门诊", "东区"], ["", "东区"], ["门诊", ""], ["东区", "门诊"],
            ])
        #expect(outcome.groups.count == 4)
        #expect(outcome.claims[0].groupsCode == outcome.claims[1].groupsCode)
    }

    @Test("Claims are handed on in input order, batch by batch")
    func batches() {
        let outcome = ClaimsExport.decode((0..<10_000).map { Self.record([0: "HZ\($0)"]) })
        #expect(outcome.claims.map(\.position.textOffset) == (0..<10_000).map { $0 * 100 })
        #expect(outcome.records == Tally(recordCount: 10_000, amountMinor: 12_340_000))
    }
}
