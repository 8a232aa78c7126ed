import AidModel

/// What most likely made a record one that cannot be counted.
///
/// Found from the reason and from what is shown of the value; what is said of each, and how to mend it, stands in
/// `RejectCause+Texts.swift`.
enum RejectCause: String, Sendable, CaseIterable {
    // Of the record.
    case delimiterInField
    case quotesInField
    case twoEncodings
    case recordHoldsSeveral
    case formulaNotCalculated

    // Of its claim number.
    case claimNumberLacks
    case claimNumberScientific
    case claimNumberCut

    // Of its state.
    case stateLacks
    case stateUnlisted

    // Of its date.
    case dateLacks
    case serialDate
    case dayOfNoMonth
    case monthAlone
    case yearOfTwoDigits
    case yearLast
    case secondsOfMachines
    case wordsForDate

    // Of its amount.
    case amountLacks
    case amountNegative
    case amountTooFine
    case blankInAmount
    case commaInAmount
    case numberForAmount
    case wordsForAmount
    case amountZero

    // Of its person.
    case personLacks
    case personCut
    case personScientific
    case passport
    case nameForPerson
    case oldID
    case digitTooFew
    case digitTooMany
    case mobileNumber
    case bankCard
    case workerNumber
    case checkDigit

    // Of what it takes back.
    case claimNotRead
    case takenBackTwice
    case quarterForgotten
}

extension RejectCause {
    /// The first that fits is the cause.
    private static let table: [(reason: RejectReason, fits: @Sendable (MaskedShape) -> Bool, cause: RejectCause)] = [
        (.malformedRecord, { $0.text.contains("fields, expected") }, .delimiterInField),
        (.malformedRecord, { $0.text.contains("quote") }, .quotesInField),
        (.malformedRecord, { $0.text.contains("encoding") }, .twoEncodings),
        (.malformedRecord, { $0.text.hasSuffix("comes twice") }, .recordHoldsSeveral),
        (.unknownStatus, { $0.isUncalculated }, .formulaNotCalculated),
        (.badDate, { $0.isUncalculated }, .formulaNotCalculated),
        (.badAmount, { $0.isUncalculated }, .formulaNotCalculated),
        (.badPerson, { $0.isUncalculated }, .formulaNotCalculated),
        (.missingClaim, { _ in true }, .claimNumberLacks),
        (.damagedClaim, { $0.count >= 16 && $0.text.hasSuffix("0") }, .claimNumberCut),
        (.damagedClaim, { _ in true }, .claimNumberScientific),
        (.unknownStatus, { $0.isEmpty }, .stateLacks),
        (.unknownStatus, { _ in true }, .stateUnlisted),
        (.badDate, { $0.isPlaceholder || $0.text.hasPrefix("0000") }, .dateLacks),
        (.badDate, { $0.number.map { (10_000..<80_000).contains($0) } ?? false }, .serialDate),
        (.badDate, { $0.isOfDateSigns && [[4, 2], [4, 1], [6]].contains($0.runs) }, .monthAlone),
        (.badDate, { $0.isOfDateSigns && ($0.runs == [8] || $0.runs.count == 3 && $0.runs[0] == 4) }, .dayOfNoMonth),
        (.badDate, { $0.isOfDateSigns && $0.runs.count == 3 && $0.runs[2] == 4 }, .yearLast),
        (.badDate, { $0.isOfDateSigns && $0.runs.count == 3 && $0.runs[0] == 2 }, .yearOfTwoDigits),
        (.badDate, { $0.isMasked && $0.isBetweenDigits && [10, 13].contains($0.count) }, .secondsOfMachines),
        (.badDate, { $0.hasIdeographs || $0.beginsWithLetter || $0.isTwoHidden }, .wordsForDate),
        (.forgottenQuarter, { _ in true }, .quarterForgotten),
        (.badAmount, { $0.isPlaceholder }, .amountLacks),
        (.badAmount, { $0.text.hasPrefix("-") && $0.number != nil || $0.text.hasPrefix("(") }, .amountNegative),
        (.badAmount, { $0.number != nil && $0.decimalCount > 2 }, .amountTooFine),
        (.badAmount, { $0.isNumberWith(" ") }, .blankInAmount),
        (.badAmount, { $0.isNumberWith(",") }, .commaInAmount),
        (.badAmount, { $0.isMasked && $0.isBetweenDigits && $0.count >= 9 }, .numberForAmount),
        (.badAmount, { $0.hasIdeographs || $0.beginsWithLetter || $0.isMasked || $0.isTwoHidden }, .wordsForAmount),
        (.zeroAmount, { _ in true }, .amountZero),
        (.missingPerson, { _ in true }, .personLacks),
        (.damagedPerson, { $0.count >= 15 }, .personCut),
        (.damagedPerson, { _ in true }, .personScientific),
        (
            .badPerson, { $0.isMasked && $0.beginsWithLetter && $0.endsWithDigit && (8...11).contains($0.count) },
            .passport
        ),
        (.badPerson, { $0.isBetweenIdeographs && (2...6).contains($0.count) || $0.isTwoHidden }, .nameForPerson),
        (.badPerson, { $0.isBetweenDigits && $0.count == 18 }, .checkDigit),
        (.badPerson, { $0.isBetweenDigits && $0.count == 15 }, .oldID),
        (.badPerson, { $0.isBetweenDigits && $0.count == 17 }, .digitTooFew),
        (.badPerson, { $0.isBetweenDigits && $0.count == 11 }, .mobileNumber),
        (.badPerson, { $0.isBetweenDigits && [16, 19].contains($0.count) }, .bankCard),
        (.badPerson, { $0.isBetweenDigits && $0.count >= 20 }, .digitTooMany),
        (
            .badPerson,
            { $0.isMasked && $0.endsWithDigit && ($0.beginsWithDigit || $0.beginsWithLetter) && $0.count <= 14 },
            .workerNumber
        ),
        (.reversalWithoutClaim, { _ in true }, .claimNotRead),
        (.reversalExceedsClaim, { _ in true }, .takenBackTwice),
    ]

    /// - Parameter value: as it is shown, masked where it may be a person's.
    /// - Returns: nil where nothing is likelier than anything else.
    static func likely(_ reason: RejectReason, value: String) -> RejectCause? {
        let shape = MaskedShape(value)
        return table.first { $0.reason == reason && $0.fits(shape) }?.cause
    }
}
