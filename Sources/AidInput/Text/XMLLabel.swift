/// The encoding that an XML file says it is in, and the one that it is read in.
///
/// libxml2 never sees the label: it loses text silently where a GB2312 label covers
/// characters of GB18030, so everything is decoded before it.
enum XMLLabel {
    /// The label in the XML declaration at the start of a file, or nil.
    static func label(_ file: InputFile) throws(InputError) -> String? {
        let head = try file.bytes(from: 0, count: 512)
        // The declaration is ASCII in every encoding that is read here but UTF-16, whose
        // zero bytes go.
        let text = String(decoding: head.filter { $0 != 0 && $0 < 0x80 }, as: UTF8.self)
        guard text.hasPrefix("<?xml"), let end = text.firstRange(of: "?>") else { return nil }
        let declaration = text[..<end.lowerBound].dropFirst(5)
        // Else it is another processing instruction.
        guard declaration.first?.isWhitespace == true else { return nil }
        guard let name = declaration.firstRange(of: "encoding") else { return nil }
        let value = declaration[name.upperBound...].drop { $0 != "\"" && $0 != "'" }
        guard let quote = value.first else { return nil }
        return String(value.dropFirst().prefix { $0 != quote })
    }

    /// Whether a file may be read as UTF-8 before all of it was seen: nothing at its start speaks
    /// against it.
    static func allowsUTF8(_ file: InputFile, choice: TextEncodingChoice) throws(InputError) -> Bool {
        switch choice {
        case .utf8: return true
        case .gb18030, .utf16: return false
        case .auto: return try label(file).map { TextEncodingChoice(label: $0) == .utf8 } ?? true
        }
    }

    /// The encoding other than UTF-8 in which a file may be read before all of it was seen: if its
    /// text is valid and holds no zeros, nothing in it can speak against that.
    static func onlyOther(_ file: InputFile, choice: TextEncodingChoice) throws(InputError) -> TextEncoding? {
        let utf16 = try TextEncoding.utf16(markedIn: file)
        switch choice {
        case .utf8: return nil
        case .gb18030: return .gb18030
        case .utf16: return utf16
        case .auto: break
        }
        let label = try label(file)
        let labelled = label.map { TextEncodingChoice(label: $0) }
        if let utf16 { return labelled == nil || labelled == .utf16 ? utf16 : nil }
        guard labelled == .gb18030, try FileTextSource.markLength(file, encoding: .utf8) == 0 else { return nil }
        return .gb18030
    }

    /// The choice that a file's label amounts to.
    ///
    /// - Parameter survey: what the bytes show. Plain ASCII reads the same in every encoding
    ///   of single bytes that a label may name.
    /// - Throws: where the label contradicts the byte-order mark or the bytes, which XML 1.0
    ///   (4.3.3) makes a fatal error, or names what is not read here.
    static func choice(_ file: InputFile, survey: FileSurvey) throws(InputError) -> TextEncodingChoice {
        guard let label = try label(file) else { return survey.encoding.isUTF16 ? .utf16 : .utf8 }
        let choice = TextEncodingChoice(label: label).flatMap { $0 == .auto ? nil : $0 }
        func contradicted(_ shown: TextEncodingChoice?) -> InputError {
            InputError(problem: .labelContradicted(choice, shown: shown), file: file.name, lineNumber: 1)
        }
        if survey.encoding.isUTF16 != (choice == .utf16) { throw contradicted(survey.encoding.isUTF16 ? .utf16 : nil) }
        if choice != .utf8, try FileTextSource.markLength(file, encoding: .utf8) > 0 { throw contradicted(.utf8) }
        if let choice { return choice }
        if survey.isASCII { return .utf8 }
        throw InputError(problem: .unsupportedLabel, file: file.name, lineNumber: 1)
    }
}

extension TextEncoding {
    var isUTF16: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }

    /// The kind of UTF-16 that a byte-order mark shows.
    static func utf16(markedIn file: InputFile) throws(InputError) -> TextEncoding? {
        for encoding in [utf16LittleEndian, utf16BigEndian]
        where try FileTextSource.markLength(file, encoding: encoding) > 0 {
            return encoding
        }
        return nil
    }
}

extension InputFile {
    /// Whether the first character, after a byte-order mark and white space, is `<`.
    package func beginsLikeXML() throws(InputError) -> Bool {
        let marks: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x00, 0x20, 0x09, 0x0A, 0x0D]
        return try bytes(from: 0, count: 512).first { !marks.contains($0) } == UInt8(ascii: "<")
    }
}
