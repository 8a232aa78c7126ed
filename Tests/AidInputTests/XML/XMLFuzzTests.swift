import AidInput
import TestSupport
import Testing

/// Documents broken at random, read in pieces of every size: the same must come out, and
/// no crash. A failure prints the seed, which alone makes the document again.
struct XMLFuzzTests {
    static let samples = [
        "<?xml version=\"1.0\" encoding=\"GBK\"?><s xmlns='urn:1' xmlns:p='urn:2'><!-- c --><r x='1&amp;2'><a>甲&#x4E59;"
            + "</a><b><![CDATA[<丙>]]></b></r><p:r><a/></p:r><r><a><q/></a></r></s>\n",
        "<s><r><a>1</a><a>2</a></r><r><c><d><a>1</a></d></c><b>2\r\n3</b></r><?pi x?><r x='' y=\"'\"/>&lt;</s>",
        "<!DOCTYPE s [<!ENTITY e 'x'><!ATTLIST r x CDATA 'd'>]><s><r>&e;</r></s>",
    ]

    /// What breaks parsers more often than any byte does.
    static let shards = [
        "<", ">", "/", "&", ";", "'", "\"", "]]>", "<![CDATA[", "<!--", "-->", "<?", "?>", "&#x", "&amp;", "xmlns:p=''",
        "<r>", "</r>", "<a>", "</a>", "</s>", "\u{0}", "\r", "\n", "甲", "\u{FEFF}", "<!DOCTYPE s>", " x='1'",
    ].map { Array($0.utf8) }

    @Test func anyPieceSizeGivesTheSame() throws {
        for seed in UInt64(0)..<500 {
            let bytes = Self.document(seed)
            let whole = try Reading(bytes)
            for pieceSize in [1, 2, 3, 7, 64, 4096] {
                #expect(try Reading(bytes, pieceSize: pieceSize) == whole, "seed \(seed), pieces of \(pieceSize)")
            }
            #expect((whole.summary == nil) == whole.isRefused, "seed \(seed)")
            if let summary = whole.summary {
                #expect(summary.recordCount == whole.entries.count, "seed \(seed)")
            }
            if let offset = whole.error?.byteOffset { #expect(offset <= bytes.count, "seed \(seed)") }
            try Self.checkOffsets(whole, bytes, seed)
        }
    }

    /// Every record begins with `<` where the reader says that it does.
    private static func checkOffsets(_ reading: Reading, _ bytes: [UInt8], _ seed: UInt64) throws {
        for entry in reading.entries {
            switch entry {
            case .record(_, let offset, _), .malformed(_, let offset, _):
                let tag = bytes[offset...].prefix(4)
                #expect(tag.starts(with: Array("<r".utf8)) || tag.starts(with: Array("<p:r".utf8)), "seed \(seed)")
            }
        }
    }

    /// A sample with a few bytes changed, taken out, put in, or moved; every third one is blown
    /// up so that libxml2 reads it in several goes.
    static func document(_ seed: UInt64) -> [UInt8] {
        var random = SeededRandom(seed)
        var bytes = Array(samples[Int(seed % UInt64(samples.count))].utf8)
        if random.next() % 3 == 0 {
            let at = bytes.count / 2 + Int(random.next() % UInt64(bytes.count / 2))
            bytes.insert(contentsOf: [UInt8](repeating: 0x20, count: 3900 + Int(random.next() % 300)), at: at)
        }
        for _ in 0...(random.next() % 4) {
            let at = Int(random.next() % UInt64(bytes.count))
            switch random.next() % 6 {
            case 0: bytes[at] = UInt8(truncatingIfNeeded: random.next())
            case 1: bytes.remove(at: at)
            case 2, 3: bytes.insert(contentsOf: shards[Int(random.next() % UInt64(shards.count))], at: at)
            case 4: bytes.removeSubrange(at..<min(bytes.count, at + Int(random.next() % 20)))
            default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 30)], at: at)
            }
            if bytes.isEmpty { return bytes }
        }
        return bytes
    }
}
