import AidInput
import CScan
import Foundation

extension Target {
    private static let csvSeeds = [
        "\u{1}\u{1}claim,person,day,amount\nC1,P1,2023-05-10,100.00\n", "\u{0}\u{2}a,\"b\r\n\"\"c\",=\"1\"\r\n\n中,,\r",
        "\u{2}\u{0}a;b\n\"1;2\";\"\n",
    ]
    private static let csvWords = ["\"\"", "\r\n", "=\"", "\",\"", "\n\n", "\u{FEFF}", "中"]

    /// The routines of every instruction set that this processor has, against one byte at a time.
    static let scanTargets = [
        Target("scan", takes: [".csv", ".xml", ".txt"], choiceCount: 3, seeds: csvSeeds, words: csvWords) { bytes in
            var input = Input(bytes)
            let delimiter = input.pick([UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|"), 0x61])
            let offset = input.pick(Array(0...63))
            let padding = input.pick(Padded.paddings)
            let slow = slowMarks(input.bytes, from: 0, delimiter: delimiter)
            let padded = Padded(input.bytes, offset: offset, padding: padding)
            for variant in Variant.supported {
                let fast = fastMarks(padded, from: 0, delimiter: delimiter, variant: variant)
                expectEqual(fast, slow, variant.name)
            }
            checkTexts(input.bytes, padded, start: offset)
        }
    ]

    /// What a text is made of, and where its letters are.
    private static func checkTexts(_ bytes: [UInt8], _ padded: Padded, start: Int) {
        let (text, xml, pairs) = (slowTextFindings(bytes), slowXMLFindings(bytes), slowGB18030(bytes))
        let from = min(start, bytes.count)
        let (letter, hanzi) = (slowLetter(bytes, from: from), slowHanzi(bytes, from: from))
        for variant in Variant.supported {
            let number = variant.number
            padded.withBytes { start, count in
                expectEqual(aid_check_text_with(number, start, count), text, "text, \(variant.name)")
                expectEqual(aid_check_xml_with(number, start, count), xml, "XML, \(variant.name)")
                expectEqual(aid_find_letter_with(number, start, from, count), letter, "letter, \(variant.name)")
                expectEqual(aid_find_hanzi_with(number, start, from, count), hanzi, "hanzi, \(variant.name)")
                var found = aid_gb18030_findings()
                let end = aid_check_gb18030_with(number, start, count, &found)
                expectEqual(
                    [end, found.followed, found.broken], [pairs.end, pairs.followed, pairs.broken], variant.name)
            }
        }
    }

    /// The reader of CSV against its twin.
    static let csvTargets = [
        Target("csv", takes: [".csv", ".txt"], choiceCount: 3, seeds: csvSeeds, words: csvWords) { bytes in
            var input = Input(bytes)
            let delimiter = input.pick([UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")])
            let hasHeader = input.flag()
            let pieceSize = input.pick([1, 2, 3, 7, 64, 4096])
            let fast = CSVReading(input.bytes, delimiter: delimiter, hasHeader: hasHeader, pieceSize: pieceSize)
            var slow = CSVTwin.read(input.bytes, delimiter: delimiter, hasHeader: hasHeader)
            // The twin cleans only what is usual in headers.
            if hasHeader, fast.error == nil, slow.error == nil { slow.header = fast.header }
            if hasHeader, fast.error != nil, slow.error != nil { return }
            // A header may be refused for its names, of which the twin knows nothing.
            if hasHeader, fast.error != nil { return }
            expectEqual(fast, slow, "pieces of \(pieceSize)")
        }
    ]
}
