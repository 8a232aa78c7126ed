import AidModel

extension JSONProblem {
    var what: BilingualText {
        switch self {
        case .unexpected: BilingualText(zh: "这里不是正确的 JSON", en: "this is no JSON here")
        case .cutOff: BilingualText(zh: "JSON 在中途断了", en: "the JSON ends too early")
        case .tooDeep(let limit):
            BilingualText(zh: "JSON 的嵌套超过 \(limit) 层", en: "the JSON is nested deeper than \(limit)")
        case .tooLong(let limit):
            BilingualText(
                zh: "JSON 中一个值超过 \(limit >> 10) KiB", en: "a value of the JSON is longer than \(limit >> 10) KiB")
        case .keyTwice(let name):
            BilingualText(
                zh: "一个对象里有两个“\(PersonalNumbers.masked(in: name))”",
                en: "an object has two members called “\(PersonalNumbers.masked(in: name))”")
        case .tooManyNames(let limit):
            BilingualText(zh: "记录中不同的名称超过 \(limit) 个", en: "records have more than \(limit) different names")
        case .recordTooLarge(let limit):
            BilingualText(
                zh: "一个对象连同其中的记录超过 \(limit >> 20) MiB",
                en: "an object with the records in it is larger than \(limit >> 20) MiB")
        case .noRecords: BilingualText(zh: "JSON 里没有由对象组成的数组", en: "the JSON holds no array of objects")
        case .severalLists(let paths):
            BilingualText(
                zh: "JSON 里有几个由对象组成的数组：\(paths.joined(separator: "、"))",
                en: "the JSON holds several arrays of objects: \(paths.joined(separator: ", "))")
        case .noSuchList(let path, let paths):
            BilingualText(
                zh: "JSON 里 \(path) 不是由对象组成的数组；有的是：\(paths.joined(separator: "、"))",
                en: "\(path) is no array of objects in the JSON; there are: \(paths.joined(separator: ", "))")
        case .noObject: BilingualText(zh: "JSON 的这条记录不是对象", en: "this record of the JSON is no object")
        }
    }

    var mend: BilingualText {
        switch self {
        case .severalLists(let paths), .noSuchList(_, let paths):
            BilingualText(
                zh: "请在流程文件的 inputs 中写 format: json 和 record: \(paths.first ?? "data/list")（inspect、init 用 --record）",
                en:
                    "write `format: json` and `record: \(paths.first ?? "data/list")`, or another of these, for this input in "
                    + "the pipeline file (--record for inspect and init)")
        default: BilingualText(zh: "请核对文件，或重新导出", en: "check the file, or export it again")
        }
    }
}
