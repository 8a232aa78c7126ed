/// The group of the claims whose category field is empty (未填), which a value of this name joins.
package enum EmptyGroup {
    /// How every document spells it; sentences may call it otherwise.
    package static let name = "未填"

    /// A group as a document names it.
    package static func name(of group: String?) -> String { group ?? name }

    /// The group that a document names; nil: that of empty fields.
    package static func group(named name: String) -> String? { name == EmptyGroup.name ? nil : name }
}
