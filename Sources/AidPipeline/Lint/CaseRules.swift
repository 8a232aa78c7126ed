import AidModel

extension PipelineRules {
    /// Figures are those of a quarter.
    static let figuresHaveAQuarter: Rule = { file in
        file["tests"].items.compactMap { test in
            guard !test["figures"].isAbsent, test["quarter"].isAbsent else { return nil }
            return PipelineFinding(test.keyPlace("figures"), .figuresWithoutQuarter)
        }
    }

    /// An amount has no more decimals than its currency.
    static let testAmountsAreExact: Rule = { file in
        guard let currency = file["currency"].text.flatMap({ Currency($0) }) else { return [] }
        return file["tests"].items.compactMap { test in
            let amount = test["figures"]["amount"]
            guard let text = amount.text, CaseAmount.minor(text, currency) == nil else { return nil }
            return PipelineFinding(amount.place, .amountTooFine(text, currency: currency.code))
        }
    }

    /// XML is read as an input of the file says; CSV needs none.
    static let xmlTestsHaveAnInput: Rule = { file in
        guard !file["inputs"].items.contains(where: { $0["format"].text == "xml" }) else { return [] }
        return file["tests"].items.compactMap { test in
            guard let lines = test["lines"].text, PipelineCase.isXML(lines) else { return nil }
            return PipelineFinding(test.keyPlace("lines"), .xmlTestWithoutInput)
        }
    }
}
