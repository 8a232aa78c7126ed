import AidInput
import AidModel
import Foundation
import Testing

/// Files that are not what they seemed when they were opened.
struct ClaimReaderTests {
    private static var layout: RecordLayout {
        var layout = ClaimsExport.layout(
            hasStatus: false, hasReverses: false, breakdowns: [.init(name: "care", from: ["care"])])
        layout.person.from = ["id"]
        layout.day.from = ["day"]
        layout.amount.from = ["amount"]
        return layout
    }

    /// So many plain records that the first bytes say nothing of what follows them.
    private static func export(recordCount: Int, lastCare: [UInt8] = Array("A".utf8)) -> [UInt8] {
        var bytes = Array("ClaimNo,id,day,amount,care\n".utf8)
        for number in 0..<recordCount {
            bytes += Array("C\(number),\(MadeUpID.id(number: number % 500)),2023-04-05,12.50,".utf8)
            bytes += number == recordCount - 1 ? lastCare : Array("A".utf8)
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }

    private static func reader(
        _ path: String, pieceSize: Int = 64 << 10, knownEncoding: TextEncoding? = nil, openFile: InputFile? = nil,
        groups: GroupTable = GroupTable()
    ) -> ClaimReader {
        var settings = ReadingSettings()
        settings.pieceSize = pieceSize
        return ClaimReader(
            ClaimReader.Source(name: "export", path: path, format: .csv(delimiter: nil), encoding: .auto),
            layout: layout, fileIndex: 0, keys: KeyTable(), groups: groups, settings: settings,
            lesson: ReadingLesson(encoding: knownEncoding), openFile: openFile, observe: nil)
    }

    @Test("A file that becomes shorter while it is read is refused as changed", arguments: [10, 100_000, 200_000])
    func shorter(length: Int) throws {
        let file = try TemporaryFile(Self.export(recordCount: 20_000))
        let reader = Self.reader(file.path)
        var clock = StageClock()
        reader.join(
            clock: &clock,
            passed: { _, _ in
                truncate(file.path, off_t(length))
                return true
            }, deal: { _ in })
        guard case .failed(let error) = reader.result() else {
            Issue.record("was not refused")
            return
        }
        #expect(error.kind == .unreadable && error.what.en.contains("written to while it was read"))
    }

    @Test("Standard input is there once: a second reading takes the file that the first has opened")
    func secondReading() throws {
        // 门诊 in GBK, behind more ASCII than is looked at first.
        let file = try TemporaryFile(Self.export(recordCount: 20_000, lastCare: [0xC3, 0xC5, 0xD5, 0xEF]))
        let first = Self.reader(file.path)
        var clock = StageClock()
        first.join(clock: &clock, passed: { _, _ in true }, deal: { _ in })
        guard case .again(.inEncoding(.gb18030)) = first.result() else {
            Issue.record("was not found to be in GB18030")
            return
        }
        try FileManager.default.removeItem(atPath: file.path)
        let groups = GroupTable()
        let second = Self.reader(
            file.path, knownEncoding: .gb18030, openFile: first.openFile, groups: groups)
        second.join(clock: &clock, passed: { _, _ in true }, deal: { _ in })
        guard case .read(let export) = second.result() else {
            Issue.record("was not read")
            return
        }
        #expect(export.reading.records.recordCount == 20_000 && export.reading.rejects.listed.isEmpty)
        #expect(groups.values().contains(["门诊"]))
    }

    @Test("Reading stops when nobody has use for it")
    func stopped() throws {
        let file = try TemporaryFile(Self.export(recordCount: 20_000))
        let reader = Self.reader(file.path, pieceSize: 4096)
        var clock = StageClock()
        var count = 0
        reader.join(
            clock: &clock,
            passed: { _, _ in
                count += 1
                return count < 3
            }, deal: { _ in })
        #expect(count == 3)
    }
}
