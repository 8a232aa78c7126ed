import AidModel

@testable import AidInput

/// A field with what may stand behind it, which must not matter.
private func padded<Result>(_ text: [UInt8], _ padding: UInt8, _ body: (PaddedBytes) -> Result) -> Result {
    let bytes = text + [UInt8](repeating: padding, count: PaddedBytes.padding)
    return bytes.withByteView { body(PaddedBytes(start: $0.start, count: text.count)) }
}

extension Target {
    /// An ID of no one, made of its parts.
    private static let personSeed = "99" + "0000" + "1950" + "0101" + "0004"

    static let fieldTargets = [
        Target(
            "date", choiceCount: 1,
            seeds: [
                "\u{0}2023-05-10", "\u{1}45056.5", "\u{2}23/4/5 9:30", "\u{3}2023年5月10日（星期三） 下午3:05",
                "\u{9}May 10, 2023 9:30 PM Z",
                "\u{8}10-5月 -2023", "\u{a}2023-05-10T24:00:00+08:00", "\u{0}２０２３－０５－１０",
            ], words: ["年", "月", "日", "时", "分", "上午", "星期三", "Wed", "May", "AM", "+08:00", "T", "\u{3000}", "\u{200B}"]
        ) { bytes in
            var input = Input(bytes)
            let forms = input.pick([[]] + DateForm.allCases.map { [$0] })
            guard String(validating: input.bytes, as: UTF8.self) != nil else { return }
            var cleaner = FieldCleaner()
            let day = input.bytes.withByteView {
                DateDecoder(zone: .shanghai, forms: forms).decode(cleaner.clean($0, as: .number))
            }
            guard let day else { return }
            // What is written of a day reads as it.
            expectEqual(CalendarDay(iso: day.description), day, "a day as it is written")
            let again = Array(day.description.utf8).withByteView {
                DateDecoder(zone: .shanghai, forms: forms).decode(cleaner.clean($0, as: .number))
            }
            expectEqual(again, day, "a day as it is written")
        },
        Target(
            "amount", choiceCount: 1,
            seeds: [
                "\u{0}1,234.50", "\u{1}¥-12.30元", "\u{0}(1,000.00)", "\u{2}1.5万元", "\u{0}12.5E+3", "\u{3}人民币壹佰元整",
                "\u{0}RMB 12.00", "\u{0}１２．５０", "\u{0}12.50-", "\u{0}9223372036854775807",
            ], words: ["万元", "元", "亿元", "¥", "￥", "RMB", "CNY", "(", ")", "CR", "-", ",000", "E+", "人民币", "分"]
        ) { bytes in
            var input = Input(bytes)
            let unit = input.pick([MoneyUnit?.none] + MoneyUnit.allCases.map { $0 })
            guard String(validating: input.bytes, as: UTF8.self) != nil else { return }
            let decoder = AmountDecoder(currency: .cny, unit: unit)
            var cleaner = FieldCleaner()
            let amount = input.bytes.withByteView { decoder.read(cleaner.clean($0, as: .number)) }
            if let amount, amount.minor != .min, unit == nil, !amount.hasOwnUnit {
                // What is written of an amount reads as it.
                let (whole, rest) = amount.minor.magnitude.quotientAndRemainder(dividingBy: 100)
                let text = (amount.minor < 0 ? "-" : "") + "\(whole)." + (rest < 10 ? "0" : "") + "\(rest)"
                let again = Array(text.utf8).withByteView { decoder.read($0) }
                expectEqual(again?.minor, amount.minor, "an amount as it is written")
            }
        },
        Target(
            "person", choiceCount: 2,
            seeds: ["\u{0}" + personSeed, "\u{1}" + personSeed.dropLast(3), "\u{3}G1234567(8)", "\u{0}1.1E+17"],
            words: ["X", "x", " ", "-", "E+17"]
        ) { bytes in
            var input = Input(bytes)
            let rule = input.pick([
                RecordLayout.PersonRule.text,
                .residentID(acceptsOtherDocuments: false, countsInvalidAsUnidentified: false),
                .residentID(acceptsOtherDocuments: true, countsInvalidAsUnidentified: false),
            ])
            let padding = input.pick([UInt8(0), 0x30, 0x58, 0xFF])
            let keys = KeyTable()
            if String(validating: input.bytes, as: UTF8.self) != nil {
                var cleaner = FieldCleaner()
                _ = input.bytes.withByteView { PersonDecoder(rule: rule, keys: keys).decode(cleaner.clean($0)) }
            }
            if !input.bytes.isEmpty {
                let isUsual = input.bytes.count <= 20 && input.bytes.allSatisfy { SixBit.code(of: $0) != nil }
                let key = padded(input.bytes, padding) { ExactKey(plain: $0) }
                let packed = input.bytes.withByteView { ExactKey(packing: $0.buffer) }
                expectEqual(key, isUsual ? packed : nil, "a claim number")
                if takesSixteenCharacters {
                    expectEqual(padded(input.bytes, padding) { ExactKey(plainBySixteens: $0) }, key, "by sixteens")
                }
            }
            guard input.bytes.count == 18 else { return }
            let id = padded(input.bytes, padding) { ResidentID(plain: $0) }
            let slow = input.bytes.withByteView { ResidentIDDecoder.decode($0) }
            if case .id(let expected) = slow {
                expect(id == expected, "a sound ID is not taken")
            } else {
                expect(id == nil, "an ID is taken that is not sound")
            }
            if takesSixteenCharacters {
                expect(padded(input.bytes, padding) { ResidentID(plainBySixteens: $0) } == id, "by sixteens")
            }
        },
        Target(
            "clean", seeds: ["=\"001\"", "'001", "\u{3000}中\u{200B}文\u{202E} ", "\u{1}a\u{7F}b\t"],
            words: ["=\"", "\"", "'", "\u{3000}", "\u{200B}", "\u{FEFF}", "\u{202E}", "\u{85}", "Ａ", "\u{E0001}"]
        ) { bytes in
            guard let text = String(validating: bytes, as: UTF8.self) else { return }
            var cleaner = FieldCleaner()
            for meaning in [FieldCleaner.Meaning.key, .number] {
                let once = bytes.withByteView { Array(cleaner.clean($0, as: meaning)) }
                expect(String(validating: once, as: UTF8.self) != nil, "what is cleaned is no text")
            }
            // Without guards and white space there is nothing to be done, and nothing to be done twice.
            let visible = FieldCleaner.cleaned(text)
            let hasControl = visible.unicodeScalars.contains { $0.properties.generalCategory == .control }
            expect(!hasControl, "a control character is left")
            _ = ColumnUnit(of: text, currency: .cny)
            _ = try? PathPattern(text)
        },
    ]
}
