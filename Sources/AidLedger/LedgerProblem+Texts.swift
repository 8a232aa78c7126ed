package import AidModel

extension LedgerProblem {
    package var what: BilingualText {
        switch self {
        case .newer:
            BilingualText(
                zh: "台账由更新版本的 aidstats 写成", en: "the ledger was written by a newer version of aidstats")
        case .older:
            BilingualText(
                zh: "台账由较早版本的 aidstats 写成，尚未更新",
                en: "the ledger was written by an earlier version and is not yet up to date")
        case .notALedger: BilingualText(zh: "此文件不是台账", en: "this file is no ledger")
        case .damaged:
            BilingualText(
                zh: "台账已损坏，或被其他程序改动", en: "the ledger is damaged, or another program has changed it")
        case .empty:
            BilingualText(zh: "台账是空文件（0 字节），其中的内容已经丢失", en: "the ledger has 0 bytes: what it held is gone")
        case .another(let programme, let currency):
            BilingualText(
                zh: "这是项目 \(programme) 的台账，币种 \(currency)",
                en: "this is the ledger of the programme \(programme), in \(currency)")
        case .locked: BilingualText(zh: "另一程序正占用台账", en: "another program holds the ledger")
        case .io(let code):
            BilingualText(zh: "无法读写台账（\(code)）", en: "the ledger cannot be read or written (\(code))")
        case .readOnly: BilingualText(zh: "台账不可写入", en: "the ledger cannot be written to")
        case .refused(let refusal): refusal.what
        }
    }

    package var mend: BilingualText {
        switch self {
        case .newer: BilingualText(zh: "请升级 aidstats；台账未作改动", en: "upgrade aidstats; the ledger is as it was")
        case .older:
            BilingualText(
                zh: "请先运行一次 aidstats run 或 publish，它会更新台账",
                en: "do aidstats run or publish once: it brings the ledger up to date")
        case .notALedger:
            BilingualText(
                zh: "请核对流程文件中的 ledger，或移走此文件；文件未作改动",
                en: "check ledger in the pipeline file, or move the file away; it is as it was")
        case .damaged: BilingualText(zh: "请用备份恢复台账", en: "restore the ledger from a copy")
        case .empty:
            BilingualText(
                zh: "请用备份恢复台账；若从未发布过任何数字，可删去这个空文件",
                en: "restore the ledger from a copy; if nothing was ever published, remove the empty file")
        case .another:
            BilingualText(
                zh: "请在流程文件的 ledger 中另写一个文件，或改回 name 和 currency",
                en: "name another file as ledger in the pipeline file, or take name and currency back")
        case .locked: BilingualText(zh: "请等它结束后再试", en: "try again when it has ended")
        case .io:
            BilingualText(
                zh: "请检查文件夹是否存在、权限、磁盘空间和磁盘",
                en: "check that its folder is there, the permissions, the disk and its space")
        case .readOnly:
            BilingualText(
                zh: "请给予台账及其文件夹写入权限，或由有权限的用户运行",
                en: "allow writing to the ledger and its folder, or run as a user who may")
        case .refused(let refusal): refusal.mend
        }
    }
}

extension LedgerRefusal {
    fileprivate var what: BilingualText {
        switch self {
        case .beyondCalendar:
            BilingualText(
                zh: "季度或日期不在公元 1 年至 9999 年之间", en: "a quarter or a day lies outside of the years 1 to 9999")
        case .notStaged(let run):
            BilingualText(zh: "第 \(run) 次运行不在待发布之列", en: "run \(run) does not wait to be published")
        case .notSettled(let run):
            BilingualText(zh: "第 \(run) 次运行没有已发布的报告", en: "run \(run) has no published report")
        case .notNext(let quarter, let number, let next):
            BilingualText(
                zh: "\(quarter) 的下一个版本是第 \(next) 版，而不是第 \(number) 版",
                en: "the next vintage of \(quarter) is number \(next), not \(number)")
        case .withoutReason(let quarter, let number):
            BilingualText(
                zh: "\(quarter) 第 \(number) 版修订了先前版本，却没有原因",
                en: "vintage \(number) of \(quarter) restates an earlier one without a reason")
        case .needlessReason(let quarter):
            BilingualText(
                zh: "\(quarter) 的首个版本没有可修订的内容，却带有修订原因",
                en: "the first vintage of \(quarter) restates nothing, and yet has a reason")
        case .figureTwice:
            BilingualText(zh: "同一数字出现两次", en: "the same figure stands twice in what was to be written")
        case .againstItsRules:
            BilingualText(zh: "要写入的内容不合台账的规则", en: "what was to be written breaks the ledger's rules")
        }
    }

    fileprivate var mend: BilingualText {
        switch self {
        case .beyondCalendar: BilingualText(zh: "请核对日期", en: "check the dates")
        case .withoutReason:
            BilingualText(zh: "请给出原因：R1、R2、R3 或 C", en: "give a reason: R1, R2, R3 or C")
        case .needlessReason: BilingualText(zh: "请去掉原因", en: "leave the reason out")
        case .notStaged, .notSettled, .notNext, .figureTwice, .againstItsRules:
            BilingualText(
                zh: "台账未作改动；请再运行一次，若仍如此请报告", en: "the ledger is as it was; run again, and report it if it stays so")
        }
    }
}
