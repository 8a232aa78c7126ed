import Glibc

/// The system's iconv over whole texts: what the decoders are held against.
struct SystemConverter {
    private let from: String
    private let to: String

    init(from: String, to: String) {
        self.from = from
        self.to = to
    }

    /// Converts lines, each on its own; nil for one that is not valid.
    func lines(_ lines: [[UInt8]]) -> [[UInt8]?] {
        guard let handle = iconv_open(to, from), handle != iconv_t(bitPattern: -1) else { return [] }
        defer { iconv_close(handle) }
        var output = [CChar](repeating: 0, count: 1024)
        return lines.map { line in
            var input = line.map { CChar(bitPattern: $0) } + [0x0A]
            return input.withUnsafeMutableBufferPointer { input in
                output.withUnsafeMutableBufferPointer { output in
                    var inputStart = input.baseAddress
                    var inputLeft = input.count
                    var outputStart = output.baseAddress
                    var outputLeft = output.count
                    iconv(handle, nil, nil, nil, nil)
                    let result = iconv(handle, &inputStart, &inputLeft, &outputStart, &outputLeft)
                    guard result == 0, inputLeft == 0 else { return nil }
                    return output[..<(output.count - outputLeft - 1)].map { UInt8(bitPattern: $0) }
                }
            }
        }
    }

    func convert(_ text: [UInt8]) -> [UInt8]? {
        lines([text]).first ?? nil
    }
}
