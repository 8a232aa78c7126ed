/// Writes CSV exports as the real world does.
struct TwinCSVWriter {
    let maker: TwinFileMaker
    private let delimiter: String
    private let lineEnds: [String]
    private let encoding: TwinEncoding
    private let isExplicit: Bool
    private let quotesAll: Int
    /// The field of each column; nil: one that no field wants.
    private let columns: [(name: String, field: String?)]

    private var text = ""
    private var line = 1
    private var lastEnd = "\n"
    /// No quote may follow in this file.
    private var isWithoutQuotes = false
    /// The next record must have a stray quote, which ends what the one before has opened.
    private var needsStrayQuote = false

    init(maker: TwinFileMaker, _ random: inout TwinRandom) {
        self.maker = maker
        delimiter = random.pick([",", ",", "\t", ";", "|"])
        lineEnds = random.pick([["\n"], ["\r\n"], ["\r"], ["\n", "\r\n", "\r"], ["\n", "\r\n"]])
        encoding = random.pick([.utf8, .utf8, .gb18030, .gb18030, .utf16LE, .utf16BE])
        isExplicit = random.chance(60)
        quotesAll = random.pick([0, 10, 100])
        let plan = maker.plan
        var columns: [(String, String?)] = []
        for field in plan.fields where !(plan.optionalFields.contains(field) && random.chance(40)) {
            let names = plan.names[field]!.filter { !$0.contains("/") && !$0.contains("@") }
            columns.append((random.pick(names), field))
        }
        for name in ["姓名", "备注", "Remark", "x"] where random.chance(25) { columns.append((name, nil)) }
        self.columns = random.shuffled(columns)
    }

    mutating func file(name: String, count: Int, drafts: inout TwinDraftMaker, _ random: inout TwinRandom) -> TwinFile {
        var file = TwinFile(name: name)
        emit(columns.map { random.chance(quotesAll) ? quoted($0.name) : $0.name }.joined(separator: delimiter), &random)
        for number in 1...max(1, count) where count > 0 {
            if random.chance(3) { emitEmptyLine() }
            var record = TwinRecord()
            record.number = number
            record.line = line
            record.texts = maker.wording.texts(drafts.next(&random), &random)
            if random.chance(4), let field = record.texts.keys.sorted().first {
                record.texts[field]! += random.pick(["\u{1}", "\u{0}", "\u{1F}x", "\u{8}\u{200C}"])
            }
            if isWithoutQuotes { record.texts = record.texts.mapValues(withoutQuotes) }
            if needsStrayQuote || random.chance(5) {
                record.isMalformed = true
                emit(malformed(record, isLast: number == count, &random), &random)
            } else {
                emit(line(of: record, &random), &random)
            }
            let written = Set(columns.compactMap(\.field))
            record.texts = record.texts.filter { written.contains($0.key) }
            file.records.append(record)
        }
        if random.chance(30) { text.unicodeScalars.removeLast(lastEnd.unicodeScalars.count) }
        encode(into: &file, &random)
        return file
    }

    private func encode(into file: inout TwinFile, _ random: inout TwinRandom) {
        let isUTF16 = encoding == .utf16LE || encoding == .utf16BE
        file.bytes = encoding.bytes(text, hasMark: isUTF16 || encoding == .utf8 && random.chance(40), &random)
        // A text of GB18030 that reads as UTF-8 too, or one with bytes that are none, is told, not guessed.
        let isGuessable =
            encoding != .gb18030 || String(validating: file.bytes, as: UTF8.self) == nil
            || text.unicodeScalars.allSatisfy(\.isASCII)
        var label = "auto"
        if isExplicit || !isGuessable || text.unicodeScalars.contains(TwinEncoding.invalidMark) {
            label = isUTF16 ? "utf-16" : encoding == .utf8 ? "utf-8" : random.pick(["gb18030", "gbk", "gb2312"])
        }
        let words = [",": "comma", "\t": "tab", ";": "semicolon", "|": "pipe"]
        let word = random.chance(50) ? "auto" : words[delimiter]!
        file.yaml = "  - { files: [\"\(file.name)\"], format: csv, encoding: \(label), delimiter: \(word) }"
    }

