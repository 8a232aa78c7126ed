import AidInput
import AidModel
import Testing

/// Own limits: one below each passes, one above does not.
struct XMLLimitTests {
    private func nested(_ depth: Int) -> String {
        "<s>" + String(repeating: "<d>", count: depth - 1) + String(repeating: "</d>", count: depth - 1) + "</s>"
    }

    @Test func depth() throws {
        #expect(try Reading(nested(64)).error == nil)
        #expect(try Reading("<s><r>" + nested(62) + "</r></s>").outcomes == [["", "", ""]])
        for depth in [65, 100, 300, 100_000] {
            let error = try #require(try Reading(nested(depth)).error)
            #expect(error.what.en == "elements nested more than 64 deep")
            #expect(error.byteOffset == 3 + 64 * 3 - 1)
        }
    }

    @Test func field() throws {
        let full = String(repeating: "甲", count: (64 << 10) / 3) + "a"
        #expect(full.utf8.count == 64 << 10)
        for (text, outcome) in [(full, [full, "", ""]), (full + "b", ["! a field is longer than 64 KiB"])] {
            #expect(try Reading("<s><r><a>\(text)</a></r></s>").outcomes == [outcome])
            #expect(try Reading("<s><r><a><![CDATA[\(text)]]></a></r></s>").outcomes == [outcome])
            #expect(try Reading("<s><r a='\(text)'/></s>", wanted: ["@a"]).outcomes.map { $0[0] } == [outcome[0]])
        }
        let next = try Reading("<s><r><a>\(full)b</a><a/></r><r><a>1</a></r></s>")
        #expect(next.outcomes == [["! a field is longer than 64 KiB"], ["1", "", ""]])
        #expect(next.summary?.recordCount == 2)
    }

    @Test func hugeTextIsARejectAndNoRefusal() throws {
        let huge = String(repeating: "赔付 1\n&amp;", count: 200_000)
        #expect(
            try Reading("<s><r><a>\(huge)</a></r><r/>\(huge)</s>").outcomes
                == [["! a field is longer than 64 KiB"], ["", "", ""]])
        #expect(
            try Reading("<s><r>\(huge)<a>1</a></r><r/></s>").outcomes
                == [["! the record is longer than 1 MiB"], ["", "", ""]])
    }

    @Test func record() throws {
        func text(_ length: Int) -> String {
            "<s><r><a>1</a>" + String(repeating: " ", count: length - 15) + "</r></s>"
        }
        #expect(text(1 << 20).utf8.count == 1 << 20 + 7)
        #expect(try Reading(text(1 << 20)).outcomes == [["1", "", ""]])
        #expect(try Reading(text(1 << 20 + 1)).outcomes == [["! the record is longer than 1 MiB"]])
    }

    @Test func onlyTheFirstProblem() throws {
        let long = String(repeating: "x", count: 70_000)
        #expect(
            try Reading("<s><r><a><q/>\(long)</a><a/><b>\(long)</b></r></s>").outcomes
                == [["! an element inside the field “a”"]])
        #expect(
            try Reading("<s><r><b>\(long)</b><a/><a/></r></s>").outcomes == [["! a field is longer than 64 KiB"]])
    }

    @Test func attributes() throws {
        func tag(_ count: Int, _ name: String) -> String {
            "<s><r" + (0..<count).map { " \(name)\($0)='u\($0)'" }.joined() + "><a>1</a></r></s>"
        }
        for name in ["k", "xmlns:k"] {
            #expect(try Reading(tag(256, name)).outcomes == [["1", "", ""]])
            let error = try #require(try Reading(tag(257, name)).error)
            #expect(error.what.en.hasPrefix("an element with more than 256 attributes"))
        }
        // A flood costs no more than what fits into 256 KiB.
        let start = ContinuousClock.now
        let error = try #require(try Reading(tag(200_000, "k")).error)
        #expect(error.what.en.hasPrefix("a tag, comment, processing instruction or CDATA section"))
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    @Test(arguments: ["<!--@-->", "<?p @?>", "<![CDATA[@]]>", "<q x='@'/>", "<r @/>", "</q @>"])
    func bytesWithoutAnEvent(_ pattern: String) throws {
        func text(_ length: Int) -> String {
            let parts = pattern.split(separator: "@")
            let filler = String(repeating: parts.last!.hasPrefix("'") || parts.count != 2 ? "x" : " ", count: length)
            let start = pattern.hasPrefix("</") ? "<q>" : ""
            return "<s>" + start + parts[0] + filler + parts[1] + "<r/></s>"
        }
        #expect(try Reading(text(200 << 10)).error == nil)
        let error = try #require(try Reading(text(300 << 10)).error)
        #expect(error.what.en.hasPrefix("a tag, comment, processing instruction or CDATA section"))
        let many = try Reading("<s>" + String(repeating: text(100 << 10), count: 8) + "</s>")
        #expect(many.error == nil)
    }
}
