import TestSupport
import AidInput
import AidModel
import Foundation
import Synchronization
import Testing

/// Claims of XML exports read in pieces by several threads, against the slow way.
struct XMLPiecesTests {
    /// What reading a file as claims came to.
    struct ClaimsRead: Equatable {
        var isDoubtful = false
        var error: InputError?
        var claims: [Claim] = []
        var reversals: [Claim] = []
        var groups: [[String]] = []
        var records = Tally.zero
        var rejects: [Reject] = []
        var findings: [String] = []

        /// Counts positions from behind a byte-order mark, as the slow way does. Places on disk
        /// stay as they are.
        mutating func leaveOut(mark byteCount: Int) {
            func moved(_ position: SourcePosition) -> SourcePosition {
                SourcePosition(fileIndex: position.fileIndex, textOffset: position.textOffset - byteCount)
            }
            for index in claims.indices { claims[index].position = moved(claims[index].position) }
            for index in reversals.indices { reversals[index].position = moved(reversals[index].position) }
            rejects = rejects.map {
                Reject(
                    position: moved($0.position), place: $0.place, reason: $0.reason, field: $0.field,
                    maskedValue: $0.maskedValue, rawState: $0.rawState, amountMinor: $0.amountMinor)
            }
        }

        /// The first thing in which two readings differ.
        func difference(_ other: ClaimsRead) -> String? {
            if self == other { return nil }
            if error != other.error { return "error" }
            if claims != other.claims { return "claims" }
            if reversals != other.reversals { return "reversals" }
            if groups != other.groups { return "groups" }
            if records != other.records { return "records" }
            if rejects != other.rejects { return "rejects" }
            return "findings"
        }
    }

    private static let layout = RecordLayout(
        claim: .init(name: "claim", from: ["No", "@no"]), person: .init(name: "person", from: ["Person/Id"]),
        personRule: .residentID(acceptsOtherDocuments: false, countsInvalidAsUnidentified: false),
        day: .init(name: "paidOn", from: ["日期", "Day"]), amount: .init(name: "amount", from: ["Amount"]),
        status: .init(name: "status", from: ["Status"]),
        statusClasses: ["已打款": .paid, "待审核": .unpaid, "冲正": .reversed],
        reverses: .init(name: "reverses", from: ["Of"], isOptional: true),
        breakdowns: [.init(name: "care", from: ["Care"])], currency: .cny)

    static func read(
        _ path: String, keys: KeyTable, pieceSize: Int, tailSize: Int, jobs: Int, isSlow: Bool,
        encoding: TextEncodingChoice = .auto
    ) throws -> ClaimsRead {
        var settings = ReadingSettings()
        settings.pieceSize = pieceSize
        settings.tailSize = tailSize
        settings.jobs = jobs
        settings.isSlow = isSlow
        let groups = GroupTable()
        let seen = Mutex<[UInt8]>([])
        let record = try #require(ElementName("Claim"))
        let reader = ClaimReader(
            .init(name: "export.xml", path: path, format: .xml(record: record), encoding: encoding), layout: layout,
            fileIndex: 0, keys: keys, groups: groups, settings: settings
        ) { bytes in seen.withLock { $0 += bytes } }
        let dealt = Mutex<(claims: [Claim], reversals: [Claim])>(([], []))
        DispatchQueue.concurrentPerform(iterations: jobs) { _ in
            var clock = StageClock()
            reader.join(clock: &clock) { _, _ in
                true
            } deal: { batch in
                dealt.withLock {
                    $0.claims += batch.claims
                    $0.reversals += batch.reversals.map(\.claim)
                }
            }
        }
        var read = ClaimsRead()
        switch reader.result() {
        case .again(.slowly): read.isDoubtful = true
        case .again(.inEncoding), .again(.without), .again(.withSerialDates):
            Issue.record("XML is never misread, and no number of these was cut")
        case .failed(let error): read.error = error
        case .read(let export):
            // The codes of groups come in any order.
            let values = groups.values()
            read.claims = dealt.withLock { $0.claims.sorted { $0.position < $1.position } }
            read.groups = read.claims.map { values[Int($0.groupsCode)] }
            for index in read.claims.indices { read.claims[index].terms &= ~Claim.groupsMask }
            read.reversals = dealt.withLock { $0.reversals.sorted { $0.position < $1.position } }
            for index in read.reversals.indices { read.reversals[index].terms &= ~Claim.groupsMask }
            read.records = export.reading.records
            read.rejects = try export.placed(export.reading.rejects.listed)
            read.findings = export.reading.findings.map(\.code)
            #expect(seen.withLock { $0 } == Array(try Data(contentsOf: URL(filePath: path))))
        }
        return read
    }

