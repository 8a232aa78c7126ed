import AidModel

/// What the names of the inputs say of the order in which they are read.
///
/// Which version of a claim stands is decided by that order. Files of one list are sorted by the bytes of their paths,
/// which is not always the order that their names tell people.
package struct FileOrder: Sendable {
    /// One input.
    package struct File: Sendable {
        let name: String
        let list: Int

        /// - Parameter list: equal for inputs that the program has sorted among themselves.
        package init(name: String, list: Int) {
            self.name = name
            self.list = list
        }
    }

    private let files: [File]

    /// - Parameter files: all inputs in input order.
    package init(_ files: [File]) {
        self.files = files
    }

    func name(of file: Int) -> NumberedName { NumberedName(files[file].name) }

    /// Whether the program itself has decided in which order two inputs come.
    func areSorted(_ file: Int, _ other: Int) -> Bool { files[file].list == files[other].list }
}

/// Claims of which a version stands that by the name of its file is not the latest.
package struct VersionsOutOfOrder: Sendable, Hashable {
    /// An input whose version stands, and the one whose version by its name is the later.
    package struct Pair: Sendable, Hashable, Comparable {
        package let standing: Int
        package let later: Int

        package static func < (lhs: Pair, rhs: Pair) -> Bool {
            lhs.standing != rhs.standing ? lhs.standing < rhs.standing : lhs.later < rhs.later
        }
    }

    package private(set) var claimCount = 0
    /// The first such pair of inputs; nil: there is none.
    package private(set) var first: Pair?

    package static let none = VersionsOutOfOrder()

    private init() {}

    fileprivate init(_ pair: Pair) {
        claimCount = 1
        first = pair
    }

    /// As another process has found them.
    init(claimCount: Int, first: Pair?) {
        self.claimCount = claimCount
        self.first = first
    }

    static func += (lhs: inout VersionsOutOfOrder, rhs: VersionsOutOfOrder) {
        lhs.claimCount += rhs.claimCount
        lhs.first = [lhs.first, rhs.first].compactMap(\.self).min()
    }
}

/// The claims whose versions are out of order, by whose order it is.
package struct OrderDoubts: Sendable, Hashable {
    /// The program has sorted the two files.
    package var sorted = VersionsOutOfOrder.none
    /// Someone has listed the one before the other.
    package var listed = VersionsOutOfOrder.none

    static func += (lhs: inout OrderDoubts, rhs: OrderDoubts) {
        lhs.sorted += rhs.sorted
        lhs.listed += rhs.listed
    }
}

/// Looks, on one thread, whether the versions that stand are those that by the names of their files are the latest.
struct OrderWatch {
    private let order: FileOrder
    private(set) var doubts = OrderDoubts()
    /// Most claims that have versions have them in the same few files.
    private var known: [VersionsOutOfOrder.Pair: Bool] = [:]
    private static let knownLimit = 4096

    init(_ order: FileOrder) {
        self.order = order
    }

    /// - Parameter versions: all records of one claim, in input order; the last of them says what stands.
    mutating func add(_ versions: ArraySlice<Claim>) {
        guard let standing = versions.last else { return }
        var latest = standing
        for version in versions {
            let file = version.position.fileIndex
            let latestFile = latest.position.fileIndex
            if file == latestFile ? latest.position < version.position : isLater(file, than: latestFile) {
                latest = version
            }
        }
        guard !latest.saysTheSame(as: standing) else { return }
        let pair = VersionsOutOfOrder.Pair(standing: standing.position.fileIndex, later: latest.position.fileIndex)
        guard pair.standing != pair.later else { return }
        if order.areSorted(pair.standing, pair.later) {
            doubts.sorted += VersionsOutOfOrder(pair)
        } else {
            doubts.listed += VersionsOutOfOrder(pair)
        }
    }

    private mutating func isLater(_ file: Int, than other: Int) -> Bool {
        let pair = VersionsOutOfOrder.Pair(standing: other, later: file)
        if let known = known[pair] { return known }
        if known.count == OrderWatch.knownLimit { known.removeAll(keepingCapacity: true) }
        let isLater = order.name(of: file).isLater(than: order.name(of: other))
        known[pair] = isLater
        return isLater
    }
}
