import AidModel
import TestSupport
import Testing

@testable import AidInput

/// Which lines are told to be in another encoding; the rates are printed.
struct EncodingJudgeTests {
    private static func isForeign(_ bytes: [UInt8], in encoding: TextEncoding, isMixed: Bool = false) throws -> Bool {
        let judge = try #require(EncodingJudge(encoding))
        return bytes.withByteView {
            judge.isForeign($0, margin: isMixed ? EncodingJudge.marginInMixedFiles : EncodingJudge.margin)
        }
    }

    private static func isValid(_ bytes: [UInt8], _ encoding: TextEncoding) throws -> Bool {
        let weights = try #require(CharacterWeights.shared)
        return bytes.withByteView {
            var scripts = ScriptSet()
            return (encoding == .utf8 ? weights.asUTF8($0, &scripts) : weights.asGB18030($0)) != nil
        }
    }

    /// A line of one to four values.
    private static func line(_ seed: UInt64) -> String {
        var random = SeededRandom(seed)
        var fields = ["HZ\(seed)"]
        if Bool.random(using: &random) { fields.append(ChineseWords.name(using: &random)) }
        for _ in 0..<Int.random(in: 0...2, using: &random) {
            fields.append(ChineseWords.values.randomElement(using: &random)!)
        }
        if Int.random(in: 0..<10, using: &random) == 0 {
            fields.append(ChineseWords.others.randomElement(using: &random)!)
        }
        return fields.joined(separator: ",") + ",12.50"
    }

    @Test("Lines in their file's own encoding are never called foreign")
    func noFalseAlarms() throws {
        for encoding in [TextEncoding.utf8, .gb18030] {
            var doubtful = 0
            var alarms: [String] = []
            var alarmsInMixed = 0
            let seeds = SeededRandom.seeds(6000)
            for seed in seeds {
                let text = Self.line(seed)
                let utf8 = Array(text.utf8)
                let gb18030 = ChineseWords.gb18030(text)
                let (own, other) = encoding == .utf8 ? (utf8, TextEncoding.gb18030) : (gb18030, .utf8)
                if try Self.isValid(own, other) { doubtful += 1 }
                if try Self.isForeign(own, in: encoding) { alarms.append(text) }
                if try Self.isForeign(own, in: encoding, isMixed: true) { alarmsInMixed += 1 }
            }
            print(
                "\(encoding.name): \(seeds.count) lines, \(doubtful) valid in both; called foreign: \(alarms.count),",
                "in mixed files \(alarmsInMixed)")
            #expect(alarms.isEmpty)
            #expect(alarmsInMixed * 2000 <= seeds.count)
        }
    }

    @Test("Chinese in UTF-8 among GB18030 is told, wherever it is not invalid there anyway")
    func foreignLinesAreTold() throws {
        var valid = 0
        var told = 0
        var toldInMixed = 0
        var missed: Set<String> = []
        for seed in SeededRandom.seeds(6000) {
            var random = SeededRandom(seed)
            let text =
                Bool.random(using: &random)
                ? ChineseWords.name(using: &random, rareShare: 200)
                : ChineseWords.values.prefix(60).randomElement(using: &random)!
            let line = Array("HZ\(seed),\(text),12.50".utf8)
            guard try Self.isValid(line, .gb18030) else { continue }
            valid += 1
            if try Self.isForeign(line, in: .gb18030) { told += 1 }
            if try Self.isForeign(line, in: .gb18030, isMixed: true) { toldInMixed += 1 } else { missed.insert(text) }
        }
        print(
            "UTF-8 valid as GB18030: \(valid) lines of one value; told: \(told), in mixed files \(toldInMixed); \(missed)"
        )
        #expect(told * 100 >= valid * 95)
        #expect(toldInMixed * 1000 >= valid * 995)
    }

