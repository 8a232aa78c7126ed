/// The style sheet of `report.html`: a telephone first, then wider screens, dark screens and paper.
enum PageStyle {
    /// A name of the style sheet, and its colour on paper and on a dark screen.
    struct Colour: Sendable {
        let name: String
        let light: String
        let dark: String
    }

    static let paper = Colour(name: "paper", light: ChartLook.Ink.paper.light, dark: ChartLook.Ink.paper.dark)
    static let ink = Colour(name: "ink", light: ChartLook.Ink.text.light, dark: ChartLook.Ink.text.dark)
    static let soft = Colour(name: "soft", light: ChartLook.Ink.soft.light, dark: ChartLook.Ink.soft.dark)
    static let line = Colour(name: "line", light: "#d4d4d4", dark: "#3a4048")
    static let band = Colour(name: "band", light: "#f3f5f7", dark: "#20252b")
    static let link = Colour(name: "link", light: "#005a8c", dark: "#7cc4ee")
    static let rise = Colour(name: "rise", light: "#005a8c", dark: "#7cc4ee")
    static let fall = Colour(name: "fall", light: "#a34700", dark: "#f0b347")
    static let warning = Colour(name: "warning", light: "#a34700", dark: "#f0b347")

    /// What text is written in, and on what.
    static let texts: [(ink: Colour, on: Colour)] = [ink, soft, link, rise, fall].flatMap { [($0, paper), ($0, band)] }

    private static let colours = [paper, ink, soft, line, band, link, rise, fall, warning]

    static let sheet: String = {
        let light = colours.map { "--\($0.name):\($0.light)" }.joined(separator: ";")
        let dark = colours.map { "--\($0.name):\($0.dark)" }.joined(separator: ";")
        return """

            :root{color-scheme:light dark;\(light)}
            @media screen and (prefers-color-scheme:dark){:root{\(dark)}}
            \(rules)
            \(ChartLook.styleSheet)

            """
    }()

    private static let rules = """
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
        body{margin:0 auto;max-width:1232px;padding:16px;background:var(--paper);color:var(--ink);\
        font:16px/1.6 \(ChartLook.fonts);overflow-wrap:break-word}
        h1{font-size:1.5rem;line-height:1.3;margin:0 0 12px}
        h1 .quarter{display:inline-block}
        h2{font-size:1.2rem;line-height:1.35;margin:36px 0 10px;padding-top:10px;border-top:2px solid var(--ink)}
        h3{font-size:1rem;margin:22px 0 8px}
        p,ul{margin:0 0 12px}
        section>p,section>ul:not(.cards,.people),header>p{max-width:50rem}
        a{color:var(--link)}
        code{font-family:ui-monospace,monospace;font-size:.85em;overflow-wrap:anywhere}
        .note{border-left:4px solid var(--warning);background:var(--band);padding:8px 12px}
        .lead{font-size:1.1rem}
        .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,230px),1fr));gap:12px;\
        list-style:none;padding:0;margin:0 0 16px}
        .cards li{border:1px solid var(--line);border-top:4px solid var(--ink);padding:10px 14px;min-width:0}
        .cards h2{border:0;padding:0;margin:0;font-size:1rem}
        .cards p{margin:0}
        .cards .figure{font-size:2rem;font-weight:700;line-height:1.25}
        .cards .figure a{color:inherit;text-decoration:underline dotted 1px;text-underline-offset:5px}
        .cards .exact{color:var(--soft);font-size:.9rem;font-variant-numeric:tabular-nums;margin-bottom:6px}
        .change{font-size:.95rem;font-variant-numeric:tabular-nums}
        .change span{color:var(--soft)}
        .change .rise{color:var(--rise)}
        .change .rise::before{content:"\\25B2\\00A0"}
        .change .fall{color:var(--fall)}
        .change .fall::before{content:"\\25BC\\00A0"}
        .people{display:flex;flex-wrap:wrap;gap:2px 24px;list-style:none;padding:0}
        nav ul{display:flex;flex-wrap:wrap;gap:4px 16px;list-style:none;padding:0;margin:0}
        nav a{display:inline-block;padding:4px 0}
        .charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,300px),1fr));gap:12px;\
        align-items:start;margin:0 0 16px}
        figure{margin:0;min-width:0;max-width:460px;border:1px solid var(--line)}
        .chart{display:block;width:100%;height:auto}
        .tables{display:flex;flex-wrap:wrap;gap:12px 32px;align-items:flex-start;margin:0 0 12px}
        .scroll{max-width:100%;overflow-x:auto}
        .scroll:focus-visible,a:focus-visible{outline:3px solid var(--link);outline-offset:2px}
        table{border-collapse:collapse;font-size:.875rem;line-height:1.45}
        th,td{padding:5px 10px;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
        thead th{border-bottom:2px solid var(--ink);vertical-align:bottom;white-space:nowrap}
        tbody th{font-weight:400;min-width:7.6em;overflow-wrap:anywhere}
        thead th:first-child,tbody th{position:sticky;left:0;background:var(--paper)}
        td:not(.number){min-width:12em}
        .number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        tbody tr:nth-child(even)>*{background:var(--band)}
        @media (max-width:480px){body{padding:12px}th,td{padding:5px 6px}h1{font-size:1.3rem}\
        thead th,thead .number{white-space:normal;text-wrap:balance}thead .number{min-width:3.6em}tbody th{min-width:5em}\
        .cards li{padding:8px 12px}.cards .figure{font-size:1.75rem}}
        @page{size:A4;margin:14mm 12mm}
        @media print{thead th:first-child,tbody th{position:static}body{max-width:none;padding:0;font-size:10pt;line-height:1.45}nav{display:none}\
        h2{margin-top:20px}h2,h3,h2+p,h3+p{break-after:avoid}figure,tr,.cards li,.note{break-inside:avoid}\
        .cards{grid-template-columns:repeat(3,1fr)}.cards .figure{font-size:18pt}.lead{font-size:11pt}\
        .charts{grid-template-columns:repeat(2,1fr)}.scroll{overflow:visible}\
        table{font-size:8pt}th,td{padding:2pt 5pt}.tables{display:block}.tables table{margin-bottom:10pt}\
        td:not(.number){min-width:0}}
        """
}
