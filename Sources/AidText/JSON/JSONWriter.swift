import AidModel

/// Writes a JSON text as bytes, value by value, without a tree of it: two spaces a level, or all on one line.
///
///     object:  begin(.object)  key, value  key, value …  end(.object)
///     array:   begin(.array)   value  value …            end(.array)
package struct JSONWriter {
    package enum Container: Sendable {
        case object
        case array

        fileprivate var opening: UInt8 { self == .object ? UInt8(ascii: "{") : UInt8(ascii: "[") }
        fileprivate var closing: UInt8 { self == .object ? UInt8(ascii: "}") : UInt8(ascii: "]") }
    }

    /// A member's name, escaped once.
    package struct Key: Sendable {
        fileprivate let bytes: [UInt8]

        package init(_ name: String) {
            var sink = ByteSink()
            JSONWriter.write(name, to: &sink)
            sink.append(UInt8(ascii: ":"))
            bytes = sink.bytes
        }
    }

    package var sink: ByteSink
    private var isOnOneLine: Bool
    private var depth = 0
    /// Whether nothing stands yet in the container that was opened last.
    private var isFirst = true
    /// Whether what stands before the next value is written: a key, or the start of a line.
    private var isPlaced = true

    /// - Parameter isOnOneLine: without any white space, as for logs.
    package init(to sink: ByteSink = ByteSink(), isOnOneLine: Bool = false) {
        self.sink = sink
        self.isOnOneLine = isOnOneLine
    }

    /// Writes a value, which ends a line.
    mutating func write(to sink: inout ByteSink, _ value: (inout JSONWriter) -> Void) {
        swap(&sink, &self.sink)
        value(&self)
        self.sink.append(UInt8(ascii: "\n"))
        swap(&sink, &self.sink)
    }

    package mutating func null() { word("null") }

    package mutating func bool(_ flag: Bool) { word(flag ? "true" : "false") }

    package mutating func integer(_ number: Int128) {
        place()
        sink.append(number)
    }

    /// A decimal with two digits: 1826 is written `18.26`.
    package mutating func hundredths(_ number: Int128) {
        let (whole, rest) = number.magnitude.quotientAndRemainder(dividingBy: 100)
        word((number < 0 ? "-" : "") + String(whole) + (rest < 10 ? ".0" : ".") + String(rest))
    }

    package mutating func string(_ text: String) {
        place()
        JSONWriter.write(text, to: &sink)
    }

    package mutating func begin(_ container: Container) {
        place()
        sink.append(container.opening)
        depth += 1
        isFirst = true
        isPlaced = false
    }

    package mutating func end(_ container: Container) {
        depth -= 1
        if !isFirst, !isOnOneLine { breakLine() }
        sink.append(container.closing)
        isFirst = false
        isPlaced = false
    }

    package mutating func key(_ key: Key) {
        place()
        sink.append(key.bytes)
        if !isOnOneLine { sink.append(UInt8(ascii: " ")) }
        isPlaced = true
    }

    /// An element of an array that is all on one line of its own.
    package mutating func line(_ write: (inout JSONWriter) -> Void) {
        place()
        let wasOnOneLine = isOnOneLine
        isOnOneLine = true
        isPlaced = true
        write(&self)
        isOnOneLine = wasOnOneLine
    }

    private mutating func word(_ word: String) {
        place()
        sink.append(word)
    }

    /// Writes what stands before a value or a key.
    private mutating func place() {
        if isPlaced {
            isPlaced = false
            return
        }
        if !isFirst { sink.append(UInt8(ascii: ",")) }
        isFirst = false
        if !isOnOneLine { breakLine() }
    }

    private mutating func breakLine() {
        sink.append(depth < JSONWriter.lineStarts.count ? JSONWriter.lineStarts[depth] : JSONWriter.lineStart(depth))
    }

    private static func lineStart(_ depth: Int) -> [UInt8] { [0x0A] + [UInt8](repeating: 0x20, count: 2 * depth) }

    /// A line end, and what stands before the next line at each of the usual depths.
    private static let lineStarts = (0..<16).map(lineStart)
}

// MARK: Strings

extension JSONWriter {
    private static let plain = PlainText(except: "\"\\")

    /// Writes a string in quotes. Characters that do not show, or that turn the
    /// direction of writing, are escaped though JSON would allow most of them: a
    /// person who reads the file sees what is there.
    fileprivate static func write(_ text: String, to sink: inout ByteSink) {
        sink.append(UInt8(ascii: "\""))
        if plain.holds(text) {
            sink.append(text)
        } else {
            for scalar in text.unicodeScalars { write(scalar, to: &sink) }
        }
        sink.append(UInt8(ascii: "\""))
    }

    private static func write(_ scalar: Unicode.Scalar, to sink: inout ByteSink) {
        switch scalar {
        case "\"": sink.append("\\\"")
        case "\\": sink.append("\\\\")
        case "\n": sink.append("\\n")
        case "\r": sink.append("\\r")
        case "\t": sink.append("\\t")
        default:
            if scalar.isInvisible {
                for unit in Character(scalar).utf16 { sink.append("\\u" + hexadecimal(UInt32(unit), width: 4)) }
            } else {
                sink.append(String(scalar))
            }
        }
    }
}
