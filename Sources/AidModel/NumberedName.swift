/// The name of a file as people read it: its numbers are numbers, and what is put behind a name comes later.
///
/// Sorted by bytes `10月.csv` comes before `9月.csv`, `三月.csv` before `二月.csv`, and `9月-更正.csv` before `9月.csv`. Where
/// files correct each other, an old version then stands for the new one. Names are compared, and say nothing unless
/// they are of one kind: `导出.csv` is neither before nor after `更正1.csv`.
///
///     2023-9.csv   │ 2023 │ - │ 9 │ end │ . │ c │ s │ v │
package struct NumberedName: Sendable {
    private enum Atom: Hashable {
        case letter(Unicode.Scalar)
        case number(NameNumber)
        /// Before an extension, a `/` or a `#`.
        case end

        var number: NameNumber? { if case .number(let number) = self { number } else { nil } }
    }

    private let atoms: [Atom]

    package init(_ name: String) {
        var reading = NameReading(name)
        var atoms: [Atom] = []
        while !reading.isAtEnd {
            if let number = reading.takeNumber() {
                atoms.append(.number(number))
            } else {
                if reading.isAtNameEnd { atoms.append(.end) }
                atoms.append(.letter(reading.takeLetter()))
            }
        }
        self.atoms = atoms + [.end]
    }

    /// Whether a name plainly comes behind another one.
    package func isLater(than other: NumberedName) -> Bool {
        if isLike(other) { return isLaterByNumbers(than: other) }
        guard let place = zip(atoms, other.atoms).enumerated().first(where: { $1.0 != $1.1 })?.offset else {
            return false
        }
        switch (atoms[place], other.atoms[place]) {
        case (.number(let one), .number(let another)): return another < one
        case (.end, _): return false
        case (_, .end): return true
        default: return false
        }
    }

    /// Whether nothing differs but numbers.
    private func isLike(_ other: NumberedName) -> Bool {
        atoms.count == other.atoms.count
            && zip(atoms, other.atoms).allSatisfy { $0 == $1 || $0.number != nil && $1.number != nil }
    }

    /// Years come first, wherever they stand: 12-2022, 1-2023.
    private func isLaterByNumbers(than other: NumberedName) -> Bool {
        let differing = zip(atoms, other.atoms).compactMap { one, another -> (NameNumber, NameNumber)? in
            guard let number = one.number, let otherNumber = another.number, number != otherNumber else { return nil }
            return (number, otherNumber)
        }
        let first = differing.first { $0.isYear && $1.isYear } ?? differing.first
        return first.map { $1 < $0 } ?? false
    }
}

/// A whole number in a name, however many digits it has.
struct NameNumber: Sendable, Hashable, Comparable {
    /// From 0 to 9, without zeros at the front.
    let digits: [UInt8]

    init(digits: some Sequence<UInt8>) {
        self.digits = Array(digits.drop { $0 == 0 })
    }

    init(_ value: Int) {
        self.init(digits: String(value).utf8.map { $0 - UInt8(ascii: "0") })
    }

    var isYear: Bool { digits.count == 4 && (digits.starts(with: [1, 9]) || digits.starts(with: [2, 0])) }

    static func < (lhs: NameNumber, rhs: NameNumber) -> Bool {
        lhs.digits.count != rhs.digits.count
            ? lhs.digits.count < rhs.digits.count : lhs.digits.lexicographicallyPrecedes(rhs.digits)
    }
}
