import AidModel

/// What `--help` says of the commands of figures.
extension Help {
    static let run = CommandHelp(
        abstract: BilingualText(
            zh: "由导出文件统计一个季度，并发布报告。",
            en: "Count a quarter from its exports and publish the reports."),
        discussion: BilingualText(
            zh: """
                写出 OUTPUT/NAME/QUARTER/，内有 report.json、report.md 及其图表、report.html、facts.json、\
                news.zh.md、news.en.md、rejects.csv、manifest.json，有 rules 时的 rules.csv，以及流程文件要的表格（csv、xlsx）：\
                要么整个新文件夹已在，要么旧的仍在。

                示例：
                  aidstats run pipelines/second-reimbursement.yaml
                  aidstats run aid.yaml --quarter 2023Q2 --output /srv/reports
                  aidstats run aid.yaml --input 'exports/2023Q2-*.csv' --input late.xml
                """,
            en: """
                Writes OUTPUT/NAME/QUARTER/ with report.json, report.md and its charts, report.html, facts.json, \
                news.zh.md, news.en.md, rejects.csv and manifest.json, rules.csv where it states rules, and the tables that the \
                pipeline file asks for (csv, xlsx): either the whole new folder is there, or the old one still is.

                Examples:
                  aidstats run pipelines/second-reimbursement.yaml
                  aidstats run aid.yaml --quarter 2023Q2 --output /srv/reports
                  aidstats run aid.yaml --input 'exports/2023Q2-*.csv' --input late.xml
                """))

    static let publish = CommandHelp(
        abstract: BilingualText(
            zh: "把最近一次运行的数字作为一个季度的下一版发布。",
            en: "Make the last run's figures the next published vintage of a quarter."),
        discussion: BilingualText(
            zh: """
                台账保存每个季度的每一版，数字如发布时一样，永不覆盖。与上一版不同的，就是对上一版的修订，\
                须说明原因：

                  R1  数据更完整：补报的赔付、更正的导出
                  R2  例行重算
                  R3  统计方法改变：流程文件中的规则不同
                  C   更正错误

                再次发布同样的数字，什么也不改变。

                --import 录入有导出文件之前公布过的数字，来自 CSV 文件，列为 quarter、publishedOn、\
                period（quarter、yearToDate 或 cumulative）、recipients、personTimes 和 amount，\
                照公布时的写法：72.7万、9800万元。它们保持原来的精度。

                示例：
                  aidstats publish pipelines/second-reimbursement.yaml --quarter 2023Q2
                  aidstats publish aid.yaml --quarter 2023Q2 --reason R1 --note '补录二季度住院赔付'
                  aidstats publish aid.yaml --import printed.csv
                """,
            en: """
                The ledger keeps every vintage of every quarter, its figures as they were published; none is ever overwritten. A vintage \
                that differs from the one before restates it, and needs a reason:

                  R1  better source data: late claims, corrected exports
                  R2  routine recalculation
                  R3  changed method: other rules in the pipeline file
                  C   correction of a mistake

                Publishing the same figures again changes nothing.

                --import takes figures that were printed before there were exports, from a CSV file with the columns \
                quarter, publishedOn, period (quarter, yearToDate or cumulative), recipients, personTimes and amount, as \
                they were printed: 72.7万, 9800万元. They are kept as rounded as they are.

                Examples:
                  aidstats publish pipelines/second-reimbursement.yaml --quarter 2023Q2
                  aidstats publish aid.yaml --quarter 2023Q2 --reason R1 --note '补录二季度住院赔付'
                  aidstats publish aid.yaml --import printed.csv
                """))

    static let rules = CommandHelp(
        abstract: BilingualText(
            zh: "测算另一种规则会付多少、使多少人多得或少得。",
            en: "Reckon what other rules would have cost, and whom they would have helped."),
        discussion: BilingualText(
            zh: """
                流程文件的 rules 和另一个文件的 rules，按同样的赔付依次计算，任意时段，全部和各组：应付多少，多得、少得、不变、\
                新受助、不再受助各多少人。没有基数的赔付不在其内。不写出任何文件。

                示例：
                  aidstats rules pipelines/second-reimbursement.yaml --with other-rules.yaml
                  aidstats rules aid.yaml --with other.yaml --from 2022-01-01 --through 2022-12-31 --format csv
                """,
            en: """
                The rules of the pipeline file and those of another file are worked out on the same claims, over any span, of \
                all and by group: what is due, and how many people would get more, less, as much, anything at all, or nothing \
                any more. Claims without a basis are left out. No file is written.

                Examples:
                  aidstats rules pipelines/second-reimbursement.yaml --with other-rules.yaml
                  aidstats rules aid.yaml --with other.yaml --from 2022-01-01 --through 2022-12-31 --format csv
                """))

