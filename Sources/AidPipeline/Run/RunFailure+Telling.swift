import AidInput
import AidLedger
import AidRegister
import AidStatistics

extension RunFailure {
    /// Whatever was thrown, as every command tells it: nothing leaves the program without an exit code of its own.
    package init(telling error: any Error) {
        switch error {
        case let failure as RunFailure: self = failure
        case let error as RegisterError: self.init(error)
        case let error as LedgerError: self.init(error)
        case let error as InputError: self.init([error])
        case let refusal as SettlementRefusal: self.init(refusal)
        default:
            // The name of a type holds nothing from an export.
            self.init(RunProblem.unexpected(type: "\(type(of: error))"))
        }
    }
}
