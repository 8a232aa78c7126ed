import AidModel

extension RejectCause {
    /// What seems to have happened, and how to mend it.
    var text: BilingualText {
        switch self {
        case .delimiterInField:
            BilingualText(
                zh: "某个字段中有没加引号的分隔符或换行，或者该行被截断：请让导出的字段加引号",
                en: "a delimiter or a line end stands in a field without quotes, or the line is cut off: export with "
                    + "quotes")
        case .quotesInField:
            BilingualText(
                zh: "字段中的引号没有写成两个：请让导出程序正确加引号",
                en: "quotes within a field are not doubled: let the export quote as CSV does")
        case .twoEncodings:
            BilingualText(
                zh: "像是把不同编码的文件拼成了一个：请分开导出", en: "files of two encodings seem to be joined: export them apart")
        case .recordHoldsSeveral:
            BilingualText(
                zh: "流程文件中 record 指的元素里有好几笔赔付：请把 record 改为每笔赔付一个的元素（字段“claim/@no”重复时写 record: claim），"
                    + "其外的值写作 ../@x、../a",
                en:
                    "the element that the pipeline file calls a record holds several claims: name the one that comes once "
                    + "for each (record: claim, where the field “claim/@no” comes twice), and what stands around it as "
                    + "../@x, ../a")
        case .formulaNotCalculated:
            BilingualText(
                zh: "公式没有计算结果（由程序写成的工作簿）：请用 Excel 或 WPS 打开并保存后再读取",
                en:
                    "formulas without values, as programs write them: open the workbook in Excel or WPS and save it, then "
                    + "read it again")
        case .claimNumberLacks:
            BilingualText(
                zh: "导出中没有编号：请补上；若本来就没有编号，请删去 fields.claim",
                en: "the export has no number there: fill it in; where claims have none, leave fields.claim out")
        case .claimNumberScientific:
            BilingualText(
                zh: "电子表格把长编号变成了科学计数法：请把该列设为文本后重新导出",
                en: "a spreadsheet has made long numbers 1.23E+15: make the column text, and export again")
        case .claimNumberCut:
            BilingualText(
                zh: "电子表格把第 15 位以后的数字变成了 0：请按文本重新导出；若编号本来如此，写 fields.claim.cutNumbers: accept",
                en:
                    "a spreadsheet has made all digits after the fifteenth 0: export them as text; where the numbers are "
                    + "so, write fields.claim.cutNumbers: accept")
        case .stateLacks:
            BilingualText(
                zh: "没有填状态：请在 count.status 的某一类中列出 \"\"",
                en: "no state stands there: list \"\" under a class of count.status")
        case .stateUnlisted:
            BilingualText(
                zh: "流程文件没有列出：请写入 count.status 的 paid、unpaid 或 reversed",
                en: "the pipeline file does not list them: put each under paid, unpaid or reversed of count.status")
        case .dateLacks:
            BilingualText(
                zh: "已支付的记录没有日期：请补上，或核对状态是否已支付",
                en: "a paid record has no date: fill it in, or see whether its state is that of a payment")
        case .serialDate:
            BilingualText(
                zh: "像是电子表格的日期序号（45056 即 2023-05-10）：请在该日期字段中写 dateForms: [serial-1900]，写作 fields: { paidOn: "
                    + "{ …, dateForms: [serial-1900] } }，或把该列设为日期格式后重新导出",
                en:
                    "looks like a spreadsheet's serial date (45056 is 2023-05-10): write dateForms: [serial-1900] for the "
                    + "date, as in fields: { paidOn: { …, dateForms: [serial-1900] } }, or format the column as a date, "
                    + "and export again")
        case .dayOfNoMonth: BilingualText(zh: "日历上没有这一天：请更正", en: "no calendar has such a day: correct it")
        case .monthAlone:
            BilingualText(zh: "只有年月，没有日：请按完整日期导出", en: "a month without a day: export the whole date")
        case .yearOfTwoDigits:
            BilingualText(
                zh: "年份只有两位：请写明年月日的顺序，在该日期字段中写 dateForms: [yy/m/d]（或 d/m/yy、m/d/yy），写作 fields: { paidOn: "
                    + "{ …, dateForms: [yy/m/d] } }，或按 2023-04-05 导出",
                en: "the year has two digits: say the order of year, month and day as dateForms: [yy/m/d] (or d/m/yy, "
                    + "m/d/yy) for the date, as in fields: { paidOn: { …, dateForms: [yy/m/d] } }, or export as "
                    + "2023-04-05")
        case .yearLast:
            BilingualText(
                zh: "年份写在最后：请写明日和月的顺序，在该日期字段中写 dateForms: [d/m/yyyy]（日在前）或 [m/d/yyyy]（月在前），写作 fields: { paidOn: "
                    + "{ …, dateForms: [d/m/yyyy] } }，或按 2023-04-05 导出",
                en: "the year stands last: say whether the day comes first as dateForms: [d/m/yyyy], or the month as "
                    + "[m/d/yyyy], for the date, as in fields: { paidOn: { …, dateForms: [d/m/yyyy] } }, or export as "
                    + "2023-04-05")
        case .secondsOfMachines:
            BilingualText(
                zh: "像是自 1970 年起的秒数或毫秒数：请按日期导出",
                en: "looks like seconds or milliseconds since 1970: export it as a date")
        case .wordsForDate:
            BilingualText(
                zh: "日期列中是文字：请核对列是否错位，或更正", en: "words stand where a date does: see whether columns have slipped")
        case .amountLacks:
            BilingualText(
                zh: "已支付的记录没有金额：请补上，或核对状态是否已支付",
                en: "a paid record has no amount: fill it in, or see whether its state is that of a payment")
        case .amountNegative:
            BilingualText(
                zh: "金额为负，而只有冲正可以为负：请把这些记录的状态列入 count.status.reversed，或更正",
                en:
                    "a negative amount, which only reversals may have: list their state under count.status.reversed, or "
                    + "correct it")
        case .amountTooFine:
            BilingualText(
                zh: "小数位比该货币的多：请核对单位，或按两位小数导出",
                en: "more decimals than the currency has: check the unit, or export it rounded to them")
        case .blankInAmount:
            BilingualText(
                zh: "数字中间有空格（2 100.00）：请去掉千位空格后重新导出",
                en: "blanks stand within the number (2 100.00): export it without them")
        case .commaInAmount:
            BilingualText(
                zh: "逗号像是小数点（200,00），或千位逗号的位置不对：请用点作小数点（200.00）重新导出",
                en:
                    "the comma seems to stand for the decimal point (200,00), or not between thousands: export decimals "
                    + "behind a point (200.00)")
        case .numberForAmount:
            BilingualText(
                zh: "金额列中像是别的号码（证件、卡号）：请核对列是否错位",
                en: "another number (an ID, a card) seems to stand in the column of amounts: see whether columns have "
                    + "slipped")
        case .wordsForAmount:
            BilingualText(
                zh: "金额中有文字、别的货币或单位：请核对，或用 fields.amount.unit 写明单位",
                en: "words, another currency or unit stand in the amount: check it, or say the unit as "
                    + "fields.amount.unit")
        case .amountZero:
            BilingualText(
                zh: "已支付而金额为零：若应统计，写 count.zeroAmount: count；若应忽略，写 ignore",
                en: "paid, and of no money: to count them write count.zeroAmount: count, to pass over them ignore")
        case .personLacks:
            BilingualText(
                zh: "没有证件号码：请补上，或核对 fields.person.from 是否指对了列",
                en: "no ID stands there: fill it in, or see whether fields.person.from names the right column")
        case .personCut:
            BilingualText(
                zh: "电子表格把第 15 位以后的数字变成了 0：请按文本重新导出",
                en: "a spreadsheet has made all digits after the fifteenth 0: export the column as text")
        case .personScientific:
            BilingualText(
                zh: "电子表格把证件号码变成了科学计数法：请按文本重新导出",
                en: "a spreadsheet has made IDs 1.23E+17: export the column as text")
        case .passport:
            BilingualText(
                zh: "像是护照、港澳台通行证等其他证件：若应统计，写 fields.person.otherDocuments: accept",
                en: "looks like a passport or another document: to count it, write fields.person.otherDocuments: accept"
            )
        case .nameForPerson:
            BilingualText(
                zh: "证件号码处像是姓名：请核对 fields.person.from 是否指对了列",
                en: "a name seems to stand where an ID does: see whether fields.person.from names the right column")
        case .oldID:
            BilingualText(
                zh: "15 位，像旧身份证号，但出生日期不成立：请核对",
                en: "15 digits, as IDs of before 1999 had, but no such birth date: check it")
        case .digitTooFew: BilingualText(zh: "17 位，少一位：请补上", en: "17 digits, one too few: fill it in")
        case .digitTooMany: BilingualText(zh: "多于 18 位：请核对", en: "more than 18 digits: check it")
        case .mobileNumber:
            BilingualText(
                zh: "11 位，像手机号码：请核对列是否错位",
                en: "11 digits, as mobile numbers have: see whether columns have slipped")
        case .bankCard:
            BilingualText(
                zh: "16 或 19 位，像银行卡号：请核对列是否错位",
                en: "16 or 19 digits, as bank cards have: see whether columns have slipped")
        case .workerNumber:
            BilingualText(
                zh: "像是工号、会员号等编号，不是身份证号：若应按它识别人员，写 fields.person.type: text",
                en: "looks like the number of a worker or a member, and no resident ID: to tell people by it, write "
                    + "fields.person.type: text")
        case .checkDigit:
            BilingualText(
                zh: "18 位，但校验码或出生日期不对，多为录入错误：请更正",
                en:
                    "18 characters, but a wrong check character or birth date, mostly a slip of the keyboard: correct it"
            )
        case .claimNotRead:
            BilingualText(
                zh: "所冲正的赔付不在输入文件中，或其记录也被拒：请加入较早的导出，或核对 fields.reverses",
                en: "the claim is in no input, or its record was rejected too: add the older exports, or check "
                    + "fields.reverses")
        case .takenBackTwice:
            BilingualText(
                zh: "可能冲正了两次，或金额单位不同：请核对", en: "it may be taken back twice, or in another unit: check it")
        case .quarterForgotten:
            BilingualText(
                zh: "属于登记册已删去的季度，不计入 maxRejected",
                en: "of a quarter that the register has forgotten; not held against maxRejected"
            )
        }
    }
}
