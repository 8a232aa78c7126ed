import AidModel

/// What `--help` says of the commands of the register.
extension Help {
    static let register = CommandHelp(
        abstract: BilingualText(
            zh: "建立和维护登记册：读过的全部记录。",
            en: "Make and look after the register of all records read so far."),
        discussion: BilingualText(
            zh: """
                登记册保存导出文件所说的内容，不含任何证件号码：赔付和人员以加密钥的散列值代替。\
                流程文件写明登记册（register 和 keyFile）后，运行只读登记册中没有的导出，其数字与读取全部导出相同。

                示例：
                  aidstats register init pipelines/second-reimbursement.yaml
                  aidstats register verify aid.yaml
                  aidstats register people aid.yaml 2012Q2..2023Q2
                  aidstats register forget aid.yaml --before 2019Q1
                """,
            en: """
                A register keeps what the exports said without any ID number: claims and people stand under keyed hashes. \
                Where a pipeline file names one (register and keyFile), a run reads only exports that the register does \
                not know, and its figures are those of all exports.

                Examples:
                  aidstats register init pipelines/second-reimbursement.yaml
                  aidstats register verify aid.yaml
                  aidstats register people aid.yaml 2012Q2..2023Q2
                  aidstats register forget aid.yaml --before 2019Q1
                """))

    static let registerInit = CommandHelp(
        abstract: BilingualText(
            zh: "建立空的登记册；没有密钥时一并生成。",
            en: "Make an empty register, and its key if there is none yet."),
        discussion: BilingualText(
            zh: "示例：\n  aidstats register init pipelines/second-reimbursement.yaml",
            en: "Example:\n  aidstats register init pipelines/second-reimbursement.yaml"))

    static let registerVerify = CommandHelp(
        abstract: BilingualText(
            zh: "读取登记册的每个字节，证明其完好。",
            en: "Read every byte of the register and prove it whole."),
        discussion: BilingualText(
            zh: "示例：\n  aidstats register verify aid.yaml", en: "Example:\n  aidstats register verify aid.yaml"))

    static let registerExport = CommandHelp(
        abstract: BilingualText(
            zh: "以 CSV 打印各季度的人数，不含密钥。",
            en: "Print the people of every quarter as CSV, without keys."),
        discussion: BilingualText(
            zh: "示例：\n  aidstats register export aid.yaml > people.csv",
            en: "Example:\n  aidstats register export aid.yaml > people.csv"))

    static let registerPeople = CommandHelp(
        abstract: BilingualText(
            zh: "统计任意几个季度的人数：不重复的、首次的、再次的。",
            en: "Count the people of any span of quarters: distinct, first-time and returning."),
        discussion: BilingualText(
            zh: "示例：\n  aidstats register people aid.yaml 2012Q2..2023Q2",
            en: "Example:\n  aidstats register people aid.yaml 2012Q2..2023Q2"))

    static let registerForget = CommandHelp(
        abstract: BilingualText(
            zh: "删去某季度之前的全部记录；它们的数字保留。",
            en: "Forget all records before a quarter; their figures stay."),
        discussion: BilingualText(
            zh: """
                用于保留期限：该季度之前的记录全部删去，此后没有记录的人也一并删去。\
                删去的季度，其人次和金额保持不变；人数从该季度起区分。不加 --yes 时只说明会做什么。

                示例：
                  aidstats register forget aid.yaml --before 2019Q1 --yes
                """,
            en: """
                For rules of retention: the records before the quarter go, and with them every person who has no later \
                one. Person-times and money of the forgotten quarters stay as they are; people are told apart from the \
                quarter on. Without --yes it only tells what it would do.

                Example:
                  aidstats register forget aid.yaml --before 2019Q1 --yes
                """))
}
