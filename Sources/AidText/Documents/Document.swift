package import AidModel

/// A file that the program writes for programs: its name and version, and the shape of its members.
package struct Document<Value>: Sendable {
    /// The name and the version of the shape, as `aidstats.report/1`: the document's first member.
    package let name: String
    /// What it is, for people: `report.json of aidstats`.
    package let title: String
    package let meaning: BilingualText
    private let members: DocumentMembers<Value>

    private static var schemaMember: DocumentMember<Void, String> { DocumentMember("schema", { "" }, .text) }

    package init(
        _ name: String, title: String, zh: String, en: String,
        @DocumentMembers<Value>.Builder members: () -> DocumentMembers<Value>
    ) {
        self.name = name
        self.title = title
        meaning = BilingualText(zh: zh, en: en)
        let head = DocumentMember<Value, String>(
            "schema", { _ in name }, .constant(name), zh: "本文件格式的名称与版本。", en: "The version of this shape.")
        let members = members()
        self.members = DocumentMembers {
            head
            members
        }
    }

    /// The document as a file.
    package func bytes(_ value: Value) -> [UInt8] {
        var sink = ByteSink()
        write(value, to: &sink)
        return sink.bytes
    }

    package func text(_ value: Value) -> String { String(decoding: bytes(value), as: UTF8.self) }

    /// Writes the document as a file, as it goes.
    package func write(_ value: Value, to sink: inout ByteSink) {
        var writer = JSONWriter()
        writer.write(to: &sink) { write(value, &$0) }
    }

    /// The same on one line.
    package func writeLine(_ value: Value, to sink: inout ByteSink) {
        var writer = JSONWriter(isOnOneLine: true)
        writer.write(to: &sink) { write(value, &$0) }
    }

    private func write(_ value: Value, _ writer: inout JSONWriter) {
        writer.begin(.object)
        members.write(value, to: &writer)
        writer.end(.object)
    }

    /// What it may hold.
    package var outline: DocumentOutline {
        DocumentOutline(
            title: title, meaning: meaning,
            root: DocumentSchema.Object(meaning: meaning, members: members.list.map(\.declared), rules: members.rules))
    }

    /// The document in a file that this program, at some version, has written.
    ///
    /// - Throws: where the file is no JSON, or another document.
    package func place(in bytes: [UInt8]) throws(JSONProblem) -> JSONPlace {
        let place = JSONPlace(try JSONReader.read(bytes))
        guard try place[Document.schemaMember] == name else { throw place.problem(at: "schema") }
        return place
    }
}
