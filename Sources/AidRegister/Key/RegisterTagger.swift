package import AidModel

/// Turns the records of an export into those of a register: tags in place of claim numbers, numbers of
/// the register in place of people.
///
/// Tags are made of the texts, not of the keys: another version of the program may pack keys in
/// another way. Each thread has its own.
package final class RegisterTagger {
    private let key: RegisterKey
    private let keys: KeyTable
    private let people: RegisterPeople
    private var text: [UInt8] = []

    /// - Parameters:
    ///   - keys: that the readers of this run share.
    ///   - people: of the register.
    package init(_ key: RegisterKey, keys: KeyTable, people: RegisterPeople) {
        self.key = key.unshared()
        self.keys = keys
        self.people = people
    }

    /// A record as the register has it. One that names no claim names none there.
    package func tagged(_ claim: Claim) -> Claim {
        var claim = claim
        claim.key = tagged(claim.key)
        claim.person = tagged(claim.person)
        return claim
    }

    /// The person's number, a new one for somebody new.
    package func tagged(_ person: PersonKey) -> PersonKey {
        person.isNone ? person : PersonKey(registerIndex: people.index(of: tag(person)))
    }

    /// The person's number in the register; where it has none, the key as it is: nobody there is meant.
    package func known(_ person: PersonKey) -> PersonKey {
        if person.isNone { return person }
        return people.knownIndex(of: tag(person)).map { PersonKey(registerIndex: $0) } ?? person
    }

    /// A reversal as the register has it.
    package func tagged(_ reversal: Reversal) -> Reversal {
        var reversal = reversal
        reversal.claim = tagged(reversal.claim)
        reversal.ownKey = tagged(reversal.ownKey)
        return reversal
    }

    private func tagged(_ key: ExactKey) -> ExactKey {
        guard !key.isNone, key.high >> 56 != ExactKey.positionKind else { return .none }
        text.removeAll(keepingCapacity: true)
        keys.appendText(of: key, to: &text)
        return text.withUnsafeBytes { self.key.tag(.claim, $0) }.claimKey
    }

    private func tag(_ person: PersonKey) -> RegisterTag {
        text.removeAll(keepingCapacity: true)
        keys.appendText(of: person, to: &text)
        return text.withUnsafeBytes { key.tag(.person, $0) }
    }
}
