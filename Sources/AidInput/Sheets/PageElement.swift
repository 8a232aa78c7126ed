/// The elements that make a difference.
enum PageElement {
    case table
    case row
    case cell
    /// What begins a line of its own.
    case breaking
    case other

    private static let breakingNames: [[UInt8]] = [
        "br", "p", "div", "li", "dd", "dt", "tbody", "caption", "hr", "title", "h1", "h2", "h3", "h4", "h5", "h6",
        "form",
        "center", "option", "legend", "pre",
        // What stands beside a number, or was struck out of it, is none of its digits.
        "sup", "sub", "s", "strike", "del", "ins",
    ].map { Array($0.utf8) }

    init(_ name: ByteView) {
        if name.elementsEqual("td".utf8) || name.elementsEqual("th".utf8) {
            self = .cell
        } else if name.elementsEqual("tr".utf8) {
            self = .row
        } else if name.elementsEqual("table".utf8) {
            self = .table
        } else {
            self = PageElement.breakingNames.contains { name.elementsEqual($0) } ? .breaking : .other
        }
    }
}
