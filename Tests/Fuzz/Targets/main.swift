import CFuzzer
import Foundation

// aidstats-fuzz list                            the names of all targets
// aidstats-fuzz TARGET prepare CORPUS FOLDER…   writes its first inputs, and CORPUS.dict with its words
// aidstats-fuzz TARGET [FLAGS] CORPUS…          tries inputs, as libFuzzer does

private func refuse(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(64)
}

/// A byte as libFuzzer's dictionaries have it.
private func escaped(_ byte: UInt8) -> String {
    "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
}

/// Files of some folders that a target takes, each behind zeros where its choices stand.
private func files(_ target: Target, below folders: [String]) -> [[UInt8]] {
    folders.flatMap { folder in
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return names.sorted().compactMap { name -> [UInt8]? in
            guard target.takes.contains(where: { name.hasSuffix($0) }),
                let bytes = FileManager.default.contents(atPath: folder + "/" + name), bytes.count <= 16 << 10
            else { return nil }
            return [UInt8](repeating: 0, count: target.choiceCount) + bytes
        }
    }
}

private func prepare(_ target: Target, _ corpus: String, _ folders: [String]) throws {
    try FileManager.default.createDirectory(atPath: corpus, withIntermediateDirectories: true)
    for (index, seed) in (target.seeds + files(target, below: folders)).enumerated() {
        try Data(seed).write(to: URL(fileURLWithPath: "\(corpus)/seed-\(index)"))
    }
    let words = target.words.map { "\"" + $0.utf8.map(escaped).joined() + "\"\n" }
    try Data(words.joined().utf8).write(to: URL(fileURLWithPath: corpus + ".dict"))
}

let arguments = CommandLine.arguments
if arguments.dropFirst().elementsEqual(["list"]) {
    print(Target.all.map(\.name).joined(separator: "\n"))
    exit(0)
}
guard arguments.count > 2, let target = Target.all.first(where: { $0.name == arguments[1] }) else {
    refuse("usage: aidstats-fuzz list | TARGET prepare CORPUS FOLDER… | TARGET [FLAGS] CORPUS")
}
if arguments.count >= 4, arguments[2] == "prepare" {
    try prepare(target, arguments[3], Array(arguments[4...]))
    exit(0)
}

let chosen = target.run
nonisolated(unsafe) var tryInput: ([UInt8]) -> Void = chosen
var words = ([arguments[0]] + arguments[2...]).map { strdup($0) } + [nil]
var count = CInt(words.count - 1)
let code = words.withUnsafeMutableBufferPointer { words in
    var start = words.baseAddress
    return LLVMFuzzerRunDriver(&count, &start) { data, size in
        tryInput(Array(UnsafeBufferPointer(start: data, count: size)))
        return 0
    }
}
exit(code)
