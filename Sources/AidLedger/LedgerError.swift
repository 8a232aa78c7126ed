package import AidModel

/// Why a ledger could not be opened, read or written: where, what, and how to mend it.
///
/// No message holds a statement of SQL or a value from the ledger, but a quarter and a number.
package struct LedgerError: Error, Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        /// A newer version of the program has written it.
        case newer
        case notALedger
        case damaged
        /// It is another programme's, or in another currency.
        case another
        /// Another program holds it.
        case locked
        case io
        case readOnly
        /// What was to be written contradicts what stands, or does not fit.
        case refused
    }

    package var kind: Kind
    package var path: String
    package var what: BilingualText
    package var mend: BilingualText

    package init(kind: Kind, path: String, what: BilingualText, mend: BilingualText) {
        self.kind = kind
        self.path = path
        self.what = what
        self.mend = mend
    }
}

extension LedgerError {
    static func newer(_ path: String) -> LedgerError {
        LedgerError(
            kind: .newer, path: path,
            what: BilingualText(
                zh: "台账由更新版本的 aidstats 写成", en: "the ledger was written by a newer version of aidstats"),
            mend: BilingualText(zh: "请升级 aidstats；台账未作改动", en: "upgrade aidstats; the ledger is as it was"))
    }

    static func notALedger(_ path: String) -> LedgerError {
        LedgerError(
            kind: .notALedger, path: path,
            what: BilingualText(zh: "此文件不是台账", en: "this file is no ledger"),
            mend: BilingualText(
                zh: "请核对流程文件中的 ledger，或移走此文件；文件未作改动",
                en: "check ledger in the pipeline file, or move the file away; it is as it was"))
    }

    static func another(_ path: String, programme: String, currency: String) -> LedgerError {
        LedgerError(
            kind: .another, path: path,
            what: BilingualText(
                zh: "这是项目 \(programme) 的台账，币种 \(currency)",
                en: "this is the ledger of the programme \(programme), in \(currency)"),
            mend: BilingualText(
                zh: "请在流程文件的 ledger 中另写一个文件，或改回 name 和 currency",
                en: "name another file as ledger in the pipeline file, or take name and currency back"))
    }

    static func damaged(_ path: String) -> LedgerError {
        LedgerError(
            kind: .damaged, path: path,
            what: BilingualText(
                zh: "台账已损坏，或被其他程序改动", en: "the ledger is damaged, or another program has changed it"),
            mend: BilingualText(zh: "请用备份恢复台账", en: "restore the ledger from a copy"))
    }

    static func empty(_ path: String) -> LedgerError {
        LedgerError(
            kind: .damaged, path: path,
            what: BilingualText(zh: "台账是空文件（0 字节），其中的内容已经丢失", en: "the ledger has 0 bytes: what it held is gone"),
            mend: BilingualText(
                zh: "请用备份恢复台账；若从未发布过任何数字，可删去这个空文件",
                en: "restore the ledger from a copy; if nothing was ever published, remove the empty file"))
    }

    static func locked(_ path: String) -> LedgerError {
        LedgerError(
            kind: .locked, path: path,
            what: BilingualText(zh: "另一程序正占用台账", en: "another program holds the ledger"),
            mend: BilingualText(zh: "请等它结束后再试", en: "try again when it has ended"))
    }

    /// - Parameter code: the system's or SQLite's number of what went wrong.
    static func io(_ path: String, code: String) -> LedgerError {
        LedgerError(
            kind: .io, path: path,
            what: BilingualText(zh: "无法读写台账（\(code)）", en: "the ledger cannot be read or written (\(code))"),
            mend: BilingualText(
                zh: "请检查文件夹是否存在、权限、磁盘空间和磁盘",
                en: "check that its folder is there, the permissions, the disk and its space"))
    }

    static func readOnly(_ path: String) -> LedgerError {
        LedgerError(
            kind: .readOnly, path: path,
            what: BilingualText(zh: "台账不可写入", en: "the ledger cannot be written to"),
            mend: BilingualText(
                zh: "请给予台账及其文件夹写入权限，或由有权限的用户运行",
                en: "allow writing to the ledger and its folder, or run as a user who may"))
    }

    /// A ledger of an earlier version that is opened to read, which only a writer brings up to date.
    static func older(_ path: String) -> LedgerError {
        LedgerError(
            kind: .readOnly, path: path,
            what: BilingualText(
                zh: "台账由较早版本的 aidstats 写成，尚未更新",
                en: "the ledger was written by an earlier version and is not yet up to date"),
            mend: BilingualText(
                zh: "请先运行一次 aidstats run 或 publish，它会更新台账",
                en: "do aidstats run or publish once: it brings the ledger up to date"))
    }
}
