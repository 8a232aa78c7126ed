import AidInput
package import AidModel
import AidText

extension Inspection {
    /// A table for each file.
    package func text(_ language: Language) -> String {
        files.map { $0.text(language) }.joined(separator: "\n")
    }
}

extension Inspection {
    static func passedOverNote(_ paths: [String]) -> Finding {
        let names = paths.prefix(5).map { PersonalNumbers.masked(in: $0) }
        let more = paths.count > names.count
        return Finding(
            level: .note, code: "files-passed-over",
            message: BilingualText(
                zh: "没有读取（文件夹，或程序留下的临时文件）：\(names.joined(separator: "、"))\(more ? " 等" : "")",
                en: "passed over, as folders, or files that programs leave behind: "
                    + names.joined(separator: ", ") + (more ? ", …" : "")))
    }
}

extension Inspection.File {
    fileprivate func text(_ language: Language) -> String {
        func words(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
        let count = NumberStyle.exact(Int128(inspection.recordCount))
        var facts = inspection.layerNames.reversed().map {
            String($0(language).drop { $0 == " " })
        }
        if !inspection.isTable {
            facts.insert(inspection.format.uppercased(), at: 0)
            facts.append(inspection.encoding.uppercased())
        }
        if !inspection.isTable, let delimiter = inspection.delimiter {
            facts.append(words("分隔符", "delimiter ") + (delimiter == "\t" ? words("制表符", "tab") : "“\(delimiter)”"))
        }
        if let record = inspection.record { facts.append(words("记录元素 ", "record element ") + record) }
        facts.append(words("\(count) 条记录", "\(count) records"))
        if inspection.titleCount > 0 {
            facts.append(
                words("表头之上有 \(inspection.titleCount) 行标题", "\(inspection.titleCount) lines of titles above the header")
            )
        }
        if let unit = inspection.unitAbove {
            facts.append(
                words(
                    "第 \(unit.lineNumber) 行写明金额单位：\(unit.said)",
                    "line \(unit.lineNumber) says that amounts are in \(unit.said)"))
        }
        if let line = inspection.headerLine, line > 1 || inspection.headerRowCount > 1 {
            let last = line + inspection.headerRowCount - 1
            facts.append(
                last == line
                    ? words("表头在第 \(line) 行", "header on line \(line)")
                    : words("表头在第 \(line) 至 \(last) 行", "header on lines \(line) to \(last)"))
        }
        if inspection.surplusCount > 0 {
            facts.append(
                words(
                    "每条记录末尾多 \(inspection.surplusCount) 个空列",
                    "\(inspection.surplusCount) empty columns at the end of each record"))
        }
        let twice = inspection.namesTwice.map { PersonalNumbers.masked(in: TextTable.shown($0)) }
        if !twice.isEmpty {
            facts.append(
                words(
                    "有几列同名：\(twice.joined(separator: "、"))（表头可能有两行，见流程文件的 header）",
                    "several columns are called \(twice.joined(separator: ", ")) (the header may take two lines: see "
                        + "header of the pipeline file)"))
        }
        if inspection.uncalculatedCount > 0 { facts.append(uncalculated(language)) }
        facts += inspection.findings.map { $0.message(language) }
        if inspection.oddCount > 0 {
            let odd = NumberStyle.exact(Int128(inspection.oddCount))
            facts.append(
                words("其中 \(odd) 条损坏，或字段数与表头不同", "\(odd) of them broken, or with other fields than the header"))
        }
        var table = TextTable([
            (words("列", "Column"), .left), (words("看来是", "Seems to be"), .left), (words("有值", "Filled"), .right),
            (words("为空", "Empty"), .right), (words("不同值", "Distinct"), .right), (words("内容", "Content"), .left),
        ])
        for (profile, meaning) in columns {
            table.add([
                TextTable.shown(profile.name), meaning.title(language), NumberStyle.exact(Int128(profile.filledCount)),
                NumberStyle.exact(Int128(profile.emptyCount)),
                profile.distinctCount.map { NumberStyle.exact(Int128($0)) }
                    ?? ">" + NumberStyle.exact(Int128(ColumnProfile.distinctLimit)),
                content(profile, meaning, language),
            ])
        }
        let name = PersonalNumbers.masked(in: TextTable.shown(inspection.name))
        return name + ": " + TextTable.shown(facts.joined(separator: words("，", ", "))) + "\n"
            + (inspection.noRecordLines.map { TextTable.shown($0(language)) + "\n" } ?? "") + "\n" + table.text
    }

    /// That a workbook's formulas have no values.
    func uncalculated(_ language: Language) -> String {
        let count = NumberStyle.exact(Int128(inspection.uncalculatedCount))
        return language == .zh
            ? "\(count) 个单元格的公式没有计算结果：请用 Excel 或 WPS 打开并保存后再读取"
            : "\(count) cells hold formulas without values: open it in Excel or WPS and save it, then read it again"
    }

    /// What the values look like, the most frequent kind first, and what of them may be shown.
    private func content(_ profile: ColumnProfile, _ meaning: ColumnMeaning, _ language: Language) -> String {
        let values = profile.shownValues(meaning)
        if !values.isEmpty {
            let rest = (profile.distinctCount ?? 0) - values.count
            return values.map { "\($0.value) \($0.count)" }.joined(separator: language == .zh ? "、" : ", ")
                + (rest > 0 ? " …" : "")
        }
        var parts = profile.countByKind.sorted {
            $0.value == $1.value ? $0.key.rawValue < $1.key.rawValue : $0.value > $1.value
        }.map { kind, count in
            kind.title(language).dropLast()
                + (count == profile.filledCount ? "" : " \(NumberStyle.exact(Int128(count)))")
        }
        if let first = profile.firstDay, let last = profile.lastDay, profile.share(.date) >= 0.5 {
            parts.append(first == last ? "\(first)" : language == .zh ? "\(first) 至 \(last)" : "\(first) to \(last)")
        }
        return parts.joined(separator: language == .zh ? "；" : "; ")
    }
}

extension ColumnMeaning {
    fileprivate func title(_ language: Language) -> String {
        let text =
            switch self {
            case .person: BilingualText(zh: "人员证件号", en: "person")
            case .claim: BilingualText(zh: "赔付编号", en: "claim number")
            case .reverses: BilingualText(zh: "所冲正的编号", en: "claim reversed")
            case .date: BilingualText(zh: "日期", en: "date")
            case .amount: BilingualText(zh: "金额", en: "money")
            case .status: BilingualText(zh: "状态", en: "status")
            case .category: BilingualText(zh: "类别", en: "category")
            case .name: BilingualText(zh: "姓名", en: "name")
            case .text: BilingualText(zh: "文字", en: "text")
            case .empty: BilingualText(zh: "空列", en: "empty")
            }
        return text(language)
    }
}

extension ValueKind {
    /// What such values are, one sentence.
    var title: BilingualText {
        switch self {
        case .residentID: BilingualText(zh: "身份证号，校验无误。", en: "resident IDs, in order.")
        case .badResidentID:
            BilingualText(zh: "身份证号，校验码或出生日期有误。", en: "resident IDs with a wrong check character or date.")
        case .damagedNumber:
            BilingualText(
                zh: "被电子表格损坏的号码：科学计数法，或末几位变成 0。",
                en: "numbers that a spreadsheet has ruined: scientific notation, or last digits made 0.")
        case .date: BilingualText(zh: "日期。", en: "dates.")
        case .serialDate:
            BilingualText(zh: "五位整数，可能是电子表格的日期序号。", en: "whole numbers that may be a spreadsheet's serial dates.")
        case .openDate:
            BilingualText(zh: "有几种读法的日期，如 5/4/2023。", en: "dates that can be read in several ways, such as 5/4/2023.")
        case .wholeNumber: BilingualText(zh: "整数。", en: "whole numbers.")
        case .money: BilingualText(zh: "带小数、货币符号或单位的数。", en: "numbers with decimals, a currency sign or a unit.")
        case .shortHan: BilingualText(zh: "二至四个汉字。", en: "two to four Chinese characters.")
        case .text: BilingualText(zh: "其他文字。", en: "other texts.")
        }
    }
}
