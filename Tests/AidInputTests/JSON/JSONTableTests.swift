import Foundation
import TestSupport
import Testing

@testable import AidInput

/// Records of JSON, as the text of CSV.
struct JSONTableTests {
    private static func table(_ json: String, records: String? = nil, pieceSize: Int = 7) throws(InputError) -> String {
        let bytes = Array(json.utf8)
        func source() -> MemoryTextSource { MemoryTextSource(bytes, name: "claims.json", pieceSize: pieceSize) }
        let survey = try JSONSurvey(source(), wanted: records)
        let text = JSONTableText(source(), survey)
        let buffer = OwnedRoom<UInt8>(count: 5)
        var all: [UInt8] = []
        while true {
            let count = try text.read(into: buffer.room)
            if count == 0 { return String(decoding: all, as: UTF8.self) }
            all += buffer.view(0..<count)
        }
    }

    private static func problem(_ json: String, records: String? = nil) -> JSONProblem? {
        do throws(InputError) {
            _ = try table(json, records: records)
            return nil
        } catch {
            guard case .json(let problem) = error.problem else { return nil }
            return problem
        }
    }

    @Test func anArray() throws {
        #expect(try Self.table(#"[{"a":1,"b":"x"},{"b":"y","c":true}]"#) == "a,b,c\n1,x,\n,y,true\n")
    }

    @Test func linesAndASingleObject() throws {
        #expect(try Self.table("{\"a\":1}\n{\"a\":2,\"b\":null}\n") == "a,b\n1,\n2,\n")
        #expect(try Self.table(#"{"a":-1.5e-3}"#) == "a\n-1.5e-3\n")
    }

    @Test func theOnlyListWithinAnObject() throws {
        let json =
            #"{"code":0,"data":{"total":2,"list":[{"p":{"id":"1"},"x":[1,{"y":2}]},{"p":{"id":"2","n":"二"}}],"end":[]}}"#
        #expect(try Self.table(json) == "p/id,p/n\n1,\n2,二\n")
        #expect(try Self.table(json, records: "data/list") == "p/id,p/n\n1,\n2,二\n")
        #expect(Self.problem(json, records: "data/lists") == .noSuchList("data/lists", ["data/list", "data/list/x"]))
        let two = #"{"a":[{"x":1}],"b":{"c":[{"y":2}]}}"#
        #expect(Self.problem(two) == .severalLists(["a", "b/c"]))
        #expect(try Self.table(two, records: "b/c") == "y\n2\n")
    }

    @Test("A table of arrays is told to hold no objects") func columnsAndRows() {
        #expect(Self.problem(#"{"columns":["a","b"],"rows":[["1","2"]]}"#) == .noRecords)
    }

