package import AidModel
import AidText

extension DraftCheck {
    /// The draft as a page with every figure marked: one file that fetches nothing and runs nothing.
    ///
    /// Verdicts differ by mark, line and word, and by colours that colour-blind readers can tell apart.
    package func html(_ language: Language) -> String {
        let title = DraftCheckLabels(language: language).title
        var page = """
            <!DOCTYPE html>
            <html lang="\(language == .zh ? "zh-CN" : "en")">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(title)</title>
            <style>
            \(DraftCheck.style)
            </style>
            </head>
            <body>
            <main>
            <h1>\(title)</h1>
            <p class="file">\(DraftCheck.escaped(draft.name))\(quarter.map { " · \($0)" } ?? "")</p>
            <p class="summary">\(DraftCheck.escaped(summary(language)))</p>
            <ul class="legend">\(legend(language))</ul>
            \(mending(language))<article>

            """
        page += story(language)
        page += "</article>\n"
        page += notes(language)
        return page + "</main>\n</body>\n</html>\n"
    }

    private func legend(_ language: Language) -> String {
        let listed = figures.filter(isListed)
        let others = figures.count - listed.count
        let items = CheckedFigure.Verdict.allCases.compactMap { verdict in
            let count = listed.count { $0.verdict == verdict }
            return count == 0
                ? nil
                : "<li><span class=\"\(verdict.rawValue)\">\(verdict.mark)</span> \(verdict.word(language)) \(count)</li>"
        }
        let labels = DraftCheckLabels(language: language)
        return items.joined() + (others == 0 ? "" : "<li class=\"other\">\(labels.othersHeading(others))</li>")
    }

    /// The way to each figure that must be mended.
    private func mending(_ language: Language) -> String {
        let places = figures.indices.filter { figures[$0].mustBeMended }
        guard !places.isEmpty else { return "" }
        let links = places.map { place in
            "<a href=\"#f\(place + 1)\">[\(place + 1)] \(DraftCheck.escaped(figures[place].text))</a>"
        }
        return "<p class=\"mend\">" + DraftCheckLabels(language: language).toMend(links, count: links.count) + "</p>\n"
    }

    // MARK: The draft

    private func story(_ language: Language) -> String {
        var story = ""
        var place = 0
        for (paragraph, range) in paragraphs.enumerated() {
            story += paragraph == 0 ? "<p>" : "</p>\n<p>"
            var index = range.lowerBound
            while place < figures.count, figures[place].shown.lowerBound < range.upperBound {
                let figure = figures[place]
                story += escaped(index..<figure.shown.lowerBound)
                story += isListed(figure) ? marked(place, language) : quiet(place, language)
                index = figure.shown.upperBound
                place += 1
            }
            story += escaped(index..<range.upperBound)
        }
        return story.isEmpty ? "" : story + "</p>\n"
    }

    /// A figure of ours, with its mark and number, and the way to what is said of it.
    private func marked(_ place: Int, _ language: Language) -> String {
        let figure = figures[place]
        let title = DraftCheck.escaped("\(figure.verdict.word(language)): \(figure.reason(language))")
        return
            "<a class=\"\(figure.verdict.rawValue)\" id=\"f\(place + 1)\" href=\"#n\(place + 1)\" title=\"\(title)\">"
            + escaped(figure.shown) + "<sup>\(figure.verdict.mark)\(place + 1)</sup></a>"
    }

    /// A figure of something else: its number and why it was left alone show where one points at it.
    private func quiet(_ place: Int, _ language: Language) -> String {
        let title = DraftCheck.escaped("[\(place + 1)] \(figures[place].reason(language))")
        return "<span class=\"other\" title=\"\(title)\">" + escaped(figures[place].shown) + "</span>"
    }

    /// The shown text between paragraph ends.
    private var paragraphs: [Range<Int>] {
        var paragraphs: [Range<Int>] = []
        var start = 0
        var place = 0
        for index in draft.shown.indices where draft.shown[index] == "\n" {
            while place < figures.count, figures[place].shown.upperBound <= index { place += 1 }
            // A figure may be broken over two lines.
            if place < figures.count, figures[place].shown.contains(index) { continue }
            if start < index { paragraphs.append(start..<index) }
            start = index + 1
        }
        if start < draft.shown.count { paragraphs.append(start..<draft.shown.count) }
        return paragraphs
    }

    // MARK: What is said of it

    private func notes(_ language: Language) -> String {
        let places = figures.indices.filter { isListed(figures[$0]) }
        guard !places.isEmpty else { return "" }
        let labels = DraftCheckLabels(language: language)
        var notes = "<table>\n<thead><tr>"
        notes += ([""] + labels.heads).map { "<th scope=\"col\">\($0)</th>" }.joined() + "</tr></thead>\n<tbody>\n"
        // What must be mended stands first.
        let (wrong, rest) = (places.filter { figures[$0].mustBeMended }, places.filter { !figures[$0].mustBeMended })
        notes += (wrong + rest).map { row($0, language) }.joined()
        notes += "</tbody>\n</table>\n"
        guard !contradictions.isEmpty else { return notes }
        notes += "<h2>\(labels.contradictionsHeading)</h2>\n<ul>\n"
        for contradiction in contradictions {
            let places = contradiction.figures.map { "<a href=\"#f\($0 + 1)\">\($0 + 1)</a>" }.joined(separator: ", ")
            notes += "<li>\(DraftCheck.escaped(contradiction.reason(language))) (\(places))</li>\n"
        }
        return notes + "</ul>\n"
    }

