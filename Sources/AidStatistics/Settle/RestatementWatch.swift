package import AidModel

/// A published quarter, and which inputs were not there when it was last published.
///
/// A settlement that is given one says besides what stands what the late inputs have changed
/// in that quarter, and how.
package struct RestatementWatch: Sendable, Hashable {
    package var quarter: Quarter
    /// By file index: whether the input was not among those of the last vintage.
    package var isLate: [Bool]

    package init(quarter: Quarter, isLate: [Bool]) {
        self.quarter = quarter
        self.isLate = isLate
    }
}
