import AidModel
import AidReport
import AidText

/// One message with its parts, in which numbers that may be a person's are hidden: names of files and values of
/// pipeline files hold what people have typed.
struct MessageLine {
    private let level: Finding.Level
    private let place: String?
    private let what: String
    private let mend: String?
    private let code: String?

    init(level: Finding.Level, place: String?, what: String, mend: String?, code: String?) {
        self.level = level
        self.place = place.map { PersonalNumbers.masked(in: $0) }
        self.what = PersonalNumbers.masked(in: what)
        self.mend = mend.map { PersonalNumbers.masked(in: $0) }
        self.code = code
    }

    /// `place: error: what; mend [code]`: one line, whatever the names of files, columns and elements in it hold.
    func text(_ language: Language) -> String {
        let start = place.map { $0 + ": " } ?? ""
        let end = mend.map { (language == .zh ? "；" : "; ") + $0 } ?? ""
        let line = "\(start)\(level.name(language)): \(what)\(end)" + (code.map { " [\($0)]" } ?? "")
        // A control character could break the line, or tell a terminal what to do; a direction mark turns what follows.
        return TextTable.shown(line)
    }

    /// The same as one object.
    func json() -> String {
        let members: KeyValuePairs<String, JSONText?> = [
            "level": .string(level.logName), "code": code.map { .string($0) }, "place": place.map { .string($0) },
            "message": .string(what), "mend": mend.map { .string($0) },
        ]
        return JSONText.object(of: members).compact()
    }
}

extension Finding.Level {
    fileprivate func name(_ language: Language) -> String {
        switch (self, language) {
        case (.error, .en): "error"
        case (.error, .zh): "错误"
        case (.warning, .en): "warning"
        case (.warning, .zh): "注意"
        case (.note, .en): "note"
        case (.note, .zh): "说明"
        }
    }

    /// As systems that gather logs name it.
    fileprivate var logName: String { self == .note ? "info" : rawValue }
}
