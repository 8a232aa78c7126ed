import AidModel

/// One export file, surveyed and ready to be read.
package struct OpenExport: Sendable {
    package let file: InputFile
    package let format: ExportFormat
    package let encoding: TextEncoding
    /// Byte sequences that are not valid in the encoding.
    package let invalidCount: Int
    /// What its lines say of the encoding.
    let lines: LineSurvey
    private let pieceSize: Int

    /// Opens a file and finds its encoding, from all of it.
    ///
    /// - Parameters:
    ///   - name: what messages and reports call the file.
    ///   - path: where it is; `-` is standard input.
    ///   - pieceSize: how many bytes are asked of the file at once.
    ///   - observe: sees every byte of the file, once, in order.
    package init(
        name: String, path: String, format: ExportFormat, encoding: TextEncodingChoice, pieceSize: Int = 512 << 10,
        observe: (ByteView) -> Void = { _ in }
    ) throws(InputError) {
        try self.init(
            try InputFile(name: name, path: path).unwrapped(as: format), format: format, encoding: encoding,
            pieceSize: pieceSize,
            observe: observe)
    }

    /// - Parameter file: unwrapped.
    package init(
        _ file: InputFile, format: ExportFormat, encoding: TextEncodingChoice, pieceSize: Int = 512 << 10,
        observe: (ByteView) -> Void = { _ in }
    ) throws(InputError) {
        self.file = file
        let encoding = file.isTable ? .utf8 : encoding
        self.format = file.isTable ? .csv(delimiter: UInt8(ascii: ",")) : format
        self.pieceSize = pieceSize
        try file.refuseOtherKinds(format)
        var survey = try FileSurvey.survey(file, choice: encoding, observe: observe)
        let isXML = if case .xml = format { true } else { false }
        if isXML, encoding == .auto {
            let choice = try XMLLabel.choice(file, survey: survey)
            if choice != .utf16 { survey = try FileSurvey.survey(file, choice: choice) { _ in } }
        }
        // XML in UTF-8 is refused where its bytes are not valid.
        let mayBeOther = !survey.isASCII && !(isXML && survey.encoding == .utf8)
        var lines = mayBeOther ? try LineSurvey(file, encoding: survey.encoding, splitsTags: isXML) : LineSurvey()
        if lines.isMostlyOther, try FileTextSource.markLength(file, encoding: survey.encoding) == 0 {
            guard !isXML, encoding == .auto else {
                let isLabel = encoding == .auto
                throw InputError(
                    problem: .mostlyOtherEncoding(than: survey.encoding, lines, isLabel: isLabel), file: file.name,
                    lineNumber: isLabel ? 1 : nil)
            }
            survey = try FileSurvey.survey(file, choice: survey.encoding == .utf8 ? .gb18030 : .utf8) { _ in }
            lines = try LineSurvey(file, encoding: survey.encoding, splitsTags: false)
        }
        self.lines = lines
        self.encoding = survey.encoding
        invalidCount = survey.invalidCount
    }

    func textSource() throws(InputError) -> FileTextSource {
        try FileTextSource(file: file, encoding: encoding, pieceSize: pieceSize)
    }

    /// A reader of the file as CSV.
    package func csvReader(delimiter: UInt8?) throws(InputError) -> CSVReader {
        var reader =
            if let delimiter {
                CSVReader(try textSource(), delimiter: delimiter)
            } else {
                try CSVReader(detectingDelimiterOf: try textSource())
            }
        reader.look(out: EncodingWatch(encoding, isDecoded: true, isMixed: lines.otherCount > 0))
        return reader
    }

    /// Puts a place in the text of an error where it is on disk; one of the system is there already.
    package func onDisk(_ error: InputError) -> InputError {
        guard error.kind == .refused, let textOffset = error.byteOffset else { return error }
        var error = error
        error.byteOffset = (try? DiskOffsets.find([textOffset], in: file, encoding: encoding))?.first
        return error
    }
}
