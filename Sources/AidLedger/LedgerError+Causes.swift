import AidModel
import GRDB

/// A value in the ledger that no version of the program writes.
struct UnreadableValue: Error {}

/// Why the ledger does not take what it is given.
enum Refusal: Error {
    /// A quarter before year 1 or a day past year 9999.
    case beyondCalendar
    case notStaged(run: Int64)
    case notSettled(run: Int64)
    case notNext(Quarter, number: Int, next: Int)
    case withoutReason(Quarter, number: Int)
    case needlessReason(Quarter)
}

extension LedgerError {
    /// Does work with the ledger and tells whatever goes wrong in plain words.
    static func telling<Result>(_ path: String, _ work: () throws -> Result) throws(LedgerError) -> Result {
        do {
            return try work()
        } catch let error as LedgerError {
            throw error
        } catch let error as DatabaseError {
            throw LedgerError(path, error)
        } catch let refusal as Refusal {
            throw LedgerError(path, refusal)
        } catch is UnreadableValue {
            throw .damaged(path)
        } catch {
            throw .io(path, code: "SQLite")
        }
    }

    private init(_ path: String, _ error: DatabaseError) {
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path)
        case .SQLITE_CORRUPT: self = LedgerFile(path: path, sha256: { _ in "" }, patienceSeconds: 0).damage()
        case .SQLITE_NOTADB: self = .notALedger(path)
        case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path)
        case .SQLITE_CONSTRAINT: self = .refused(path, error)
        default: self = .io(path, code: "SQLite \(error.extendedResultCode.rawValue)")
        }
    }

    /// What the ledger's own rules stop, and nothing before them has: a fault of the caller.
    private static func refused(_ path: String, _ error: DatabaseError) -> LedgerError {
        guard error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE else {
            return .refused(path, zh: "要写入的内容不合台账的规则", en: "what was to be written breaks the ledger's rules")
        }
        return .refused(path, zh: "同一数字出现两次", en: "the same figure stands twice in what was to be written")
    }

    private init(_ path: String, _ refusal: Refusal) {
        switch refusal {
        case .beyondCalendar:
            self = .refused(
                path, zh: "季度或日期不在公元 1 年至 9999 年之间", en: "a quarter or a day lies outside of the years 1 to 9999",
                mend: BilingualText(zh: "请核对日期", en: "check the dates"))
        case .notStaged(let run):
            self = .refused(
                path, zh: "第 \(run) 次运行不在待发布之列", en: "run \(run) does not wait to be published")
        case .notSettled(let run):
            self = .refused(path, zh: "第 \(run) 次运行没有已发布的报告", en: "run \(run) has no published report")
        case .notNext(let quarter, let number, let next):
            self = .refused(
                path, zh: "\(quarter) 的下一个版本是第 \(next) 版，而不是第 \(number) 版",
                en: "the next vintage of \(quarter) is number \(next), not \(number)")
        case .withoutReason(let quarter, let number):
            self = .refused(
                path, zh: "\(quarter) 第 \(number) 版修订了先前版本，却没有原因",
                en: "vintage \(number) of \(quarter) restates an earlier one without a reason",
                mend: BilingualText(zh: "请给出原因：R1、R2、R3 或 C", en: "give a reason: R1, R2, R3 or C"))
        case .needlessReason(let quarter):
            self = .refused(
                path, zh: "\(quarter) 的首个版本没有可修订的内容，却带有修订原因",
                en: "the first vintage of \(quarter) restates nothing, and yet has a reason",
                mend: BilingualText(zh: "请去掉原因", en: "leave the reason out"))
        }
    }

    private static func refused(
        _ path: String, zh: String, en: String,
        mend: BilingualText = BilingualText(
            zh: "台账未作改动；请再运行一次，若仍如此请报告", en: "the ledger is as it was; run again, and report it if it stays so")
    ) -> LedgerError {
        LedgerError(kind: .refused, path: path, what: BilingualText(zh: zh, en: en), mend: mend)
    }
}
