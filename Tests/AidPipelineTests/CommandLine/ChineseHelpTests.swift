import Foundation
import TestSupport
import Testing

/// In Chinese, everything that `--help` says is Chinese: of every command, argument and option.
@Suite struct ChineseHelpTests {
    /// All commands, found by going down from the program's own help.
    private static func commands(_ path: [String] = [], in place: Workplace) throws -> [[String]] {
        let screen = try Executable.run(path + ["--help", "--lang", "zh"], in: place.path).outputText
        let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
        guard let start = lines.firstIndex(where: { $0.hasSuffix("命令：") }) else { return [path] }
        let names = lines[(start + 1)...].prefix { $0.hasPrefix("  ") }.filter { !$0.hasPrefix("   ") }
            .map { String($0.split(separator: " ")[0]) }.filter { $0 != "help" && $0 != "详见" }
        return [path] + (try names.flatMap { try commands(path + [$0], in: place) })
    }

    private static func isChinese(_ text: some StringProtocol) -> Bool {
        text.unicodeScalars.contains { $0.properties.isIdeographic }
    }

    @Test func everyOptionOfEveryCommandIsExplainedInChinese() throws {
        let place = try Workplace()
        let commands = try Self.commands(in: place)
        #expect(commands.count >= 18 && commands.contains(["register", "forget"]), "\(commands)")
        for command in commands {
            let screen = try Executable.run(command + ["--help", "--lang", "zh"], in: place.path)
            #expect(screen.exitCode == 0 && screen.errors.isEmpty)
            let text = screen.outputText
            #expect(text.hasPrefix("概述：") && text.contains("\n用法：aidstats") && text.contains("\n选项：\n"))
            for word in [
                "OVERVIEW", "USAGE", "ARGUMENTS", "OPTIONS", "SUBCOMMANDS", "default:", "values:", "Show ", "See ",
            ] {
                #expect(!text.contains(word), "\(command) \(word)")
            }
            // Each option or command with what is said of it, which may begin on the line below.
            var entries: [String] = []
            for line in text.split(separator: "\n") {
                if line.hasPrefix("  -") || line.hasPrefix("  <") {
                    entries.append(String(line))
                } else if line.hasPrefix("   "), !entries.isEmpty {
                    entries[entries.count - 1] += line
                }
            }
            #expect(entries.count >= (command.isEmpty || command == ["register"] ? 1 : 4), "\(command)")
            for entry in entries { #expect(Self.isChinese(entry), "\(command): \(entry)") }
            // The sentences before what is typed.
            let sentences = text.split(separator: "\n").prefix { !$0.hasPrefix("用法") && !$0.hasPrefix("示例") }
            for line in sentences where !line.hasPrefix(" ") {
                #expect(Self.isChinese(line), "\(command): \(line)")
            }
        }
    }

    @Test func noLineIsWiderThanATerminal() throws {
        let place = try Workplace()
        for command in try Self.commands(in: place) {
            for line in try Executable.run(command + ["--help", "--lang", "zh"], in: place.path).outputText
                .split(separator: "\n") where !line.hasPrefix("用法") && !line.contains("aidstats ")
            {
                let width = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
                // What must not begin a line may hang over.
                #expect(width <= 82, "\(line)")
            }
        }
    }

    @Test(
        "The environment asks for it as well",
        arguments: [
            (["LANG": "zh_CN.UTF-8"], "概述："), (["LC_ALL": "zh_CN.UTF-8", "LANG": "C"], "概述："),
            (["LANG": "C"], "OVERVIEW:"),
            (["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], "OVERVIEW:"), ([:], "OVERVIEW:"),
        ] as [([String: String], String)])
    func environment(variables: [String: String], start: String) throws {
        let place = try Workplace()
        for words in [["--help"], ["run", "--help"], ["help", "run"]] {
            let ending = try Executable.run(words, in: place.path, environment: variables)
            #expect(ending.exitCode == 0 && ending.outputText.hasPrefix(start), "\(ending.outputText)")
        }
        let wrong = try Executable.run(["run"], in: place.path, environment: variables)
        #expect(wrong.exitCode == 64 && wrong.errorText.hasPrefix(start == "概述：" ? "错误：" : "Error: "))
        let group = try Executable.run(["register"], in: place.path, environment: variables)
        #expect(group.exitCode == 64 && group.errorText.hasPrefix(start))
    }

    /// Completions and versions are the same in every language.
    @Test func otherOutputsStayAsTheyAre() throws {
        let place = try Workplace()
        #expect(try place.aidstats("--version", "--lang", "zh").outputText == place.aidstats("--version").outputText)
    }
}
