import AidModel

/// The colours, sizes and shapes of charts.
///
/// Series have colours of Okabe and Ito's palette, which readers with any kind of colour vision
/// tell apart, and a shape each, so that no meaning hangs on colour. A colour stands in the
/// element for every program that shows SVG; a style sheet changes it where the reader's screen
/// is dark.
enum ChartLook {
    /// A colour on white paper, and on a dark screen.
    struct Ink: Sendable, Hashable {
        let name: String
        let light: String
        let dark: String

        static let paper = Ink(name: "paper", light: "#ffffff", dark: "#16191d")
        static let text = Ink(name: "ink", light: "#1b1b1b", dark: "#f0f0f0")
        static let soft = Ink(name: "soft", light: "#565656", dark: "#b9bec5")
        static let axis = Ink(name: "axis", light: "#858585", dark: "#8a9099")
        static let grid = Ink(name: "grid", light: "#dedede", dark: "#363b42")
        static let blue = Ink(name: "blue", light: "#0072b2", dark: "#56b4e9")
        static let green = Ink(name: "green", light: "#009e73", dark: "#009e73")
        static let vermilion = Ink(name: "vermilion", light: "#d55e00", dark: "#e69f00")

        static let all = [paper, text, soft, axis, grid, blue, green, vermilion]

        static func of(_ measure: Measure) -> Ink {
            switch measure {
            case .recipients: .blue
            case .personTimes: .green
            case .amount: .vermilion
            }
        }
    }

    struct Text: Sendable {
        var size: Int
        var isBold = false
        var ink = Ink.text
        /// Whether it stands on paper of its own, so that lines behind it do not strike it through.
        var hasHalo = false

        var weight: String { isBold ? "700" : "400" }
        var className: String { "f-" + ink.name + (hasHalo ? " halo" : "") }

        static let title = Text(size: 15, isBold: true)
        static let subtitle = Text(size: 12, ink: .soft)
        static let label = Text(size: 12)
        static let tick = Text(size: 12, ink: .soft)
        static let value = Text(size: 13, isBold: true, hasHalo: true)
        static let barValue = Text(size: 12, hasHalo: true)
    }

    struct Stroke: Sendable {
        var ink: Ink
        var width: String

        var className: String { "s-" + ink.name }

        static let grid = Stroke(ink: .grid, width: "1")
        static let axis = Stroke(ink: .axis, width: "1")
    }

    static let fonts =
        "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'WenQuanYi Micro Hei', sans-serif"

    /// What a chart needs beyond its attributes, in a file of its own and in a page.
    static let styleSheet: String = {
        let halo =
            ".chart .halo{paint-order:stroke;stroke:\(Ink.paper.light);stroke-width:4px;stroke-linejoin:round}"
        let dark = Ink.all.flatMap { ink in
            [".chart .f-\(ink.name){fill:\(ink.dark)}", ".chart .s-\(ink.name){stroke:\(ink.dark)}"]
        }
        return halo + "@media screen and (prefers-color-scheme:dark){" + dark.joined()
            + ".chart .halo{stroke:\(Ink.paper.dark)}}"
    }()
}
