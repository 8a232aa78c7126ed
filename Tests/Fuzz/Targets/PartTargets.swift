import AidInput
import AidModel

@testable import AidPipeline
@testable import AidStatistics

/// What the steps of a run in parts hand to each other.
extension Target {
    private static let origin = PartOrigin(run: (7, 9), index: 0, count: 1, partCount: 2)

    private static func tables() -> PartTables {
        PartTables(groups: GroupTable(), keys: KeyTable(), valueCount: 1)
    }

    private static func settlement() -> ClaimSettlement {
        ClaimSettlement(
            fileCount: 2, hasClaimNumbers: true, since: nil, isMeasured: true, isDated: true, isRuled: true,
            tellsAmounts: true)
    }

    /// Numbers that rows come with: a text, a combination of groups, a time cell; and so many rows of zeros.
    private static func rows(_ byteCount: Int) -> [UInt8] {
        var bytes = LittleEndianBytes()
        bytes.append(list: ["赔付二〇二三第一号"]) { $0.append($1) }
        bytes.append(list: ["门诊"]) { bytes, value in bytes.append(counted: Array(value.utf8) + [GroupTable.separator]) }
        bytes.append(list: [8093]) { bytes, quarter in
            bytes.append(Int64(quarter))
            bytes.append(flag: false)
        }
        bytes.append(1 as UInt64)
        bytes.append(bytes: Array(repeating: 0, count: byteCount))
        return bytes.array
    }

    private static func sealed(_ kind: PartKind, _ rest: [UInt8]) -> [UInt8] {
        var bytes = LittleEndianBytes()
        bytes.append(1 as UInt64)
        bytes.append(list: [1, 0]) { $0.append(UInt64($1)) }
        bytes.append(bytes: rest)
        return PartFrame.bytes(.claims, from: origin, part: 0, rowCount: 1, rows(48))
            + PartFrame.bytes(kind, from: origin, part: 0, rowCount: 0, bytes.array)
    }

    private static func emptyReading() -> [UInt8] { (try? PieceReading().bytes(tables())) ?? [] }

    static let partTargets = [
        // What is in a frame, once its hash is right.
        Target(
            "part-rows", choiceCount: 1,
            seedBytes: PartKind.allCases.indices.flatMap { kind in
                [[16, 24, 32, 48, 56, 64, 128].map(rows), [emptyReading()]].joined().map { [UInt8(kind)] + $0 }
            }
        ) { bytes in
            var input = Input(bytes)
            let kind = input.pick(PartKind.allCases)
            let payload = input.bytes
            payload.withUnsafeBytes { payload in
                switch kind {
                case .reading:
                    guard let reading = try? PieceReading(payload, fileCount: 2, tables()) else { return }
                    expect((try? reading.bytes(tables())) != nil, "what was read cannot be written")
                case .counts: _ = try? PeopleCounts([Array(payload)], bringing: {})
                default:
                    let dealer = PartDealer(settlement(), tables())
                    let count = try? dealer.deal(kind, payload)
                    expect(count ?? 0 <= payload.count / 8, "more rows than there are bytes for")
                    dealer.finish()
                }
            }
        },
        // A whole file, whose hashes are seldom right.
        Target("part-file", seedBytes: [sealed(.reading, emptyReading()), sealed(.counts, [0, 0, 0, 0])]) { bytes in
            let file = TrialFile(bytes)
            for seal in [PartKind.reading, .shares, .counts] {
                do {
                    var last: PartKind?
                    try PartFileReader(file.path, origin).each(Set(PartKind.allCases), part: nil, sealedBy: seal) {
                        frame, _ in
                        expect(last != seal, "something comes behind the end")
                        last = frame.kind
                        return frame.rowCount
                    }
                    expect(last == seal, "a file without an end")
                } catch {
                    expect((error as? RunFailure)?.problems.isEmpty == false, "refused without a word")
                }
            }
        },
    ]
}
