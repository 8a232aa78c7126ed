import AidModel

/// What `--help` says of the steps of a run that many processes do together.
extension Help {
    static let part = CommandHelp(
        abstract: BilingualText(
            zh: "分步统计的第一步：读一片输入，把赔付按编号分成若干份。",
            en: "First step of a run in parts: read a piece of the inputs, and deal its claims out by number."),
        discussion: BilingualText(
            zh: """
                一次统计可由许多进程或许多机器分步完成，结果与 aidstats run 逐字节相同：

                  part    读第 K/M 片输入，写出 FOLDER/piece-K-of-M.claims
                  settle  对每一份，了结重复、更正和冲正，写出 FOLDER/part-P-of-N.standing
                  count   对每一份，统计人数，写出 FOLDER/part-P-of-N.counts
                  run --from-counts FOLDER  合计、平衡、比较、发布

                一步的全部进程做完，才能做下一步；各步用同样的流程文件和 --input。每 M 个输入文件中有一个属于一片，大的 CSV 文件各片各读一段。\
                FOLDER 中的文件含身份证号等个人信息，权限为 0600，用完请删去。

                示例（三片，两份）：
                  for k in 1 2 3; do aidstats part aid.yaml /srv/work --piece $k/3 --parts 2; done
                  for p in 1 2; do aidstats settle aid.yaml /srv/work --part $p/2; done
                  for p in 1 2; do aidstats count aid.yaml /srv/work --part $p/2; done
                  aidstats run aid.yaml --from-counts /srv/work
                """,
            en: """
                Many processes, or many machines, can do a run together, step by step. What comes out is that of aidstats \
                run, byte for byte:

                  part    reads piece K of M of the inputs, and writes FOLDER/piece-K-of-M.claims
                  settle  settles duplicates, corrections and reversals of a part: FOLDER/part-P-of-N.standing
                  count   counts the people of a part: FOLDER/part-P-of-N.counts
                  run --from-counts FOLDER  adds, balances, compares and publishes

                All processes of a step must be done before the next one begins; all are given the same pipeline file and \
                the same --input. A piece is every M-th of the input files, and a stretch of every large CSV file. The files in FOLDER hold ID numbers and other \
                personal data; they are their owner's alone (0600). Remove them when the run is done.

                Example, of three pieces and two parts:
                  for k in 1 2 3; do aidstats part aid.yaml /srv/work --piece $k/3 --parts 2; done
                  for p in 1 2; do aidstats settle aid.yaml /srv/work --part $p/2; done
                  for p in 1 2; do aidstats count aid.yaml /srv/work --part $p/2; done
                  aidstats run aid.yaml --from-counts /srv/work
                """))

    static let settle = CommandHelp(
        abstract: BilingualText(
            zh: "分步统计的第二步：了结一份赔付，把仍有效的按人分成若干份。",
            en: "Second step of a run in parts: settle a part of the claims, and deal what stands out by person."),
        discussion: BilingualText(
            zh: """
                所有的片都读完之后，对每一份做一次；各步骤见 aidstats part --help。已发布的季度有什么变化，要看 --output 中的台账。

                示例：
                  aidstats settle aid.yaml /srv/work --part 1/2
                """,
            en: """
                Once for every part, when all pieces are read; aidstats part --help tells all steps. What has changed in \
                published quarters it asks of the ledger in --output.

                Example:
                  aidstats settle aid.yaml /srv/work --part 1/2
                """))

    static let count = CommandHelp(
        abstract: BilingualText(
            zh: "分步统计的第三步：统计一份人数。",
            en: "Third step of a run in parts: count the people of a part."),
        discussion: BilingualText(
            zh: """
                所有的份都了结之后，对每一份做一次；各步骤见 aidstats part --help。--quarter 与 run 的相同。

                示例：
                  aidstats count aid.yaml /srv/work --part 1/2 --quarter 2023Q2
                """,
            en: """
                Once for every part, when all parts are settled; aidstats part --help tells all steps. Give it the --quarter \
                that run is given.

                Example:
                  aidstats count aid.yaml /srv/work --part 1/2 --quarter 2023Q2
                """))

    static let engine = text(
        zh: "由本机还是 Apache Spark 完成读入、了结和计数。",
        en: "Whether this machine or Apache Spark reads, settles and counts.")
    static let sparkMaster = text(
        zh: "Spark 的 master，如 spark://host:7077、yarn；默认依 Spark 的设置。",
        en: "Spark's master, spark://host:7077 or yarn; by default as Spark is set up.")
    static let sparkSetting = text(
        zh: "Spark 的一项设置；可多次给出。",
        en: "A setting of Spark; may be repeated.")
    static let sparkPieces = text(
        zh: "Spark 把输入分成几片读；默认与份数相同。",
        en: "How many pieces of the inputs Spark's tasks read; by default as many as parts.")
    static let sparkParts = text(
        zh: "Spark 把赔付和人分成几份；默认为可同时进行的任务数。",
        en: "How many parts Spark's tasks settle and count; by default as many as can run at once.")
    static let stepFolder = text(
        zh: "存放各步骤之间的文件的文件夹。",
        en: "The folder of the files between the steps.")
    static let piece = text(
        zh: "第几片/共几片。",
        en: "Which piece of how many.")
    static let divideFrom = text(
        zh: "多大的 CSV 文件由各片分读，默认 256MB；各片须相同。",
        en:
            "How large a CSV file is at least that the pieces divide between them, by default 256MB; the same for all pieces."
    )
    static let whole = text(
        zh: "每个文件都由一片从头读到尾。",
        en: "Let one piece read each file from its beginning to its end.")
    static let partCount = text(
        zh: "共几份，1 至 4096。",
        en: "How many parts there are, 1 to 4096.")
    static let partOfClaims = text(
        zh: "第几份/共几份。",
        en: "Which part of how many.")
    static let partOfPeople = text(
        zh: "第几份/共几份。",
        en: "Which part of how many.")
    static let outputWithLedger = text(
        zh: "存放所有报告的文件夹，台账在其中。",
        en: "The folder of all reports, in which the ledger is.")
    static let fromCounts = text(
        zh: "不读输入，用 part、settle 和 count 在这个文件夹中写出的文件。",
        en: "Read no inputs, but what part, settle and count have written into this folder.")
}
