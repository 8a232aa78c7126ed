package import AidModel

/// All understood records of all exports read so far, without a single number of a person or a claim.
///
/// A later run takes the claims from here in place of the exports that it knows again by their
/// SHA-256; they go the same way through settlement and counting. A value of this type is the
/// register as it stood when it was opened or last changed; it opens files only while it reads.
///
///     register.json        the list of all other files, under a seal
///     people-0003.tags     for each person a tag
///     groups-0003.values   for each code the values of the breakdown fields
///     2023Q2-0003.claims   the claims of one quarter that change 3 has brought
///     others-0003.claims   claims without a day
///     reversals-0003.records
///     people-0003.quarters for each person the quarters with a person-time
///     rejects-0003.records what a reader could not understand, masked
///     several-0003.tags    claims that are several records, or are named by a reversal
///
/// A file that the list does not name is what a crash has left, and goes with the next change.
package struct Register: Sendable {
    package enum Access: Sendable {
        case reading
        /// Only one program at a time.
        case writing
    }

    let folder: RegisterFolder
    package let key: RegisterKey
    let list: RegisterList
    /// nil: only to be read.
    let lock: RegisterLock?

    /// The exports that it knows, by their numbers.
    package var inputs: [RegisterInput] { list.inputs }

    /// The number of an export that it knows.
    package func inputNumber(sha256: String) -> Int? { list.inputs.firstIndex { $0.sha256 == sha256 } }

    /// How many numbers of people there are, those of forgotten people included.
    package var peopleCount: Int { list.peopleCount }

    /// The files of claims, longest first, so that threads that take them in turn end together.
    package var claimSegments: [RegisterSegment] {
        list.segments.filter(\.kind.holdsClaims).sorted { ($1.rowCount, $0.name) < ($0.rowCount, $1.name) }
    }

    package var claimCount: Int { claimSegments.reduce(0) { $0 + $1.rowCount } }

    /// How many records were forgotten.
    package var forgottenCount: Int { list.inputs.reduce(0) { $0 + $1.forgotten.recordCount } }

    /// How many claim records some of its quarters have.
    package func claimCount(_ isWanted: (Quarter) -> Bool) -> Int {
        list.segments(.quarter).reduce(0) { count, segment in
            segment.quarter.map(isWanted) == true ? count + segment.rowCount : count
        }
    }

    /// All quarters with claims, oldest first.
    package var quarters: [Quarter] { Set(list.segments(.quarter).compactMap(\.quarter)).sorted() }

    /// How many bytes the register takes on disk, but for the list itself.
    package var byteCount: Int { list.segments.reduce(0) { $0 + $1.byteCount } }

    /// What is left of forgotten quarters; nil: nothing was forgotten.
    package var forgotten: ForgottenQuarters? { list.forgotten }
}
