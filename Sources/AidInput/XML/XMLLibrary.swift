import CLibXML2
import Synchronization

/// libxml2's state that the whole process shares: made ready once, never taken down.
enum XMLLibrary {
    /// How often libxml2 asked for anything outside the file; it got nothing.
    static let outsideRequestCount = Atomic<Int>(0)

    /// Must come before the first use of libxml2, which is not safe on two threads without it.
    static func prepare() {
        _ = isPrepared
    }

    // A static constant is made once, by one thread, while others wait.
    private static let isPrepared: Bool = {
        xmlInitParser()
        // Nothing but the file at hand is ever read: neither entities nor catalogs.
        xmlSetExternalEntityLoader { _, _, _ in
            XMLLibrary.outsideRequestCount.add(1, ordering: .relaxed)
            return nil
        }
        xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE)
        return true
    }()
}
