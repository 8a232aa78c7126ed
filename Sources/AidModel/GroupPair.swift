/// How a breakdown of two fields, and a group of it, is called where it has one name: `district × care`, `徐汇 × 门诊`.
package enum GroupPair {
    /// No field's name has a blank in it.
    private static let separator = " × "

    /// - Parameter fields: names in the pipeline file, or in reports.
    package static func field(_ fields: [String]) -> String { fields.joined(separator: separator) }

    /// The names that a breakdown's name in the pipeline file is made of: two, or one.
    package static func fields(_ field: String) -> [String] {
        field.split(separator: separator).map { String($0) }
    }

    /// The name of a group: two groups have one name only if they are the same, so a `×` within is doubled.
    package static func name(_ groups: [String?]) -> String {
        groups.map { EmptyGroup.name(of: $0).replacing("×", with: "××") }.joined(separator: separator)
    }
}
