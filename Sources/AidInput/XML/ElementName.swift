/// The name of an element or attribute as a pipeline file writes it:
/// `Claim` (in any namespace), `{uri}Claim` (in that one) or `{}Claim` (in none).
///
/// There is no `prefix:Claim`: prefixes mean nothing outside the file that declares them.
package struct ElementName: Hashable, Sendable {
    /// nil: in any namespace; empty: in none.
    package let namespace: String?
    package let local: String

    /// nil where the text is no such name.
    package init?(_ text: String) {
        self.init(Substring(text))
    }

    init?(_ text: Substring) {
        if text.first == "{" {
            guard let end = text.firstIndex(of: "}") else { return nil }
            let namespace = text[text.index(after: text.startIndex)..<end]
            if namespace.contains("{") { return nil }
            self.init(namespace: String(namespace), local: String(text[text.index(after: end)...]))
        } else {
            self.init(namespace: nil, local: String(text))
        }
        let scalars = local.unicodeScalars
        guard let first = scalars.first, first.startsName, scalars.dropFirst().allSatisfy(\.continuesName)
        else { return nil }
    }

    /// A name that was read, and so needs no check.
    init(namespace: String?, local: String) {
        self.namespace = namespace
        self.local = local
    }

    /// Whether this name, as a pattern, means every name that `other` means.
    func covers(_ other: ElementName) -> Bool {
        local == other.local && (namespace == nil || namespace == other.namespace)
    }
}

extension ElementName: CustomStringConvertible {
    package var description: String {
        guard let namespace else { return local }
        return "{\(namespace)}\(local)"
    }
}

extension Unicode.Scalar {
    /// `NameStartChar` of XML 1.0, fifth edition, without the colon.
    fileprivate var startsName: Bool {
        switch value {
        case 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
            0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF,
            0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
            true
        default:
            false
        }
    }

    /// `NameChar` of XML 1.0, fifth edition, without the colon.
    fileprivate var continuesName: Bool {
        switch value {
        case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
        default: startsName
        }
    }
}
