import AidModel
import TestSupport
import Testing

@testable import AidInput

/// Claim numbers that a spreadsheet has cut to fifteen digits, told from those that end in 0 by chance.
struct CutNumbersTests {
    private static func long(_ text: String) -> LongNumber {
        text.utf8.withByteView { LongNumber($0) }
    }

    @Test("Sixteen digits and more; all behind the fifteenth are 0, or not")
    func numbers() {
        let fifteen = "20230405" + "0012345"
        for (text, restCount, isCut) in [
            ("", 0, false), (fifteen, 0, false), (fifteen + "0", 1, true), (fifteen + "7", 1, false),
            (fifteen + "000", 3, true), (fifteen + "00000", 5, true), (fifteen + "00100", 5, false),
            ("0" + fifteen + "000", 0, false), ("H" + fifteen + "000", 0, false), (fifteen + "00-", 0, false),
            (fifteen + String(repeating: "0", count: 90), 18, true),
            (fifteen + String(repeating: "0", count: 89) + "1", 18, false),
        ] {
            let number = Self.long(text)
            #expect(number.restCount == restCount && number.isCut == isCut, "\(text.count) characters")
        }
    }

    /// - Parameter cut: how many of so many numbers look cut.
    @Test(
        "Far more than chance, at least three; of sixteen digits all of twenty",
        arguments: [
            (3, 0, 3, false), (3, 3, 3, true), (3, 3, 299, true), (3, 3, 300, false), (3, 2, 2, false),
            (3, 31, 3000, true), (3, 30, 3000, false), (5, 3, 29_999, true), (5, 3, 30_000, false),
            (1, 500, 501, false),
            (1, 19, 19, false), (1, 20, 20, true), (2, 3, 29, true), (2, 3, 30, false),
            (18, 3, 1_000_000, true),
        ])
    func chance(restCount: Int, cut: Int, all: Int, isFound: Bool) {
        var counts = LongNumberCounts()
        for index in 0..<all {
            var number = LongNumber()
            number.restCount = restCount
            number.isCut = index < cut
            number.kept = UInt64(index)
            counts.add(number)
        }
        #expect(counts.cutLengths == (isFound ? CutLengths(rawValue: 1 << UInt32(restCount - 1)) : []))
        var sum = LongNumberCounts()
        sum += LongNumberCounts()
        sum += counts
        sum += LongNumberCounts()
        #expect(sum.cutLengths == counts.cutLengths)
    }

    @Test("A number that comes again is one number, unless most are cut", arguments: [1, 2, 3])
    func again(differentCount: Int) {
        func isFound(cut: Int, all: Int) -> Bool {
            var counts = (LongNumberCounts(), LongNumberCounts())
            for index in 0..<all {
                var number = LongNumber()
                number.restCount = 4
                number.isCut = index < cut
                number.kept = UInt64(index % differentCount)
                if index % 2 == 0 { counts.0.add(number) } else { counts.1.add(number) }
            }
            counts.1 += counts.0
            return counts.1.cutLengths != []
        }
        #expect(isFound(cut: 6, all: 100) == (differentCount == 3))
        #expect(isFound(cut: 6, all: 12) && isFound(cut: 6, all: 6))
    }

    /// Exports with a share of cut numbers, of one length or more; the fast way, the slow one and a plain count.
    private enum Column: CaseIterable {
        case claim, reverses, person
    }

