/// Writes XML exports with everything that may stand in them.
struct TwinXMLWriter {
    let maker: TwinFileMaker
    private let encoding: TwinEncoding
    private let label: String
    private let prefix: String
    /// The path of each field that the file has.
    private let paths: [(field: String, path: String)]

    init(maker: TwinFileMaker, _ random: inout TwinRandom) {
        self.maker = maker
        let plan = maker.plan
        (encoding, label) = random.pick([
            (.utf8, "UTF-8"), (.utf8, "utf-8"), (.gb18030, "GBK"), (.gb18030, "gb2312"), (.gb18030, "GB18030"),
        ])
        prefix = random.pick(["", "", "c:"])
        paths = plan.fields.filter { !plan.optionalFields.contains($0) || random.chance(70) }.map { field in
            (field, random.pick(plan.names[field]!))
        }
    }

    mutating func file(name: String, count: Int, drafts: inout TwinDraftMaker, _ random: inout TwinRandom) -> TwinFile {
        var file = TwinFile(name: name)
        var text = "<?xml version=\"1.0\" encoding=\"\(label)\"?>\n"
        if random.chance(20) { text += "<!-- 导出 <Claim> -->\n" }
        text += prefix.isEmpty ? "<claims>" : "<claims xmlns:c=\"urn:claims\">"
        if count > 0, random.chance(30) { text += "<Remark>\(escaped("1 < 2 & \"3\"", &random))</Remark>" }
        // A file is refused of which no record holds a field, so the first that can be read holds all.
        var isWhole = false
        for number in 1...max(1, count) where count > 0 {
            var record = TwinRecord()
            record.number = number
            record.texts = maker.wording.texts(drafts.next(&random), &random)
            // An attribute of the record itself cannot come twice in XML.
            let canComeTwice = paths.map(\.path).filter { !$0.hasPrefix("@") }
            record.isMalformed = !canComeTwice.isEmpty && random.chance(4)
            let twice = record.isMalformed ? random.pick(canComeTwice) : nil
            let written = Set(paths.map(\.field))
            record.texts = record.texts.filter { written.contains($0.key) }
            text += random.pick(["\n", "", "\r\n  ", "<!-- - -->", "<?note x?>"])
            text += element(of: record, twice: twice, holdsAll: !isWhole, &random)
            if twice == nil { isWhole = true }
            file.records.append(record)
        }
        text += "\n</claims>\n"
        let hasMark = encoding == .utf8 && random.chance(30)
        file.bytes = encoding.bytes(text, hasMark: hasMark, &random)
        let said = random.chance(60) ? "auto" : encoding == .utf8 ? "utf-8" : "gb18030"
        let element = prefix.isEmpty ? "Claim" : random.pick(["Claim", "{urn:claims}Claim"])
        file.yaml = "  - { files: [\"\(name)\"], format: xml, encoding: \(said), record: \"\(element)\" }"
        return file
    }

    /// An element and what stands in it, in the making.
    private final class Node {
        let name: String
        var attributes: [(String, String)] = []
        var children: [Node] = []
        var text: String?

        init(_ name: String) { self.name = name }
    }

    /// - Parameters:
    ///   - twice: the path that comes twice.
    ///   - holdsAll: whether it has an element or attribute for empty values too.
    private func element(
        of record: TwinRecord, twice: String?, holdsAll: Bool, _ random: inout TwinRandom
    ) -> String {
        let root = Node("\(prefix)Claim")
        for (field, path) in random.shuffled(paths) {
            let value = record.texts[field] ?? ""
            if value.isEmpty, path != twice, !holdsAll, random.chance(60) { continue }
            place(value, at: path, in: root, isNew: random.chance(10), &random)
            if path == twice, random.chance(30), let other = maker.plan.names[field]!.first(where: { $0 != path }) {
                // Two of a field's names in one record are the field twice, too.
                place(value, at: other, in: root, isNew: true, &random)
            } else if path == twice {
                place(random.pick([value, "x", ""]), at: path, in: root, isNew: true, &random)
            }
        }
        if random.chance(20) {
            let other = Node("other")
            place("A-1", at: "ClaimNo", in: other, isNew: true, &random)
            place("9", at: "互助金额", in: other, isNew: true, &random)
            root.children.append(other)
        }
        if random.chance(20) {
            let remark = Node("Remark")
            remark.text = maker.remark(&random)
            root.children.append(remark)
        }
        return written(root, &random)
    }

    private func place(_ value: String, at path: String, in root: Node, isNew: Bool, _ random: inout TwinRandom) {
        var node = root
        let steps = path.split(separator: "/").map(String.init)
        for (index, step) in steps.enumerated() {
            if step.hasPrefix("@") {
                node.attributes.append((String(step.dropFirst()), value))
                return
            }
            let isLast = index == steps.count - 1
            if !isLast, !isNew, let found = node.children.first(where: { $0.name == prefix + step }) {
                node = found
            } else {
                let child = Node(prefix + step)
                node.children.append(child)
                node = child
            }
        }
        node.text = value
    }

    private func written(_ node: Node, _ random: inout TwinRandom) -> String {
        var text = "<" + node.name
        for (name, value) in random.shuffled(node.attributes) {
            let quote = random.pick(["\"", "'"])
            text += random.pick([" ", "\n "]) + name + "=" + quote + attribute(value, &random) + quote
        }
        if node.children.isEmpty, (node.text ?? "").isEmpty, random.chance(50) { return text + "/>" }
        text += ">"
        if let value = node.text { text += content(value, &random) }
        for child in random.shuffled(node.children) {
            text += random.pick(["", "\n    ", "<!--c-->"]) + written(child, &random)
        }
        return text + "</" + node.name + ">"
    }

    private func attribute(_ value: String, _ random: inout TwinRandom) -> String {
        var text = ""
        for scalar in value.unicodeScalars {
            text += scalar.value < 0x20 ? "&#\(scalar.value);" : escaped(String(scalar), &random)
        }
        return text
    }

    private func content(_ value: String, _ random: inout TwinRandom) -> String {
        let scalars = Array(value.unicodeScalars)
        var text = ""
        var index = 0
        while index < scalars.count {
            let run = random.number(1...max(1, scalars.count - index))
            let piece = String(String.UnicodeScalarView(scalars[index..<index + run]))
            index += run
            let isSafe = !piece.unicodeScalars.contains { $0 == "\r" || $0 == "]" || $0 == ">" }
            text += isSafe && random.chance(15) ? "<![CDATA[\(piece)]]>" : escaped(piece, &random)
            if random.chance(5) { text += random.pick(["<!-- 9 -->", "<?note 9?>"]) }
        }
        return text
    }

    private func escaped(_ value: String, _ random: inout TwinRandom) -> String {
        var text = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "<": text += "&lt;"
            case "&": text += "&amp;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&apos;"
            case "\r": text += "&#13;"
            default:
                if random.chance(2) {
                    text += random.chance(50) ? "&#\(scalar.value);" : "&#x" + String(scalar.value, radix: 16) + ";"
                } else {
                    text.unicodeScalars.append(scalar)
                }
            }
        }
        return text
    }
}
