import AidModel

/// What `--help` says of the program itself.
extension Help {
    static let program = CommandHelp(
        abstract: BilingualText(
            zh: "由赔付导出文件到报告：互助项目的季度统计。",
            en: "Quarterly figures of a mutual aid programme, from claim exports to reports."),
        discussion: BilingualText(
            zh: """
                读取导出文件（CSV、Excel 工作簿、网页表格、XML、JSON，压缩包中的也可），准确统计受助职工、受助人次和受助金额，与以往各期比较，\
                写出每个数字都能解释的报告。

                示例：
                  aidstats run pipelines/second-reimbursement.yaml --quarter 2023Q2

                退出码：0 完成；64 用法错误；65 数据被拒，没有发布任何结果；66 缺少输入文件；\
                70 程序自身的错误；73 无法建立输出；74 读写错误；75 另一次运行正在进行，请稍后再试；\
                78 流程文件有误。
                """,
            en: """
                Reads exports (CSV, Excel workbooks, tables of web pages, XML, JSON, in archives too), counts recipients, \
                person-times and money exactly, compares them with earlier periods, and writes reports whose every figure \
                can be explained.

                Example:
                  aidstats run pipelines/second-reimbursement.yaml --quarter 2023Q2

                Exit codes: 0 done; 64 wrong usage; 65 data refused, nothing published; 66 an input is missing; \
                70 our own fault; 73 output cannot be created; 74 input/output error; 75 another run is at work, try \
                later; 78 the pipeline file is wrong.
                """))
}
