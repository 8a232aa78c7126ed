import AidInput

/// What `dump` is asked to print.
package struct DumpRequest: Sendable {
    private let path: String
    private let format: ExportFormat?
    private let record: ElementName?
    private let encoding: TextEncodingChoice
    private let delimiter: UInt8?

    /// - Throws: `RunFailure` where an option has no meaning.
    package init(
        path: String, format: FileFormat?, record: String?, encoding: String, delimiter: String
    ) throws(RunFailure) {
        self.path = path
        guard let choice = TextEncodingChoice(label: encoding) else {
            throw RunFailure(OptionProblem.encoding, place: "--encoding")
        }
        self.encoding = choice
        let delimiters: [String: UInt8] = [
            "comma": UInt8(ascii: ","), ",": UInt8(ascii: ","), "tab": UInt8(ascii: "\t"), "\t": UInt8(ascii: "\t"),
            "\\t": UInt8(ascii: "\t"), "semicolon": UInt8(ascii: ";"), ";": UInt8(ascii: ";"),
            "pipe": UInt8(ascii: "|"), "|": UInt8(ascii: "|"),
        ]
        self.delimiter = delimiters[delimiter]
        guard delimiter == "auto" || self.delimiter != nil else {
            throw RunFailure(OptionProblem.delimiter, place: "--delimiter")
        }
        self.record = record.flatMap(ElementName.init)
        if record != nil, self.record == nil {
            throw RunFailure(OptionProblem.record, place: "--record")
        }
        switch format {
        case .csv, .json: self.format = .csv(delimiter: self.delimiter)
        case .xml: self.format = .xml(record: self.record)
        case nil: self.format = self.record == nil ? nil : .xml(record: self.record)
        }
    }

    /// Writes every record and every problem.
    ///
    /// - Parameter write: gets one line with its line end.
    /// - Returns: how many problems there were.
    package func run(_ write: @escaping ([UInt8]) -> Void) throws(RunFailure) -> Int {
        do throws(InputError) {
            let found = FoundInput.one(path)
            let whole = try InputFile(name: path, path: found.path)
            let (file, format) =
                if let format { (try whole.unwrapped(found.part, as: format), format) } else {
                    try whole.unwrapped(found.part) { file throws(InputError) in
                        try ExportFormat.told(of: file, delimiter: delimiter, record: record)
                    }
                }
            let export = try OpenExport(file, format: format, encoding: encoding)
            return try RecordDump(export).run(write: write)
        } catch {
            throw RunFailure([error])
        }
    }
}
