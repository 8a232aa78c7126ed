import Testing

@testable import AidCheck

/// Words of a draft by what they say of its figures.
struct DraftLexerTests {
    @Test(
        "Words and their kinds",
        arguments: [
            ("受助职工98.58万人", "measure number"), ("同比增长18.26%", "comparison up number"),
            ("比门诊增加83万元", "than group up number"), ("门诊、住院分别为", "group listMark group respectively to"),
            ("参保职工1200万人", "other number"), ("计划救助6万人", "plan aid number"), ("海淀区受助职工", "unknownGroup measure"),
            ("全省受助", "otherPlace aid"), ("“送清凉”项目", "otherProgramme plain"), ("最高10万元", "rule number"),
            ("由83万人增至98万人", "from number directionTo number"), ("首次受助", "firstTime"), ("占比", "share"), ("其中", "part"),
            ("会议室", "unknown"), ("2023年第二季度", "period"), ("近三年", "period"), ("多帮了2780人", "up number"),
            ("少发放26万元", "down number"), ("of which", "part"), ("respectively", "respectively"),
            ("985,800 people received aid", "number aid measure"), ("launched in 2012,", "plain plain comma"),
            ("17 October 2022", "plain"), ("up 18.26% year on year", "up number comparison"),
        ])
    func words(_ text: String, _ kinds: String) throws {
        #expect(try DraftStep.words(text) == kinds)
    }
}