    private func row(_ place: Int, _ language: Language) -> String {
        let figure = figures[place]
        var row = "<tr id=\"n\(place + 1)\"><td><a href=\"#f\(place + 1)\">\(place + 1)</a></td>"
        row += "<td>\(figure.lineNumber):\(figure.columnNumber)</td><td>\(DraftCheck.escaped(figure.text))</td>"
        row += "<td class=\"verdict\"><span class=\"\(figure.verdict.rawValue)\">\(figure.verdict.mark)</span>"
        row += " \(figure.verdict.word(language))</td><td>\(DraftCheck.escaped(figure.reason(language)))</td>"
        let ids = figure.factIDs.map { "<code>\(DraftCheck.escaped($0))</code>" }.joined(separator: " ")
        return row + "<td>\(ids)</td></tr>\n"
    }

    private func escaped(_ range: Range<Int>) -> String { DraftCheck.escaped(draft.shownText(range)) }

    /// A text that is nothing but text, with every character shown. By scalars: to Swift's characters a quote with an
    /// accent would be no quote.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in TextTable.shown(text).unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// Colours after Okabe and Ito, which colour-blind readers can tell apart; darker where they are text.
    private static let style = """
        :root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --faint: #5c5c5c; --rule: #d0d0d0;
          --right: #00664d; --rounded: #00558f; --wrong: #a83c00; --contradicted: #8a2f66; --unknown: #5c5c5c;
          --wrong-back: #fdeadd; --contradicted-back: #f9e6f1; }
        @media (prefers-color-scheme: dark) { :root { --ink: #ececec; --paper: #161616; --faint: #a8a8a8; --rule: #444;
          --right: #3fcfa4; --rounded: #6cbdf5; --wrong: #ff9a57; --contradicted: #f0a3cd; --unknown: #a8a8a8;
          --wrong-back: #40230f; --contradicted-back: #3b1c2e; } }
        body { margin: 0; background: var(--paper); color: var(--ink);
          font: 1.0625rem/1.8 system-ui, "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
        main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
        h1 { font-size: 1.4rem; margin: 0; } h2 { font-size: 1.1rem; }
        .file { color: var(--faint); margin: 0; overflow-wrap: anywhere; } .summary { font-weight: 600; }
        .legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; }
        article { border: 1px solid var(--rule); border-radius: .4rem; padding: .25rem 1rem; overflow-wrap: anywhere; }
        article a { white-space: nowrap; color: inherit; text-decoration: none; border-bottom: .15em solid; padding: 0 .1em; }
        sup { font-size: .65em; line-height: 0; font-weight: 700; }
        article a.right { border-color: var(--right); } .right sup, span.right { color: var(--right); }
        article a.rounded { border-color: var(--rounded); border-bottom-style: dashed; }
        .rounded sup, span.rounded { color: var(--rounded); }
        article a.wrong { border-color: var(--wrong); border-bottom-style: double; border-bottom-width: .25em;
          background: var(--wrong-back); font-weight: 700; }
        .wrong sup, span.wrong { color: var(--wrong); }
        article a.contradicted { border-color: var(--contradicted); border-bottom-style: double;
          border-bottom-width: .25em; background: var(--contradicted-back); font-weight: 700; }
        .contradicted sup, span.contradicted { color: var(--contradicted); }
        article a.unknown { border-color: var(--unknown); border-bottom-style: dotted; }
        .unknown sup, span.unknown { color: var(--unknown); }
        .mend a { color: var(--wrong); font-weight: 700; }
        .other { color: var(--faint); }
        span.right, span.rounded, span.wrong, span.contradicted, span.unknown { font-weight: 700; }
        table { border-collapse: collapse; margin-top: 1rem; width: 100%; font-size: .9rem; line-height: 1.5; }
        th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; }
        tr { border-top: 1px solid var(--rule); } td.verdict, td:nth-child(2), td:nth-child(3) { white-space: nowrap; }
        code { font-size: .85em; color: var(--faint); overflow-wrap: anywhere; }
        @media (max-width: 44rem) { thead { display: none; } tr { display: block; padding: .4rem 0; }
          td { display: inline-block; padding: .1rem .4rem .1rem 0; }
          td:nth-child(5), td:nth-child(6) { display: block; } }
        tr:target, article a:target { outline: .15em solid var(--rounded); }
        @media print { body { font-size: 10.5pt; } article { border: 0; padding: 0; } }
        """
}
