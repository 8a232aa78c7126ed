/// A record as the generator knows it: the raw text of each field.
struct TwinRecord {
    /// The file's place in input order, from 0.
    var file = 0
    /// From 1 in its file.
    var number = 0
    /// The line of a CSV file on which it begins, from 1.
    var line: Int?
    var isMalformed = false
    /// Whether the line is about the records, and none itself.
    var isScaffolding = false
    /// By the name of the field; a field that is not here is empty.
    var texts: [String: String] = [:]
}

/// What a record means to say, before it is written in one of many ways.
struct TwinDraft {
    enum Person {
        /// Of the pool.
        case known(Int)
        case text(String)
    }

    enum Day {
        case day(TwinDay)
        case text(String)
    }

    enum Amount {
        /// In the minor unit.
        case minor(Int)
        case text(String)
    }

    var claim = ""
    var person = Person.text("")
    var day = Day.text("")
    var treatment = Day.text("")
    var amount = Amount.text("")
    var kind: TwinClass?
    var status = ""
    var reverses = ""
    var groups: [String: String] = [:]
}
