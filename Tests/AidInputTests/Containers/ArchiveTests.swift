import Testing
import TestSupport

@testable import AidInput

/// What lies in archives and compressed files, read as it comes.
struct ArchiveTests {
    /// Long enough to lie in no window as a whole.
    private static let text: [UInt8] = {
        var random = SeededRandom(1)
        return (0..<9 << 20).map { _ in UInt8(truncatingIfNeeded: random.next() % 40) + 0x30 }
    }()

    private static func text(_ count: Int) -> [UInt8] { Array(text.prefix(count)) }

    private static func open(_ bytes: [UInt8], entry: String? = nil) throws(InputError) -> InputFile {
        try InputFile(name: "archive", MemoryBytes(bytes)).unwrapped(
            InputPart(entries: entry.map { [$0] } ?? []), as: .csv(delimiter: nil))
    }

    private static func all(_ file: InputFile) throws(InputError) -> [UInt8] {
        try file.bytes(from: 0, count: 81 << 20)
    }

    /// Whether bytes are still those of an archive; else they are what they are, and no CSV.
    private static func isContainer(_ bytes: [UInt8]) -> Bool {
        let kind = try? FileKind.container(of: InputFile(name: "", MemoryBytes(bytes)))
        return kind.flatMap(\.self) != nil
    }

    /// What an archive is refused for; nil: it is read.
    private static func problem(_ bytes: [UInt8], entry: String? = nil) -> InputProblem? {
        do throws(InputError) {
            _ = try all(open(bytes, entry: entry))
            return nil
        } catch {
            return error.problem
        }
    }

    @Test(arguments: WrittenArchive.Format.allCases) func whatWentInComesOut(_ format: WrittenArchive.Format) throws {
        for count in [0, 1, 70_000, 9 << 20] {
            let text = Self.text(count)
            let file = try Self.open(WrittenArchive.bytes(format, [.init("claims.csv", text)]))
            #expect(try Self.all(file) == text)
            #expect(file.knownByteCount == count)
        }
    }

    @Test("Any place can be read, as often as needed, from whatever thread", arguments: SeededRandom.seeds(6))
    func anyPlace(seed: UInt64) throws {
        var random = SeededRandom(seed)
        let text = Self.text(Int.random(in: 1...9 << 20, using: &random))
        let format = try #require(WrittenArchive.Format.allCases.randomElement(using: &random))
        let file = try Self.open(WrittenArchive.bytes(format, [.init("claims.csv", text)]))
        for _ in 0..<12 {
            let start = Int.random(in: 0...text.count + 5, using: &random)
            let count = Int.random(in: 1..<300_000, using: &random)
            let expected = Array(text.dropFirst(start).prefix(count))
            #expect(try file.bytes(from: start, count: count) == expected, "seed \(seed) \(format) at \(start)")
            #expect(try file.ends(at: start) == (start >= text.count))
        }
    }

