package import AidModel

/// Why a register or its key could not be made, opened, read or written: where, what, and how to mend it.
///
/// No message holds a key, a tag or a value from an export.
package struct RegisterError: Error, Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case noRegister
        /// The folder in which one was to be made holds something already.
        case notEmpty
        case wrongKey
        /// The key's file is missing, open to others, in the wrong place or no key.
        case unusableKey
        /// It is another programme's.
        case another
        /// Written under other rules of counting.
        case otherRules
        /// A newer version of the program has written it.
        case newer
        case missing
        case damaged
        /// Another program holds it, or has changed it meanwhile.
        case locked
        case io
        /// What was to be written contradicts what stands.
        case refused
    }

    package var kind: Kind
    package var path: String
    package var what: BilingualText
    package var mend: BilingualText

    package init(kind: Kind, path: String, what: BilingualText, mend: BilingualText) {
        self.kind = kind
        self.path = path
        self.what = what
        self.mend = mend
    }
}
