import AidModel
import Glibc

extension RegisterError {
    static func noRegister(_ folder: String) -> RegisterError {
        RegisterError(
            kind: .noRegister, path: folder,
            what: BilingualText(zh: "此处没有登记册", en: "there is no register here"),
            mend: BilingualText(
                zh: "请核对流程文件中的 register，或用 aidstats register init 新建",
                en: "check register in the pipeline file, or make one with aidstats register init"))
    }

    static func notEmpty(_ folder: String) -> RegisterError {
        RegisterError(
            kind: .notEmpty, path: folder,
            what: BilingualText(
                zh: "文件夹不是空的；如果是登记册，它已经建立", en: "the folder is not empty; if it is a register, it was made before"),
            mend: BilingualText(
                zh: "请换一个文件夹；已有登记册的密钥请从备份恢复",
                en: "name another folder; the key of a register that is there comes from your copy of it"))
    }

    static func wrongKey(_ folder: String) -> RegisterError {
        RegisterError(
            kind: .wrongKey, path: folder,
            what: BilingualText(zh: "密钥不是此登记册的密钥", en: "the key is not the one of this register"),
            mend: BilingualText(
                zh: "请核对 keyFile；没有原来的密钥，登记册无法续写", en: "check keyFile; without its own key a register cannot go on"))
    }

    static func another(_ folder: String, programme: String) -> RegisterError {
        RegisterError(
            kind: .another, path: folder,
            what: BilingualText(
                zh: "这是项目 \(programme) 的登记册", en: "this is the register of the programme \(programme)"),
            mend: BilingualText(
                zh: "请在流程文件的 register 中另写一个文件夹，或改回 name",
                en: "name another folder as register in the pipeline file, or take name back"))
    }

    static func otherRules(_ folder: String) -> RegisterError {
        RegisterError(
            kind: .otherRules, path: folder,
            what: BilingualText(
                zh: "登记册是按另一套统计规则写成的", en: "the register was written under other rules of counting"),
            mend: BilingualText(
                zh: "请恢复原来的规则，或用全部导出文件在新文件夹中重建登记册",
                en: "take the rules back, or make the register anew, in another folder, from all exports"))
    }

    static func newer(_ path: String) -> RegisterError {
        RegisterError(
            kind: .newer, path: path,
            what: BilingualText(
                zh: "登记册由更新版本的 aidstats 写成", en: "the register was written by a newer version of aidstats"),
            mend: BilingualText(zh: "请升级 aidstats；登记册未作改动", en: "upgrade aidstats; the register is as it was"))
    }

    static func missing(_ path: String) -> RegisterError {
        RegisterError(
            kind: .missing, path: path,
            what: BilingualText(zh: "登记册缺少此文件", en: "this file of the register is missing"),
            mend: restore)
    }

    /// - Parameter zh: what is wrong, with nothing from the file in it.
    static func damaged(_ path: String, zh: String, en: String) -> RegisterError {
        RegisterError(
            kind: .damaged, path: path,
            what: BilingualText(
                zh: "登记册的此文件已损坏或被改动：\(zh)", en: "this file of the register is damaged or was changed: \(en)"),
            mend: restore)
    }

    static func locked(_ folder: String) -> RegisterError {
        RegisterError(
            kind: .locked, path: folder,
            what: BilingualText(zh: "另一程序正在写入登记册", en: "another program is writing to the register"),
            mend: BilingualText(zh: "请等它结束后再试", en: "try again when it has ended"))
    }

    /// - Parameter code: the system's reason.
    static func io(_ path: String, code: Int32) -> RegisterError {
        let reason = String(cString: strerror(code))
        return RegisterError(
            kind: .io, path: path,
            what: BilingualText(zh: "无法读写：\(reason)", en: "cannot be read or written: \(reason)"),
            mend: BilingualText(
                zh: "请检查路径、权限和磁盘空间；登记册仍是原来的样子",
                en: "check the path, the rights and the space on the disk; the register is as it was"))
    }

    /// A fault of the caller.
    static func refused(_ folder: String, zh: String, en: String) -> RegisterError {
        RegisterError(
            kind: .refused, path: folder, what: BilingualText(zh: zh, en: en),
            mend: BilingualText(
                zh: "登记册未作改动；请再运行一次，若仍如此请报告", en: "the register is as it was; run again, and report it if it stays so"))
    }

    static func unusableKey(_ path: String, zh: String, en: String, mendZh: String, mendEn: String) -> RegisterError {
        RegisterError(
            kind: .unusableKey, path: path, what: BilingualText(zh: zh, en: en),
            mend: BilingualText(zh: mendZh, en: mendEn))
    }

    private static var restore: BilingualText {
        BilingualText(
            zh: "请从备份恢复登记册，或用全部导出文件重建", en: "restore the register from a copy, or make it anew from all exports")
    }
}
