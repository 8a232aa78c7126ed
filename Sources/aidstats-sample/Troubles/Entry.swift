/// One record to be written, and what becomes of it.
struct Entry {
    var saying: Saying
    var outcome: Outcome
    /// The claim that counts from this record on.
    var claim: TrueClaim?
    var damage: Damage?
    /// Whether reversals take the claim back whole.
    var isTakenBack = false
    /// Whether it repeats the entry before it in the story byte by byte.
    var isVerbatim = false
}

/// Where in the input an entry stands, seen from where its story begins.
enum Place {
    case here
    /// Some records further down.
    case near
    /// Much further down, below everything near.
    case far
    /// In another file, before or after.
    case otherFile
    /// In a file that is read later, whatever the order of inputs.
    case laterFile
    /// In the file of the quarter after.
    case nextQuarter
}
