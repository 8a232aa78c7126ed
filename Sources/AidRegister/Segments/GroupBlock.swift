import AidModel

/// A block of groups: for each the values of the breakdown fields, one text after the other.
enum GroupBlock {
    static func append(_ groups: some Sequence<[String]>, to bytes: inout LittleEndianBytes) {
        for values in groups {
            for value in values { bytes.append(value) }
        }
    }

    /// nil: no block that `append` has written.
    static func read(_ payload: UnsafeRawBufferPointer, rowCount: Int, valueCount: Int) -> [[String]]? {
        var reader = LittleEndianReader(payload)
        var groups: [[String]] = []
        for _ in 0..<rowCount {
            var values: [String] = []
            for _ in 0..<valueCount {
                guard let value = reader.nextText() else { return nil }
                values.append(value)
            }
            groups.append(values)
        }
        return reader.isAtEnd ? groups : nil
    }
}
