import AidReport

/// How cells look: each kind has a number, the place of its format in `styles.xml`.
struct CellStyles {
    /// The kinds without a unit; the raw value is the number.
    enum Kind: Int {
        case text = 0
        case head
        /// Over numbers, at the right as they are.
        case numberHead
        /// A text that looks like a formula: it stays a text even if somebody edits the cell.
        case quoted
        case day
        /// Text of several lines.
        case note
        case title
    }

    private let units: [TableUnit]

    /// - Parameter units: of all values.
    init(units: [TableUnit]) {
        var known: [TableUnit] = []
        for unit in units where !known.contains(unit) { known.append(unit) }
        self.units = known
    }

    func number(_ kind: Kind) -> String { String(kind.rawValue) }

    /// - Parameter unit: one of those that were given.
    func number(_ unit: TableUnit) -> String {
        String(Kind.title.rawValue + 1 + (units.firstIndex(of: unit) ?? 0))
    }

    /// `#,##0.00`, which Excel shows with the separators of its user; a percent has no sign, as the head has it.
    private static func format(_ unit: TableUnit) -> String {
        (unit == .percent || unit == .percentagePoints ? "0" : "#,##0")
            + (unit.decimals == 0 ? "" : "." + String(repeating: "0", count: unit.decimals))
    }

    func write(_ part: XMLPart) throws {
        // From 164 on they are a file's own.
        let formats = ["yyyy-mm-dd"] + units.map(CellStyles.format)
        try part.element("styleSheet", WorkbookParts.namespace) { part in
            try part.element("numFmts", ["count": String(formats.count)]) { part in
                for (index, format) in formats.enumerated() {
                    try part.element("numFmt", ["numFmtId": String(164 + index), "formatCode": format])
                }
            }
            try part.element("fonts", ["count": "2"]) { part in
                for isBold in [false, true] {
                    try part.element("font") { part in
                        if isBold { try part.element("b") }
                        try part.element("sz", ["val": "11"])
                        try part.element("name", ["val": "Calibri"])
                        try part.element("family", ["val": "2"])
                    }
                }
            }
            // Excel keeps the first two fills for itself.
            try part.element("fills", ["count": "3"]) { part in
                for pattern in ["none", "gray125"] {
                    try part.element("fill") { try $0.element("patternFill", ["patternType": pattern]) }
                }
                try part.element("fill") { part in
                    try part.element("patternFill", ["patternType": "solid"]) { part in
                        try part.element("fgColor", ["rgb": "FFE7ECF2"])
                        try part.element("bgColor", ["indexed": "64"])
                    }
                }
            }
            try part.element("borders", ["count": "1"]) { part in
                try part.element("border") { part in
                    for side in ["left", "right", "top", "bottom", "diagonal"] { try part.element(side) }
                }
            }
            try part.element("cellStyleXfs", ["count": "1"]) { part in
                try part.element("xf", ["numFmtId": "0", "fontId": "0", "fillId": "0", "borderId": "0"])
            }
            try writeFormats(part)
            // Without it Excel takes the file for damaged.
            try part.element("cellStyles", ["count": "1"]) { part in
                try part.element("cellStyle", ["name": "Normal", "xfId": "0", "builtinId": "0"])
            }
        }
    }

    private func writeFormats(_ part: XMLPart) throws {
        func format(
            _ part: XMLPart, number: Int = 0, font: Int = 0, fill: Int = 0, isQuoted: Bool = false,
            alignment: KeyValuePairs<String, String> = [:]
        ) throws {
            try part.element(
                "xf",
                [
                    "numFmtId": String(number), "fontId": String(font), "fillId": String(fill), "borderId": "0",
                    "xfId": "0", "applyNumberFormat": number == 0 ? "0" : "1", "applyFont": font == 0 ? "0" : "1",
                    "applyFill": fill == 0 ? "0" : "1", "applyAlignment": alignment.isEmpty ? "0" : "1",
                    "quotePrefix": isQuoted ? "1" : "0",
                ]
            ) { part in
                if !alignment.isEmpty { try part.element("alignment", alignment) }
            }
        }
        let lines: KeyValuePairs = ["vertical": "top", "wrapText": "1"]
        try part.element("cellXfs", ["count": String(Kind.title.rawValue + 1 + units.count)]) { part in
            try format(part)
            try format(part, font: 1, fill: 2, alignment: lines)
            try format(
                part, font: 1, fill: 2,
                alignment: ["horizontal": "right", "vertical": "top", "wrapText": "1", "indent": "1"])
            try format(part, isQuoted: true)
            // Else it would touch the text beside it.
            try format(part, number: 164, alignment: ["horizontal": "left"])
            try format(part, alignment: lines)
            try format(part, font: 1, alignment: lines)
            // Nor must the last number of a row touch its status.
            for index in units.indices {
                try format(part, number: 165 + index, alignment: ["horizontal": "right", "indent": "1"])
            }
        }
    }
}