    /// - Returns: whether it was read in pieces.
    @discardableResult
    static func compare(
        _ bytes: [UInt8], pieces: [(size: Int, tail: Int, jobs: Int)], encoding: TextEncodingChoice = .auto,
        _ comment: String
    ) throws -> Bool {
        let file = try TemporaryFile(bytes)
        let keys = KeyTable()
        let slow = try read(
            file.path, keys: keys, pieceSize: 512 << 10, tailSize: 16 << 10, jobs: 1, isSlow: true, encoding: encoding)
        var wasFast = true
        for (size, tail, jobs) in pieces {
            var fast = try read(
                file.path, keys: keys, pieceSize: size, tailSize: tail, jobs: jobs, isSlow: false, encoding: encoding)
            // Where there is doubt, the slow way is asked.
            if fast.isDoubtful {
                wasFast = false
                continue
            }
            if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { fast.leaveOut(mark: 3) }
            let difference = fast.difference(slow)
            #expect(difference == nil, "\(comment), pieces of \(size) + \(tail)")
        }
        return wasFast
    }

    private static func document(_ seed: UInt64, count: Int, foreign: Int) -> String {
        var random = SeededRandom(seed)
        func one(_ choices: String...) -> String { choices.randomElement(using: &random)! }
        let lineEnd = one("\n", "\r\n", "")
        var text = one("", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "\u{FEFF}<?xml version='1.0'?>")
        text += one("<Claims>", "<Claims xmlns='urn:1' xmlns:p=\"urn:2\">") + lineEnd
        for number in 0..<count {
            if foreign > 0, Int.random(in: 0..<foreign, using: &random) == 0 {
                text += one(
                    "<!-- <Claim/> -->", "<Other/>", "<Claim>&amp;</Claim>", "<Claim/>", "<?p 甲?>",
                    "<Claim xmlns:z='z'/>")
            }
            let id = MadeUpID.id(number: number % 37)
            text += "<Claim\(one("", " no='C\(number)'", " k='甲'"))>" + lineEnd
            text += one("", "<No>C\(number % 50)</No>", "<No>C\(number)</No>")
            text += "<Name>\(one("徐未", "林 丙", ""))</Name>" + lineEnd
            text += "<Person><Id>\(one(id, id, id, "x\(number)", ""))</Id></Person>"
            text += "<日期>\(one("2023-04-05", "2023/4/6", " 2023年4月7日 ", "never"))</日期>" + lineEnd
            text += "<Amount>\(one("12.50", "1,000.00", "￥3", "-4.00", "lots"))</Amount>"
            text += "<Status>\(one("已打款", "已打款", "已打款", "待审核", "冲正", "?"))</Status>"
            text += one("", "<Of/>", "<Of>C\(number / 2)</Of>")
            text += one("<Care>门诊</Care>", "<Care>住院</Care>", "<Care></Care>", "", "<Care>门诊</Care><Care/>")
            text += lineEnd + "</Claim>" + one(lineEnd, lineEnd, " \t")
        }
        return text + "</Claims>" + lineEnd
    }

    @Test func chanceExports() throws {
        var fast = 0
        for seed in SeededRandom.seeds(60) {
            let text = Self.document(seed, count: 40, foreign: seed % 2 == 0 ? 0 : 6)
            let wasFast = try Self.compare(
                Array(text.utf8), pieces: [(97, 300, 2), (700, 40, 3), (4096, 500, 2), (512 << 10, 16 << 10, 1)],
                "seed \(seed)")
            if wasFast { fast += 1 }
        }
        #expect(fast > 50)
    }

    /// In another encoding, by its label or its mark: the text is copied, and then read in pieces.
    @Test(arguments: [TextEncoding.gb18030, .utf16LittleEndian, .utf16BigEndian])
    func otherEncodings(encoding: TextEncoding) throws {
        var fast = 0
        for seed in SeededRandom.seeds(30) {
            var text = Self.document(seed, count: 40, foreign: seed % 2 == 0 ? 0 : 6)
            text = String(text[(text.firstRange(of: "<Claims")?.lowerBound ?? text.startIndex)...])
            let name = encoding == .gb18030 ? "GBK" : "UTF-16"
            text = "<?xml version='1.0' encoding='\(name)'?>" + text
            var bytes = encoding == .gb18030 ? [] : EncodedText.mark(encoding)
            for character in text { bytes += EncodedText.disk(character, encoding) }
            // Some with a byte, or a unit, that is no character.
            if seed % 5 == 4 { bytes.insert(contentsOf: [0xFF, 0xDC], at: bytes.count / 4 * 2) }
            let wasFast = try Self.compare(
                bytes, pieces: [(1, 300, 2), (700, 40, 3), (512 << 10, 16 << 10, 1)], "seed \(seed), \(name)")
            if wasFast { fast += 1 }
        }
        #expect(fast > 20)
    }