    @Test func valuesAsTheyStand() throws {
        let json = #"[{"id":12345678901234567890,"t":"a,\"b\"\nc\u4e00\ud83d\ude00\t","e":"","s":"\/\\"}]"#
        #expect(
            try Self.table(json) == "id,t,e,s\n12345678901234567890,\"a,\"\"b\"\" c一😀\t\",,/\\\n")
    }

    @Test(arguments: [
        "", " ", "[", "[1", #"{"a":1"#, #"{"a":"x"#, #"[{"a":1},]"#, #"{"a":1,}"#, "{a:1}", "{'a':1}", #"{"a":01}"#,
        #"{"a":.5}"#, #"{"a":1.}"#, #"{"a":+1}"#, #"{"a":1e}"#, #"{"a":nul}"#, #"{"a":NaN}"#, #"{"a":truefalse}"#,
        #"{"a":"\x"}"#, #"{"a":"\ud800"}"#, #"{"a":"\udc00"}"#, #"{"a":"\u12g4"}"#, "{\"a\":\"\n\"}", #"{"a" 1}"#,
        #"{"a":1 "b":2}"#, "[{}]]", #"[{"a":1}] x"#, #"// c"# + "\n[]", #"[{"a":1}"#, "]", "}", #"{"a":]}"#,
        #"{"a":1}{"a""#, "[}", #"[{"a":1}{"a":2}]"#, #"{"a":0x1}"#, #"{"a":-}"#,
    ])
    func whatIsNoJSON(_ json: String) {
        #expect(Self.problem(json) != nil)
    }

    @Test func namesTwiceAndOtherThings() throws {
        #expect(Self.problem(#"[{"a":1,"a":2}]"#) == .keyTwice("a"))
        #expect(Self.problem(#"[{"p":{"a":1,"a":2}}]"#) == .keyTwice("p/a"))
        // One path, two values.
        #expect(Self.problem(#"[{"p/q":1,"p":{"q":2}}]"#) == .keyTwice("p/q"))
        #expect(Self.problem(#"{"p":{"q":2},"p/q":1}"#) == .keyTwice("p/q"))
        #expect(Self.problem(#"{"p":[1],"p":2}"#) == .keyTwice("p"))
        #expect(try Self.table(#"[{"a":1},{"a":2}]"#) == "a\n1\n2\n")
        #expect(Self.problem("[1,2]") == .noRecords)
        #expect(Self.problem(#"[{"a":1},2]"#) == .noObject)
        #expect(Self.problem("{\"a\":1}\n7\n") == .noRecords)
        #expect(Self.problem(String(repeating: "[", count: 100)) == .tooDeep(limit: 64))
    }

    /// The slow, obvious counterpart: Foundation builds the whole value.
    @Test("Random records, held against another reader of JSON", arguments: SeededRandom.seeds(60))
    func twin(seed: UInt64) throws {
        var random = SeededRandom(seed)
        let names = ["编号", "a b", "q\"", "x,y", "p/q", "n\u{1F600}", ""]
        var records: [[String: Any]] = []
        for _ in 0..<Int.random(in: 1...8, using: &random) {
            var record: [String: Any] = [:]
            for name in names where Bool.random(using: &random) {
                switch Int.random(in: 0..<6, using: &random) {
                case 0: record[name] = Int.random(in: -999...999, using: &random)
                case 1:
                    record[name] =
                        ["inner": "v\(Int.random(in: 0..<9, using: &random))", "k": NSNull()] as [String: Any]
                case 2: record[name] = [1, ["z": 2]] as [Any]
                case 3: record[name] = NSNull()
                case 4: record[name] = Bool.random(using: &random)
                default: record[name] = ["", "甲,乙", "l1\nl2", "\"", "\\ \u{7F}", "😀"].randomElement(using: &random)
                }
            }
            records.append(record)
        }
        let json = String(
            decoding: try JSONSerialization.data(
                withJSONObject: records,
                options: Bool.random(using: &random) ? [.sortedKeys] : [.sortedKeys, .prettyPrinted]), as: UTF8.self)
        // Columns in the order in which the sorted names come.
        var columns: [String] = []
        func walk(_ record: [String: Any], _ prefix: String) -> [String: String] {
            var values: [String: String] = [:]
            for name in record.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
                if let inner = record[name] as? [String: Any] {
                    values.merge(walk(inner, prefix + name + "/")) { $1 }
                    continue
                }
                if record[name] is [Any] { continue }
                if !columns.contains(prefix + name) { columns.append(prefix + name) }
                values[prefix + name] =
                    switch record[name] {
                    case let text as String: text
                    case let number as NSNumber where "\(type(of: number))".contains("Bool"): "\(number.boolValue)"
                    case let number as Int: "\(number)"
                    default: ""
                    }
            }
            return values
        }
        _ = records.map { walk($0, "") }
        guard let table = try? Self.table(json, pieceSize: Int.random(in: 1...64, using: &random)) else {
            // All records may be empty of names.
            #expect(columns.isEmpty, "seed \(seed)")
            return
        }
        let read = try Self.rows(table)
        #expect(Set(read.first ?? []) == Set(columns.isEmpty ? [""] : columns), "seed \(seed)")
        #expect(read.count == records.count + 1, "seed \(seed)")
        for (row, record) in zip(read.dropFirst(), records) {
            let values = walk(record, "")
            for (name, value) in zip(read[0], row) where !columns.isEmpty {
                let plain = (values[name] ?? "").replacing("\n", with: " ")
                #expect(
                    value == plain || plain == "1" && value == "true" || plain == "0" && value == "false",
                    "seed \(seed)")
            }
        }
    }

    /// Rows of CSV without line ends in fields.
    private static func rows(_ text: String) throws -> [[String]] {
        text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
            var fields: [String] = []
            var field = ""
            var isQuoted = false
            let signs = Array(line)
            var index = 0
            while index < signs.count {
                switch (signs[index], isQuoted) {
                case ("\"", true) where index + 1 < signs.count && signs[index + 1] == "\"":
                    field.append("\"")
                    index += 1
                case ("\"", _): isQuoted.toggle()
                case (",", false):
                    fields.append(field)
                    field = ""
                default: field.append(signs[index])
                }
                index += 1
            }
            return fields + [field]
        }
    }
}
