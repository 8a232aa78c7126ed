import TestSupport
import Testing

@testable import AidInput

/// Records of JSON that lie in other records.
struct JSONInnerListTests {
    private static func table(_ json: String, records: String, pieceSize: Int = 7) throws(InputError) -> String {
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

    private static func survey(_ json: String, records: String? = nil) throws(InputError) -> JSONSurvey {
        try JSONSurvey(MemoryTextSource(Array(json.utf8), name: "claims.json", pieceSize: 7), wanted: records)
    }

    /// What stands around a record may come behind it.
    private static let members = #"""
        {"members":[{"id":"A","p":{"claims":[{"no":1,"id":"x"},{"no":2}],"q":"Q"},"name":"一"},
        {"p":{"claims":[]},"id":"B"},{"id":"C","claims":[{"no":9}]},{"name":"四","p":{"claims":[{"no":3,"t":true}]}}]}
        """#

    @Test func recordsWithinRecordsHaveWhatStandsAroundThem() throws {
        #expect(
            try Self.table(Self.members, records: "members/p/claims")
                == "no,id,t,../id,../p/q,../name\n1,x,,A,Q,一\n2,,,A,Q,一\n3,,true,,,四\n")
        #expect(try Self.table(Self.members, records: "members/claims") == "no,../id,../p/q,../name\n9,C,,\n")
    }

    @Test func whatIsNotReadIsNamed() throws {
        #expect(try Self.survey(Self.members).innerLists == ["members/p/claims", "members/claims"])
        #expect(try Self.survey(Self.members, records: "members/claims").innerLists == [])
        #expect(try Self.survey(#"[{"a":1,"x":[{"y":2}]}]"#).innerLists == ["x"])
        let lines = try Self.survey("{\"a\":1,\"x\":[{\"y\":2}]}\n{\"a\":2}\n")
        #expect(lines.innerLists == ["x"] && !lines.innerListsCanBeRecords)
    }

    @Test func listsOfThreeLevels() throws {
        let json =
            #"[{"d":"东","m":[{"i":1,"c":[{"n":1},{"n":2}]},{"i":2,"c":[{"n":3}]}]},{"d":"西","m":[{"c":[{"n":4}],"i":3}]}]"#
        #expect(try Self.table(json, records: "m/c") == "n,../i,../../d\n1,1,东\n2,1,东\n3,2,东\n4,3,西\n")
        #expect(try Self.table(json, records: "m") == "i,../d\n1,东\n2,东\n3,西\n")
    }

    /// A name twice where nobody looks does not matter; where one does, it is refused.
    @Test func namesTwiceWithinRecords() throws {
        let json = #"{"m":[{"a":1,"c":[{"n":1,"n":2}]}]}"#
        #expect(try Self.table(json, records: "m") == "a\n1\n")
        #expect(throws: InputError.self) { try Self.table(json, records: "m/c") }
        #expect(throws: InputError.self) { try Self.table(#"{"m":[{"c":[{"n":1},2]}]}"#, records: "m/c") }
    }
}
