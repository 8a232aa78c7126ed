import AidModel
import AidText

/// A chart, drawn, with words that say what it shows.
///
/// It is written in two ways: as a file that stands beside `report.md`, and as an element
/// within the page.
package struct Chart: Sendable, Hashable {
    /// Lower-case words joined by hyphens: the file's name without its ending, and what ids begin with.
    package let name: String
    let title: String
    /// What the chart says, in words with figures.
    let summary: String
    let language: Language
    let drawing: ChartDrawing

    package var fileName: String { name + ".svg" }

    /// Every name that a chart's file can have: a pipeline file has at most 16 breakdowns.
    package static let fileNames: Set<String> = {
        let kinds = ["trend", "year-over-year", "cumulative"] + (1...16).map { "groups-\($0)" }
        let ofMembers = [memberTrendName] + (0..<16).map(memberGroupsName)
        return Set(
            kinds.flatMap { kind in Measure.allCases.map { kind + "-" + slug($0) + ".svg" } }
                + ofMembers.map { $0 + ".svg" })
    }()

    static let memberTrendName = "per-thousand-recipients"

    /// - Parameter index: of the breakdown among those of the report.
    static func memberGroupsName(_ index: Int) -> String { "groups-\(index + 1)-per-thousand-recipients" }

    /// What the chart of a measure is called after.
    static func slug(_ measure: Measure) -> String {
        switch measure {
        case .recipients: "recipients"
        case .personTimes: "person-times"
        case .amount: "amount"
        }
    }

    /// The chart in place of a picture: what it is, and what it says.
    var alternative: String { title + (language == .zh ? "：" : ": ") + summary }

    /// An SVG file that needs nothing else.
    package var file: String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + element(
                [("xmlns", "http://www.w3.org/2000/svg")],
                size: [("width", "\(drawing.width)"), ("height", "\(drawing.height)")],
                style: "<style>" + ChartLook.styleSheet + "</style>") + "\n"
    }

    /// An element of a page that holds `ChartLook.styleSheet`.
    var element: String {
        element([], size: [], style: "")
    }

    private func element(_ namespace: [(String, String)], size: [(String, String)], style: String) -> String {
        let attributes =
            namespace
            + [
                ("class", "chart"), ("lang", language == .zh ? "zh-CN" : "en"), ("role", "img"),
                ("aria-labelledby", "\(name)-title \(name)-desc"),
            ] + size
            + [("viewBox", "0 0 \(drawing.width) \(drawing.height)"), ("font-family", ChartLook.fonts)]
        let head = "<svg" + attributes.map { " \($0)=\"\(XMLText.escaped($1))\"" }.joined() + ">"
        let paper = SVG.element(
            "rect",
            [
                "width": "\(drawing.width)", "height": "\(drawing.height)", "fill": ChartLook.Ink.paper.light,
                "class": "f-paper",
            ])
        return head + SVG.element("title", ["id": "\(name)-title"], XMLText.escaped(title))
            + SVG.element("desc", ["id": "\(name)-desc"], XMLText.escaped(summary)) + style + paper + drawing.content
            + "</svg>"
    }
}

/// What is seen of a chart: SVG elements within a box that begins at 0, 0.
struct ChartDrawing: Sendable, Hashable {
    let width: Length
    let height: Length
    let content: String
}

/// What charts have in common: their width, and what stands above and below what is drawn.
enum ChartFrame {
    /// Of a telephone's screen: a chart that is legible there is so everywhere.
    static let width: Length = 400
    static let margin: Length = 8
    /// Where what is drawn may begin.
    static let top: Length = 54

    static func head(_ title: String, _ subtitle: String) -> String {
        let room = width - margin * 2
        return SVG.text(
            ChartText.cut(title, .title, to: room), x: margin, y: 21, .title)
            + SVG.text(
                ChartText.cut(subtitle, .subtitle, to: room), x: margin, y: 40, .subtitle)
    }

    /// A note in as many lines as it needs, below `y`.
    static func notes(_ note: String, below y: Length) -> (content: String, bottom: Length) {
        let lines = ChartText.lines(note, .subtitle, room: width - margin * 2)
        let content = lines.enumerated().map { index, line in
            SVG.text(line, x: margin, y: y + Length(14 + 17 * index), .subtitle)
        }
        return (content.joined(), y + Length(17 * lines.count + (lines.isEmpty ? 0 : 4)))
    }
}
