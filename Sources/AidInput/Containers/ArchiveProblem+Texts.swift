import AidModel

extension ArchiveProblem {
    var what: BilingualText {
        switch self {
        case .damaged(let kind):
            BilingualText(zh: "损坏了，不是完好的\(kind.name.zh)", en: "is damaged; it should be \(kind.name.en)")
        case .cutOff(let kind):
            BilingualText(
                zh: "不完整：\(kind.name.zh)在中途断了", en: "is cut off: it should be \(kind.name.en), and ends too early")
        case .encrypted: BilingualText(zh: "压缩包有密码", en: "the archive is encrypted")
        case .expandsTooFar(let ratio):
            BilingualText(
                zh: "解压后大得反常：每个字节展开到 \(ratio) 个以上，不像导出文件",
                en: "it expands too far to be an export: more than \(ratio) bytes come out of each")
        case .tooManyEntries(let limit):
            BilingualText(zh: "压缩包里的条目超过 \(limit) 个", en: "the archive has more than \(limit) entries")
        case .unsafeName:
            BilingualText(
                zh: "压缩包里有文件名指向文件夹之外，或者无法辨认",
                en: "an entry's name leads out of the folder, or cannot be read")
        case .nameTwice(let name):
            BilingualText(
                zh: "压缩包里有两个“\(PersonalNumbers.masked(in: name))”",
                en: "the archive has two entries called “\(PersonalNumbers.masked(in: name))”")
        case .sharedBytes:
            BilingualText(zh: "压缩包里有几个条目共用同样的字节", en: "entries of the archive share their bytes")
        case .empty: BilingualText(zh: "压缩包里没有文件", en: "the archive holds no file")
        case .severalEntries(let names, let count):
            BilingualText(
                zh: "压缩包里有 \(count) 个文件：\(ArchiveProblem.list(names, count, zh: true))",
                en: "the archive holds \(count) files: \(ArchiveProblem.list(names, count, zh: false))")
        case .noSuchEntry(let name, let names):
            BilingualText(
                zh:
                    "压缩包里没有“\(PersonalNumbers.masked(in: name))”；有的是：\(ArchiveProblem.list(names, names.count, zh: true))",
                en: "the archive holds no “\(PersonalNumbers.masked(in: name))”; it holds "
                    + ArchiveProblem.list(names, names.count, zh: false))
        case .nestedTooDeep: BilingualText(zh: "压缩包套得太深", en: "archives lie in archives too deep")
        case .innerTooLarge(let limit):
            BilingualText(
                zh: "压缩包里套的压缩包或工作簿超过 \(limit >> 20) MiB",
                en: "an archive or a workbook within an archive is larger than \(limit >> 20) MiB")
        }
    }

    var mend: BilingualText {
        switch self {
        case .damaged, .cutOff: BilingualText(zh: "请重新传送或重新导出", en: "copy it again, or export it again")
        case .encrypted:
            BilingualText(zh: "请先用密码解压，再列出其中的文件", en: "unpack it with its password, and name the files that are in it")
        case .expandsTooFar, .tooManyEntries, .unsafeName, .nameTwice, .sharedBytes, .nestedTooDeep, .innerTooLarge:
            BilingualText(
                zh: "请核对来源；没有问题的话先解压，再列出其中的文件",
                en: "check where it comes from; if it is right, unpack it and name the files that are in it")
        case .empty: BilingualText(zh: "请核对文件", en: "check the file")
        case .severalEntries, .noSuchEntry:
            BilingualText(
                zh: "在文件名后写 #，再写里面的名字或通配符，例如 claims.zip#*.csv",
                en: "write # and a name or a glob behind the file's, such as claims.zip#*.csv")
        }
    }

    private static func list(_ names: [String], _ count: Int, zh: Bool) -> String {
        names.map { PersonalNumbers.masked(in: $0) }.joined(separator: zh ? "、" : ", ")
            + (count > names.count ? "…" : "")
    }
}
