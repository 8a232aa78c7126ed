/// Room for values that lie one beside the other in memory that someone else owns: a row of a table, a buffer to read
/// into.
///
/// Precondition, of this and of `OwnedRoom`: an index is from 0 to below `count`, which a debug build checks; a value is
/// written before it is read; and nobody uses a room when its owner is gone.
package struct Room<Element: BitwiseCopyable>: RandomAccessCollection {
    /// For C.
    let start: UnsafeMutablePointer<Element>
    package let count: Int

    @inline(__always)
    init(start: UnsafeMutablePointer<Element>, count: Int) {
        self.start = start
        self.count = count
    }

    /// - Parameter buffer: not empty.
    package init(_ buffer: UnsafeMutableBufferPointer<Element>) {
        self.init(start: buffer.baseAddress.unsafelyUnwrapped, count: buffer.count)
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { count }

    @inline(__always)
    package subscript(index: Int) -> Element {
        get {
            assert(index >= 0 && index < count)
            return start[index]
        }
        nonmutating set {
            assert(index >= 0 && index < count)
            start[index] = newValue
        }
    }

    /// Some of the room, counted from 0 again.
    @inline(__always)
    package func part(_ range: Range<Int>) -> Room {
        from(range.lowerBound, count: range.count)
    }

    /// The room from a place on.
    @inline(__always)
    package func from(_ index: Int) -> Room { from(index, count: count &- index) }

    @inline(__always)
    func from(_ index: Int, count: Int) -> Room {
        assert(index >= 0 && count >= 0 && index + count <= self.count)
        return Room(start: start + index, count: count)
    }

    /// Copies values to its beginning; they may lie in the same room.
    @inline(__always)
    func copy(_ values: Room) {
        assert(values.count <= count)
        start.update(from: values.start, count: values.count)
    }

    /// For other modules.
    var buffer: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: start, count: count) }
}

extension Room<UInt8> {
    /// What was written, to be read.
    @inline(__always)
    package var view: ByteView { ByteView(start: start, count: count) }

    /// Copies bytes to its beginning; they may lie in the same room.
    @inline(__always)
    package func copy(_ bytes: ByteView) {
        assert(bytes.count <= count)
        start.update(from: bytes.start, count: bytes.count)
    }
}

/// Room that goes when its owner does.
///
/// It is an array that a release build never checks, that is never copied and never grows, for the loops that every
/// record goes through. An element of one's own is no private type: with one the debug build of Swift 6.3.1 breaks off
/// (“Global is external, but doesn't have external or weak linkage”).
package struct OwnedRoom<Element: BitwiseCopyable>: ~Copyable {
    package let room: Room<Element>

    package init(count: Int) {
        // Whole cache lines, so that blocks of bytes are read from as few as can be.
        let memory = UnsafeMutableRawPointer.allocate(byteCount: count * MemoryLayout<Element>.stride, alignment: 64)
        room = Room(start: memory.bindMemory(to: Element.self, capacity: count), count: count)
    }

    init(repeating value: Element, count: Int) {
        self.init(count: count)
        room.start.initialize(repeating: value, count: count)
    }

    deinit {
        room.start.deallocate()
    }

    package var count: Int { room.count }

    @inline(__always)
    subscript(index: Int) -> Element {
        get { room[index] }
        nonmutating set { room[index] = newValue }
    }
}

extension OwnedRoom<UInt8> {
    /// Some of what was written, to be read.
    @inline(__always)
    package func view(_ range: Range<Int>) -> ByteView { room.part(range).view }
}
