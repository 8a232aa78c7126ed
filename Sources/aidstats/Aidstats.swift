import ArgumentParser

@main
struct Aidstats: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "aidstats")
}
