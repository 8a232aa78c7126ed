import AidModel
import AidRegister

/// What a command on a register has done or found, as it prints it.
enum RegisterAnswer {
    /// - Parameter isNew: false: it was made before, and is still empty.
    case made(RegisterSettings, isNew: Bool)
    case whole(Register)
    case nothingToForget(before: Quarter)
    /// Nothing is done before the user is sure.
    case wouldForget(before: Quarter, count: Int)
    case forgot(before: Quarter, count: Int)
    /// - Parameter who: what is told of first-time and returning people.
    case people(ClosedRange<Quarter>, count: Int, who: BilingualText)
}
