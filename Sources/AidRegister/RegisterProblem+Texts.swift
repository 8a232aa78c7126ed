package import AidModel
import Glibc

extension RegisterProblem {
    package var what: BilingualText {
        switch self {
        case .noRegister: BilingualText(zh: "此处没有登记册", en: "there is no register here")
        case .notEmpty:
            BilingualText(
                zh: "文件夹不是空的；如果是登记册，它已经建立", en: "the folder is not empty; if it is a register, it was made before")
        case .wrongKey: BilingualText(zh: "密钥不是此登记册的密钥", en: "the key is not the one of this register")
        case .unusableKey(let why): why.what
        case .another(let programme):
            BilingualText(
                zh: "这是项目 \(programme) 的登记册", en: "this is the register of the programme \(programme)")
        case .otherRules:
            BilingualText(
                zh: "登记册是按另一套统计规则写成的", en: "the register was written under other rules of counting")
        case .newer:
            BilingualText(
                zh: "登记册由更新版本的 aidstats 写成", en: "the register was written by a newer version of aidstats")
        case .older:
            BilingualText(
                zh: "登记册由较早版本的 aidstats 写成，缺少本版本需要的内容",
                en: "the register was written by an earlier version of aidstats, without what this one needs")
        case .missing: BilingualText(zh: "登记册缺少此文件", en: "this file of the register is missing")
        case .damaged(let damage):
            BilingualText(
                zh: "登记册的此文件已损坏或被改动：\(damage.text.zh)",
                en: "this file of the register is damaged or was changed: \(damage.text.en)")
        case .locked: BilingualText(zh: "另一程序正在写入登记册", en: "another program is writing to the register")
        case .unflushed(let code):
            BilingualText(
                zh: "登记册已是新的状态，但无法确认已存到磁盘：\(String(cString: strerror(code)))",
                en:
                    "the register has its new state, which may not be on the disk yet: \(String(cString: strerror(code)))"
            )
        case .io(let code):
            BilingualText(
                zh: "无法读写：\(String(cString: strerror(code)))",
                en: "cannot be read or written: \(String(cString: strerror(code)))")
        case .refused(let refusal): refusal.text
        }
    }

    package var mend: BilingualText {
        switch self {
        case .noRegister:
            BilingualText(
                zh: "请核对流程文件中的 register，或用 aidstats register init 新建",
                en: "check register in the pipeline file, or make one with aidstats register init")
        case .notEmpty:
            BilingualText(
                zh: "请换一个文件夹；已有登记册的密钥请从备份恢复",
                en: "name another folder; the key of a register that is there comes from your copy of it")
        case .wrongKey:
            BilingualText(
                zh: "请核对 keyFile；没有原来的密钥，登记册无法续写", en: "check keyFile; without its own key a register cannot go on")
        case .unusableKey(let why): why.mend
        case .another:
            BilingualText(
                zh: "请在流程文件的 register 中另写一个文件夹，或改回 name",
                en: "name another folder as register in the pipeline file, or take name back")
        case .otherRules:
            BilingualText(
                zh: "请恢复原来的规则，或用全部导出文件在新文件夹中重建登记册",
                en: "take the rules back, or make the register anew, in another folder, from all exports")
        case .newer: BilingualText(zh: "请升级 aidstats；登记册未作改动", en: "upgrade aidstats; the register is as it was")
        case .older:
            BilingualText(
                zh: "请用全部导出文件在新文件夹中重建登记册；原登记册未作改动",
                en: "make the register anew, in another folder, from all exports; the old one is as it was")
        case .missing, .damaged:
            BilingualText(
                zh: "请从备份恢复登记册，或用全部导出文件重建",
                en: "restore the register from a copy, or make it anew from all exports")
        case .locked: BilingualText(zh: "请等它结束后再试", en: "try again when it has ended")
        case .unflushed:
            BilingualText(
                zh: "请检查磁盘，再用 aidstats register verify 核对",
                en: "check the disk, then the register with aidstats register verify")
        case .io:
            BilingualText(
                zh: "请检查路径、权限和磁盘空间；登记册仍是原来的样子",
                en: "check the path, the rights and the space on the disk; the register is as it was")
        case .refused:
            BilingualText(
                zh: "登记册未作改动；请再运行一次，若仍如此请报告",
                en: "the register is as it was; run again, and report it if it stays so")
        }
    }
}

