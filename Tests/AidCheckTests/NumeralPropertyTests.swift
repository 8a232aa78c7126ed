import TestSupport
import Testing

@testable import AidCheck

/// What holds of every numeral, on random forms and random text.
struct NumeralPropertyTests {
    @Test("What is printed of an exact value is read back as something that is true of it")
    func roundTrip() {
        var missed: [String] = []
        var counts: [String: Int] = [:]
        for seed in SeededRandom.seeds(4000) {
            var twin = NumeralPrinterTwin(random: SeededRandom(seed))
            for printed in [twin.printed(), twin.printed(), twin.percent(), twin.cents()] {
                counts[printed.form, default: 0] += 1
                let sample = NumeralSample(printed.text)
                let numerals = sample.numerals
                let isRead =
                    numerals.count == 1 && numerals[0].range == 0..<sample.reader.scalars.count
                    && numerals[0].unit == printed.unit && !numerals[0].isOrdinal
                    && numerals[0].accepted.contains(DraftRatio(printed.exact, over: DraftBounds.one))
                if !isRead {
                    missed.append(
                        "seed \(seed), \(printed.form): \(printed.text) of \(NumeralSample.plain(printed.exact)) "
                            + "is read as \(sample.shown)")
                }
            }
        }
        for line in missed.prefix(20) { print(line) }
        #expect(missed.isEmpty)
        #expect(counts.count == 32)
    }

    @Test("What is written without a hedge says no other number of as many digits")
    func sharpness() {
        for seed in SeededRandom.seeds(2000) {
            var twin = NumeralPrinterTwin(random: SeededRandom(seed))
            let printed = twin.printed()
            guard let numeral = NumeralSample(printed.text).numerals.first, numeral.isPlain else { continue }
            for away in [numeral.step, -numeral.step] {
                let other = DraftRatio(numeral.value + away, over: DraftBounds.one)
                #expect(!numeral.accepted.contains(other), "seed \(seed): \(printed.text)")
            }
        }
    }

    @Test("No digit is lost, and no numeral begins within another")
    func nothingLost() {
        let pieces = [
            "，", "。", "、", "的", "和", " ", "\n", "␣", "⏎", "人", "万", "亿", "元", "%", "-", "—", "至", "到", ".", ",", "(",
            ")", "（", "第", "近", "超",
            "约", "多", "余", "几", "数", "一", "十", "百", "千", "半", "成", "倍", "分之", "百分之", "点", "A", "k", "m", "st",
            "million", "to", "/", ":",
            "+", "±", "¥", "US$", "个", "月", "年", "翻", "番", "two", "a", "half", "of", "in", "①", "½", "零", "〇", "W", "#",
            "No.", "负", "每",
        ]
        for seed in SeededRandom.seeds(3000) {
            var random = SeededRandom(seed)
            var twin = NumeralPrinterTwin(random: SeededRandom(seed &+ 1_000_000))
            var text = ""
            for _ in 0..<Int.random(in: 1...30, using: &random) {
                switch Int.random(in: 0..<4, using: &random) {
                case 0: text += String(Int.random(in: 0..<100_000, using: &random))
                case 1: text += twin.printed().text
                default: text += pieces.randomElement(using: &random)!
                }
            }
            let sample = NumeralSample(text)
            let scalars = sample.reader.scalars
            var isRead = [Bool](repeating: false, count: scalars.count)
            var end = 0
            for numeral in sample.numerals {
                #expect(
                    numeral.range.lowerBound >= end && numeral.range.upperBound <= scalars.count,
                    "seed \(seed): \(text)")
                #expect(numeral.range.lowerBound <= numeral.digits.lowerBound, "seed \(seed): \(text)")
                #expect(
                    numeral.digits.upperBound <= numeral.range.upperBound && !numeral.digits.isEmpty,
                    "seed \(seed): \(text)")
                #expect(numeral.value >= 0 && numeral.step > 0, "seed \(seed): \(text)")
                #expect(numeral.upper.map { $0 > numeral.value } ?? true, "seed \(seed): \(text)")
                end = numeral.range.upperBound
                for index in numeral.range where index < scalars.count { isRead[index] = true }
            }
            let lost = scalars.indices.filter { scalars[$0].isDigit && !isRead[$0] }
            #expect(lost.isEmpty, "seed \(seed): digits at \(lost) of \(text), read as \(sample.shown)")
        }
    }

    @Test(
        "Long runs of anything take time linear in their length", .timeLimit(.minutes(1)),
        arguments: [
            "1", "1,", "1,234", "1 ", "1-", "1.", "1/2", "1:", "A1", "1A", "一", "十", "百", "万", "一百", "一万亿", "零", "近",
            "近近1", "约",
            "第", "一、", "百分之", "分之", "翻", "几", "数十", "至1至", "1至", "1人至", "one ", "a ", "one hundred and ", "of ",
            "more than ", "half ",
            "¥", "+", "-", "±1", "余", "多", "1多", "3元5角", "1人/", "点一", "一点", "廿", "二〇",
        ])
    func linear(_ piece: String) {
        let sample = NumeralSample(String(repeating: piece, count: 4000))
        #expect(sample.numerals.count <= sample.reader.scalars.count)
        // Asked at every place too, as a reader does that stops at words.
        var count = 0
        for index in sample.reader.scalars.indices where sample.reader.numeral(at: index) != nil { count += 1 }
        #expect(count <= sample.reader.scalars.count)
    }
}
