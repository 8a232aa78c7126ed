extension JSONText {
    /// The value as a file of its own: two spaces a level, and a line end after the last line.
    package func pretty() -> String {
        text(isOnOneLine: false) + "\n"
    }

    /// The value on one line, for logs.
    package func compact() -> String {
        text(isOnOneLine: true)
    }

    private func text(isOnOneLine: Bool) -> String {
        var writer = JSONWriter(isOnOneLine: isOnOneLine)
        write(to: &writer)
        return String(decoding: writer.sink.bytes, as: UTF8.self)
    }

    package func write(to writer: inout JSONWriter) {
        switch self {
        case .null: writer.null()
        case .bool(let flag): writer.bool(flag)
        case .integer(let number): writer.integer(number)
        case .hundredths(let number): writer.hundredths(number)
        case .string(let string): writer.string(string)
        case .array(let elements):
            writer.begin(.array)
            for element in elements { element.write(to: &writer) }
            writer.end(.array)
        case .object(let members):
            writer.begin(.object)
            for member in members {
                writer.key(JSONWriter.Key(member.key))
                member.value.write(to: &writer)
            }
            writer.end(.object)
        }
    }
}
