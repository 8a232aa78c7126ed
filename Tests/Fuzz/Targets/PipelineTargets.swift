import AidInput
import AidModel
import AidText

@testable import AidPipeline

extension Target {
    private static let pipeline = """
        version: 1
        name: x
        inputs:
          - files: ["*.csv"]
            format: csv
        fields:
          claim: { from: [claim] }
          person: { from: [id], type: resident-id, otherDocuments: accept }
          paidOn: { from: [day], type: date }
          amount: { from: [money], type: money }
          status: { from: state }
          care: { from: [care], type: category, values: { a: [b, c] } }
        count:
          period: paidOn
          status: { paid: [done], unpaid: [open] }
        breakdowns: [care]
        quality: { minGroup: 5, maxRejected: 1% }
        """
    private static let words = [
        "version: 1", "name: ", "title: ", "inputs:", "files:", "format: csv", "encoding: ", "record: ", "fields:",
        "from: [", "type: date", "type: money", "type: category", "count:", "period: ", "status:", "paid: []",
        "breakdowns: [", "quality:", "minGroup: ", "maxRejected: ", "register:", "ledger: ", "tests:", "news:", "- ",
        "&a ",
        "*a", "!!str ", "<<: ", "|\n", "? ", "：", "，", "“", "\u{2028}", "{year}", "bands: ", "timeZone: ",
    ]

    static let pipelineTargets = [
        Target(
            "pipeline", takes: [".yaml"], seeds: [pipeline, "a: &a [x]\nb: *a\n", "{\"name\": \"x\"}"], words: words
        ) { bytes in
            guard let text = String(validating: bytes, as: UTF8.self) else { return }
            let reading = PipelineFileReader.read(text, name: "p.yaml")
            for finding in reading.findings {
                expect(finding.line >= 1 && finding.column >= 1, "a place that is none")
                for language in Language.allCases {
                    expect(!finding.finding.message(language).isEmpty, "no words")
                    let line = MessageLine(
                        level: .error, place: "p.yaml:\(finding.line)", what: finding.finding.message(language),
                        mend: nil, code: finding.finding.code
                    ).text(language)
                    expect(!hasControls(line) && !line.unicodeScalars.contains("\n"), "a message breaks its line")
                }
            }
            let hasErrors = reading.findings.contains { $0.finding.level == .error }
            expect((reading.file == nil) == hasErrors, "a file without errors is none, or the other way about")
        },
        Target(
            "published",
            seeds: [
                "quarter,publishedOn,period,recipients,personTimes,amount,note\n"
                    + "2020Q3,2020-10-20,quarter,72.7万,77.2万,9800万元,\n2020Q3,2020-10-20,cumulative,243.8万,1924.7万,24.05亿元,x\n",
                "季度,发布日期,时期,受助职工,受助人次,受助金额,受助职工精度\n2020年第三季度,2020-10-20,本季度,72.7万,,,1万\n",
            ],
            words: ["万", "亿元", "万元", "quarter", "cumulative", "yearToDate", "2020Q3", "recipientsPrecision", "约", "余"]
        ) { bytes in
            let file = TrialFile(bytes)
            do throws(RunFailure) {
                let published = try PublishedFiguresFile(name: "figures.csv", path: file.path, currency: .cny)
                expect(published.vintages.allSatisfy { !$0.cells.isEmpty }, "a vintage of nothing")
            } catch {
                expect(!error.problems.isEmpty, "refused without a word")
            }
        },
        Target("report", takes: ["report.json"], seeds: ["{\"schema\": \"aidstats.report/1\"}"]) { bytes in
            let file = TrialFile(bytes)
            do throws(RunFailure) {
                _ = try ReportFile.read(file.path)
            } catch {
                expect(!error.problems.isEmpty, "refused without a word")
            }
        },
        // A look at a file; and the pipeline file that is made of it is one.
        Target(
            "inspect", takes: [".csv", ".xml", ".json", ".txt", ".html"],
            seeds: [
                "编号,身份证号,打款日期,金额,状态,类型\n1,,2023-05-10,1.00,已打款,门诊\n2,,2023-05-11,2.00,待审核,住院\n",
                "<s><r><id>1</id><day>2023-05-10</day></r><r><id>2</id></r></s>", "[{\"a\":1,\"b\":\"2023-05-10\"}]",
            ], words: words + ["打款日期", "金额", "状态", "\u{2028}", "\u{85}", "# ", "\n"]
        ) { bytes in
            let file = TrialFile(bytes)
            guard let inspection = try? Inspection(paths: [file.path], encoding: "auto") else { return }
            for language in Language.allCases {
                expect(!hasControls(inspection.text(language)), "a control character for a terminal")
                let yaml = PipelineDraft(inspection, name: nil, language: language).yaml
                expect(!hasControls(yaml), "a control character in a pipeline file")
                let reading = PipelineFileReader.read(yaml, name: "p.yaml")
                for finding in reading.findings {
                    let code = finding.finding.code
                    expect(
                        !["yaml-syntax", "unknown-key", "key-twice", "duplicate-key", "root-no-mapping"].contains(code),
                        "the pipeline file that init wrote is none: \(code)\n\(yaml)")
                }
            }
            _ = InspectDocument.document.text(inspection)
        },
    ]
}
