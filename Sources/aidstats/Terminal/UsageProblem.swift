import AidModel
import ArgumentParser

/// What a command's own rules find wrong with its options.
enum UsageProblem {
    /// A folder or a file is given as nothing.
    case emptyPath(option: String, isFolder: Bool = true)
    case jobsOutOfRange
    case partsOutOfRange(limit: Int)
    case piecesOutOfRange(limit: Int)
    case noSparkSetting
    case optionsBesideSpark
    case sparkOptionsAlone
    /// Digests were taken when the inputs were read.
    case digestsOfCounts
    /// A span ends before it begins.
    case spanBackwards
    case neitherFactsNorNone
    case quarterOrImport
    case dayOfImport
    case noteOfMoreLines
    case noteWithNumber
    case explanationIsText
    case oneFigure

    /// The same as ArgumentParser throws it.
    func error(_ language: Language) -> ValidationError { ValidationError(text(language)) }
}
