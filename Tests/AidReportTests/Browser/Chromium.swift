import Foundation
import TestSupport
import Testing

/// Debian's chromium without a screen, which opens pages as a reader's browser does.
enum Chromium {
    /// What became of a page.
    struct Outcome {
        /// The document after its scripts have run.
        var document: String
        /// What the browser's console says, a line each.
        var console: [String]
    }

    /// Opens a page that is written to a file of its own.
    static func open(_ page: String, isDark: Bool = false) throws -> Outcome {
        let folder = try TemporaryFolder()
        let file = try folder.write("page.html", page)
        let arguments =
            [
                "120", NeededTool.chromium.path, "--headless=new", "--no-sandbox", "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars", "--window-size=1400,1000", "--enable-logging=stderr", "--v=0",
                "--disable-background-networking", "--disable-component-update", "--no-first-run",
                "--user-data-dir=\(folder.path)/profile", "--virtual-time-budget=15000", "--dump-dom",
            ] + (isDark ? ["--blink-settings=preferredColorScheme=0"] : []) + [file.absoluteString]
        let ending = try Started.run(
            "/usr/bin/timeout", arguments, in: folder.path, environment: ["HOME": folder.path])
        try #require(ending.exitCode == 0, "chromium ended with \(ending.exitCode)")
        return Outcome(
            document: ending.outputText,
            console: ending.errorLines.filter { $0.contains("CONSOLE") }.map(String.init))
    }
}
