import AidModel

/// What `--help` says. Both languages stand side by side in the files `Help+…Texts.swift`; ArgumentParser gets the one
/// that the command line or the environment asks for.
enum Help {
    static func text(zh: String, en: String) -> String {
        BilingualText(zh: zh, en: en)(CommandLineWords.language)
    }
}

/// What a command is for.
struct CommandHelp: Sendable {
    let abstract: String
    let discussion: String

    init(abstract: BilingualText, discussion: BilingualText) {
        self.abstract = abstract(CommandLineWords.language)
        self.discussion = discussion(CommandLineWords.language)
    }
}
