extension RecordLayout {
    /// The groups that values of a breakdown mean, where these are other than themselves (`values`).
    ///
    /// - Shape: by bytes, cleaned as field values are; what a value means is itself, if it is in here at all.
    package struct ValueNames: Sendable, Hashable {
        private let names: [[UInt8]: [UInt8]]

        /// - Parameter valuesByName: for each group the values that mean it, all cleaned.
        package init(_ valuesByName: [String: [String]]) {
            var names: [[UInt8]: [UInt8]] = [:]
            for (name, values) in valuesByName {
                for value in values { names[Array(value.utf8)] = Array(name.utf8) }
            }
            self.names = names
        }

        package var isEmpty: Bool { names.isEmpty }

        /// What a value means: itself, where nothing is said of it.
        func name(of value: some Collection<UInt8>) -> [UInt8] {
            let value = Array(value)
            return names[value] ?? value
        }

        /// Every value that means another one, and that, by the bytes of the value.
        package var pairs: [(value: String, name: String)] {
            names.filter { $0.key != $0.value }.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map {
                (String(decoding: $0.key, as: UTF8.self), String(decoding: $0.value, as: UTF8.self))
            }
        }
    }
}
