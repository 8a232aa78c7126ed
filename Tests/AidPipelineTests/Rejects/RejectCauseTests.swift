import AidInput
import AidModel
import AidStatistics
import Testing

@testable import AidPipeline

/// What is said of rejected records: values, likely causes, and how to mend them.
@Suite struct RejectCauseTests {
    private static let known: [(RejectReason, String, RejectCause?)] = [
        (.malformedRecord, "11 fields, expected 13", .delimiterInField),
        (.malformedRecord, "a quote that is never closed", .quotesInField),
        (.malformedRecord, "text in another encoding than the rest of the file", .twoEncodings),
        (.malformedRecord, "the field “claim/@no” comes twice", .recordHoldsSeveral),
        (.badAmount, "#****?", .formulaNotCalculated), (.badDate, "#****?", .formulaNotCalculated),
        (.malformedRecord, "the record is longer than 1 MiB", nil),
        (.missingClaim, "", .claimNumberLacks), (.missingClaim, "**", .claimNumberLacks),
        (.damagedClaim, "2*********5", .claimNumberScientific), (.damagedClaim, "2****************0", .claimNumberCut),
        (.unknownStatus, "", .stateLacks), (.unknownStatus, "退回补件", .stateUnlisted),
        (.badDate, "", .dateLacks), (.badDate, "0000-00-00", .dateLacks), (.badDate, "*", .dateLacks),
        (.badDate, "N**L", .dateLacks),
        (.badDate, "45021", .serialDate), (.badDate, "45021.5", .serialDate), (.badDate, "1234", nil),
        (.badDate, "2023-02-30", .dayOfNoMonth), (.badDate, "20230231", .dayOfNoMonth),
        (.badDate, "2023/13/1 10:00", .dayOfNoMonth), (.badDate, "2023年2月30日", .dayOfNoMonth),
        (.badDate, "2023-04", .monthAlone), (.badDate, "202304", .monthAlone), (.badDate, "2023年4月", .monthAlone),
        (.badDate, "23/04/05", .yearOfTwoDigits), (.badDate, "5/4/2023", .yearLast),
        (.badDate, "1********0", .secondsOfMachines), (.badDate, "1***********5", .secondsOfMachines),
        (.badDate, "下**午", .wordsForDate),
        (.forgottenQuarter, "2019-01-01", .quarterForgotten),
        (.badAmount, "", .amountLacks), (.badAmount, "-12.00", .amountNegative), (.badAmount, "12.345", .amountTooFine),
        (.badAmount, "2 100.00", .blankInAmount), (.badAmount, "200,00", .commaInAmount),
        (.badAmount, "2.100,00", .commaInAmount), (.badAmount, "1****************5", .numberForAmount),
        (.badAmount, "伍**整", .wordsForAmount), (.badAmount, "**", .wordsForAmount), (.badAmount, "*", .amountLacks),
        (.badDate, "**", .wordsForDate),
        (.badAmount, "U*****0", .wordsForAmount),
        (.zeroAmount, "0.00", .amountZero), (.missingPerson, "", .personLacks),
        (.damagedPerson, "4*********7", .personScientific), (.damagedPerson, "1****************0", .personCut),
        (.badPerson, "E*******8", .passport), (.badPerson, "H*********1", .passport),
        (.badPerson, "张**三", .nameForPerson), (.badPerson, "欧***甲", .nameForPerson),
        (.badPerson, "**", .nameForPerson), (.badPerson, "1****************X", .checkDigit),
        (.badPerson, "1****************4", .checkDigit), (.badPerson, "1*************4", .oldID),
        (.badPerson, "1***************4", .digitTooFew), (.badPerson, "1*********4", .mobileNumber),
        (.badPerson, "6*****************4", .bankCard), (.badPerson, "6**************4", .bankCard),
        (.badPerson, "6******************4", .digitTooMany), (.badPerson, "1***4", .workerNumber),
        (.badPerson, "G****3", .workerNumber), (.badPerson, "1************4", .workerNumber), (.badPerson, "a**b", nil),
        (.reversalWithoutClaim, "H*1", .claimNotRead), (.reversalExceedsClaim, "H*1", .takenBackTwice),
    ]

    @Test(arguments: known.indices)
    func causesFollowFromWhatIsShown(index: Int) {
        let (reason, value, cause) = Self.known[index]
        #expect(RejectCause.likely(reason, value: value) == cause, "\(reason.rawValue) \(value)")
    }

    @Test func everyCauseComesUpAndSpeaksBothLanguages() {
        #expect(Set(Self.known.compactMap(\.2)) == Set(RejectCause.allCases))
        for cause in RejectCause.allCases {
            #expect(cause.text.zh.unicodeScalars.contains { $0.properties.isIdeographic })
            #expect(!cause.text.en.unicodeScalars.contains { $0.properties.isIdeographic })
        }
    }

    private static let problems: [RecordProblem] = [
        .fieldCount(found: 3, expected: 13), .textAfterQuote, .strayQuote, .unclosedQuote, .recordTooLong,
        .fieldTooLong, .tooManyFields,
        .invalidBytes(textOffset: 9), .otherEncoding, .fieldTwice(name: "证件号 2 of 3"),
        .elementInField(name: "a “b” c"), .recordInRecord,
    ]

    @Test(arguments: problems)
    func whatIsKeptInEnglishIsToldInBoth(problem: RecordProblem) {
        #expect(RecordProblem.message(inEnglish: problem.message.en) == problem.message)
    }

    @Test(arguments: ["", "12 fields", "3 fields, expected 13.", "the field “a” is odd", "“"])
    func otherWordsAreNoProblem(text: String) {
        #expect(RecordProblem.message(inEnglish: text) == nil)
    }

    @Test(
        "Shares are rounded half up",
        arguments: [
            (1, 3, "33.33%"), (2, 3, "66.67%"), (1, 200_000, "0.00%"), (1, 20_000, "0.01%"), (3, 40_000, "0.01%"),
            (1, 40_000, "0.00%"), (7, 7, "100.00%"), (0, 0, "0%"),
        ])
    func sharesAreRoundedHalfUp(part: Int, whole: Int, text: String) {
        #expect(RejectLimit.percent(part, of: whole) == text)
    }

    // MARK: States

    @Test(
        "States are shown that read as states",
        arguments: [
            ("已作废", 1), ("退回补件", 1), ("支付失败", 1), ("付清", 1), ("待补正", 1), ("X1", 1), ("paid", 1), ("Pending review", 1),
            ("全部", 3), ("Under Review", 3),
        ])
    func statesAreShown(state: String, count: Int) {
        #expect(ShownStates.among([state: count, "3": 1]) == [state, "3"])
    }

    @Test(
        "What may be a person's is not",
        arguments: [
            ("王小明", 1), ("王小明", 50), ("欧阳娜娜", 4), ("全部", 1), ("Zhang San", 1), ("13812345678", 9), ("１３８１２３４", 9),
            ("买买提·吐尔逊", 9), ("a@b.cn", 9), ("朝阳区建国路八十八号院三号楼二单元一零一室东侧那间屋", 9), ("12345678", 3),
        ])
    func personsAreNot(value: String, count: Int) {
        #expect(ShownStates.among([value: count]) == [])
    }

    @Test func aColumnOfManyValuesIsNoneOfStates() {
        let counts = Dictionary(uniqueKeysWithValues: (0..<31).map { ("已\($0)", 9) })
        #expect(ShownStates.among(counts) == [])
    }
}
