import Foundation

/// Files that others wrote, which are no part of this project: each in a folder of the one
/// that AIDSTATS_CORPORA names, else of `../shared/corpora` beside the package.
///
/// A test of a corpus that is not there says that it was skipped.
enum Corpus: String {
    case csvSpectrum = "csv-spectrum"
    case synthea
    case xmlconf

    /// nil where it is not there.
    var folder: URL? {
        let folder = Corpus.all.appending(path: rawValue)
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }

    var isThere: Bool { folder != nil }

    private static let all: URL = {
        if let path = ProcessInfo.processInfo.environment["AIDSTATS_CORPORA"] { return URL(filePath: path) }
        let package = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL
        return package.appending(path: "../shared/corpora").standardizedFileURL
    }()
}
