import AidModel
import AidReport
import AidText
import Logging

/// Writes messages of the log as `place: error: what; mend [code]`, or as one object of JSON.
struct MessageHandler: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info
    private let format: LogFormat
    private let language: Language

    init(format: LogFormat, language: Language) {
        self.format = format
        self.language = language
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        func value(_ key: String) -> String? { event.metadata?[key].map { "\($0)" } }
        let line = MessageLine(
            level: name(event.level), place: value("place"), what: "\(event.message)", mend: value("mend"),
            code: value("code"))
        switch format {
        case .text: StandardError.write(line.text(language) + "\n")
        case .json: StandardError.write(line.json(level: event.level.rawValue) + "\n")
        }
    }

    private func name(_ level: Logger.Level) -> String {
        switch (level, language) {
        case (.error, .en), (.critical, .en): "error"
        case (.error, .zh), (.critical, .zh): "错误"
        case (.warning, .en): "warning"
        case (.warning, .zh): "注意"
        case (_, .en): "note"
        case (_, .zh): "说明"
        }
    }
}

/// One message with its parts, in which numbers that may be a person's are hidden: names of files and values of
/// pipeline files hold what people have typed.
struct MessageLine {
    private let level: String
    private let place: String?
    private let what: String
    private let mend: String?
    private let code: String?

    init(level: String, place: String?, what: String, mend: String?, code: String?) {
        self.level = level
        self.place = place.map { PersonalNumbers.masked(in: $0) }
        self.what = PersonalNumbers.masked(in: what)
        self.mend = mend.map { PersonalNumbers.masked(in: $0) }
        self.code = code
    }

    /// One line, whatever the names of files, columns and elements in it hold.
    func text(_ language: Language) -> String {
        let start = place.map { $0 + ": " } ?? ""
        let end = mend.map { (language == .zh ? "；" : "; ") + $0 } ?? ""
        let line = "\(start)\(level): \(what)\(end)" + (code.map { " [\($0)]" } ?? "")
        return String(String.UnicodeScalarView(line.unicodeScalars.map(MessageLine.visible)))
    }

    /// A control character could break the line, or tell a terminal what to do.
    private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
        default: scalar
        }
    }

    func json(level: String) -> String {
        let members: KeyValuePairs<String, JSONText?> = [
            "level": .string(level), "code": code.map { .string($0) }, "place": place.map { .string($0) },
            "message": .string(what), "mend": mend.map { .string($0) },
        ]
        return JSONText.object(of: members).compact()
    }
}
