/// Words with what they mean, matched letter by letter as a trie.
///
/// Latin letters match in either case, and end where a word ends.
struct NumeralWords<Meaning: Sendable>: Sendable {
    private var next: [UInt64: UInt32] = [:]
    private var meanings: [Meaning?] = [nil]

    /// - Parameters:
    ///   - chinese: words parted by blanks.
    ///   - english: words parted by bars, for they may have blanks in them; in small letters.
    init(_ chinese: [(String, Meaning)], english: [(String, Meaning)] = []) {
        for (list, meaning) in chinese {
            for word in list.split(separator: " ") { add(word, meaning) }
        }
        for (list, meaning) in english {
            for word in list.split(separator: "|") { add(word, meaning) }
        }
    }

    private mutating func add(_ word: Substring, _ meaning: Meaning) {
        var node: UInt32 = 0
        for scalar in word.unicodeScalars {
            let key = Self.key(node, scalar)
            if let known = next[key] {
                node = known
            } else {
                node = UInt32(meanings.count)
                next[key] = node
                meanings.append(nil)
            }
        }
        meanings[Int(node)] = meaning
    }

    private static func key(_ node: UInt32, _ scalar: Unicode.Scalar) -> UInt64 {
        UInt64(node) << 32 | UInt64(scalar.value)
    }

    /// The scalars with which its words begin, as they are written in the table.
    var firstScalars: [Unicode.Scalar] {
        next.keys.filter { $0 >> 32 == 0 }.compactMap { Unicode.Scalar(UInt32(truncatingIfNeeded: $0)) }
    }

    /// The longest word that stands at a place.
    ///
    /// - Complexity: linear in the longest word.
    func longest(_ reader: NumeralReader, at start: Int) -> (meaning: Meaning, end: Int)? {
        var found: (Meaning, Int)?
        var node: UInt32 = 0
        var index = start
        while index < reader.scalars.count {
            let scalar = index == start ? reader.scalars[index] : reader.peek(index)
            guard let known = next[Self.key(node, scalar.numeralFolded)] else { break }
            node = known
            index += 1
            if let meaning = meanings[Int(node)], !(scalar.isLatinLetter && reader.peek(index).isLatinLetter) {
                found = (meaning, index)
            }
        }
        return found
    }
}

extension Unicode.Scalar {
    /// A capital Latin letter as a small one.
    var numeralFolded: Unicode.Scalar {
        ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value + 32)) : self
    }
}
