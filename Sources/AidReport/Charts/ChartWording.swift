import AidModel

/// What charts and the page say beyond the words of the report.
protocol ChartWording {
    var chartLabels: ChartLabels { get }
    /// Between two parts of a sentence.
    var comma: String { get }

    /// A year along an axis: `2013年`.
    func year(_ year: Int) -> String
    func quarterCount(_ count: Int) -> String
    /// The change of a measure against the year earlier, in percent.
    func yearOverYearTitle(_ measure: Measure) -> String
    func cumulativeTitle(_ measure: Measure, _ currency: Currency) -> String
    func groupTitle(_ breakdown: String, _ measure: Measure, _ currency: Currency) -> String
    /// What the line across a bar is, and the percent beside it.
    func baseNote(_ quarter: String) -> String
    /// That only the largest groups are drawn.
    func largestNote(_ shown: Int, of all: Int) -> String
}

/// The fixed texts of charts and of the page.
struct ChartLabels: Sendable {
    var trendHeading: String
    var contents: String
    /// The heading of the headline figures, for those who hear the page.
    var headline: String
    /// 同比.
    var yearOverYear: String
    /// 环比.
    var quarterOverQuarter: String
    /// In place of a change of 0.
    var unchanged: String
    var highest: String
    var lowest: String
    var yearEarlier: String
    var noFigures: String
    var withheld: String
    /// What signs and lines of provisional figures look like.
    var hollowLine: String
    /// The same of bars.
    var hollowBar: String
    /// Where a line breaks.
    var gap: String
    /// Bars of falls.
    var hatched: String
    /// Why there is no curve of recipients.
    var noCurveOfRecipients: String
}

extension ChineseWording {
    var comma: String { "，" }

    func year(_ year: Int) -> String { "\(year)年" }

    func quarterCount(_ count: Int) -> String { "共\(count)个季度" }

    func yearOverYearTitle(_ measure: Measure) -> String { name(measure) + "：同比增减幅度（%）" }

    func cumulativeTitle(_ measure: Measure, _ currency: Currency) -> String { "累计" + column(measure, currency) }

    func groupTitle(_ breakdown: String, _ measure: Measure, _ currency: Currency) -> String {
        column(measure, currency) + "，按" + breakdown
    }

    func baseNote(_ quarter: String) -> String { "竖线：上年同期（\(quarter)）；百分比：同比" }

    func largestNote(_ shown: Int, of all: Int) -> String { "共\(all)组，图中只有最大的\(shown)组，其余见表" }

    var chartLabels: ChartLabels {
        ChartLabels(
            trendHeading: "各季度走势",
            contents: "目录",
            headline: "主要数字",
            yearOverYear: "同比",
            quarterOverQuarter: "环比",
            unchanged: "持平",
            highest: "最高",
            lowest: "最低",
            yearEarlier: "上年同期",
            noFigures: "无数据",
            withheld: "不公布",
            hollowLine: "空心、虚线：初步数",
            hollowBar: "空心、虚框：初步数",
            gap: "线条断开处：无数据",
            hatched: "斜纹：下降",
            noCurveOfRecipients: "同一人可在多个季度受助，各季度人数不能相加，因此受助职工只有期末的累计数，没有累计曲线。"
        )
    }
}

extension EnglishWording {
    var comma: String { ", " }

    func year(_ year: Int) -> String { String(year) }

    func quarterCount(_ count: Int) -> String { count == 1 ? "1 quarter" : "\(count) quarters" }

    func yearOverYearTitle(_ measure: Measure) -> String { name(measure) + ": year over year (%)" }

    func cumulativeTitle(_ measure: Measure, _ currency: Currency) -> String {
        column(measure, currency) + ", cumulative"
    }

    func groupTitle(_ breakdown: String, _ measure: Measure, _ currency: Currency) -> String {
        column(measure, currency) + " by " + breakdown
    }

    func baseNote(_ quarter: String) -> String { "upright line: the year earlier (\(quarter)); percent: change on it" }

    func largestNote(_ shown: Int, of all: Int) -> String {
        "only the largest \(shown) of \(all) groups; the others are in the table"
    }

    var chartLabels: ChartLabels {
        ChartLabels(
            trendHeading: "Trend",
            contents: "Contents",
            headline: "Headline figures",
            yearOverYear: "On year",
            quarterOverQuarter: "On quarter",
            unchanged: "unchanged",
            highest: "highest",
            lowest: "lowest",
            yearEarlier: "year earlier",
            noFigures: "no data",
            withheld: "withheld",
            hollowLine: "hollow, dashed: provisional",
            hollowBar: "hollow, dashed: provisional",
            gap: "break in the line: no data",
            hatched: "hatched: falls",
            noCurveOfRecipients: "A person can be aided in several quarters, so the quarters' recipients do not add "
                + "up: their cumulative number is known for the end alone, and has no curve."
        )
    }
}
