import CLibXML2
import Synchronization

/// libxml2's state that the whole process shares: made ready once, never taken down.
package enum XMLLibrary {
    private static let refusals = Atomic<Int>(0)

    /// How often libxml2 asked for anything outside the file at hand; it got nothing.
    package static var outsideRequestCount: Int { refusals.load(ordering: .relaxed) }

    /// Must come before the first use of libxml2, which is not safe on two threads without it.
    static func prepare() {
        _ = isPrepared
    }

    // A static constant is made once, by one thread, while others wait.
    private static let isPrepared: Bool = {
        xmlInitParser()
        // Nothing but the file at hand is ever read: neither entities nor catalogs.
        xmlSetExternalEntityLoader { _, _, _ in
            XMLLibrary.refusals.add(1, ordering: .relaxed)
            return nil
        }
        xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE)
        return true
    }()
}
