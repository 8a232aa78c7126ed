import AidModel
import AidText

/// Reads a facts.json back, whole: whoever checks a text against it needs no report.
package enum FactReader {
    /// No facts.json is larger; one of 40 quarters and 16 districts has about 2 MB.
    package static let byteLimit = 256 << 20

    /// No figure of a programme is as large; below it, nothing that is computed for print overflows.
    private static let figureLimit: UInt128 = 1_000_000_000_000_000_000_000_000_000_000

    package static func read(_ bytes: [UInt8]) throws(FactProblem) -> FactSet {
        guard bytes.count <= byteLimit else { throw FactProblem(path: "") }
        let json: JSONText
        do throws(JSONProblem) {
            json = try JSONReader.read(bytes)
        } catch {
            throw FactProblem(path: "", byteOffset: error.byteOffset)
        }
        let root = Member(json, "")
        guard try root["schema"].string == FactJSON.schemaName else { throw FactProblem(path: "schema") }
        let programme = try root["programme"]
        guard let currency = Currency(try root["currency"].string) else { throw FactProblem(path: "currency") }
        return FactSet(
            programme: Programme(
                name: try programme["name"].string, title: try programme["title"].bilingual,
                since: try programme["since"].orNull { member throws(FactProblem) in try member.day },
                currency: currency),
            quarter: try root["quarter"].quarter, isProvisional: try root["provisional"].flag,
            hasLaterQuarters: try root.optional("laterQuarters") { member throws(FactProblem) in try member.flag }
                ?? false,
            rounding: try root["rounding"].word(Rounding.self),
            definitions: try root["definitions"].members.mapThrowing { member throws(FactProblem) in
                FactSet.Definition(key: member.key, text: try member.value.bilingual)
            },
            sources: try root["sources"].members.mapThrowing { member throws(FactProblem) in
                try source(member.value)
            },
            facts: try root["facts"].elements.mapThrowing { member throws(FactProblem) in try fact(member) })
    }

    private static func fact(_ fact: Member) throws(FactProblem) -> Fact {
        let precision = try fact["precision"]
        return Fact(
            id: try fact["id"].string, kind: try fact["kind"].word(FactKind.self),
            period: try period(fact["period"]),
            group: try fact["group"].orNull { group throws(FactProblem) in
                FactGroup(
                    field: try group["field"].string, title: try group["title"].bilingual,
                    name: try group["name"].orNull { name throws(FactProblem) in try name.string })
            },
            measure: try fact["measure"].word(FactMeasure.self),
            base: try fact["base"].orNull { member throws(FactProblem) in try base(member) },
            value: try value(fact), unit: try fact["unit"].word(FactUnit.self),
            printed: try fact["printed"].bilingual,
            precision: FactPrecision(zh: try precision["zh"].integer, en: try precision["en"].integer),
            definitions: try strings(fact["definitions"]), isProvisional: try fact["provisional"].flag,
            isRestated: try fact["restated"].flag,
            note: try fact.optional("note") { note throws(FactProblem) in try note.bilingual },
            sources: try strings(fact["sources"]))
    }

    private static func base(_ base: Member) throws(FactProblem) -> FactBase {
        FactBase(
            try base["comparison"].word(FactBase.Comparison.self), period: try period(base["period"]),
            value: try value(base),
            count: try base.optional("count") { count throws(FactProblem) in try count.small },
            others: try base.optional("others") { others throws(FactProblem) in
                FactBase.Others(since: try others["since"].quarter, count: try others["count"].small)
            },
            vintage: try base.optional("vintage") { member throws(FactProblem) in try vintage(member) })
    }

    private static func vintage(_ vintage: Member) throws(FactProblem) -> FactVintage {
        FactVintage(
            quarter: try vintage["quarter"].quarter, number: try vintage["number"].small,
            publishedOn: try vintage["publishedOn"].day)
    }

    private static func period(_ period: Member) throws(FactProblem) -> FactPeriod {
        let quarter = try period["quarter"].quarter
        switch try period["type"].string {
        case "quarter": return .quarter(quarter)
        case "yearToDate": return .yearToDate(through: quarter)
        case "cumulative": return .cumulative(since: try period["from"].day, through: quarter)
        default: throw FactProblem(path: period.path + "/type")
        }
    }

    private static func value(_ owner: Member) throws(FactProblem) -> FactValue {
        let value = try owner["value"]
        guard value.json != .null else { return .none(try owner["noValue"].word(FactValue.WhyNone.self)) }
        if let exactly = try value.optional("exactly", { member throws(FactProblem) in try member.integer }) {
            guard exactly.magnitude < figureLimit else { throw FactProblem(path: value.path + "/exactly") }
            return .exactly(exactly)
        }
        if value.json["lowest"] != nil {
            let (lowest, highest) = (try value["lowest"].integer, try value["highest"].integer)
            guard lowest <= highest, max(lowest.magnitude, highest.magnitude) < figureLimit else {
                throw FactProblem(path: value.path)
            }
            return .between(FigureRange(lowest: lowest, highest: highest))
        }
        guard let ratio = ExactRatio(try value["numerator"].integer, over: try value["denominator"].integer) else {
            throw FactProblem(path: value.path)
        }
        return .ratio(ratio)
    }

    private static func source(_ source: Member) throws(FactProblem) -> FactSource {
        guard try source["type"].string == "vintage" else {
            let pipelineFile = try source["pipelineFile"]
            return .run(
                FactSource.Run(
                    inputs: try source["inputs"].elements.mapThrowing { input throws(FactProblem) in
                        FactSource.Run.Input(
                            name: try input["file"].string,
                            sha256: try input["sha256"].orNull { hash throws(FactProblem) in try hash.string })
                    }, pipelineFileName: try pipelineFile["file"].string,
                    pipelineFileSHA256: try pipelineFile["sha256"].string, version: try source["version"].string))
        }
        let origin: FactSource.Origin
        switch try source["origin"].string {
        case "run": origin = .run
        case "imported": origin = .imported(sha256: try source["sha256"].string)
        case "unknown": origin = .unknown
        default: throw FactProblem(path: source.path + "/origin")
        }
        return .vintage(try vintage(source), origin)
    }

    private static func strings(_ list: Member) throws(FactProblem) -> [String] {
        try list.elements.mapThrowing { element throws(FactProblem) in try element.string }
    }
}

