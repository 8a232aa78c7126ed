/// Hides numbers that may be a person's in a text that is about something else.
///
/// Names of files, values of pipeline files and findings quote what people have typed, and now and
/// then they have typed an ID. All that is said of such things goes through here.
package enum PersonalNumbers {
    /// A text in which every run of digits that may be an ID, a card or a mobile number shows its
    /// first and last character alone.
    ///
    /// - Complexity: linear; a text without such a run is given back as it is.
    package static func masked(in text: String) -> String {
        var bytes = Array(text.utf8)
        var isChanged = false
        var start = 0
        while start < bytes.count {
            guard isDigit(bytes[start]) else {
                start += 1
                continue
            }
            var end = start
            while end < bytes.count, isDigit(bytes[end]) { end += 1 }
            if end - start == 17, end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "x") { end += 1 }
            if isPersonal(bytes, start..<end) {
                for index in start + 1..<end - 1 { bytes[index] = UInt8(ascii: "*") }
                isChanged = true
            }
            start = end
        }
        return isChanged ? String(decoding: bytes, as: UTF8.self) : text
    }

    package static func masked(in text: BilingualText) -> BilingualText {
        BilingualText(zh: masked(in: text.zh), en: masked(in: text.en))
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// Resident IDs have 15 or 18 characters, bank cards 16 to 19, mobile numbers 11 that begin with 13 to 19.
    private static func isPersonal(_ bytes: [UInt8], _ run: Range<Int>) -> Bool {
        switch run.count {
        case 15...19: true
        case 11:
            bytes[run.lowerBound] == UInt8(ascii: "1") && bytes[run.lowerBound + 1] >= UInt8(ascii: "3")
                && !bytes[..<run.lowerBound].suffix(5).elementsEqual("byte ".utf8)
        default: false
        }
    }
}
