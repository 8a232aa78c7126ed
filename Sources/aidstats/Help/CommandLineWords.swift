import AidModel
import CArguments

/// The words behind the program's name, before any of them is understood.
enum CommandLineWords {
    /// nil: the program has lost them.
    ///
    /// The standard library takes them from `/proc`, which may be missing; a program that has lost its arguments
    /// must not take that for a user who gave none.
    static var all: [String]? {
        let count = Int(aid_argument_count())
        guard count > 0 else { return nil }
        return (1..<max(count, 1)).map { String(cString: aid_argument(Int32($0))) }
    }

    /// The language of help, and of messages where the options could not be understood.
    static let language: Language = {
        let words = all ?? []
        for (index, word) in words.enumerated() where word.hasPrefix("--lang") {
            let value =
                word == "--lang" ? words.dropFirst(index + 1).first : word.split(separator: "=").last.map(String.init)
            if let language = value.flatMap(Language.init(rawValue:)) { return language }
        }
        return CommonOptions.environmentLanguage
    }()
}
