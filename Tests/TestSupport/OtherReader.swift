import Foundation
package import Testing

/// A reader of other people's that some tests hold our files against, where it is there: none of them is asked for by
/// the gate, as they are large, or are not among Debian's packages.
package struct OtherReader: Sendable {
    package let name: String
    /// What to start.
    package let program: String
    /// The module of Python that must be there; nil: the program is all.
    private let module: String?

    /// `AIDSTATS_PYTHON` names another Python that has the modules, as one of a virtual environment.
    private static let python =
        ProcessInfo.processInfo.environment["AIDSTATS_PYTHON"] ?? NeededTool.python.path

    package static let pandas = OtherReader(name: "pandas", program: python, module: "pandas")
    package static let openpyxl = OtherReader(name: "openpyxl", program: python, module: "openpyxl")
    package static let frictionless = OtherReader(name: "frictionless", program: python, module: "frictionless")
    package static let libreOffice = OtherReader(name: "LibreOffice", program: "/usr/bin/soffice", module: nil)

    package var isThere: Bool {
        guard FileManager.default.isExecutableFile(atPath: program) else { return false }
        guard let module else { return true }
        let ending = try? Started.run(
            program, ["-c", "import importlib.util, sys; sys.exit(importlib.util.find_spec('\(module)') is None)"],
            in: "/")
        return ending?.exitCode == 0
    }

    /// Runs a program in Python.
    package func run(_ text: String, _ arguments: [String] = [], in folder: String) throws -> Ending {
        try Started.run(program, ["-c", text] + arguments, in: folder)
    }
}

extension Trait where Self == ConditionTrait {
    /// Skips what needs a reader that is not there.
    package static func uses(_ reader: OtherReader) -> ConditionTrait {
        .enabled(if: reader.isThere, "\(reader.name) is not there")
    }
}
