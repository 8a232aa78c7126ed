package import AidText

extension Document {
    /// The document as a file holds it, taken apart again.
    package func json(_ value: Value) throws -> JSONText {
        try JSONReader.read(bytes(value))
    }
}