    // MARK: Records

    private func values(of record: TwinRecord, _ random: inout TwinRandom) -> [String] {
        columns.map { column in
            if let field = column.field { return record.texts[field] ?? "" }
            let remark = maker.remark(&random)
            return isWithoutQuotes ? withoutQuotes(remark) : remark
        }
    }

    private func line(of record: TwinRecord, _ random: inout TwinRandom) -> String {
        values(of: record, &random).map { cell($0, &random) }.joined(separator: delimiter)
    }

    private func cell(_ value: String, _ random: inout TwinRandom) -> String {
        let scalars = value.unicodeScalars
        let hasBreak = scalars.contains { $0 == "\r" || $0 == "\n" || String($0) == delimiter }
        let isGuarded =
            value.hasPrefix("=\"") && value.hasSuffix("\"") && scalars.filter { $0 == "\"" }.count == 2
            && scalars.count >= 3
        let needsQuotes = hasBreak || scalars.contains("\"") && !(isGuarded && random.chance(60))
        return needsQuotes || !isWithoutQuotes && random.chance(quotesAll) ? quoted(value) : value
    }

    private func quoted(_ value: String) -> String {
        var text = "\""
        for scalar in value.unicodeScalars {
            text.unicodeScalars.append(scalar)
            if scalar == "\"" { text.unicodeScalars.append(scalar) }
        }
        return text + "\""
    }

    private func withoutQuotes(_ value: String) -> String {
        var text = String.UnicodeScalarView()
        for scalar in value.unicodeScalars where scalar != "\"" {
            text.append(scalar == "\r" || scalar == "\n" ? " " : String(scalar) == delimiter ? "·" : scalar)
        }
        return String(text)
    }

    private mutating func malformed(_ record: TwinRecord, isLast: Bool, _ random: inout TwinRandom) -> String {
        var plain = values(of: record, &random).map(withoutQuotes)
        let place = random.number(0...plain.count - 1)
        if needsStrayQuote {
            needsStrayQuote = false
            plain[place] = "ab\"cd"
            return plain.joined(separator: delimiter)
        }
        var kind = random.number(0...8)
        if (3...7).contains(kind), isWithoutQuotes { kind = 8 }
        switch kind {
        case 0:
            let short = Array(plain.prefix(random.number(1...plain.count - 1)))
            return short.allSatisfy(\.isEmpty) ? " " : short.joined(separator: delimiter)
        case 1: return " "
        case 2: return line(of: record, &random) + delimiter + random.pick(["", "more"])
        case 3, 4: plain[place] = "\"" + plain[place] + "\"" + random.pick(["x", " ", "=1"])
        case 5: plain[place] = random.pick(["ab\"cd", "ab\"", " \"ab\"", "=\"ab\"c", "ab\"\"c", "=\"a\" "])
        case 6, 7:
            plain[place] = "\"" + plain[place]
            if !isLast, random.chance(70) { needsStrayQuote = true } else { isWithoutQuotes = true }
        default: plain[place] += String(TwinEncoding.invalidMark) + random.pick(["", "a"])
        }
        return plain.joined(separator: delimiter)
    }

    // MARK: Lines

    private mutating func emit(_ row: String, _ random: inout TwinRandom) {
        lastEnd = random.pick(lineEnds)
        append(row + lastEnd)
    }

    private mutating func emitEmptyLine() {
        append(lastEnd)
    }

    private mutating func append(_ row: String) {
        text += row
        var previous: Unicode.Scalar = " "
        for scalar in row.unicodeScalars {
            if scalar == "\r" || scalar == "\n" && previous != "\r" { line += 1 }
            previous = scalar
        }
    }
}
