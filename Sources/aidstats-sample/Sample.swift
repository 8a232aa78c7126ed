import ArgumentParser

@main
struct Sample: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "aidstats-sample")
}
