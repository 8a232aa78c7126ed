import AidModel

/// What `--help` says of arguments and options.
extension Help {
    static let pipelineFile = text(
        zh: "流程文件。",
        en: "The pipeline file.")
    static let pipelineFileOfQuarters = text(
        zh: "流程文件；比较两份报告时不需要。",
        en: "The pipeline file; not needed between two reports.")
    static let output = text(
        zh: "存放所有报告的文件夹。",
        en: "The folder of all reports.")
    static let format = text(
        zh: "输出的写法。",
        en: "How to write it.")
    static let encoding = text(
        zh: "编码：auto、utf-8、gb18030（也可写 gbk、gb2312）或 utf-16。",
        en: "auto, utf-8, gb18030 (also gbk, gb2312) or utf-16.")
    static let wait = text(
        zh: "等另一次运行结束，而不是以 75 退出。",
        en: "Wait until another run has ended, instead of exiting with 75.")
    static let waitForRun = text(
        zh: "等另一次运行结束。",
        en: "Wait until another run has ended.")
    static let quiet = text(
        zh: "只说错误。",
        en: "Say nothing but errors.")
    static let logFormat = text(
        zh: "说明和错误的写法。",
        en: "How notes and errors are written.")
    static let lang = text(
        zh: "消息的语言；默认依环境而定。",
        en: "The language of messages; by default that of the environment.")
    static let quarterToReport = text(
        zh: "要报告的季度；默认为最近一个完整的季度。",
        en: "The quarter to report; by default the last complete one.")
    static let input = text(
        zh: "代替流程文件 inputs 的文件或通配符，- 为标准输入；可多次给出。",
        en: "A file or glob to read instead of the pipeline file's inputs, - for standard input; may be repeated.")
    static let otherRules = text(
        zh: "另一种规则的文件，只用其中的 rules：可以是另一个流程文件，也可以只有 rules 一项。",
        en: "The file of the other rules, of which rules alone counts: another pipeline file, or one of nothing else.")
    static let fromDay = text(
        zh: "首日；默认为最早的打款日。",
        en: "The first day; by default that of the first payment.")
    static let throughDay = text(
        zh: "末日；默认为最晚的打款日。",
        en: "The last day; by default that of the last payment.")
    static let rejects = text(
        zh: "把全部被拒记录写到这里，运行被拒时也写。",
        en: "Write every reject here, also if the run is refused.")
    static let jobs = text(
        zh: "线程数；默认每个处理器一个。",
        en: "How many threads; by default one a processor.")
    static let memory = text(
        zh: "使用多少内存，如 512MB、4GB，至少 128MB；超出的放在临时文件中。默认为全部内存的一半。",
        en:
            "How much memory to use, 512MB or 4GB, at least 128MB; what goes beyond lies in temporary files. By default half of what there is."
    )
    static let metrics = text(
        zh: "把 Prometheus 文本格式的指标写到这里。",
        en: "Write metrics in Prometheus' text form here.")
    static let noDigest = text(
        zh: "不计算输入文件的 SHA-256（它比统计更费时）。",
        en: "Leave out the SHA-256 of the inputs, which takes longer than counting.")
    static let timings = text(
        zh: "在标准错误上说明时间用在何处。",
        en: "Tell where the time went, on standard error.")
    static let quarterToPublish = text(
        zh: "要发布的季度。",
        en: "The quarter to publish.")
    static let importPath = text(
        zh: "改为录入公布过的数字。",
        en: "Printed figures to publish instead.")
    static let reason = text(
        zh: "修订已发布数字的原因。",
        en: "Why published figures are restated.")
    static let note = text(
        zh: "历史的读者应当知道的事。",
        en: "What readers of the history should know.")
    static let publishedOn = text(
        zh: "发布日期；默认为今天。",
        en: "The day of publication; by default today.")
    static let triangle = text(
        zh: "逐版显示各季度的数字如何修订。",
        en: "Show how each quarter's figures were revised, vintage by vintage.")
    static let period = text(
        zh: "以各季度为止的时期。",
        en: "The period that ends with each quarter.")
    static let group = text(
        zh: "某一组而不是总数；未填 是字段为空的组。",
        en: "A group instead of the totals; 未填 is the group of empty fields.")
    static let comparedBase = text(
        zh: "变化从它算起。",
        en: "What the change is counted from.")
    static let comparedNow = text(
        zh: "变化算到它。",
        en: "What it is counted to.")
    static let pipelineFiles = text(
        zh: "两个以上项目的流程文件。",
        en: "The pipeline files of two programmes or more.")
    static let quarterTogether = text(
        zh: "要并列的季度；默认为各项目都完整的最近一个。",
        en: "The quarter to tell of; by default the last that is complete of each.")
    static let draft = text(
        zh: "稿件，- 为标准输入。",
        en: "The draft, - for standard input.")
    static let noFacts = text(
        zh: "只核对稿件自身，不用任何数字。",
        en: "Check the draft against itself alone, without any figures.")
    static let quarterOfDraft = text(
        zh: "稿件所说的季度；默认为稿中首先提到的。",
        en: "The quarter that the draft is about; by default the first it names.")
    static let dayOfDraft = text(
        zh: "稿件的日期，据以理解“今年”。",
        en: "The day of the draft, by which “this year” is understood.")
    static let checkFormat = text(
        zh: "核对结果的写法。",
        en: "How to write the check.")
    static let html = text(
        zh: "另写一个网页，标出稿中每个数字。",
        en: "Write the draft with every figure marked as a page too.")
    static let explain = text(
        zh: "只说明这个编号的数字是怎样理解的：据以理解的词、权衡过的读法和各自的值。",
        en:
            "Tell of the figure with this number alone how it was understood: its words, the readings weighed, their values."
    )
    static let formatOfExplanation = text(
        zh: "text 供人阅读，json 供程序读取。", en: "text is for people, json for programs.")
    static let claimsOfFigure = text(
        zh: "把这个数字背后的赔付编号写入此文件（只有自己可读）；要重新读一遍导出文件，有变动则拒绝。",
        en:
            "Write the claim numbers behind the figure to this file, which only you may read; reads the exports again, and "
            + "refuses if they have changed.")
    static let inputOfClaims = text(
        zh: "与 --claims 一起：代替流程文件所列的输入，同那次运行。",
        en: "With --claims: stands in for the inputs of the pipeline file, as in the run.")
    static let factID = text(
        zh: "事实的编号，如 2023Q2/yoy/amount/change；aidstats facts 列出全部。",
        en: "The id of a fact, such as 2023Q2/yoy/amount/change; aidstats facts lists them all.")
    static let periodOfFigure = text(
        zh: "与 --measure 一起：季度、今年以来或累计。", en: "With --measure: the quarter, the year to date, or cumulative.")
    static let measureOfFigure = text(
        zh: "要说明的指标，与 --quarter、--period、--group 一起。",
        en: "The measure to explain, with --quarter, --period and --group.")
    static let groupOfFigure = text(
        zh: "与 --measure 一起：一个分组，如 care=门诊；默认为全部。",
        en: "With --measure: a group, such as care=门诊; by default the whole.")
    static let draftOfFigure = text(
        zh: "一篇稿件；说明其中 --figure 所指数字背后的事实。", en: "A draft, of which the fact behind --figure is explained.")
    static let numberOfFigure = text(
        zh: "稿件中数字的编号，见 aidstats check。", en: "The number of the figure in the draft, as aidstats check shows it.")
    static let inputFormat = text(
        zh: "稿件的格式；默认看文件名。",
        en: "How the draft is written; by default what its name tells.")
    static let quarterOfFacts = text(
        zh: "要说的季度；默认为最近报告的。",
        en: "The quarter to tell of; by default the last that was reported.")
    static let allGroupsCompared = text(
        zh: "表格列出每个组，而不只是最大的。",
        en: "Have every group in the table, and not the largest alone.")
    static let allGroupsOfFacts = text(
        zh: "也给出报告没有列出的各组的事实。",
        en: "Give facts of the groups, too, that reports do not show by name.")
    static let templatesOut = text(
        zh: "改为把自带模板写入此文件夹，供修改。",
        en: "Write the given templates into this folder instead, to be changed.")
    static let exports = text(
        zh: "导出文件。",
        en: "The exports.")
    static let recordOfExports = text(
        zh: "作为一条记录的 XML 元素，或 JSON 中记录所在的数组（data/list）；默认由文件内容判断。",
        en:
            "The XML element that is one record, or the array of records in JSON (data/list); by default what the files tell."
    )
    static let draftOutput = text(
        zh: "写入此文件而不是标准输出；其中的路径相对于它所在的文件夹，已有的文件不覆盖。",
        en:
            "Write this file instead of standard output, with paths from its folder; one that is there is never overwritten."
    )
    static let programmeName = text(
        zh: "项目代号：小写字母、数字和连字符。",
        en: "The programme's name: lower-case letters, digits and hyphens.")
    static let files = text(
        zh: "文件，- 为标准输入。",
        en: "The files, - for standard input.")
    static let tableFormat = text(
        zh: "表格，或供程序使用的 JSON。",
        en: "A table, or JSON for programs.")
    static let file = text(
        zh: "文件，- 为标准输入。",
        en: "The file, - for standard input.")
    static let fileFormat = text(
        zh: "csv 或 xml；默认看文件名或开头的字节。",
        en: "csv or xml; by default what the name or the first bytes tell.")
    static let record = text(
        zh: "作为一条记录的元素；默认为根元素的每个子元素。",
        en: "The element that is one record; by default every child of the root.")
    static let delimiter = text(
        zh: "分隔符：auto、comma、tab、semicolon、pipe，或字符本身。",
        en: "auto, comma, tab, semicolon, pipe, or the character itself.")
    static let schemaKind = text(
        zh: "哪一种文件。",
        en: "Of what.")
    static let schemaFormat = text(
        zh: "供程序使用的 JSON Schema，或供人阅读的双语表格。",
        en: "A JSON Schema for programs, or a table for people in both languages.")
    static let span = text(
        zh: "时段。",
        en: "The span.")
    static let before = text(
        zh: "保留的第一个季度，须为一年的第一季度。",
        en: "The first quarter that stays, the first of a year.")
    static let yes = text(
        zh: "确实执行；不能撤回。",
        en: "Do it. It cannot be taken back.")
    static let test = text(
        zh: "同时执行流程文件中的测试（tests）。",
        en: "Try the tests of the pipeline file as well.")
}
