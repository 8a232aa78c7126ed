import AidText

/// The text of SVG elements, in one way of writing them.
enum SVG {
    typealias Attributes = KeyValuePairs<String, String>

    /// An element whose content is SVG already.
    static func element(_ name: String, _ attributes: Attributes, _ content: String? = nil) -> String {
        let head = "<" + name + attributes.map { " \($0.key)=\"\(XMLText.escaped($0.value))\"" }.joined()
        return content.map { head + ">" + $0 + "</\(name)>" } ?? head + "/>"
    }

    /// Words at a place.
    static func text(
        _ words: String, x: Length, y: Length, anchor: TextAnchor = .start, _ look: ChartLook.Text
    ) -> String {
        element(
            "text",
            [
                "x": "\(x)", "y": "\(y)", "text-anchor": anchor.rawValue, "font-size": "\(look.size)",
                "font-weight": look.weight, "fill": look.ink.light, "class": look.className,
            ],
            XMLText.escaped(words))
    }

    static func escaped(_ text: String) -> String {
        XMLText.escaped(text)
    }

    static func line(x1: Length, y1: Length, x2: Length, y2: Length, _ stroke: ChartLook.Stroke) -> String {
        element(
            "path",
            [
                "d": "M\(x1) \(y1)L\(x2) \(y2)", "stroke": stroke.ink.light, "stroke-width": stroke.width,
                "class": stroke.className,
            ])
    }
}

enum TextAnchor: String {
    case start
    case middle
    case end
}
