extension PipelineRules {
    /// An id means one statement.
    static let statementsHaveTheirID: Rule = { file in
        var firstLines: [String: Int] = [:]
        return file["statements"].items.compactMap { statement in
            let id = statement["id"]
            guard let text = id.text else { return nil }
            if let line = firstLines[text] {
                return PipelineFinding(id.place, .statementTwice(text, firstLine: line))
            }
            firstLines[text] = id.place.line
            return nil
        }
    }

    /// A word cannot tell that a figure is the programme's and that it is not.
    static let wordsOfNewsAgree: Rule = { file in
        let news = file["news"]
        return news["notOurs"].textItems.compactMap { text, place in
            let word = text.cleanedAsField
            let key = ["names", "recipients"].first { key in
                news[key].textItems.contains { $0.text.cleanedAsField == word }
            }
            return key.map { PipelineFinding(place, .wordOfOurs(text, listedUnder: "news." + $0)) }
        }
    }
}