    static let history = CommandHelp(
        abstract: BilingualText(
            zh: "显示每个季度已发布的每一版。",
            en: "Show every published vintage of every quarter."),
        discussion: BilingualText(
            zh: """
                每一版的发布日期和原因、数字，以及与上一版的差别；最近一次运行的数字不同时，\
                还有该季度现在的数字。

                示例：
                  aidstats history pipelines/second-reimbursement.yaml
                  aidstats history aid.yaml --triangle
                  aidstats history aid.yaml --group care=门诊 --format csv
                """,
            en: """
                Each vintage with the day and the reason of its publication, its figures, and how they differ from the \
                vintage before; and, where the last run counts otherwise, how the quarter stands now.

                Examples:
                  aidstats history pipelines/second-reimbursement.yaml
                  aidstats history aid.yaml --triangle
                  aidstats history aid.yaml --group care=门诊 --format csv
                """))

    static let together = CommandHelp(
        abstract: BilingualText(
            zh: "把几个项目并列，并统计任一项目、几个项目共同帮助的人数。",
            en: "Put programmes side by side, and count whom any and several have helped."),
        discussion: BilingualText(
            zh: """
                读入各流程文件的全部导出文件，有登记册的从登记册读入，不写报告、台账和登记册。各项目的
                人员须用同一种号码：都是身份证号，或都是同一种编号；各登记册须用同一个密钥。

                本季度、上年同期、今年以来、累计，各项目的数字并列；在几个项目受助的，“任一项目”中
                只计一次。如果某种人员组合不足 minGroup 人，合并后的人数一律隐去。

                示例：
                  aidstats together pipelines/second-reimbursement.yaml pipelines/hospital-allowance.yaml
                  aidstats together a.yaml b.yaml --quarter 2023Q2 --format html > together.html
                """,
            en: """
                Reads all exports of each pipeline file, or its register, and writes no report, ledger or register. All must \
                know people by the same kind of number: by resident IDs, or by one other; and registers must be under the \
                same key.

                The quarter, the year earlier, the year to date and all since the start: each programme's own figures side by \
                side, and those whom any of them has helped, each counted once. Where some set of programmes has helped fewer \
                than minGroup people, all numbers of people told apart are withheld.

                Examples:
                  aidstats together pipelines/second-reimbursement.yaml \\
                    pipelines/hospital-allowance.yaml
                  aidstats together a.yaml b.yaml --quarter 2023Q2 --format html > page.html
                """))

    static let compare = CommandHelp(
        abstract: BilingualText(
            zh: "把两个季度、时段、已发布的版本或报告并列比较。",
            en: "Put two quarters, spans, published vintages or reports side by side."),
        discussion: BilingualText(
            zh: """
                变化从 A 算到 B。两者各是以下之一：

                  2023Q2             该季度现在的数字
                  2023Q2@first       首次发布的数字；还有 @2、@latest
                  2023Q2@2023-10-16  那一天有效的版本
                  2022Q1..2022Q4     几个季度合为一个时段
                  reports/aid/2023Q2/report.json

                只知道舍入值的数字，只说其变化中可以确定的部分。一方没有数字时，说明原因。

                示例：
                  aidstats compare 2022Q2 2023Q2 pipelines/second-reimbursement.yaml
                  aidstats compare 2023Q2@first 2023Q2@latest aid.yaml
                  aidstats compare old/report.json new/report.json --format csv
                """,
            en: """
                The change is counted from A to B. Each is one of:

                  2023Q2             the quarter as it stands now
                  2023Q2@first       as it was first published; @2, @latest
                  2023Q2@2023-10-16  as it was published on that day
                  2022Q1..2022Q4     several quarters as one
                  reports/aid/2023Q2/report.json

                Of figures that are known only rounded, what is certain of the change is told, and no more. Where a side has \
                no figure, it says why.

                Examples:
                  aidstats compare 2022Q2 2023Q2 pipelines/second-reimbursement.yaml
                  aidstats compare 2023Q2@first 2023Q2@latest aid.yaml
                  aidstats compare old/report.json new/report.json --format csv
                """))
}
