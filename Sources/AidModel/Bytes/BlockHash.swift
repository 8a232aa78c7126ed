/// XXH64 by Y. Collet, by which damage to a register or to a part of a run is found; against forgery it is of no use.
///
/// Its products and sums are meant to wrap: only their bits matter.
///
/// - Source: the xxHash fast digest algorithm, version 0.1.1, section XXH64.
package enum BlockHash {
    private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
    private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
    private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
    private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

    package static func hash(_ bytes: UnsafeRawBufferPointer, seed: UInt64) -> UInt64 {
        var hash = seed &+ prime5
        var rest = 0
        if bytes.count >= 32 {
            var lanes = (seed &+ prime1 &+ prime2, seed &+ prime2, seed, seed &- prime1)
            while bytes.count - rest >= 32 {
                // 32 bytes are left, as the loop asks.
                lanes.0 = round(lanes.0, word(bytes, rest))
                lanes.1 = round(lanes.1, word(bytes, rest + 8))
                lanes.2 = round(lanes.2, word(bytes, rest + 16))
                lanes.3 = round(lanes.3, word(bytes, rest + 24))
                rest &+= 32
            }
            hash = rotate(lanes.0, 1) &+ rotate(lanes.1, 7) &+ rotate(lanes.2, 12) &+ rotate(lanes.3, 18)
            hash = merge(merge(merge(merge(hash, lanes.0), lanes.1), lanes.2), lanes.3)
        }
        hash = hash &+ UInt64(bytes.count)
        while bytes.count - rest >= 8 {
            hash = rotate(hash ^ round(0, word(bytes, rest)), 27) &* prime1 &+ prime4
            rest &+= 8
        }
        if bytes.count - rest >= 4 {
            let half = UInt64(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: rest, as: UInt32.self)))
            hash = rotate(hash ^ (half &* prime1), 23) &* prime2 &+ prime3
            rest &+= 4
        }
        while rest < bytes.count {
            hash = rotate(hash ^ (UInt64(bytes[rest]) &* prime5), 11) &* prime1
            rest &+= 1
        }
        hash = (hash ^ hash >> 33) &* prime2
        hash = (hash ^ hash >> 29) &* prime3
        return hash ^ hash >> 32
    }

    @inline(__always)
    private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
        // Each caller has seen that eight bytes are left.
        UInt64(littleEndian: (bytes.baseAddress.unsafelyUnwrapped + offset).loadUnaligned(as: UInt64.self))
    }

    @inline(__always)
    private static func rotate(_ bits: UInt64, _ count: UInt64) -> UInt64 {
        bits &<< count | bits &>> (64 &- count)
    }

    @inline(__always)
    private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
        rotate(lane &+ word &* prime2, 31) &* prime1
    }

    @inline(__always)
    private static func merge(_ hash: UInt64, _ lane: UInt64) -> UInt64 {
        (hash ^ round(0, lane)) &* prime1 &+ prime4
    }
}