extension RegisterProblem.UnusableKey {
    fileprivate var what: BilingualText {
        switch self {
        case .missing: BilingualText(zh: "没有密钥文件", en: "there is no key file")
        case .noKey: BilingualText(zh: "此文件不是登记册的密钥", en: "this file is no key of a register")
        case .openToOthers:
            BilingualText(zh: "其他用户可以读取或改写密钥文件", en: "others can read or change the key's file")
        case .insideRegister:
            BilingualText(zh: "密钥文件在登记册的文件夹内", en: "the key's file lies in the register's folder")
        }
    }

    fileprivate var mend: BilingualText {
        switch self {
        case .missing:
            BilingualText(
                zh: "请核对 keyFile，或用 aidstats register init 新建",
                en: "check keyFile, or make a key with aidstats register init")
        case .noKey:
            BilingualText(zh: "请核对 keyFile，或从备份恢复密钥", en: "check keyFile, or restore the key from a copy")
        case .openToOthers:
            BilingualText(
                zh: "请执行 chmod 600，并考虑是否需要换新密钥",
                en: "do chmod 600 on it, and consider whether to take a new key")
        case .insideRegister:
            BilingualText(
                zh: "请把密钥放到别处：谁得到文件夹，不应同时得到密钥",
                en: "keep the key elsewhere: who gets the folder should not get the key with it")
        }
    }
}

extension RegisterDamage {
    fileprivate var text: BilingualText {
        switch self {
        case .size: BilingualText(zh: "大小不符", en: "its size is wrong")
        case .notPlainFile: BilingualText(zh: "不是普通文件，或过大", en: "it is no plain file, or too large")
        case .seal: BilingualText(zh: "封印或结构不符", en: "its seal or its structure is wrong")
        case .checksums: BilingualText(zh: "校验和或结构不符", en: "its checksums or its structure are wrong")
        case .sha256: BilingualText(zh: "SHA-256 不符", en: "its SHA-256 is wrong")
        case .anotherFile: BilingualText(zh: "是另一个文件的内容", en: "its content is another file's")
        case .strangeRecord: BilingualText(zh: "含有不属于此处的记录", en: "it holds a record that does not belong there")
        case .peopleCount: BilingualText(zh: "人数不符", en: "the number of people is wrong")
        case .personTwice: BilingualText(zh: "同一人出现两次", en: "a person is there twice")
        case .groupTwice: BilingualText(zh: "同一分组出现两次", en: "a group is there twice")
        case .recordCount(let name): RegisterRefusal.recordCount(input: name).text
        case .rejectCount(let name): RegisterRefusal.rejectCount(input: name).text
        }
    }
}

extension RegisterRefusal {
    fileprivate var text: BilingualText {
        switch self {
        case .notAsJSON: BilingualText(zh: "清单无法写成 JSON", en: "the list cannot be written as JSON")
        case .figuresMissing:
            BilingualText(zh: "要忘记的季度缺少数字", en: "the figures of a quarter that is to be forgotten are missing")
        case .contradictoryDelivery:
            BilingualText(zh: "交付内容自相矛盾", en: "the delivery contradicts itself or the register")
        case .changedSince: BilingualText(zh: "登记册已有更新的状态", en: "the register has changed since")
        case .otherState:
            BilingualText(zh: "交付不属于此登记册的现状", en: "the delivery is not one of this register as it stands")
        case .knownExport: BilingualText(zh: "登记册已有此导出文件", en: "the register knows one of the exports already")
        case .knownExportGrown: BilingualText(zh: "已登记的导出文件又有新记录", en: "a known export has new records")
        case .recordCount(let name):
            BilingualText(zh: "\(name) 的记录数不符", en: "the records of \(name) are not all there")
        case .rejectCount(let name):
            BilingualText(zh: "\(name) 的无效记录数不符", en: "the rejects of \(name) are not all there")
        case .otherGroups: BilingualText(zh: "分组与登记册不符", en: "the groups are not those of the register and some more")
        case .quartersOfPeople:
            BilingualText(zh: "各人所在季度的人数不符", en: "the quarters of people are not those of all people")
        case .longGroup: BilingualText(zh: "有分组值过长", en: "a value of a group is too long")
        }
    }
}
