import AidInput
import Testing

struct ElementPathTests {
    @Test(arguments: [
        "Claim", "{urn:a/b}Claim", "{}Claim", "赔付编号", "_a.b-1", "{http://example.org/x y}a", "互助金额（元）",
    ])
    func namesThatAreNames(_ text: String) throws {
        #expect(try #require(ElementName(text)).description == text)
    }

    @Test(arguments: [
        "", "a b", "1a", "-a", "a:b", "a/b", "@a", "{urn:a", "urn:a}b", "{urn:a}", "{a{b}c", "{a}{b}c", "a\u{0}", "a,b",
    ])
    func namesThatAreNone(_ text: String) {
        #expect(ElementName(text) == nil)
    }

    @Test func nameKnowsItsParts() throws {
        #expect(try #require(ElementName("a")).namespace == nil)
        #expect(try #require(ElementName("{}a")).namespace == "")
        let name = try #require(ElementName("{urn:x/y}a"))
        #expect(name.namespace == "urn:x/y" && name.local == "a")
    }

    @Test(arguments: ["a", "a/b/c", "@x", "a/@x", "{u/v}a/b", "a/{u/v}b/@{w/x}y", "@{}x"])
    func pathsThatArePaths(_ text: String) throws {
        #expect(try #require(ElementPath(text)).description == text)
    }

    @Test(arguments: ["", "/", "/a", "a/", "a//b", "@", "@x/a", "@x/@y", "a@x", ".", "a/@", "{u/a"])
    func pathsThatAreNone(_ text: String) {
        #expect(ElementPath(text) == nil)
    }

    @Test func pathKnowsItsParts() throws {
        let path = try #require(ElementPath("{u/v}a/b/@x"))
        #expect(path.elements == [ElementName("{u/v}a"), ElementName("b")])
        #expect(path.attribute == ElementName("x"))
        #expect(try #require(ElementPath("a")).attribute == nil)
    }
}