    @Test(
        "Text of other scripts in UTF-8 is no GB18030",
        arguments: [
            "ئۇيغۇر ئاپتونوم رايونى", "Ελληνική Δημοκρατία", "Москва Россия", "Đặng Thị Hồng", "àáâãäåæçèéêë",
            "αβγδ ± × ÷ §",
            "shàng hǎi lǜ", "עברית", "中国·新疆·ئەلى", "①②③ ★☆ ℃ ㎡", "☎ 😀 €", "ŝ",
        ])
    func otherScripts(text: String) throws {
        #expect(try !Self.isForeign(Array(text.utf8), in: .utf8))
        #expect(try !Self.isForeign(Array(text.utf8), in: .utf8, isMixed: true))
    }

    @Test func knownCases() throws {
        // 上海 reads as 涓婃捣.
        #expect(try Self.isForeign(Array("1,上海,2".utf8), in: .gb18030))
        #expect(try Self.isForeign(Array("1,\"上海\r\n\",2".utf8), in: .gb18030))
        #expect(try !Self.isForeign(ChineseWords.gb18030("1,涓,婃,2"), in: .gb18030))
        #expect(try !Self.isForeign(Array("1,plain,2".utf8), in: .gb18030))
        // One field of many, the others in GB18030.
        let mixed = ChineseWords.gb18030("1,门诊,") + Array("上海".utf8) + ChineseWords.gb18030(",已打款")
        #expect(try Self.isForeign(mixed, in: .gb18030))
        // 茅 is é, 卤 is ±.
        for text in ["1,茅,2", "1,卤,2", "1,眉,2", "1,小学,2", "1,伪,2", "1,渭谓,2"] {
            #expect(try !Self.isForeign(ChineseWords.gb18030(text), in: .gb18030, isMixed: true))
        }
    }

    @Test("Without the system's converter only what needs no weighing is told")
    func withoutConverter() throws {
        let judge = try #require(EncodingJudge(.utf8, weights: nil))
        #expect(Array("HZ1,2023".utf8).withByteView { judge.verdict($0) } == .silent)
        #expect(Array("HZ1,门诊".utf8).withByteView { judge.verdict($0) } == .own)
        #expect(ChineseWords.gb18030("HZ1,门诊").withByteView { judge.verdict($0) } == .unknowable)
        #expect(EncodingJudge(.utf16BigEndian, weights: nil) == nil)
    }

    @Test("Passing lines over by their bytes changes no answer", arguments: [TextEncoding.utf8, .gb18030])
    func passedOver(encoding: TextEncoding) throws {
        let judge = try #require(EncodingJudge(encoding))
        var weighed = 0
        for seed in SeededRandom.seeds(6000) {
            var random = SeededRandom(seed)
            var line: [UInt8] = []
            for part in 0..<Int.random(in: 1...3, using: &random) {
                let text = Self.line(seed &* 8 &+ UInt64(part))
                line += Bool.random(using: &random) ? Array(text.utf8) : ChineseWords.gb18030(text)
                if Bool.random(using: &random) { line.append(UInt8(ascii: random.next() % 2 == 0 ? "\n" : ",")) }
            }
            // Half of them damaged.
            for _ in 0..<Int.random(in: 0...2, using: &random) * Int.random(in: 0...1, using: &random) {
                line[Int.random(in: line.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            line.withByteView {
                #expect(judge.verdict($0) == judge.weighedVerdict($0), "seed \(seed)")
                let isForeign = judge.isForeignByWeight($0, margin: EncodingJudge.margin)
                if isForeign { weighed += 1 }
                #expect(judge.isForeign($0, margin: EncodingJudge.margin) == isForeign, "seed \(seed)")
            }
        }
        #expect(weighed > 0)
    }

    @Test("The way back to GB18030 is exact")
    func codes() throws {
        let codes = try #require(GB18030Codes.shared)
        for value in Array(stride(from: UInt32(0x80), to: 0x11_0000, by: 97)) + [0x4E2D, 0x20BB7, 0x4DAE, 0xE9, 0xB7] {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = String(scalar)
            let expected = ChineseWords.gb18030(text)
            // Some have no code in the system's table.
            if expected.isEmpty { continue }
            var bytes: [UInt8] = []
            text.utf8.withByteView { codes.append($0, to: &bytes) }
            #expect(bytes == expected, "\(String(value, radix: 16))")
        }
    }
}
