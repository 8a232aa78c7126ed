import AidModel

extension InputFinding {
    /// What is said of it in a file.
    func finding(in name: String) -> Finding {
        switch self {
        case .noRecords: Finding(.warning, "no-records", in: name, zh: "文件中没有记录", en: "the file holds no record")
        case .invalidBytes(let encoding, let count):
            Finding(
                .warning, "invalid-bytes", in: name, zh: "按 \(encoding.name) 读取，有 \(count) 处字节无效",
                en: "read as \(encoding.name), with \(count) invalid byte sequences")
        case .mixedEncoding(let lines):
            Finding(
                .warning, "mixed-encoding", in: name,
                zh: "\(lines.textCount) 处文字中有 \(lines.otherCount) 处的编码与文件其余部分不同，读出的可能是乱码",
                en: "\(lines.otherCount) of \(lines.textCount) stretches of text are in another encoding than "
                    + "the rest of the file, and may be read as gibberish")
        case .innerLists(let paths, let canBeRecords):
            Finding(
                .note, "inner-lists", in: name,
                zh: "记录中还有由对象组成的数组，没有读取：\(paths.joined(separator: "、"))"
                    + (canBeRecords
                        ? "；若它们才是记录，请写 format: json 和 record: \(paths.first ?? "")（inspect、init 用 --record），外层的值写作 ../名称"
                        : "；若它们才是记录，请把整个文件导出为一个数组，或让每行只有一条记录"),
                en: "records hold arrays of objects, which are not read: \(paths.joined(separator: ", "))"
                    + (canBeRecords
                        ? "; if these are the records, write format: json and record: \(paths.first ?? "") (--record for "
                            + "inspect and init), and values around them as ../NAME"
                        : "; if these are the records, export the file as one array, or each of them as a line"))
        case .hiddenSheets(let names):
            Finding(
                .warning, "hidden-sheets", in: name,
                zh: "隐藏的工作表没有读取：\(names.map { PersonalNumbers.masked(in: $0) }.joined(separator: "、"))",
                en: "sheets that are not shown were not read: "
                    + names.map { PersonalNumbers.masked(in: $0) }.joined(separator: ", "))
        case .noFinalLineEnd:
            Finding(
                .warning, "no-final-newline", in: name, zh: InputProblem.noFinalLineEnd.what.zh + "；请与原系统核对最后一条记录",
                en: InputProblem.noFinalLineEnd.what.en + "; check the last record against its source")
        case .otherUnits(let units):
            Finding(
                .error, "other-unit", in: name,
                zh: "记录之外写明的单位或货币（\(units.joined(separator: ", "))）与读取所用的不同；"
                    + "请把各部分分成单独的文件，或用 fields.amount.unit 写明",
                en: "units or currencies that stand outside of the records (\(units.joined(separator: ", "))) are not "
                    + "what amounts are read in; make each part a file of its own, or say the unit as "
                    + "fields.amount.unit")
        case .unitAbove(let unit, let line):
            Finding(
                .note, "unit-line", in: name, zh: "第 \(line) 行写明金额单位是\(unit.rawValue)，已按此读取",
                en: "line \(line) says that amounts are in \(unit.rawValue), and they are read so")
        case .unitInName(let unit, let said):
            Finding(
                .note, "unit-line", in: name, zh: "名称“\(said)”写明金额单位是\(unit.rawValue)，已按此读取",
                en: "the name “\(said)” says that amounts are in \(unit.rawValue), and they are read so")
        case .otherCase(let count):
            Finding(
                .error, "other-case", in: name, zh: "有 \(count) 个元素的名称与 record 只有大小写不同，没有读取；请统一名称",
                en: "\(count) elements are called as `record` says but for the case of letters, and were not read; "
                    + "give all records one name")
        case .serialDates(let count):
            Finding(
                .warning, "serial-dates", in: name,
                zh: "日期都是电子表格的日期序号（\(count) 个），按 1900 日期系统读取（45056 即 2023-05-10）；"
                    + "若表格用 1904 日期系统，则应晚四年零一天，请为该字段写明 dateForms: serial-1904；写明 serial-1900 后不再提示",
                en: "its \(count) dates are the numbers of days of a spreadsheet, and are read as it counts them from "
                    + "1900 (45056 is 2023-05-10); if it counts them from 1904, they are four years and a day later: "
                    + "say dateForms: serial-1904 for the field, or serial-1900 to end this warning")
        case .controlTotals(let odd, let currency):
            Finding(
                .warning, "control-total", in: name,
                zh: "文件所写的合计与其记录不符：\(ControlTotals.text(odd, currency).zh)；可能缺少或重复了记录，请与导出系统核对",
                en: "its totals do not agree with its records: \(ControlTotals.text(odd, currency).en); records may be "
                    + "missing or there twice: check the file against its source")
        case .unitOfTotals(let unit, let line):
            Finding(
                .error, "other-unit", in: name,
                zh: "第 \(line) 行的合计以\(unit.rawValue)写明，其记录的金额没有单位，看来也是\(unit.rawValue)；请用 fields.amount.unit 写明单位",
                en:
                    "the total on line \(line) is in \(unit.rawValue), and the amounts above it say no unit and seem to be "
                    + "in it; say it as fields.amount.unit")
        case .rareFields(let fields, let recordCount):
            Finding(
                .warning, "field-rarely-found", in: name,
                zh: "\(recordCount) 条记录中，含有下列字段的不到 1%：\(fields.joined(separator: "；"))",
                en: "fields that fewer than 1% of the \(recordCount) records hold: \(fields.joined(separator: "; "))")
        }
    }
}

extension Finding {
    /// A finding of one file, which is named first.
    init(_ level: Level, _ code: String, in name: String, zh: String, en: String) {
        self.init(level: level, code: code, message: BilingualText(zh: "\(name)：\(zh)", en: "\(name): \(en)"))
    }
}
