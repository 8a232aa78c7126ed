import AidModel

/// Rows of bars with their names on the left and their figures at the end, to either side of zero.
///
/// Rows read well on a telephone, where columns would have no room for names and figures.
struct BarChart: Sendable {
    struct Row: Sendable {
        let name: String
        /// nil: there is no figure, and `text` says why.
        let value: Int128?
        let text: String
        /// Another figure of the row, drawn as a line across it.
        let base: Int128?
        let isProvisional: Bool
        /// Whether its name stands out.
        let isMarked: Bool
        /// The row in words, exactly.
        let words: String
        /// Whether its bar is cut where the others end: drawn to scale it would leave them no room.
        var isCut = false
    }

    /// What ids begin with.
    let name: String
    let measure: Measure
    let title: String
    let subtitle: String
    let rows: [Row]
    let tickText: @Sendable (Int128) -> String
    /// What stands below.
    let note: String

    private static let rowHeight: Length = 22
    private static let barHeight: Length = 12
    private static let nameRoom: Length = 132
    private static let namesEnd: Length = 6
    /// Of the axis, however long the figures are.
    private static let leastRoom: Length = 30

    func drawn() -> ChartDrawing {
        let axis = scale()
        let top = ChartFrame.top
        let bottom = top + BarChart.rowHeight * rows.count + 2
        let foot = ChartFrame.notes(note, below: bottom + 20)
        let drawnRows = rows.enumerated().map { index, row in
            self.row(row, top: top + BarChart.rowHeight * index, axis)
        }
        let content =
            ChartFrame.head(title, subtitle) + hatch + grid(axis, from: top - 4, to: bottom) + drawnRows.joined()
            + zero(axis, from: top - 4, to: bottom) + foot.content
        return ChartDrawing(width: ChartFrame.width, height: foot.bottom + 6, content: content)
    }

    // MARK: Room

    /// Of a figure along the axis.
    private func width(_ text: String) -> Length {
        ChartText.width(text, .tick)
    }

    private func nameLook(_ row: Row) -> ChartLook.Text {
        var look = ChartLook.Text.label
        look.isBold = row.isMarked
        return look
    }

    private func figureLook(_ row: Row) -> ChartLook.Text {
        var look = ChartLook.Text.barValue
        look.isBold = row.isMarked
        return look
    }

    private func figureWidth(_ row: Row) -> Length {
        ChartText.width(row.text, figureLook(row)) + 6
    }

    private func shownName(_ row: Row) -> String {
        ChartText.cut(row.name, nameLook(row), to: BarChart.nameRoom)
    }

    private var nameWidth: Length {
        rows.map { ChartText.width(shownName($0), nameLook($0)) }.max() ?? 0
    }

    /// The axis between the names and the right margin, with room for each figure beyond its bar.
    private func scale() -> AxisScale {
        let names = nameWidth
        let values = rows.filter { !$0.isCut }.flatMap { [$0.value, $0.base].compactMap(\.self) }
        let rising = rows.filter { ($0.value ?? 0) >= 0 }.map(figureWidth).max() ?? 0
        let falling = rows.filter { ($0.value ?? 0) < 0 }.map(figureWidth).max() ?? 0
        let start = ChartFrame.margin + names + BarChart.namesEnd + falling
        let end = max(ChartFrame.width - ChartFrame.margin - rising, start + BarChart.leastRoom)
        let least = min(values.min() ?? 0, 0)
        let most = max(values.max() ?? 0, least == 0 ? 1 : 0)
        // The axis ends with the longest bar, whose figure stands beyond it, and not with a tick.
        return AxisScale(least...most, start: start, end: end)
    }

    /// As many ticks as have room for their names.
    private func ticks(_ axis: AxisScale) -> [Int128] {
        let choices = (2...5).reversed().lazy.map { limit in
            AxisTicks(holding: [axis.values.lowerBound, axis.values.upperBound], limit: limit).values
                .filter(axis.values.contains)
        }
        return choices.first { hasRoom($0, axis) } ?? [0]
    }

    private func hasRoom(_ ticks: [Int128], _ axis: AxisScale) -> Bool {
        zip(ticks, ticks.dropFirst()).allSatisfy { value, next in
            axis.place(next) - axis.place(value) >= (width(tickText(value)) + width(tickText(next))) / 2 + 8
        }
    }

