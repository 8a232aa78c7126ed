/// Where rows lie that memory has no room for, in any order, to be read once or several times.
package protocol SpillStore: Sendable {
    /// Keeps some bytes.
    ///
    /// - Returns: where they lie.
    func write(_ bytes: UnsafeRawBufferPointer) throws -> Int

    /// Fills a buffer with what was written from a place on.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws
}
