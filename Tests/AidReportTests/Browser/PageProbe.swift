import Foundation
import Testing

/// Looks at pages in frames of several widths, and says all that is wrong with them.
enum PageProbe {
    static let widths = [360, 768, 1280]

    /// Of each page, by its name, what is wrong, with the width at which it is.
    static func problems(
        of pages: [String: String], widths: [Int] = PageProbe.widths, isDark: Bool = false
    ) throws -> [String] {
        let list = pages.sorted { $0.key < $1.key }.map { ["name": $0.key, "html": $0.value] }
        let json = String(decoding: try JSONSerialization.data(withJSONObject: list), as: UTF8.self)
            .replacing("<", with: "\\u003c")
        let outcome = try Chromium.open(
            """
            <!DOCTYPE html><meta charset="utf-8"><body><pre id="problems">not looked at</pre><script>
            const pages = \(json), widths = \(widths), isDark = \(isDark);
            \(script)
            </script>
            """, isDark: isDark)
        let text = try #require(
            outcome.document.firstMatch(of: /(?s)<pre id="problems">(.*?)<\/pre>/)?.output.1)
        return outcome.console + text.split(separator: "\n").map(String.init)
    }

    private static let script = #"""
        const found = [];
        const frames = pages.flatMap(page => widths.map(width => {
            const frame = document.createElement("iframe");
            frame.style = `width:${width}px;height:2000px;border:0`;
            frame.srcdoc = page.html;
            document.body.append(frame);
            return { frame, width, name: page.name };
        }));
        const words = element => element.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
        function meets(a, b) {
            return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
                && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
        }
        function light(colour) {
            const parts = colour.match(/[\d.]+/g).map(Number);
            const [r, g, b] = parts.map(part => part / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
            return parts.length > 3 && parts[3] === 0 ? null : 0.2126 * r + 0.7152 * g + 0.0722 * b;
        }
        function behind(view, element) {
            for (let e = element; e; e = e.parentElement) {
                const paper = light(view.getComputedStyle(e).backgroundColor);
                if (paper !== null) return paper;
            }
            return 1;
        }
        function contrast(a, b) { return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05); }
        function look({ frame, width, name }) {
            const view = frame.contentWindow, page = frame.contentDocument;
            const say = text => found.push(`${name} at ${width}: ${text}`);
            if (!page || !page.querySelector("h1")) { say("did not open"); return; }
            if (view.innerWidth !== width) say(`is ${view.innerWidth} wide`);
            if (view.matchMedia("(prefers-color-scheme: dark)").matches !== isDark) say("has the wrong colours");
            const scrolled = page.scrollingElement.scrollWidth;
            if (scrolled > view.innerWidth) say(`overflows: ${scrolled}`);
            for (const entry of view.performance.getEntriesByType("resource")) say(`asks for ${entry.name}`);
            if (page.querySelector("script")) say("holds a script");
            let level = 0;
            for (const heading of page.querySelectorAll("h1,h2,h3,h4,h5,h6")) {
                const next = Number(heading.tagName[1]);
                if (next > level + 1) say(`leaves out a level of headings before ${words(heading)}`);
                level = next;
            }
            for (const head of page.querySelectorAll("th:not([scope])")) say(`has a head without scope: ${words(head)}`);
            const ids = [...page.querySelectorAll("[id]")].map(e => e.id);
            for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) say(`has the id ${id} twice`);
            for (const link of page.querySelectorAll("[aria-labelledby]"))
                for (const id of link.getAttribute("aria-labelledby").split(" "))
                    if (!ids.includes(id)) say(`lacks ${id}`);
            for (const link of page.querySelectorAll("a"))
                if (!ids.includes(link.getAttribute("href").slice(1))) say(`leads to ${link.getAttribute("href")}`);
            for (const element of page.querySelectorAll("body *:not(svg *)")) {
                if (![...element.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
                const colour = light(view.getComputedStyle(element).color);
                if (contrast(colour, behind(view, element)) < 4.5) say(`is hard to read: ${words(element)}`);
                if (!element.closest(".scroll") && element.getBoundingClientRect().right > width + 1)
                    say(`is cut: ${words(element)}`);
            }
            for (const chart of page.querySelectorAll("svg")) {
                const box = chart.getBoundingClientRect();
                const texts = [...chart.querySelectorAll("text")].map(e => [e, e.getBoundingClientRect()]);
                const paper = light(view.getComputedStyle(chart.querySelector("rect")).fill);
                texts.forEach(([text, a], index) => {
                    if (a.left < box.left - 1 || a.right > box.right + 1 || a.top < box.top || a.bottom > box.bottom + 1)
                        say(`a chart cuts ${words(text)}`);
                    if (contrast(light(view.getComputedStyle(text).fill), paper) < 4.5)
                        say(`a chart's text is hard to read: ${words(text)}`);
                    if (parseFloat(view.getComputedStyle(text).fontSize) * box.width / chart.viewBox.baseVal.width < 9)
                        say(`a chart's text is small: ${words(text)}`);
                    for (const [other, b] of texts.slice(index + 1))
                        if (meets(a, b)) say(`${words(text)} lies over ${words(other)}`);
                });
                for (const shape of chart.querySelectorAll("path[fill]:not([fill=none])")) {
                    const s = shape.getBoundingClientRect();
                    if (s.left < box.left || s.right > box.right) say("a chart cuts a sign");
                }
            }
        }
        window.onload = () => {
            for (const frame of frames) look(frame);
            document.getElementById("problems").textContent = found.join("\n");
        };
        """#
}
