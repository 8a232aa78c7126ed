/// Keys of claims and people on their way to another process: what a `KeyTable` has numbered gets a place in a list of
/// texts that goes with them.
///
/// Keys that hold their texts are the same everywhere, and stay.
package struct PortableKeys {
    private let keys: KeyTable
    private var texts = LittleEndianBytes()
    private var count: UInt64 = 0
    private var claimPlaces: [UInt64: UInt64] = [:]
    private var personPlaces: [UInt64: UInt64] = [:]

    /// - Parameter keys: a table of all texts, so that no key is a digest, which would say nothing elsewhere.
    package init(_ keys: KeyTable) {
        self.keys = keys
    }

    package mutating func portable(_ key: ExactKey) -> ExactKey {
        guard key.high >> 56 == ExactKey.tableKind else { return key }
        if let place = claimPlaces[key.low] { return ExactKey(tableNumber: place) }
        var text: [UInt8] = []
        keys.appendText(of: key, to: &text)
        claimPlaces[key.low] = count
        return ExactKey(tableNumber: add(text[...]))
    }

    package mutating func portable(_ person: PersonKey) -> PersonKey {
        guard person.bits >> 60 == PersonKey.tableKind else { return person }
        if let place = personPlaces[person.bits] { return PersonKey(tableNumber: place) }
        var text: [UInt8] = []
        keys.appendText(of: person, to: &text)
        personPlaces[person.bits] = count
        // Without what tells it from a resident ID, which its kind does.
        return PersonKey(tableNumber: add(text.dropFirst()))
    }

    private mutating func add(_ text: ArraySlice<UInt8>) -> UInt64 {
        texts.append(counted: text)
        count += 1
        return count - 1
    }

    /// Of all texts so far.
    package var byteCount: Int { texts.array.count }

    package func write(to bytes: inout LittleEndianBytes) {
        bytes.append(count)
        bytes.append(bytes: texts.array)
    }
}

/// Keys that come from another process, as this one knows them.
package struct ReceivedKeys {
    private let keys: KeyTable
    private var claims: [ExactKey] = []
    private var people: [PersonKey] = []

    /// - Parameter keys: gets the texts that it does not have.
    package init(_ reader: inout LittleEndianReader, _ keys: KeyTable) throws(DamagedBytes) {
        self.keys = keys
        let texts = try reader.list { reader throws(DamagedBytes) in try reader.countedBytes() }
        for text in texts {
            guard text.count > 0 else { throw DamagedBytes() }
            let bytes = text.bindMemory(to: UInt8.self)
            // Whether it is a claim's or a person's, nobody has written down; few texts are of either.
            claims.append(keys.key(of: bytes))
            people.append(keys.personKey(of: bytes))
        }
    }

    /// - Returns: nil where there is no such key.
    package func own(_ key: ExactKey) -> ExactKey? {
        guard key.high >> 56 == ExactKey.tableKind else { return key }
        return key.low < UInt64(claims.count) ? claims[Int(key.low)] : nil
    }

    package func own(_ person: PersonKey) -> PersonKey? {
        guard person.bits >> 60 == PersonKey.tableKind else { return person }
        let place = person.bits & (1 << 60 - 1)
        return place < UInt64(people.count) ? people[Int(place)] : nil
    }
}

/// Which of some parts a key goes to, on whatever machine.
///
/// By other bits than those by which an exchange deals its partitions, or a part would fill few of these.
package struct PartChoice: Sendable {
    package static let limit = 4096

    /// From 1 to `limit`.
    package let count: Int
    private let keys: KeyTable

    package init(count: Int, _ keys: KeyTable) {
        precondition(1...PartChoice.limit ~= count, "so many parts there cannot be")
        self.count = count
        self.keys = keys
    }

    /// All records of one claim go to one part.
    @inline(__always)
    package func part(of key: ExactKey) -> Int {
        key.high >> 56 == ExactKey.tableKind ? part(ofText: { keys.appendText(of: key, to: &$0) }) : part(key.mixed)
    }

    /// All that stands of one person goes to one part.
    @inline(__always)
    package func part(of person: PersonKey) -> Int { part(mixed(person)) }

    /// All records that say the same go to one part. Groups have other numbers elsewhere, and are left out.
    package func part(saying claim: Claim) -> Int {
        part(
            mixBits(
                mixed(claim.person) ^ UInt64(bitPattern: claim.amountMinor) ^ UInt64(claim.terms >> Claim.dayShift)
                    << 40))
    }

    @inline(__always)
    package func part(_ mixed: UInt64) -> Int { Int(truncatingIfNeeded: (mixed >> 32 &* UInt64(count)) >> 32) }

    @inline(__always)
    private func mixed(_ person: PersonKey) -> UInt64 {
        person.bits >> 60 == PersonKey.tableKind ? mixed { keys.appendText(of: person, to: &$0) } : person.mixed
    }

    private func part(ofText append: (inout [UInt8]) -> Void) -> Int { part(mixed(append)) }

    private func mixed(_ append: (inout [UInt8]) -> Void) -> UInt64 {
        var text: [UInt8] = []
        append(&text)
        return text.withUnsafeBufferPointer { mixBits(UInt64(bitPattern: Int64(InternTable.hash($0)))) }
    }
}
