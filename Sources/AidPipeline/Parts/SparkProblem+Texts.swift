import AidModel

extension SparkProblem {
    var texts: ProblemTexts {
        switch self {
        case .noSpark:
            ProblemTexts(
                .inputMissing, "no-spark", zh: "找不到 spark-submit", en: "there is no spark-submit",
                mend: BilingualText(
                    zh: "请安装 Spark，设 SPARK_HOME，或把它的 bin 放入 PATH",
                    en: "install Spark, and set SPARK_HOME or add its bin to PATH"))
        case .programMissing:
            ProblemTexts(
                .inputMissing, "program-missing", zh: "找不到随作业发送的程序",
                en: "the program that travels with the job is not there")
        case .failed(let said):
            ProblemTexts(
                .inputOutputError, "spark-failed", zh: "Spark 未能完成作业" + (said.map { "：\($0)" } ?? ""),
                en: "Spark could not do the job" + (said.map { ": \($0)" } ?? ""),
                mend: BilingualText(
                    zh: "请检查 --spark-master 和 --spark-conf，以及所有机器能否打开输入和输出文件夹",
                    en:
                        "check --spark-master and --spark-conf, and that all machines can open the folders of inputs and output"
                ))
        }
    }
}
