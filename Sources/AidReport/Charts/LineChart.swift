import AidModel

/// A measure over the quarters, as a line that breaks where there are no figures.
struct LineChart: Sendable {
    struct Point: Sendable {
        let quarter: Quarter
        /// nil: there are no figures.
        let value: Int128?
        let isProvisional: Bool
        /// The quarter and its figure, exactly, as a reader is told who points at it.
        let words: String
    }

    let measure: Measure
    let title: String
    let subtitle: String
    /// Oldest first.
    let points: [Point]
    /// The quarter whose figure is printed, and how.
    let labelled: (quarter: Quarter, text: String)?
    /// A value of the axis as it is printed.
    let tickText: @Sendable (Int128) -> String
    let yearText: @Sendable (Int) -> String
    /// What stands below.
    let note: String

    private static let plotTop: Length = 68
    private static let plotBottom: Length = 212
    /// With no more points than this each one has a sign.
    private static let signsUpTo = 24
    /// With no more points than this each quarter is named.
    private static let namesUpTo = 6

    func drawn() -> ChartDrawing {
        let ticks = AxisTicks(holding: points.compactMap(\.value), limit: 5)
        let axis = AxisScale(ticks.range, start: LineChart.plotBottom, end: LineChart.plotTop)
        let widest = ticks.values.map { ChartText.width(tickText($0), .tick) }.max() ?? 0
        let places = Places(points, left: ChartFrame.margin + widest + 8)
        let foot = ChartFrame.notes(note, below: LineChart.plotBottom + 28)
        let content =
            ChartFrame.head(title, subtitle) + grid(ticks, axis, from: places.left) + quarters(places)
            + lines(places, axis) + signs(places, axis) + label(places, axis) + targets(places) + foot.content
        return ChartDrawing(width: ChartFrame.width, height: foot.bottom + 6, content: content)
    }

    /// The places of the points along the axis of time: one for each, and an empty one wherever
    /// quarters were left out.
    private struct Places {
        let left: Length
        let right = ChartFrame.width - ChartFrame.margin
        let slots: [Point?]

        init(_ points: [Point], left: Length) {
            var slots: [Point?] = []
            for point in points {
                if let before = slots.last??.quarter, point.quarter.ordinal != before.ordinal + 1 { slots.append(nil) }
                slots.append(point)
            }
            self.left = left
            self.slots = slots
        }

        var slotWidth: Length { (right - left) / max(slots.count, 1) }

        func middle(_ index: Int) -> Length {
            left + Length(tenths: (right - left).tenths * (2 * index + 1) / (2 * max(slots.count, 1)))
        }
    }

    private func grid(_ ticks: AxisTicks, _ axis: AxisScale, from left: Length) -> String {
        ticks.values.map { value in
            let y = axis.place(value)
            return SVG.line(
                x1: left, y1: y, x2: ChartFrame.width - ChartFrame.margin, y2: y, value == 0 ? .axis : .grid)
                + SVG.text(tickText(value), x: left - 6, y: y + 4, anchor: .end, .tick)
        }.joined()
    }

    /// Marks and names along the axis of time: every quarter where these are few, else years.
    private func quarters(_ places: Places) -> String {
        let areFew = places.slots.count <= LineChart.namesUpTo
        let named = places.slots.indices.filter { index in
            places.slots[index].map { areFew || $0.quarter.number == 1 } ?? false
        }
        func name(_ quarter: Quarter) -> String { areFew ? quarter.description : yearText(quarter.year) }
        let widest = named.compactMap { places.slots[$0] }.map {
            ChartText.width(name($0.quarter), .tick)
        }.max()
        let step = LabelThinning.step(distance: places.slotWidth * (areFew ? 1 : 4), width: widest ?? 0)
        var content = ""
        var freeFrom = places.left - 20
        for index in named {
            guard let quarter = places.slots[index]?.quarter else { continue }
            let x = places.middle(index)
            content += SVG.line(
                x1: x, y1: LineChart.plotBottom, x2: x, y2: LineChart.plotBottom + 4, .axis)
            let half = (widest ?? 0) / 2
            // Years that were left out bring their neighbours closer, so the room is looked at as well.
            guard areFew || quarter.year.isMultiple(of: step), x - half >= freeFrom,
                x + half <= ChartFrame.width
            else { continue }
            content += SVG.text(name(quarter), x: x, y: LineChart.plotBottom + 18, anchor: .middle, .tick)
            freeFrom = x + half + 6
        }
        return content
    }

    /// Lines from each known point to the next, dashed where they lead to a provisional one.
    private func lines(_ places: Places, _ axis: AxisScale) -> String {
        var sure = ""
        var provisional = ""
        var end = ""
        for index in places.slots.indices.dropFirst() {
            guard let before = places.slots[index - 1]?.value, let point = places.slots[index],
                let value = point.value
            else { continue }
            let from = "\(places.middle(index - 1)) \(axis.place(before))"
            let to = "\(places.middle(index)) \(axis.place(value))"
            if point.isProvisional {
                provisional += "M\(from)L\(to)"
            } else {
                sure += (end == from ? "" : "M" + from) + "L" + to
                end = to
            }
        }
        let ink = ChartLook.Ink.of(measure)
        func path(_ way: String, dashes: String) -> String {
            way.isEmpty
                ? ""
                : SVG.element(
                    "path",
                    [
                        "d": way, "fill": "none", "stroke": ink.light, "stroke-width": "2", "stroke-linejoin": "round",
                        "stroke-dasharray": dashes, "class": "s-" + ink.name,
                    ])
        }
        return path(sure, dashes: "none") + path(provisional, dashes: "4 3")
    }

    private func signs(_ places: Places, _ axis: AxisScale) -> String {
        let slots = places.slots
        return slots.indices.map { index in
            guard let point = slots[index], let value = point.value else { return "" }
            let isAlone =
                (index == 0 || slots[index - 1]?.value == nil)
                && (index + 1 == slots.count || slots[index + 1]?.value == nil)
            let isLabelled = point.quarter == labelled?.quarter
            guard
                isLabelled || point.isProvisional || isAlone || slots.count <= LineChart.signsUpTo
            else { return "" }
            return Marker.drawn(
                measure, x: places.middle(index), y: axis.place(value), radius: isLabelled ? 4 : 3,
                isHollow: point.isProvisional)
        }.joined()
    }

    private func label(_ places: Places, _ axis: AxisScale) -> String {
        guard let labelled,
            let index = places.slots.firstIndex(where: { $0?.quarter == labelled.quarter }),
            let value = places.slots[index]?.value
        else { return "" }
        let x = places.middle(index)
        let half = ChartText.width(labelled.text, .value) / 2
        let (anchor, place): (TextAnchor, Length) =
            if x + half > places.right { (.end, places.right) } else if x - half < places.left {
                (.start, places.left + 2)
            } else { (.middle, x) }
        return SVG.text(labelled.text, x: place, y: axis.place(value) - 9, anchor: anchor, .value)
    }

    /// What a pointer meets: the figure of each quarter, exactly.
    private func targets(_ places: Places) -> String {
        let rects = places.slots.indices.map { index in
            places.slots[index].map { point in
                SVG.element(
                    "rect",
                    [
                        "x": "\(places.middle(index) - places.slotWidth / 2)", "y": "\(LineChart.plotTop)",
                        "width": "\(places.slotWidth)", "height": "\(LineChart.plotBottom - LineChart.plotTop)",
                    ], SVG.element("title", [:], SVG.escaped(point.words)))
            } ?? ""
        }
        return SVG.element("g", ["fill": "none", "pointer-events": "all"], rects.joined())
    }
}
