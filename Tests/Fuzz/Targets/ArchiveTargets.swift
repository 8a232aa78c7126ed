import AidModel
import TestSupport

@testable import AidInput

extension Target {
    private static let csv = Array("claim,person,day,amount\nC1,P1,2023-05-10,100.00\n".utf8)

    /// Whatever lies in an archive, a compressed file or a workbook, to its end.
    static let archiveTargets = [
        Target(
            "archive", takes: [".zip", ".gz", ".xlsx", ".tar", ".7z"],
            seedBytes: WrittenArchive.Format.allCases.map {
                WrittenArchive.bytes($0, [.init("一.csv", csv)])
            } + [
                WrittenArchive.bytes(.zip, [.init("a.csv", csv), .init("b/c.csv", csv), .init("r.txt", [1, 2])]),
                WrittenArchive.bytes(.zip, [.init("in.gz", WrittenArchive.bytes(.gzip, [.init("x", csv)]))]),
                WrittenArchive.bytes(.zip, [.init("a.csv", csv)], password: "secret"),
            ]
        ) { bytes in
            let trial = TrialFile(bytes)
            guard let file = try? InputFile(name: "trial", path: trial.path) else { return }
            let names = (try? file.contents())?.names ?? []
            for part in [InputPart()] + names.prefix(4).map({ InputPart(entries: [$0]) }) {
                guard let inner = try? file.unwrapped(part, as: .csv(delimiter: nil)) else { continue }
                let room = OwnedRoom<UInt8>(count: 64 << 10)
                var offset = 0
                while let count = try? inner.read(into: room.room, at: offset), count > 0 {
                    offset += count
                    if offset > 8 << 20 { break }
                }
            }
        }
    ]
}
