import TestSupport
import Foundation
import Testing

/// Python's parsers of XML and of HTML, which share no code with what writes pages and charts.
enum MarkupChecker {
    /// Reads files of the folder; says of each what is wrong with it, a line a problem.
    private static let program = #"""
        import os, re, sys
        import xml.etree.ElementTree as tree
        from html.parser import HTMLParser

        ATTRIBUTES = set("""id class lang role aria-label aria-labelledby tabindex scope href charset content name
            http-equiv x y x1 x2 y1 y2 d width height viewBox fill stroke stroke-width stroke-linejoin
            stroke-dasharray text-anchor font-size font-weight font-family pointer-events patternUnits
            patternTransform""".split())
        ELEMENTS = set("""html head meta title style body header h1 h2 h3 span p main section ul li strong code nav a
            div figure table thead tbody tr th td svg desc rect path text g defs pattern""".split())
        VOID = {"meta"}

        def problems(name, text):
            try:
                root = tree.fromstring(text.encode("utf-8"))
            except tree.ParseError as error:
                yield f"is not well-formed: {error}"
                return
            for element in root.iter():
                kind = element.tag.split("}")[-1]
                if kind not in ELEMENTS: yield f"holds <{kind}>"
                for key, value in element.attrib.items():
                    if key not in ATTRIBUTES: yield f"has the attribute {key}"
                    if key == "href" and not value.startswith("#"): yield f"leads to {value}"
                    for place in re.findall(r"url\(([^)]*)\)", value):
                        if not place.startswith("#"): yield f"asks for {place}"
                if kind == "style" and re.search(r"url\(|@import|expression|</", element.text or ""):
                    yield "has a style sheet that asks for something"
            if name.endswith(".svg"):
                if root.tag != "{http://www.w3.org/2000/svg}svg": yield "is no SVG"
                known = {e.get("id"): "".join(e.itertext()) for e in root.iter() if e.get("id")}
                if any(not known.get(i, "").strip() for i in root.get("aria-labelledby", "none").split()):
                    yield "has no text alternative"
            else:
                yield from nested(text)

        def nested(text):
            wrong, open_elements = [], []
            class Reader(HTMLParser):
                def handle_starttag(self, tag, attributes):
                    if tag not in VOID: open_elements.append(tag)
                def handle_startendtag(self, tag, attributes): pass
                def handle_endtag(self, tag):
                    if not open_elements or open_elements.pop() != tag: wrong.append(f"ends {tag} where it is not open")
            reader = Reader()
            reader.feed(text)
            reader.close()
            return wrong + [f"leaves {tag} open" for tag in open_elements]

        for name in sorted(os.listdir(".")):
            for problem in problems(name, open(name, encoding="utf-8", newline="").read()):
                print(f"{name}: {problem}")
        """#

    /// What is wrong with files, by their names: `.svg` or `.html`.
    static func problems(of files: [String: String]) throws -> [String] {
        let folder = try TemporaryFolder()
        for (name, text) in files { try folder.write(name, text) }
        let ending = try Started.run(NeededTool.python.path, ["-c", program], in: folder.path)
        try #require(ending.exitCode == 0)
        return ending.outputText.split(separator: "\n").map(String.init)
    }
}
