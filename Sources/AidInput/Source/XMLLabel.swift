import AidModel

/// The encoding that an XML file says it is in, and the one that it is read in.
///
/// libxml2 never sees the label: it loses text silently where a GB2312 label covers
/// characters of GB18030, so everything is decoded before it.
enum XMLLabel {
    /// The label in the XML declaration at the start of a file, or nil.
    static func label(_ file: InputFile) throws(InputError) -> String? {
        let head = UnsafeMutableRawBufferPointer.allocate(byteCount: 512, alignment: 1)
        defer { head.deallocate() }
        let count = try file.read(into: head, at: 0)
        // The declaration is ASCII in every encoding that is read here but UTF-16, whose
        // zero bytes go.
        let text = String(decoding: head[..<count].filter { $0 != 0 && $0 < 0x80 }, as: UTF8.self)
        guard text.hasPrefix("<?xml"), let end = text.firstRange(of: "?>") else { return nil }
        let declaration = text[..<end.lowerBound]
        guard let name = declaration.firstRange(of: "encoding") else { return nil }
        let value = declaration[name.upperBound...].drop { $0 != "\"" && $0 != "'" }
        guard let quote = value.first else { return nil }
        return String(value.dropFirst().prefix { $0 != quote })
    }

    /// The choice that a file's label amounts to.
    ///
    /// - Parameter isASCII: whether the file holds nothing but ASCII, which reads the same
    ///   in every encoding that a label may name.
    static func choice(_ file: InputFile, isASCII: Bool) throws(InputError) -> TextEncodingChoice {
        guard let label = try label(file) else { return .utf8 }
        if let choice = TextEncodingChoice(label: label), choice != .auto { return choice }
        if isASCII { return .utf8 }
        throw InputError(
            kind: .refused, file: file.name, lineNumber: 1,
            what: BilingualText(zh: "不支持 XML 声明的编码", en: "the encoding that the XML declaration names is not supported"),
            mend: BilingualText(
                zh: "请以 UTF-8、GB18030 或 UTF-16 导出", en: "export the file as UTF-8, GB18030 or UTF-16"))
    }
}

extension InputFile {
    /// Whether the first character, after a byte-order mark and white space, is `<`.
    package func beginsLikeXML() throws(InputError) -> Bool {
        let head = UnsafeMutableRawBufferPointer.allocate(byteCount: 512, alignment: 1)
        defer { head.deallocate() }
        let count = try read(into: head, at: 0)
        let marks: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x00, 0x20, 0x09, 0x0A, 0x0D]
        return head[..<count].first { !marks.contains($0) } == UInt8(ascii: "<")
    }
}
