import AidModel

extension SheetProblem {
    /// What is wrong.
    var what: BilingualText {
        switch self {
        case .missingPart(let part):
            BilingualText(zh: "工作簿里缺少 \(part)", en: "the workbook lacks its part \(part)")
        case .noSheets: BilingualText(zh: "工作簿里没有工作表", en: "the workbook has no sheets")
        case .noSuchSheet(let choice, let names):
            BilingualText(
                zh: "没有工作表\(choice.text.zh)；工作簿里有：\(names.joined(separator: "、"))",
                en: "there is no sheet \(choice.text.en); the workbook has: \(names.joined(separator: ", "))")
        case .notWorksheet(let name):
            BilingualText(zh: "“\(name)”是图表或对话框，不是数据表", en: "“\(name)” is a chart or a dialogue, no sheet of cells")
        case .emptySheet(let name): BilingualText(zh: "工作表“\(name)”是空的", en: "the sheet “\(name)” has no cells")
        case .tooManySheets(let limit):
            BilingualText(zh: "工作表超过 \(limit) 张", en: "the workbook has more than \(limit) sheets")
        case .severalSheets(let names):
            BilingualText(
                zh: "有数据的工作表不止一个：\(names.map { PersonalNumbers.masked(in: $0) }.joined(separator: "、"))…",
                en: "several sheets have cells: "
                    + names.map { PersonalNumbers.masked(in: $0) }.joined(separator: ", ") + " …")
        case .noCells: BilingualText(zh: "显示的工作表都是空的", en: "no sheet that is shown has cells")
        case .tooManyStyles:
            BilingualText(
                zh: "单元格样式超过 \(SheetLimits.styleCount) 种", en: "more than \(SheetLimits.styleCount) styles of cells")
        case .badRowNumber:
            BilingualText(
                zh: "行号不是 1 到 \(SheetLimits.rowCount) 的数",
                en: "a row number that is not from 1 to \(SheetLimits.rowCount)")
        case .rowsOutOfOrder: BilingualText(zh: "行号重复或不是从小到大", en: "rows that come twice or out of order")
        case .badCellReference:
            BilingualText(zh: "单元格的位置书写有误", en: "a cell whose reference is broken or names another row")
        case .cellsOutOfOrder:
            BilingualText(zh: "同一行的单元格重复或不是从左到右", en: "cells of a row that come twice or out of order")
        case .tooManyColumns:
            BilingualText(zh: "超过 \(SheetLimits.columnCount) 列", en: "more than \(SheetLimits.columnCount) columns")
        case .cellTooLong:
            BilingualText(
                zh: "一个单元格超过 \(SheetLimits.cellByteCount >> 10) KiB",
                en: "a cell longer than \(SheetLimits.cellByteCount >> 10) KiB")
        case .noSuchSharedString:
            BilingualText(zh: "单元格引用了不存在的共享字符串", en: "a cell that refers to a shared string that is not there")
        case .tooManySharedStrings:
            BilingualText(
                zh: "共享字符串超过 \(SheetLimits.sharedByteCount >> 30) GiB 或 \(SheetLimits.sharedCount) 条",
                en:
                    "more than \(SheetLimits.sharedByteCount >> 30) GiB of shared strings, or \(SheetLimits.sharedCount)"
            )
        case .swollen:
            BilingualText(
                zh: "展开后的文字是文件内容的 \(SheetLimits.swelling) 倍以上",
                en: "more than \(SheetLimits.swelling) times as much text as the file has bytes")
        case .noTable: BilingualText(zh: "网页里没有表格", en: "the web page has no table")
        case .tableCutOff: BilingualText(zh: "网页不完整，在表格中中断", en: "the web page is cut off within a table")
        case .severalInnerTables:
            BilingualText(
                zh: "网页的表格套着表格，看不出哪一个是明细",
                en: "tables of the web page lie in one another, and nothing tells which is meant")
        case .pageTooDeep:
            BilingualText(
                zh: "网页的元素嵌套超过 \(SheetLimits.pageDepth) 层",
                en: "elements of the web page nested more than \(SheetLimits.pageDepth) deep")
        case .tagTooLong:
            BilingualText(
                zh: "网页的一个标签或注释超过 \(XMLLimits.byteCountWithoutEvent >> 10) KiB",
                en: "a tag or comment of the web page longer than \(XMLLimits.byteCountWithoutEvent >> 10) KiB")
        }
    }

    /// How to mend it.
    var mend: BilingualText {
        switch self {
        case .noSuchSheet, .notWorksheet, .emptySheet, .noCells, .severalSheets:
            BilingualText(
                zh: "在文件名后写 # 和有数据的工作表的名称或序号，例如 claims.xlsx#明细；或者重新导出",
                en: "write # and the name or the number of the sheet that holds the records behind the file's, such as "
                    + "claims.xlsx#1; or export the file again")
        case .noTable:
            BilingualText(
                zh: "请在浏览器中打开该文件查看，再重新导出",
                en: "look at it in a browser (it may be a message), and export the file again")
        case .tableCutOff: BilingualText(zh: "请重新导出或重新传送该文件", en: "export or transfer the file again")
        case .severalInnerTables:
            BilingualText(
                zh: "请用 Excel 或 WPS 打开，只留下明细的那一个表格，另存为“Excel 工作簿（.xlsx）”",
                en:
                    "open it in a spreadsheet program, keep the table of records alone, and save it as an “Excel workbook "
                    + "(.xlsx)”")
        case .tooManySheets, .tooManyColumns, .cellTooLong, .tooManyStyles, .tooManySharedStrings, .swollen,
            .pageTooDeep, .tagTooLong:
            BilingualText(zh: "请核对该文件是否确为导出的明细", en: "make sure that the file is an export of records")
        default:
            BilingualText(
                zh: "请用 Excel 或 WPS 打开并另存，或重新导出", en: "open it in a spreadsheet and save it again, or export it again")
        }
    }
}

extension SheetChoice {
    fileprivate var text: BilingualText {
        switch self {
        case .name(let name): BilingualText(zh: "“\(name)”", en: "“\(name)”")
        case .number(let number): BilingualText(zh: "第 \(number) 张", en: "number \(number)")
        }
    }
}