    @Test("Exports are read as a plain count says", arguments: Column.allCases)
    private func exports(column: Column) throws {
        var found = 0
        for seed in SeededRandom.seeds(40) {
            var random = SeededRandom(seed)
            let share = [0, 0, 2, 30, 100].randomElement(using: &random)!
            let lengths = [[18], [16], [19], [17, 20, 24], [18, 12]].randomElement(using: &random)!
            var numbers: [String] = []
            for index in 0..<Int.random(in: 5...150, using: &random) {
                var number = "2" + String(repeating: "4", count: 9) + String(10_000 + index)
                while number.count < lengths.randomElement(using: &random)! || number.count < 15 {
                    number += String(Int.random(in: 0...9, using: &random))
                }
                if number.count > 15, Int.random(in: 0..<100, using: &random) < share {
                    number = number.prefix(15) + String(repeating: "0", count: number.count - 15)
                }
                numbers.append(Int.random(in: 0..<20, using: &random) == 0 ? "HZ-\(index)" : number)
            }
            let written = numbers.map { number in
                switch Int.random(in: 0..<12, using: &random) {
                case 0: "'" + number
                case 1: " " + number + "\t"
                case 2:
                    String(
                        String.UnicodeScalarView(
                            number.unicodeScalars.map {
                                $0.value < 0x3A && $0.value > 0x2F ? Unicode.Scalar($0.value + 0xFEE0)! : $0
                            }))
                case 3: number + "\u{200B}"
                default: number
                }
            }
            let isExpected = Self.cutOnes(numbers)
            let rows = written.enumerated().map { index, number in
                let id = MadeUpID.id(number: index % 31)
                return switch column {
                case .claim: "\(number),\(id),2023-04-05,1.00,已打款,,门诊"
                case .reverses: "R\(index),\(id),2023-04-05,1.00,冲正,\(number),门诊"
                case .person: "C\(index),\(number),2023-04-05,1.00,已打款,,门诊"
                }
            }
            let file = try TemporaryFile(([ClaimsExport.header] + rows).joined(separator: "\n") + "\n")
            let layout = ClaimsExport.layout(
                personRule: column == .person
                    ? .text : .residentID(acceptsOtherDocuments: false, countsInvalidAsUnidentified: false))
            let reason: RejectReason = column == .person ? .damagedPerson : .damagedClaim
            let keys = KeyTable()
            let first = try ClaimsRead(file.path, layout: layout, keys: keys, isSlow: true)
            #expect(first.outcome == (isExpected.contains(true) ? "cut" : "read"), "seed \(seed)")
            if first.outcome == "cut" { found += 1 }
            let slow = try ClaimsRead(
                file.path, layout: layout, keys: keys, cutNumbers: first.cutNumbers, isSlow: true)
            #expect(slow.outcome == "read" && slow.rejects.allSatisfy { $0.reason == reason }, "seed \(seed)")
            #expect(
                slow.rejects.map(\.place.recordNumber) == isExpected.indices.filter { isExpected[$0] }.map { $0 + 1 },
                "seed \(seed)")
            for (size, tail, jobs) in [(97, 300, 3), (700, 40, 2), (512 << 10, 16 << 10, 1)] {
                func read(_ cut: CutNumbers) throws -> ClaimsRead {
                    try ClaimsRead(
                        file.path, layout: layout, keys: keys, cutNumbers: cut, pieceSize: size, tailSize: tail,
                        jobs: jobs)
                }
                #expect(try read(CutNumbers()) == first, "seed \(seed), pieces of \(size)")
                #expect(try read(first.cutNumbers) == slow, "seed \(seed), pieces of \(size)")
            }
        }
        #expect(found > 8)
    }

    /// Which of the numbers are taken for cut, one length after the other.
    private static func cutOnes(_ numbers: [String]) -> [Bool] {
        func rest(_ number: String) -> String? {
            let isNumber = number.count >= 16 && number.allSatisfy { "0123456789".contains($0) } && number.first != "0"
            return isNumber ? String(number.dropFirst(15)) : nil
        }
        let rests = numbers.map(rest)
        func isCut(_ rest: String) -> Bool { rest.allSatisfy { $0 == "0" } }
        return rests.map { rest in
            guard let rest, isCut(rest) else { return false }
            let alike = rests.compactMap { $0 }.filter { $0.count == rest.count }
            let cut = alike.filter(isCut)
            let different = Set(zip(numbers, rests).filter { $0.1 == rest }.map(\.0))
            guard different.count >= 3 || cut.count * 2 >= alike.count else { return false }
            let chance = Double(alike.count) / Double(repeatElement(10.0, count: rest.count).reduce(1, *))
            return cut.count >= 3
                && (Double(cut.count) > 10 * chance + 1e-9 || cut.count == alike.count && cut.count * rest.count >= 20)
        }
    }
}
