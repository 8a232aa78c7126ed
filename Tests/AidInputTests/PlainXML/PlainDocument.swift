import TestSupport
import AidInput

/// Documents made up by chance: plain ones, and such with something broken.
struct PlainDocument {
    var bytes: [UInt8]
    var record: String
    var wanted: [String]

    private struct Style {
        var root: String
        var tag: String
        var record: String
        var prefix: String
    }

    private static let styles = [
        Style(root: "<s>", tag: "r", record: "r", prefix: ""),
        Style(root: "<?xml version=\"1.0\"?>\r\n<s xmlns='urn:1'>", tag: "r", record: "{urn:1}r", prefix: ""),
        Style(root: "<!-- c --><p:s xmlns:p='urn:1' xmlns=''\n>", tag: "p:r", record: "r", prefix: "p:"),
        Style(root: "<s k='1' xmlns:甲='urn:2' xmlns:q='urn:2'>", tag: "甲:r", record: "{urn:2}r", prefix: "q:"),
    ]
    private static let wantedSets = [
        ["a", "b", "@x"], ["a @x", "b/c b/d", "b/@y", "@xml:lang"], ["{urn:1}a", "{}a", "b/r", "e"],
        ["c", "b/b/b", "r/a", "a/@x"], [],
    ]
    private static let texts = [
        "", "1", "2023-04-05", "暖州市妇幼保健院", " 前后 \n", "a > b", "]]", "] ]>", "\"'=/", "\t", "x\r\ny", "1,234.50 元",
        "\u{FFFD}￥1", "😀", "\u{7F}\u{85}", "0123456789012345678901234567890123456789",
    ]
    private static let names = ["a", "b", "c", "d", "e", "姓名", "a.b-c_1"]
    private static let attributes = ["x", "y", "xml:lang", "z"]

    /// Well-formed, but not plain: to stand between two records.
    private static let foreign = [
        "<!-- <@>1</@> -->", "<?p <@/> ?>", "<q/>", "<q><@ x='1'/></q>", "text", "<@><![CDATA[<@>]]></@>",
        "<@ x='&lt;'/>",
        "<@><a>&#x41;</a><b>&amp;</b></@>", "<@ xmlns:z='urn:8'><z:a>1</z:a></@>", "<@ x='1\t2'/>", "<@><c>\r</c></@>",
        "<@ xmlns='urn:8'><a>2</a></@>", "&#32;", "<![CDATA[ ]]>", "<@><a>1</a><a>2</a></@>", "<@><c><@/></c></@>",
        "<@><a>\r\n</a></@>", "<q xmlns='urn:8'><@><a>1</a></@></q>",
    ]

    /// - Parameters:
    ///   - count: how many records at most.
    ///   - foreign: after how many records, on average, comes what is not plain; 0: it never does.
    init(_ seed: UInt64, count: Int = 12, foreign: Int = 0) {
        var random = SeededRandom(seed)
        let style = PlainDocument.styles[Int(seed % UInt64(PlainDocument.styles.count))]
        record = style.record
        wanted = PlainDocument.wantedSets.randomElement(using: &random)!.map { path in
            // There is no prefix in paths.
            path.replacing("xml:lang", with: "{http://www.w3.org/XML/1998/namespace}lang")
        }
        let lineEnd = ["\n", "\r\n", "", "\n\t "].randomElement(using: &random)!
        // Few shapes that come again, or a new one each time.
        let shapes = (0..<Int.random(in: 1...4, using: &random)).map { _ in
            PlainDocument.shape(prefix: style.prefix, depth: 0, &random)
        }
        let makesNew = Int.random(in: 0..<4, using: &random) == 0
        var text = style.root + lineEnd
        for _ in 0..<Int.random(in: count / 3...count, using: &random) {
            if foreign > 0, Int.random(in: 0..<foreign, using: &random) == 0 {
                text += PlainDocument.foreign.randomElement(using: &random)!.replacing("@", with: style.tag) + lineEnd
            }
            let shape =
                makesNew
                ? PlainDocument.shape(prefix: style.prefix, depth: 0, &random) : shapes.randomElement(using: &random)!
            text += PlainDocument.element(style.tag, shape, lineEnd: lineEnd, &random) + lineEnd
        }
        text += style.root.contains("p:s") ? "</p:s>" : "</s>"
        bytes = Array((text + lineEnd).utf8)
    }

