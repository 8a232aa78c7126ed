extension RecordLayout {
    /// The groups that values of a breakdown mean, where these are other than themselves (`values`, `valuesFile`,
    /// `default`, `otherwise`).
    ///
    /// - Shape: by bytes, cleaned as field values are; what a value means is itself, if it is in here at all.
    package struct ValueNames: Sendable, Hashable {
        private let names: [[UInt8]: [UInt8]]
        /// What every other value means that is neither empty nor a group; nil: itself.
        private let rest: [UInt8]?
        /// Where there is a rest, the groups that stand for themselves; else none.
        private let groups: Set<[UInt8]>

        /// - Parameters:
        ///   - valuesByName: for each group the values that mean it, all cleaned.
        ///   - empty: what an empty value means; nil: what `valuesByName` says of it.
        ///   - otherwise: what a value means of which nothing is said; nil: itself. An empty one is none of them.
        package init(_ valuesByName: [String: [String]], empty: String? = nil, otherwise: String? = nil) {
            var names: [[UInt8]: [UInt8]] = [:]
            for (name, values) in valuesByName {
                for value in values { names[Array(value.utf8)] = Array(name.utf8) }
            }
            if let empty, !empty.isEmpty { names[[]] = Array(empty.utf8) }
            self.names = names
            rest = otherwise.map { Array($0.utf8) }
            groups =
                otherwise == nil
                ? []
                : Set(
                    valuesByName.keys.map { Array($0.utf8) }
                        + [empty, otherwise].compactMap { $0.map { Array($0.utf8) } })
        }

        package var isEmpty: Bool { names.isEmpty && rest == nil }

        /// What a value means: itself, where nothing is said of it.
        func name(of value: some Collection<UInt8>) -> [UInt8] {
            let value = Array(value)
            if let name = names[value] { return name }
            guard let rest, !value.isEmpty, !groups.contains(value) else { return value }
            return rest
        }

        /// Every value that means another one, and that, by the bytes of the value.
        package var pairs: [(value: String, name: String)] {
            names.filter { $0.key != $0.value }.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map {
                (String(decoding: $0.key, as: UTF8.self), String(decoding: $0.value, as: UTF8.self))
            }
        }

        /// What every value means that is neither listed nor one of some groups, and these, by their bytes.
        package var otherwise: (name: String, groups: [String])? {
            rest.map { rest in
                (
                    String(decoding: rest, as: UTF8.self),
                    groups.sorted { $0.lexicographicallyPrecedes($1) }.map { String(decoding: $0, as: UTF8.self) }
                )
            }
        }
    }
}
