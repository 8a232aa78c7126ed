import AidModel
import Testing

@testable import AidNews
import AidCheck

/// The two paragraphs that were published: every figure is found, and every one is right.
struct DraftParagraphTests {
    @Test("The published paragraphs are right", arguments: ["imported", "exact", "odd"])
    func published(_ kind: String) throws {
        let known =
            kind == "imported" ? DraftStory.imported : DraftStory(isOdd: kind == "odd").exact
        for (text, count) in [(DraftStory.paragraph2020, 6), (DraftStory.paragraph2023, 9)] {
            let check = try DraftStory.check(text, known)
            if check.count(.right) != count || check.figures.count != count { print(check.text(.zh)) }
            #expect(check.figures.count == count)
            #expect(check.count(.right) + check.count(.rounded) == count)
            if kind != "odd" { #expect(check.count(.right) == count) }
            #expect(check.contradictions.isEmpty)
            #expect(check.figures.allSatisfy { !$0.factIDs.isEmpty })
        }
    }
}