    private indirect enum Node {
        case element(String, [Node])
        case leaf(String)
        case empty(String)
        case attribute(String)
        case text
    }

    private static func shape(prefix: String, depth: Int, _ random: inout SeededRandom) -> [Node] {
        var nodes: [Node] = []
        for name in attributes where Int.random(in: 0..<4, using: &random) == 0 { nodes.append(.attribute(name)) }
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            let name = (Int.random(in: 0..<8, using: &random) == 0 ? "" : prefix) + names.randomElement(using: &random)!
            switch Int.random(in: 0..<12, using: &random) {
            case 0...6: nodes.append(.leaf(name))
            case 7: nodes.append(.empty(name))
            case 8 where depth == 0: nodes.append(.text)
            default:
                if depth < 3 { nodes.append(.element(name, shape(prefix: prefix, depth: depth + 1, &random))) }
            }
        }
        return nodes
    }

    private static func element(
        _ name: String, _ nodes: [Node], lineEnd: String, _ random: inout SeededRandom
    ) -> String {
        var tag = "<" + name
        var content = ""
        for node in nodes {
            switch node {
            case .attribute(let name):
                let value = texts.randomElement(using: &random)!.filter { !"\"'\t\n\r\r\n".contains($0) }
                tag += " \(name)='\(value)'"
            case .leaf(let name): content += lineEnd + "<\(name)>\(texts.randomElement(using: &random)!)</\(name)>"
            case .empty(let name): content += lineEnd + "<\(name)/>"
            case .text: content += texts.randomElement(using: &random)!
            case .element(let name, let nodes):
                content += lineEnd + element(name, nodes, lineEnd: lineEnd, &random) + lineEnd
            }
        }
        return content.isEmpty ? tag + "/>" : tag + ">" + content + "</\(name)>"
    }

    // MARK: - Damage

    /// What breaks parsers more often than any byte does.
    private static let shards: [[UInt8]] =
        [
            "<", ">", "/", "&", ";", "'", "\"", "]]>", "<![CDATA[x]]>", "<!-- c -->", "<!--", "<?p x?>", "&#x41;",
            "&amp;", " xmlns:p=''", " xmlns='urn:3'", " xmlns:p='urn:3'", "<r>", "</r>", "<a>", "</a>", "<a/>", "</s>",
            "\u{0}", "\r", "\n", "甲", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}", "\u{1}", " x='1'", " x='2'", "q:", "p:",
            "xml:",
            "=", " ", "\t", "\u{B7}", "9", ":", "<r/>", "x", "<x/>", " / ", "\u{3000}", " y=\"a\tb\"", " y=\"a\nb\"",
        ].map { Array($0.utf8) } + [
            [0xFF], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE4], [0xBF],
        ]

    /// The document with a few bytes changed, taken out, put in, swapped or moved.
    func damaged(_ seed: UInt64) -> [UInt8] {
        var random = SeededRandom(seed &* 31 &+ 7)
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            guard !bytes.isEmpty else { return bytes }
            let at = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<9, using: &random) {
            case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes[at] = UInt8.random(in: 0x20...0x7E, using: &random)
            case 2: bytes.remove(at: at)
            case 3, 4, 5: bytes.insert(contentsOf: PlainDocument.shards.randomElement(using: &random)!, at: at)
            case 6: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 0..<20, using: &random)))
            case 7: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 30)], at: at)
            default:
                // Behind the next tag's name or a blank is where attributes would be.
                let found = bytes[at...].firstIndex(of: 0x3E) ?? at
                bytes.insert(contentsOf: PlainDocument.shards.randomElement(using: &random)!, at: found)
            }
        }
        return bytes
    }
}
