import AidInput
import AidLedger
import AidRegister
import AidModel

extension RunFailure {
    /// Whatever was thrown, as every command tells it: nothing leaves the program without an exit code of its own.
    package init(telling error: any Error) {
        switch error {
        case let failure as RunFailure: self = failure
        case let error as RegisterError: self.init(error)
        case let error as LedgerError: self.init(error)
        case let error as InputError: self.init([error])
        default:
            // The name of a type holds nothing from an export.
            self.init(
                .ownFault, code: "unexpected", zh: "程序内部出错（\(type(of: error))）",
                en: "the program itself has failed (\(type(of: error)))",
                mend: BilingualText(
                    zh: "请报告此问题，并附上命令和流程文件", en: "please report it with the command and the pipeline file"))
        }
    }
}