    // MARK: Elements

    private func grid(_ axis: AxisScale, from top: Length, to bottom: Length) -> String {
        ticks(axis).map { value in
            let x = axis.place(value)
            let half = width(tickText(value)) / 2
            let middle = min(x, ChartFrame.width - 2 - half)
            return SVG.line(x1: x, y1: top, x2: x, y2: bottom, .grid)
                + SVG.text(tickText(value), x: middle, y: bottom + 14, anchor: .middle, .tick)
        }.joined()
    }

    private func zero(_ axis: AxisScale, from top: Length, to bottom: Length) -> String {
        let x = axis.place(0)
        return SVG.line(x1: x, y1: top, x2: x, y2: bottom, .axis)
    }

    private func row(_ row: Row, top: Length, _ axis: AxisScale) -> String {
        let middle = top + BarChart.rowHeight / 2
        let baseline = middle + 4
        let name = SVG.text(
            shownName(row), x: ChartFrame.margin + nameWidth, y: baseline, anchor: .end, nameLook(row))
        let zero = axis.place(0)
        let end = row.isCut ? axis.place(axis.values.upperBound) : row.value.map(axis.place) ?? zero
        let base = row.isCut ? nil : row.base.map(axis.place)
        let isFall = (row.value ?? 0) < 0
        let beyond = isFall ? min(end, base ?? end) - 5 : max(end, base ?? end) + 5
        let figure = SVG.text(
            row.text, x: beyond, y: baseline, anchor: isFall ? .end : .start, figureLook(row))
        return SVG.element(
            "g", [:],
            SVG.element("title", [:], SVG.escaped(row.words)) + name
                + bar(from: min(zero, end), to: max(zero, end), middle: middle, row, isFall: isFall)
                + (row.isCut ? cut(before: end, middle: middle) : "")
                + (base.map { baseLine(x: $0, middle: middle) } ?? "") + figure)
    }

    /// Two slanting gaps in a bar.
    private func cut(before end: Length, middle: Length) -> String {
        [Length(14), Length(20)].map { back in
            SVG.line(
                x1: end - back - 3, y1: middle + 9, x2: end - back + 3, y2: middle - 9,
                ChartLook.Stroke(ink: .paper, width: "2.5"))
        }.joined()
    }

    private func bar(from start: Length, to end: Length, middle: Length, _ row: Row, isFall: Bool) -> String {
        guard row.value != nil, end > start else { return "" }
        let ink = ChartLook.Ink.of(measure)
        let fill = row.isProvisional ? ChartLook.Ink.paper.light : isFall ? "url(#\(name)-hatch)" : ink.light
        let fillClass = row.isProvisional ? "f-paper " : isFall ? "" : "f-\(ink.name) "
        return SVG.element(
            "rect",
            [
                "x": "\(start)", "y": "\(middle - BarChart.barHeight / 2)", "width": "\(end - start)",
                "height": "\(BarChart.barHeight)", "fill": fill, "stroke": ink.light,
                "stroke-dasharray": row.isProvisional ? "4 3" : "none", "class": "\(fillClass)s-\(ink.name)",
            ])
    }

    private func baseLine(x: Length, middle: Length) -> String {
        SVG.line(
            x1: x, y1: middle - 9, x2: x, y2: middle + 9, ChartLook.Stroke(ink: .text, width: "2.5"))
    }

    /// Falls are hatched, so that they differ from rises in more than direction.
    private var hatch: String {
        guard rows.contains(where: { ($0.value ?? 0) < 0 }) else { return "" }
        let ink = ChartLook.Ink.of(measure)
        return SVG.element(
            "defs", [:],
            SVG.element(
                "pattern",
                [
                    "id": "\(name)-hatch", "width": "5", "height": "5", "patternUnits": "userSpaceOnUse",
                    "patternTransform": "rotate(45)",
                ],
                SVG.element(
                    "rect",
                    ["width": "5", "height": "5", "fill": ChartLook.Ink.paper.light, "class": "f-paper"])
                    + SVG.element(
                        "rect", ["width": "2.5", "height": "5", "fill": ink.light, "class": "f-\(ink.name)"])))
    }
}