/// Where a file is no facts.json.
package struct FactProblem: Error, Sendable, Hashable {
    /// `facts/12/value`; empty: the file as a whole.
    package var path: String
    /// Where it is no JSON; nil: it is.
    package var byteOffset: Int?

    package init(path: String, byteOffset: Int? = nil) {
        self.path = path
        self.byteOffset = byteOffset
    }
}

/// A JSON value, and the way to it.
private struct Member {
    let json: JSONText
    let path: String

    init(_ json: JSONText, _ path: String) {
        self.json = json
        self.path = path
    }

    private func below(_ key: String) -> String { path.isEmpty ? key : path + "/" + key }

    subscript(key: String) -> Member {
        get throws(FactProblem) {
            guard let value = json[key] else { throw FactProblem(path: below(key)) }
            return Member(value, below(key))
        }
    }

    func optional<Value>(
        _ key: String, _ read: (Member) throws(FactProblem) -> Value
    ) throws(FactProblem) -> Value? {
        guard let value = json[key] else { return nil }
        return try read(Member(value, below(key)))
    }

    func orNull<Value>(_ read: (Member) throws(FactProblem) -> Value) throws(FactProblem) -> Value? {
        if json == .null { return nil }
        return try read(self)
    }

    var string: String {
        get throws(FactProblem) {
            guard case .string(let text) = json else { throw FactProblem(path: path) }
            return text
        }
    }

    var integer: Int128 {
        get throws(FactProblem) {
            guard case .integer(let number) = json else { throw FactProblem(path: path) }
            return number
        }
    }

    var small: Int {
        get throws(FactProblem) {
            guard let number = Int(exactly: try integer) else { throw FactProblem(path: path) }
            return number
        }
    }

    var flag: Bool {
        get throws(FactProblem) {
            guard case .bool(let flag) = json else { throw FactProblem(path: path) }
            return flag
        }
    }

    var elements: [Member] {
        get throws(FactProblem) {
            guard case .array(let elements) = json else { throw FactProblem(path: path) }
            return elements.enumerated().map { Member($0.element, below(String($0.offset))) }
        }
    }

    var members: [(key: String, value: Member)] {
        get throws(FactProblem) {
            guard case .object(let members) = json else { throw FactProblem(path: path) }
            return members.map { ($0.key, Member($0.value, below($0.key))) }
        }
    }

    var bilingual: BilingualText {
        get throws(FactProblem) { BilingualText(zh: try self["zh"].string, en: try self["en"].string) }
    }

    var quarter: Quarter {
        get throws(FactProblem) {
            guard let quarter = Quarter(try string) else { throw FactProblem(path: path) }
            return quarter
        }
    }

    var day: CalendarDay {
        get throws(FactProblem) {
            guard let day = CalendarDay(iso: try string) else { throw FactProblem(path: path) }
            return day
        }
    }

    func word<Word: RawRepresentable<String>>(_: Word.Type) throws(FactProblem) -> Word {
        guard let word = Word(rawValue: try string) else { throw FactProblem(path: path) }
        return word
    }
}

extension Array {
    /// `map` with the error's type kept.
    fileprivate func mapThrowing<Value>(
        _ transform: (Element) throws(FactProblem) -> Value
    ) throws(FactProblem) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(count)
        for element in self { values.append(try transform(element)) }
        return values
    }
}
