import Foundation
package import Testing

/// A program beside ours that some tests need.
///
/// A laptop may lack it, and then they are skipped; the gate may not, and there they fail.
package struct NeededTool: Sendable {
    package let path: String
    /// Of Debian.
    private let package: String

    package static let chromium = NeededTool(path: "/usr/bin/chromium", package: "chromium")
    package static let strace = NeededTool(path: "/usr/bin/strace", package: "strace")
    package static let python = NeededTool(path: "/usr/bin/python3", package: "python3")
    package static let jsonSchema = NeededTool(path: "/usr/bin/jsonschema", package: "python3-jsonschema")

    package var isThere: Bool { FileManager.default.isExecutableFile(atPath: path) }

    /// Of a test or a suite that needs the tool.
    package var trait: ConditionTrait {
        .enabled(if: isThere || ProcessInfo.processInfo.environment["CI"] == "true", "needs Debian's \(package)")
    }
}

extension Trait where Self == ConditionTrait {
    /// Skips what needs a tool where that is not there, but for the gate.
    package static func needs(_ tool: NeededTool) -> ConditionTrait { tool.trait }
}
