import AidModel

/// What `--help` says of the commands of files.
extension Help {
    static let lint = CommandHelp(
        abstract: BilingualText(
            zh: "检查流程文件及其模板：一次列出全部问题，各有 文件:行:列。",
            en: "Check a pipeline file and its templates: all findings at once, each with file:line:column."),
        discussion: BilingualText(
            zh: """
                不打开任何输入文件。可以运行时退出码为 0，否则为 78。加 --test 时，还把流程文件中 tests 的各行\
                像导出文件一样读取和统计，与应得的结果相比；不写出任何文件。

                示例：
                  aidstats lint pipelines/second-reimbursement.yaml
                  aidstats lint aid.yaml --test
                """,
            en: """
                Opens no input. Exits 0 if the file can be run, 78 if not. With --test the lines of its tests are read and \
                counted as exports are, and held against what they expect; nothing is written.

                Example:
                  aidstats lint pipelines/second-reimbursement.yaml
                  aidstats lint aid.yaml --test
                """))

    static let inspect = CommandHelp(
        abstract: BilingualText(
            zh: "说明文件是什么、各列里有什么，不需要流程文件。",
            en: "Show what files are and what their columns hold, without a pipeline file."),
        discussion: BilingualText(
            zh: """
                格式、编码、记录数，以及每一列看上去是什么：先看内容，再看列名。\
                可能属于个人的值一概不显示。

                示例：
                  aidstats inspect exports/*.csv
                  aidstats inspect claims.json --record data/list
                """,
            en: """
                Format, encoding, records, and for each column what it seems to be: by what its values look like, then by its \
                name. No value that may be a person's is shown.

                Example:
                  aidstats inspect exports/*.csv
                  aidstats inspect claims.json --record data/list
                """))

    static let initialize = CommandHelp(
        abstract: BilingualText(
            zh: "根据导出文件的内容写出流程文件。",
            en: "Write a pipeline file for exports, from what they hold."),
        discussion: BilingualText(
            zh: """
                像 inspect 一样查看文件，打印一份流程文件，每个选择旁都写明理由。\
                无从得知的（例如某个状态是否已支付），写在 lint 会指出的地方。

                示例：
                  aidstats init exports/2023Q2.csv --output pipeline.yaml && aidstats lint pipeline.yaml
                """,
            en: """
                Looks at the files as `inspect` does, and prints a pipeline file with a reason beside each choice. What \
                cannot be known, such as whether a state is a payment, stands where `lint` points at it.

                Example:
                  aidstats init exports/2023Q2.csv --output pipeline.yaml && aidstats lint pipeline.yaml
                """))

    static let dump = CommandHelp(
        abstract: BilingualText(
            zh: "打印读取程序所见的文件内容，不需要流程文件。",
            en: "Print what the readers see of a file, without a pipeline file."),
        discussion: BilingualText(
            zh: """
                每条记录是一行 JSON：CSV 的字段为数组，XML 的元素为对象；每个问题也是一行。\
                CSV 的表头是其第一条记录。个人信息照原样打印。

                全部可读时退出码为 0，有问题时为 65。

                示例：
                  aidstats dump exports/2023Q2.csv | head -3
                  aidstats dump exports/2023Q2.xml --record Claim
                """,
            en: """
                Every record is one line of JSON, an array of the fields of CSV or an object of the elements of XML; \
                so is every problem. The header of a CSV file is its first record. Personal data is printed as it is.

                Exits 0 if all could be read, 65 if there was a problem.

                Examples:
                  aidstats dump exports/2023Q2.csv | head -3
                  aidstats dump exports/2023Q2.xml --record Claim
                """))

    static let schema = CommandHelp(
        abstract: BilingualText(
            zh: "打印 aidstats 读写的文件可以包含什么：JSON Schema 或说明页。",
            en: "Print what a file that aidstats writes or reads may hold, as JSON Schema or as a page."),
        discussion: BilingualText(
            zh: """
                编辑器知道了流程文件的 schema，就能边写边补全和检查。

                示例：
                  aidstats schema pipeline > pipelines/pipeline.schema.json
                  aidstats schema report --format markdown
                """,
            en: """
                Editors complete and check a pipeline file as it is typed when they know its schema.

                Example:
                  aidstats schema pipeline > pipelines/pipeline.schema.json
                  aidstats schema report --format markdown
                """))
}
