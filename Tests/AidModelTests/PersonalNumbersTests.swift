import Testing

@testable import AidModel

@Suite struct PersonalNumbersTests {
    @Test func numbersOfPersonsAreHidden() {
        let id = "31010119800101" + "001X"
        #expect(PersonalNumbers.masked(in: "exports/\(id).csv") == "exports/3****************X.csv")
        #expect(PersonalNumbers.masked(in: "值 \(id.lowercased())。") == "值 3****************x。")
        #expect(PersonalNumbers.masked(in: "31010180010100" + "1") == "3*************1")
        #expect(PersonalNumbers.masked(in: "622202" + "0200112345678") == "6*****************8")
        #expect(PersonalNumbers.masked(in: "tel 138" + "12345678, 1") == "tel 1*********8, 1")
        #expect(
            PersonalNumbers.masked(in: BilingualText(zh: "\(id)和\(id)", en: id))
                == BilingualText(zh: "3****************X和3****************X", en: "3****************X"))
    }

    @Test(arguments: [
        "", "claims-20230630153000.csv", "2023Q2", "a.csv (byte 13812345678)", "12345678901", "１２３",
        "1,350,000,000.00元", "123456789012",
    ])
    func otherNumbersStay(_ text: String) {
        #expect(PersonalNumbers.masked(in: text) == text)
    }
}