    @Test(
        "Files of an archive that is kept are what they are without, in whatever order, and some at a time",
        arguments: [WrittenArchive.Format.zip, .storedZip, .tar, .gzippedTar], SeededRandom.seeds(4))
    func keptArchives(_ format: WrittenArchive.Format, seed: UInt64) throws {
        var random = SeededRandom(seed)
        let texts = (0..<12).map { Self.text(($0 * 7_919) % 90_001 + $0) }
        let bytes = WrittenArchive.bytes(
            format, texts.enumerated().map { .init("claims-\($0.offset).csv", $0.element) })
        let shelf = ArchiveShelf()
        func open(_ index: Int) throws(InputError) -> InputFile {
            try InputFile(name: "archive#\(index)", MemoryBytes(bytes)).unwrapped(
                InputPart(entries: ["claims-\(index).csv"]), as: .csv(delimiter: nil), place: ("archive", shelf))
        }
        for order in [Array(texts.indices), Array(texts.indices.reversed()), texts.indices.shuffled(using: &random)] {
            // Two at a time, the first of which is read half before the other begins.
            for pair in stride(from: 0, to: order.count, by: 2) {
                let (first, second) = (order[pair], order[pair + 1])
                let (one, other) = (try open(first), try open(second))
                #expect(try one.bytes(from: 0, count: 1_000) == Array(texts[first].prefix(1_000)))
                #expect(try Self.all(other) == texts[second], "seed \(seed)")
                #expect(try Self.all(one) == texts[first], "seed \(seed)")
                #expect(one.name == "archive#\(first)")
            }
        }
        let error = #expect(throws: InputError.self) {
            try InputFile(name: "archive#x", MemoryBytes(bytes)).unwrapped(
                InputPart(entries: ["x"]), as: .csv(delimiter: nil), place: ("archive", shelf))
        }
        #expect(error?.file == "archive#x")
    }

    @Test("A bomb behind other files of a kept archive is found out as one by itself")
    func bombOfAKeptArchive() throws {
        let bomb = [UInt8](repeating: 0x30, count: 60 << 20)
        let bytes = WrittenArchive.bytes(.zip, [.init("a.csv", Self.text(1 << 20)), .init("b.csv", bomb)])
        let shelf = ArchiveShelf()
        func problem(_ name: String) -> InputProblem? {
            do throws(InputError) {
                let file = try InputFile(name: name, MemoryBytes(bytes)).unwrapped(
                    InputPart(entries: [name]), as: .csv(delimiter: nil), place: ("archive", shelf))
                _ = try Self.all(file)
                return nil
            } catch {
                #expect(error.file == name)
                return error.problem
            }
        }
        #expect(problem("a.csv") == nil)
        #expect(problem("b.csv") == .archive(.expandsTooFar(ratio: ExpansionLimit.ratio)))
        #expect(problem("b.csv") == Self.problem(bytes, entry: "b.csv"))
    }

    @Test("Cut anywhere, it is refused, or all was there", arguments: WrittenArchive.Format.allCases)
    func cut(_ format: WrittenArchive.Format) throws {
        let text = Self.text(300)
        let whole = WrittenArchive.bytes(format, [.init("claims.csv", text)])
        for count in 8..<whole.count {
            // What tar writes behind its files says nothing.
            let bytes = Array(whole.prefix(count))
            guard Self.isContainer(bytes), let file = try? Self.open(bytes), let read = try? Self.all(file) else {
                continue
            }
            #expect(read == text, "\(format) cut at \(count)")
            #expect(format == .tar || format == .gzippedTar, "\(format) cut at \(count) of \(whole.count)")
        }
    }

    @Test("A byte that was changed is found out, or changes nothing", arguments: WrittenArchive.Format.allCases)
    func changed(_ format: WrittenArchive.Format) throws {
        guard format.hasCheckSums else { return }
        let text = Self.text(300)
        let whole = WrittenArchive.bytes(format, [.init("claims.csv", text)])
        for place in whole.indices {
            for bit in [UInt8(1), 0x10, 0x80] {
                var bytes = whole
                bytes[place] ^= bit
                guard Self.isContainer(bytes), let file = try? Self.open(bytes), let read = try? Self.all(file) else {
                    continue
                }
                #expect(read == text, "\(format) bit \(bit) of \(place)")
            }
        }
    }

    @Test("A member behind another; zeros at the end; something else at the end") func gzipMembers() throws {
        let first = WrittenArchive.bytes(.gzip, [.init("", Array("a,b\n".utf8))])
        let second = WrittenArchive.bytes(.gzip, [.init("", Array("1,2\n".utf8))])
        #expect(try Self.all(Self.open(first + second)) == Array("a,b\n1,2\n".utf8))
        #expect(try Self.all(Self.open(first + [0, 0, 0])) == Array("a,b\n".utf8))
        #expect(Self.problem(first + Array("more".utf8)) == .archive(.damaged(.gzip)))
    }

    @Test("Headers with all that they may hold, wherever they lie in the buffers") func gzipHeaders() throws {
        let plain = WrittenArchive.bytes(.gzip, [.init("", Array("a,b\n".utf8))])
        let whole = Self.gzipHeader(plain)
        for place in 0...whole.count {
            // A member before it, so long that one buffer ends within it.
            let filler = (64 << 10) - place - plain.count - 2
            let bytes = Self.gzipHeader(plain, extra: filler, name: false) + whole
            #expect(try Self.all(Self.open(bytes)) == Array("a,b\na,b\n".utf8), "\(place)")
        }
        for place in 8..<whole.count {
            #expect(Self.problem(Array(whole.prefix(place))) == .archive(.cutOff(.gzip)), "\(place)")
        }
        for place in 0..<whole.count - plain.count + 10 {
            var bytes = whole
            bytes[place] ^= 0x20
            guard Self.isContainer(bytes) else { continue }
            #expect(Self.problem(bytes) != nil, "\(place)")
        }
        var unknown = plain
        unknown[3] = 0x40
        #expect(Self.problem(unknown) == .archive(.damaged(.gzip)))
    }

    /// A member of gzip with an extra field, and with a name, a comment and the header's check sum.
    private static func gzipHeader(_ plain: [UInt8], extra: Int = 5, name: Bool = true) -> [UInt8] {
        var header = Array(plain.prefix(10))
        header[3] = name ? 0b1_1110 : 0b0100
        header += [UInt8(extra & 0xFF), UInt8(extra >> 8)] + [UInt8](repeating: 7, count: extra)
        if name {
            header += Array("claims.csv\0what it is\0".utf8)
            var sum: UInt32 = .max
            for byte in header {
                sum ^= UInt32(byte)
                for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
            }
            sum = ~sum
            header += [UInt8(sum & 0xFF), UInt8(sum >> 8 & 0xFF)]
        }
        return header + plain.dropFirst(10)
    }

    @Test func entries() throws {
        let gbk: [UInt8] = [0xCB, 0xC4, 0xD4, 0xC2, 0x2F, 0x61]  // 四月/a
        let bytes = WrittenArchive.bytes(
            .zip,
            [
                .init("b.csv", [0x62]), .init("d/c.csv", [0x63]), .init("__MACOSX/._b.csv", [0]),
                .init(".DS_Store", [0]),
                .init("~$b.xlsx", [0]), .init("d/Thumbs.db", [0]), .init(name: gbk, [0x64]),
            ])
        #expect(try InputFile(name: "", MemoryBytes(bytes)).contents()?.names == ["b.csv", "d/c.csv", "四月/a"])
        #expect(try Self.all(Self.open(bytes, entry: "d/c.csv")) == [0x63])
        #expect(try Self.all(Self.open(bytes, entry: "四月/a")) == [0x64])
        #expect(Self.problem(bytes) == .archive(.severalEntries(["b.csv", "d/c.csv", "四月/a"], count: 3)))
        #expect(Self.problem(bytes, entry: "x") == .archive(.noSuchEntry("x", ["b.csv", "d/c.csv", "四月/a"])))
    }

    @Test(arguments: ["../a.csv", "/etc/a.csv", "a/../../b.csv", "c:\\a.csv", "..\\a.csv", "a\u{1}.csv"])
    func namesThatLeadElsewhere(_ name: String) {
        #expect(Self.problem(WrittenArchive.bytes(.zip, [.init(name, [1])])) == .archive(.unsafeName))
    }

    @Test func namesTwice() {
        let bytes = WrittenArchive.bytes(.tar, [.init("a.csv", [1]), .init("a.csv", [2])])
        #expect(Self.problem(bytes) == .archive(.nameTwice("a.csv")))
    }

    @Test func nothingInIt() {
        #expect(Self.problem(WrittenArchive.bytes(.zip, [.init(".DS_Store", [1])])) == .archive(.empty))
    }

    @Test func password() {
        let bytes = WrittenArchive.bytes(.zip, [.init("a.csv", Self.text(100))], password: "p")
        #expect(Self.problem(bytes) == .archive(.encrypted))
    }

    @Test("Hardly anything that becomes very much", arguments: WrittenArchive.Format.allCases)
    func bombs(_ format: WrittenArchive.Format) {
        guard format != .tar, format != .storedZip else { return }
        let zeros = [UInt8](repeating: 0x30, count: 80 << 20)
        let bytes = WrittenArchive.bytes(format, [.init("a.csv", zeros)])
        #expect(Self.problem(bytes) == .archive(.expandsTooFar(ratio: ExpansionLimit.ratio)))
    }

    @Test("Many small bombs are a large one") func manyBombs() throws {
        let zeros = [UInt8](repeating: 0x30, count: 4 << 20)
        func bytes(_ count: Int) -> [UInt8] {
            WrittenArchive.bytes(.zip, (0..<count).map { .init("\($0).csv", zeros) })
        }
        #expect(try Self.all(Self.open(bytes(10), entry: "9.csv")) == zeros)
        #expect(Self.problem(bytes(17), entry: "9.csv") == .archive(.expandsTooFar(ratio: ExpansionLimit.ratio)))
    }

    @Test("Entries that share bytes", arguments: [WrittenArchive.Format.zip, .storedZip])
    func sharedBytes(_ format: WrittenArchive.Format) throws {
        let text = Self.text(300)
        var bytes = WrittenArchive.bytes(format, [.init("a.csv", text), .init("b.csv", text)])
        let directory = bytes.indices.filter { bytes[$0...].starts(with: [0x50, 0x4B, 0x01, 0x02]) }
        #expect(directory.count == 2)
        for offset in [0, 5, 100] {
            // Where the second one is said to begin.
            bytes.replaceSubrange(directory[1] + 42..<directory[1] + 46, with: [UInt8(offset), 0, 0, 0])
            #expect(Self.problem(bytes, entry: "a.csv") == .archive(.sharedBytes), "at \(offset)")
        }
        // One that is said to end in the next.
        bytes = WrittenArchive.bytes(format, [.init("a.csv", text), .init("b.csv", text)])
        bytes[directory[0] + 21] = 0x7F
        #expect(Self.problem(bytes, entry: "b.csv") == .archive(.sharedBytes))
    }

    @Test func tooManyEntries() throws {
        let entries = (0...ArchiveEntries.limit).map { WrittenArchive.Entry("\($0).csv", [0x61]) }
        for format in [WrittenArchive.Format.zip, .tar] {
            #expect(
                Self.problem(WrittenArchive.bytes(format, entries), entry: "0.csv")
                    == .archive(.tooManyEntries(limit: ArchiveEntries.limit)))
            let most = WrittenArchive.bytes(format, Array(entries.dropLast()))
            #expect(try Self.all(Self.open(most, entry: "7.csv")) == [0x61])
        }
    }

    @Test("An archive that holds a workbook, stored as it is, is no workbook")
    func workbooksInArchives() throws {
        let book = WrittenArchive.bytes(
            .storedZip, [.init("[Content_Types].xml", [0x3C]), .init("xl/workbook.xml", [0x3C])])
        func kind(_ bytes: [UInt8]) throws -> FileKind? {
            try FileKind.of(InputFile(name: "", MemoryBytes(bytes)), isXML: true)
        }
        #expect(try kind(book) == .excelWorkbook)
        for names in [["a.xlsx"], ["folder/a.xlsx", "b.csv"], ["b.csv", "a.xlsx"]] {
            let entries = names.map { WrittenArchive.Entry($0, $0.hasSuffix("csv") ? Self.text(50) : book) }
            #expect(try kind(WrittenArchive.bytes(.storedZip, entries)) == .zip, "\(names)")
        }
        #expect(
            try kind(
                WrittenArchive.bytes(
                    .storedZip, [.init("a.zip", WrittenArchive.bytes(.storedZip, [.init("a.xlsx", book)]))])) == .zip)
    }

    @Test func archivesInArchives() throws {
        let text = Self.text(1000)
        var bytes = WrittenArchive.bytes(.gzip, [.init("", text)])
        bytes = WrittenArchive.bytes(.zip, [.init("a.csv.gz", bytes)])
        #expect(try Self.all(Self.open(bytes)) == text)
        bytes = WrittenArchive.bytes(.zip, [.init("a.zip", bytes)])
        #expect(try Self.all(Self.open(bytes)) == text)
        for _ in 0..<3 { bytes = WrittenArchive.bytes(.zip, [.init("a.zip", bytes)]) }
        #expect(Self.problem(bytes) == .archive(.nestedTooDeep))
    }
}
