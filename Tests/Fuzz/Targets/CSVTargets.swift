import AidInput
import CScan
import Foundation

extension Target {
    private static let csvSeeds = [
        "\u{1}\u{1}claim,person,day,amount\nC1,P1,2023-05-10,100.00\n", "\u{0}\u{2}a,\"b\r\n\"\"c\",=\"1\"\r\n\n中,,\r",
        "\u{2}\u{0}a;b\n\"1;2\";\"\n",
    ]
    private static let csvWords = ["\"\"", "\r\n", "=\"", "\",\"", "\n\n", "\u{FEFF}", "中"]

    /// The marks of CSV by every instruction set that this processor has, against one byte at a time.
    static let scanTargets = [
        Target("scan", seeds: csvSeeds, words: csvWords) { bytes in
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
        }
    ]

    /// The reader of CSV against its twin.
    static let csvTargets = [
        Target("csv", seeds: csvSeeds, words: csvWords) { bytes in
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
