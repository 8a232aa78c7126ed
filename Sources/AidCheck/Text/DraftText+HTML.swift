extension DraftText {
    /// Shows a file of HTML as a browser would, as far as it is text.
    ///
    /// Nothing is fetched and nothing is run. What is not closed is refused: the rest of the file
    /// would go unchecked without a word.
    mutating func readHTML() throws(DraftProblem) {
        var offset = 0
        while offset < source.count {
            switch source[offset] {
            case "<": offset = try readMarkup(at: offset)
            case "&":
                if let end = showEntity(at: offset) {
                    offset = end
                } else {
                    show(at: offset)
                    offset += 1
                }
            case let scalar where scalar.properties.isWhitespace:
                showSpace(at: offset)
                offset += 1
            default:
                show(at: offset)
                offset += 1
            }
        }
    }

    /// Reads a tag, a comment or an element that is not shown.
    ///
    /// - Returns: the offset after it.
    mutating func readMarkup(at offset: Int) throws(DraftProblem) -> Int {
        if has("<!--", at: offset) {
            guard let end = next("-->", from: offset + 4) else { throw unclosed("<!--", offset) }
            return end + 3
        }
        guard offset + 1 < source.count else {
            show(at: offset)
            return offset + 1
        }
        let isEnd = source[offset + 1] == "/"
        let nameStart = offset + (isEnd ? 2 : 1)
        let isDeclaration = source[offset + 1] == "!" || source[offset + 1] == "?"
        guard isDeclaration || (nameStart < source.count && source[nameStart].isLatinLetter) else {
            // 1 < 2 is text.
            show(at: offset)
            return offset + 1
        }
        var nameEnd = nameStart
        while nameEnd < source.count, source[nameEnd].isLatinLetter || source[nameEnd].isDigit { nameEnd += 1 }
        let name = sourceText(nameStart..<nameEnd).lowercased()
        let end = try tagEnd(from: nameEnd, name, offset)
        if DraftText.hidden.contains(name), !isEnd, source[end - 2] != "/" {
            guard let close = closing(name, from: end) else { throw unclosed("<\(name)>", offset) }
            return close
        }
        if DraftText.lines.contains(name) {
            endLine(at: offset, isParagraph: false)
        } else if DraftText.blocks.contains(name) {
            endLine(at: offset, isParagraph: true)
        }
        if !isEnd { noteMark(name) }
        switch name {
        case "table": startTable()
        case "tr": startRow()
        case "td", "th": if isEnd { endCell() } else { startCell(span(nameEnd..<end)) }
        default: break
        }
        return end
    }

    /// `colspan="2" rowspan=3` among the attributes of a tag.
    private func span(_ attributes: Range<Int>) -> Span {
        func number(_ name: String) -> Int {
            let length = name.unicodeScalars.count
            for start in attributes where has(name, at: start) && start + length < attributes.upperBound {
                let digits = source[(start + length)..<attributes.upperBound].drop {
                    "= \"'".unicodeScalars.contains($0)
                }
                .prefix(3).prefix(while: \.isDigit)
                let count = Int(String(String.UnicodeScalarView(digits))) ?? 1
                return (1...Span.limit).contains(count) ? count : 1
            }
            return 1
        }
        return Span(columns: number("colspan"), rows: number("rowspan"))
    }

    private mutating func noteMark(_ name: String) {
        switch name {
        case "hr", "article": marks.rules.append(shown.count)
        case "h1", "h2", "h3", "h4", "h5", "h6":
            let level = name.utf8.last.map { Int($0) - 0x30 } ?? 1
            marks.headings.append(Marks.Heading(place: shown.count, level: level))
        default: break
        }
    }

    /// The offset after a tag's `>`, past quoted attributes.
    private func tagEnd(from start: Int, _ name: String, _ offset: Int) throws(DraftProblem) -> Int {
        var quote: Unicode.Scalar?
        for index in start..<source.count {
            if let open = quote {
                if source[index] == open { quote = nil }
            } else if source[index] == ">" {
                return index + 1
            } else if (source[index] == "\"" || source[index] == "'") && source[index - 1] == "=" {
                quote = source[index]
            }
        }
        throw unclosed("<\(name)", offset)
    }

    /// The offset after the end tag of an element, whose content is not markup.
    private func closing(_ name: String, from start: Int) -> Int? {
        var index = start
        while let open = next("</", from: index) {
            let after = open + 2 + name.unicodeScalars.count
            if after < source.count, sourceText(open + 2..<after).lowercased() == name, !source[after].isLatinLetter,
                !source[after].isDigit
            {
                return next(">", from: after).map { $0 + 1 }
            }
            index = open + 2
        }
        return nil
    }

    private func unclosed(_ what: String, _ offset: Int) -> DraftProblem {
        DraftProblem(kind: .unclosed(what), lineNumber: lineNumber(offset))
    }

    /// Elements whose content is no part of the story, or is struck out; notes set high are marks, not digits.
    private static let hidden: Set<String> = [
        "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "textarea", "select", "sup",
        "del", "s", "strike",
    ]
    private static let lines: Set<String> = ["br", "td", "th", "tr", "li", "dt", "dd", "option", "caption"]
    private static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "center", "details", "dialog", "div", "dl", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html",
        "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "title", "ul",
    ]
}
