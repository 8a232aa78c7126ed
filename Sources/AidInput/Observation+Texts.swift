import AidModel

extension Observation {
    /// What is said of a file in which so many values or records were so.
    ///
    /// - Parameter lines: where the first of them stand; empty: they are no lines.
    func finding(_ count: Int, _ lines: [NoRecordLines.OddLine] = [], in name: String) -> Finding {
        let places = Observation.places(lines, count: count)
        return switch self {
        case .invisibleCharacters:
            Finding(
                .warning, "invisible-characters", in: name, zh: "\(count) 个值中有看不见的字符，已去掉后统计",
                en: "\(count) values held invisible characters, and are counted without them")
        case .amountUnits:
            Finding(
                .warning, "amount-units", in: name,
                zh: "\(count) 个金额自带单位（万元、分 等），已按该单位换算；没有单位的按元计",
                en: "\(count) amounts say a unit of their own, as 万元 or 分, and are counted in it; "
                    + "those that say none are in yuan")
        case .zeroAmounts:
            Finding(
                .warning, "zero-amounts", in: name, zh: "\(count) 条已支付记录的金额为零；计或不计由 count.zeroAmount 决定",
                en: "\(count) paid records are of no money; count.zeroAmount says whether they count")
        case .otherEncoding:
            Finding(
                .warning, "mixed-encoding", in: name,
                zh: "有 \(count) 条记录的编码与文件其余部分不同，被拒；请按同一种编码重新导出",
                en: "\(count) records are in another encoding than the rest of the file, and are rejected; "
                    + "export the file again in one encoding")
        case .otherHeader:
            Finding(
                .error, "other-header", in: name,
                zh: "文件中间又有表头（\(count) 处\(places.zh)），列与开头不同，其后的记录会按错误的列读取；请把各表分成单独的文件",
                en:
                    "\(count) lines within the file\(places.en) are headers with other columns than at its top, and what "
                    + "follows would be read by the wrong columns; make each table a file of its own")
        case .unknownCurrency:
            Finding(
                .warning, "unknown-currency", in: name,
                zh: "\(count) 条记录的币种无法识别，按本项目的货币计；请核对币种一列",
                en: "\(count) records name a currency that is not known, and are counted in the "
                    + "programme's; check the column of currencies")
        case .otherUnit:
            Finding(
                .error, "other-unit", in: name,
                zh: "文件中有一行（共 \(count) 行\(places.zh)）写明金额单位，与读取所用的单位不同；请用 fields.amount.unit 写明单位，或改正该行",
                en: "\(count) lines\(places.en) say a unit of the amounts that they are not read in; say it as "
                    + "fields.amount.unit, or correct the line")
        case .serialDates:
            Finding(
                .warning, "serial-dates", in: name,
                zh: "\(count) 条记录因日期被拒，其值看来是电子表格的日期序号（如 45056 即 2023-05-10）；"
                    + "若确是，请为该字段写明 dateForms: serial-1900（旧版 Mac 的表格为 serial-1904）",
                en: "\(count) records were rejected for dates that look like the numbers of days of a spreadsheet "
                    + "(45056 is 2023-05-10); if they are, say dateForms: serial-1900 for the field "
                    + "(serial-1904 for old spreadsheets of a Mac)")
        case .unreadTreatmentDays:
            Finding(
                .warning, "unread-treatment-days", in: name,
                zh: "\(count) 笔赔付的就诊日期无法识别，照常计入，但不计入就诊至打款的天数；"
                    + "请核对该列，有歧义的写法请写入 fields.treatedOn.dateForms",
                en: "the day of the treatment of \(count) claims cannot be understood; they count, but not in the days "
                    + "to payment; check the column, or say its forms as fields.treatedOn.dateForms")
        case .unreadBases:
            Finding(
                .warning, "unread-bases", in: name,
                zh: "\(count) 笔赔付的基数（fields.basis）无法识别或为负，照常计入，但不能按规则复算；请核对该列",
                en:
                    "the basis (fields.basis) of \(count) claims cannot be understood, or is negative; they count, but are not "
                    + "held against the rules; check the column")
        }
    }

    /// `, line 3: 万元`, in brackets or none; nothing, where no line is known.
    private static func places(_ lines: [NoRecordLines.OddLine], count: Int) -> BilingualText {
        guard !lines.isEmpty else { return BilingualText(zh: "", en: "") }
        let told = lines.map { line in
            "\(line.place.lineNumber ?? line.place.recordNumber)" + (line.unit.map { " \($0.rawValue)" } ?? "")
        }
        return BilingualText(
            zh: "：第 \(told.joined(separator: "、")) 行\(lines.count < count ? "……" : "")",
            en: " (line \(told.joined(separator: ", "))\(lines.count < count ? " …" : ""))")
    }
}
