import AidModel

/// The JSON of values of one type: how they are written, what may stand there, and how they are read.
package struct DocumentShape<Value>: Sendable {
    package let schema: DocumentSchema
    package let write: @Sendable (Value, inout JSONWriter) -> Void
    /// Of a shape that is only written it refuses whatever stands there.
    package let read: @Sendable (JSONPlace) throws(JSONProblem) -> Value

    package init(
        _ schema: DocumentSchema, write: @escaping @Sendable (Value, inout JSONWriter) -> Void,
        read: @escaping @Sendable (JSONPlace) throws(JSONProblem) -> Value = { place throws(JSONProblem) in
            throw place.problem
        }
    ) {
        self.schema = schema
        self.write = write
        self.read = read
    }

    /// An object: its members in the order in which they are written.
    package static func object(
        zh: String? = nil, en: String? = nil,
        @DocumentMembers<Value>.Builder members: () -> DocumentMembers<Value>,
        read: @escaping @Sendable (JSONPlace) throws(JSONProblem) -> Value = { place throws(JSONProblem) in
            throw place.problem
        }
    ) -> DocumentShape {
        let members = members()
        let object = DocumentSchema.Object(
            meaning: BilingualText(zh, en), members: members.list.map(\.declared), rules: members.rules)
        return DocumentShape(
            .object(object),
            write: { value, writer in
                writer.begin(.object)
                members.write(value, to: &writer)
                writer.end(.object)
            }, read: read)
    }

    /// A value on a line of its own.
    package func writeLine(_ value: Value, to sink: inout ByteSink) {
        var writer = JSONWriter(isOnOneLine: true)
        writer.write(to: &sink) { write(value, &$0) }
    }

    /// The same shape under a name, by which other shapes refer to it.
    package func named(_ name: String, zh: String? = nil, en: String? = nil) -> DocumentShape {
        DocumentShape(.named(name, BilingualText(zh, en), schema), write: write, read: read)
    }

    package var orNull: DocumentShape<Value?> {
        let (write, read) = (write, read)
        return DocumentShape<Value?>(
            .orNull(schema),
            write: { value, writer in
                if let value { write(value, &writer) } else { writer.null() }
            },
            read: { place throws(JSONProblem) in
                if place.json == .null { return nil }
                return try read(place)
            })
    }

    package var list: DocumentShape<[Value]> { list { $0.write($1, &$2) } }

    /// The same for many values, each of which takes one line of the file.
    package var lines: DocumentShape<[Value]> {
        list { shape, value, writer in writer.line { shape.write(value, &$0) } }
    }

    private func list(
        _ writeElement: @escaping @Sendable (DocumentShape, Value, inout JSONWriter) -> Void
    ) -> DocumentShape<[Value]> {
        let read = read
        return DocumentShape<[Value]>(
            .list(schema),
            write: { values, writer in
                writer.begin(.array)
                for value in values { writeElement(self, value, &writer) }
                writer.end(.array)
            },
            read: { place throws(JSONProblem) in
                var values: [Value] = []
                for element in try place.elements { values.append(try read(element)) }
                return values
            })
    }

    /// An object of such values under any names.
    package var map: DocumentShape<[(key: String, value: Value)]> {
        let (write, read) = (write, read)
        return DocumentShape<[(key: String, value: Value)]>(
            .map(schema),
            write: { values, writer in
                writer.begin(.object)
                for (key, value) in values {
                    writer.key(JSONWriter.Key(key))
                    write(value, &writer)
                }
                writer.end(.object)
            },
            read: { place throws(JSONProblem) in
                var values: [(key: String, value: Value)] = []
                for member in try place.members { values.append((member.key, try read(member.place))) }
                return values
            })
    }
}

extension BilingualText {
    fileprivate init?(_ zh: String?, _ en: String?) {
        guard let zh, let en else { return nil }
        self.init(zh: zh, en: en)
    }
}
