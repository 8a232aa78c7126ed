/// The next state of a register, whole on the disk, while the register is as it was.
///
/// A run stages what it has read, publishes its report, and then commits: should it be killed in between,
/// the next writer looks whether the report was published, and finishes or undoes the rest.
package struct StagedRegister: Sendable {
    private let next: Register
    private let delivery: RegisterDelivery

    init(_ next: Register, _ delivery: RegisterDelivery) {
        self.next = next
        self.delivery = delivery
        // Whether they are to stay, the next writer can tell too.
        delivery.keep()
    }

    /// Makes it the state of the register, and removes the files that are no longer of it.
    ///
    /// - Returns: the register as it stands now.
    package func commit() throws(RegisterError) -> Register {
        try Register.commitStaged(in: next.folder)
        try? next.removeLeftovers()
        return next
    }

    /// Removes all that was written, where the report has not been published for sure.
    package func abandon() {
        try? next.folder.remove(RegisterList.newFileName)
        delivery.abandonKept()
    }
}