    @Test func damagedExports() throws {
        let shards = ["&", "<", "<!--", "\u{1}", "&amp;", "</Claims>", "<Claim>", "\u{0}", "甲", "'", "/>", "]]>"]
        for seed in SeededRandom.seeds(150) {
            var bytes = Array(Self.document(seed, count: 25, foreign: seed % 3 == 0 ? 5 : 0).utf8)
            var random = SeededRandom(seed &+ 1000)
            let at = Int.random(in: 0..<bytes.count, using: &random)
            switch seed % 4 {
            case 0: bytes.insert(contentsOf: shards.randomElement(using: &random)!.utf8, at: at)
            case 1: bytes[at] = UInt8.random(in: 0...255, using: &random)
            case 2: bytes.removeSubrange(at...)
            default: bytes.remove(at: at)
            }
            try Self.compare(bytes, pieces: [(97, 300, 2), (700, 40, 3), (4096, 500, 1)], "seed \(seed), damaged")
        }
    }

    /// The fields that every file must have, but for the claim number.
    private static let otherFields = "<Person><Id/></Person><日期/><Amount/><Status/><Care/>"

    /// Characters cut by the edges of pieces, valid and not.
    @Test func charactersAcrossPieces() throws {
        for (text, isFast) in [("甲乙😀é", true), ("甲乙@😀é", false), ("a@b", false), ("@", false)] {
            let parts = text.split(separator: "@", omittingEmptySubsequences: false).map { Array($0.utf8) }
            for broken: [UInt8] in [
                [0x80], [0xE4, 0xB8], [0xF0], [0xC1, 0x81], [0xED, 0xA0, 0x80], [0x80, 0x80, 0x80, 0x80, 0x80],
            ] {
                let value = parts.count == 1 ? parts[0] : parts[0] + broken + parts[1]
                let record =
                    Array("<Claim><No>1</No><Name>".utf8) + value + Array("</Name>\(Self.otherFields)</Claim>".utf8)
                let bytes =
                    Array("<Claims><!-- ".utf8) + value + Array(" -->".utf8) + record + record + Array("</Claims>".utf8)
                for size in 1..<40 {
                    let wasFast = try Self.compare(bytes, pieces: [(size, 8, 2)], "\(text), pieces of \(size)")
                    #expect(wasFast == isFast)
                }
                if isFast { break }
            }
        }
    }

    @Test func whatIsLeftToTheSlowWay() throws {
        let plain = "<Claim><No>1</No>\(Self.otherFields.replacing("日期", with: "Day"))</Claim>"
        let pieces = [(64, 64, 2)]
        func isFast(_ text: String, encoding: TextEncodingChoice = .auto) throws -> Bool {
            let file = try TemporaryFile(text)
            let read = try Self.read(
                file.path, keys: KeyTable(), pieceSize: 64, tailSize: 64, jobs: 2, isSlow: false, encoding: encoding)
            try Self.compare(Array(text.utf8), pieces: pieces, encoding: encoding, text)
            return !read.isDoubtful
        }
        // Refused, or other than it seemed.
        #expect(try !isFast("<Claims>\(plain)</Claim>"))
        #expect(try !isFast("<Claims>\(plain)"))
        #expect(try !isFast("<Claims>\(plain)</Claims>x"))
        #expect(try !isFast("<Claims><!-- <Claim> --></Claims>"))
        // Never tried, and so of no doubt.
        #expect(try isFast("<Claims/>"))
        #expect(try isFast("<!DOCTYPE Claims><Claims>\(plain)</Claims>"))
        #expect(try isFast("<?xml version='1.0' encoding='GBK'?><Claims>\(plain)</Claims>"))
        #expect(try isFast("<?xml version='1.0' encoding='GBK'?><Claims>\(plain)</Claims>", encoding: .utf8))
        #expect(try isFast("<Claims>\(plain)</Claims>", encoding: .gb18030))
    }
}
