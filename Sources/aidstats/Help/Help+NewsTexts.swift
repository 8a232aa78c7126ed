import AidModel

/// What `--help` says of the commands of news.
extension Help {
    static let facts = CommandHelp(
        abstract: BilingualText(
            zh: "打印一个季度的事实和由其写成的句子。",
            en: "Print the facts of a quarter and sentences made of them."),
        discussion: BilingualText(
            zh: """
                该季度可以陈述的每个数字及其精确值，以及可以照印的标题、副题、导语和正文。\
                事实由运行得出，这里不做统计。

                编辑部修改模板即可改变句子；模板只能引用事实：

                  aidstats facts aid.yaml --templates-out news-templates

                然后在 aid.yaml 中写 news: { templates: news-templates }。

                示例：
                  aidstats facts pipelines/second-reimbursement.yaml
                  aidstats facts aid.yaml --quarter 2023Q2 --lang en
                  aidstats facts aid.yaml --format markdown > news.md
                """,
            en: """
                Every figure that may be stated of the quarter, with its exact value, and headline, deck, lead and body \
                that can be printed as they are. A run has made the facts; nothing is counted here.

                A newsroom changes the sentences by changing their templates, which may name facts only:

                  aidstats facts aid.yaml --templates-out news-templates

                and then, in aid.yaml, news: { templates: news-templates }.

                Examples:
                  aidstats facts pipelines/second-reimbursement.yaml
                  aidstats facts aid.yaml --quarter 2023Q2 --lang en
                  aidstats facts aid.yaml --format markdown > news.md
                """))

    static let explainFigure = CommandHelp(
        abstract: BilingualText(
            zh: "说明一个数字是怎么来的。",
            en: "Tell how one figure came about."),
        discussion: BilingualText(
            zh: """
                它的定义，统计哪些赔付，从全部记录到它的每一步，上年同期的同样几步，增减来自哪里，公布过的各版与现在的差，以及自最近公布以来的变化来自补报、更正还是冲正。\
                全部取自最近一次运行写出的文件和台账，这里不做统计。不公布的数字不作说明。

                示例：
                  aidstats explain pipelines/second-reimbursement.yaml --measure amount
                  aidstats explain aid.yaml --fact 2023Q2/yoy/amount/change
                  aidstats explain aid.yaml --measure recipients --group care=门诊
                  aidstats explain aid.yaml --draft story.md --figure 3
                  aidstats explain aid.yaml --measure recipientsPerThousand --format json
                """,
            en: """
                What it means, which claims count, each step from all records to it, the same of the year earlier, what a \
                change comes from, every published version with what it differs by now, and whether late claims, corrections or \
                reversals have changed it since. All of it comes from the files \
                of the last run and from the ledger; nothing is counted here. Of a figure that is withheld nothing is told.

                Examples:
                  aidstats explain pipelines/second-reimbursement.yaml --measure amount
                  aidstats explain aid.yaml --fact 2023Q2/yoy/amount/change
                  aidstats explain aid.yaml --measure recipients --group care=门诊
                  aidstats explain aid.yaml --draft story.md --figure 3
                  aidstats explain aid.yaml --measure recipientsPerThousand --format json
                """))

    static let check = CommandHelp(
        abstract: BilingualText(
            zh: "对照事实，核对新闻稿中的每个数字。",
            en: "Check every figure of a newspaper draft against the facts."),
        discussion: BilingualText(
            zh: """
                找出纯文本、Markdown 或 HTML 稿件中的每个数字，理解它说的是什么，并指出它正确、正确但舍入不同、\
                错误（及应为多少）、与稿中其他数字矛盾，还是无从得知。

                整版也可以：与本项目无关的数字不核对，只列出编号。--explain N 说明第 N 个数字是怎样理解的。纯文本最大 64 MiB，\
                逐段核对。

                没有错误时退出码为 0，有错误时为 65。无从得知的只计数，不算错误。

                示例：
                  aidstats check story.md --pipeline pipelines/second-reimbursement.yaml --date 2023-07-16
                  aidstats check page.txt --pipeline aid.yaml --explain 3
                  aidstats check story.txt --no-facts
                  aidstats check - --pipeline aid.yaml --html checked.html < story.txt
                """,
            en: """
                Finds every figure of a text, Markdown or HTML file, understands what it speaks of, and says whether it is \
                right, right but rounded otherwise, wrong (and what should stand there), against other figures of the \
                draft, or not known.

                A whole page may be given: figures of something else are not checked, and listed by their numbers alone. \
                --explain N tells how figure N was understood. Plain text may have 64 MiB and is checked piece by piece.

                Exits 0 if nothing is wrong, 65 if something is. What is not known is counted, and is no failure.

                Examples:
                  aidstats check story.md --pipeline pipelines/second-reimbursement.yaml --date 2023-07-16
                  aidstats check page.txt --pipeline aid.yaml --explain 3
                  aidstats check story.txt --no-facts
                  aidstats check - --pipeline aid.yaml --html checked.html < story.txt
                """))
}
