import AidModel
import AidText

/// What charts and the page say beyond the words of the report.
extension Wording {
    /// Between two parts of a sentence.
    var comma: String {
        text(zh: "，", en: ", ")
    }

    /// A year along an axis: `2013年`.
    func year(_ year: Int) -> String {
        text(zh: "\(year)年", en: String(year))
    }

    func quarterCount(_ count: Int) -> String {
        text(zh: "共\(count)个季度", en: count == 1 ? "1 quarter" : "\(count) quarters")
    }

    /// The change of a measure against the year earlier, in percent.
    func yearOverYearTitle(_ measure: Measure) -> String {
        text(zh: name(measure) + "：同比增减幅度（%）", en: name(measure) + ": year over year (%)")
    }

    func cumulativeTitle(_ measure: Measure, _ currency: Currency) -> String {
        text(zh: "累计" + column(measure, currency), en: column(measure, currency) + ", cumulative")
    }

    func groupTitle(_ breakdown: String, _ measure: Measure, _ currency: Currency) -> String {
        text(zh: column(measure, currency) + "，按" + breakdown, en: column(measure, currency) + " by " + breakdown)
    }

    /// What the line across a bar is, and the percent beside it.
    func baseNote(_ quarter: String) -> String {
        text(zh: "竖线：上年同期（\(quarter)）；百分比：同比", en: "upright line: the year earlier (\(quarter)); percent: change on it")
    }

    /// That only the largest groups are drawn.
    func largestNote(_ shown: Int, of all: Int) -> String {
        text(
            zh: "共\(all)组，图中只有最大的\(shown)组，其余见表",
            en: "only the largest \(shown) of \(all) groups; the others are in the table")
    }
}

/// The fixed texts of charts and of the page.
struct ChartLabels: Bilingual {
    let language: Language

    var trendHeading: String { text(zh: "各季度走势", en: "Trend") }
    var contents: String { text(zh: "目录", en: "Contents") }
    /// The heading of the headline figures, for those who hear the page.
    var headline: String { text(zh: "主要数字", en: "Headline figures") }
    /// 同比.
    var yearOverYear: String { text(zh: "同比", en: "On year") }
    /// 环比.
    var quarterOverQuarter: String { text(zh: "环比", en: "On quarter") }
    /// In place of a change of 0.
    var unchanged: String { text(zh: "持平", en: "unchanged") }
    var highest: String { text(zh: "最高", en: "highest") }
    var lowest: String { text(zh: "最低", en: "lowest") }
    var yearEarlier: String { text(zh: "上年同期", en: "year earlier") }
    var noFigures: String { text(zh: "无数据", en: "no data") }
    var withheld: String { text(zh: "不公布", en: "withheld") }
    /// What signs and lines of provisional figures look like.
    var hollowLine: String { text(zh: "空心、虚线：初步数", en: "hollow, dashed: provisional") }
    /// The same of bars.
    var hollowBar: String { text(zh: "空心、虚框：初步数", en: "hollow, dashed: provisional") }
    /// Where a line breaks.
    var gap: String { text(zh: "线条断开处：无数据", en: "break in the line: no data") }
    /// A bar that is longer than there is room.
    var cutBar: String {
        text(zh: "截断的横条：其余，不按比例", en: "cut bar: the rest, not to scale")
    }
    /// Bars of falls.
    var hatched: String { text(zh: "斜纹：下降", en: "hatched: falls") }
    /// Why there is no curve of recipients.
    var noCurveOfRecipients: String {
        text(
            zh: "同一人可在多个季度受助，各季度人数不能相加，因此受助职工只有期末的累计数，没有累计曲线。",
            en: "A person can be aided in several quarters, so the quarters' recipients do not add "
                + "up: their cumulative number is known for the end alone, and has no curve.")
    }
}
