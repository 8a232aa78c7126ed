import CScan
import Foundation
import Testing

/// Every variant on files as they come: the sample, whole.
@Suite
struct FixtureTests {
    private static let files: [URL] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../sample-input")
        let found = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
        return found.sorted().map { folder.appending(path: $0) }.filter { !$0.pathExtension.isEmpty }
    }()

    @Test
    func allVariantsAgreeOnEverySampleFile() throws {
        #expect(FixtureTests.files.count > 10)
        for file in FixtureTests.files {
            let padded = Padded(Array(try Data(contentsOf: file)), offset: 1)
            let marks = Variant.supported.map { variant in
                fastMarks(padded, from: 0, delimiter: MarkCSVTests.comma, variant: variant)
            }
            let found = Variant.supported.map { variant in
                padded.withBytes { aid_check_text_with(variant.number, $0, $1) }
            }
            let plain = Variant.supported.map { variant in
                padded.withBytes { aid_check_xml_with(variant.number, $0, $1) }
            }
            for index in Variant.supported.indices {
                let name = "\(Variant.supported[index].name), \(file.lastPathComponent)"
                #expect(marks[index] == marks[0], "\(name)")
                #expect(found[index] == found[0], "\(name)")
                #expect(plain[index] == plain[0], "\(name)")
            }
        }
    }
}
