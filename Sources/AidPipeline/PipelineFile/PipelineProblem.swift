import AidModel

/// What can be wrong with a pipeline file, one case for each kind of finding.
///
/// Most name a `path`, the keys down to the value. What is said of each stands in `PipelineProblem+Texts.swift`.
enum PipelineProblem: Sendable {
    // Of the file, as the reader of YAML takes it.
    case fileTooLarge
    case tooManyAliases(limit: Int)
    /// The values of an alias count each time.
    case tooManyValues(limit: Int)
    case nestedTooDeep(limit: Int)
    case fileEmpty
    case severalDocuments
    case keyNotText
    /// What is merged (`<<`) is no mapping.
    case mergedNoMapping
    /// `firstLine` is nil where the finding is at the first of them.
    case keyTwice(String, firstLine: Int?)
    /// The problem in libyaml's words, and the line of an earlier part that it is in.
    case notYAML(String, since: Int?)
    /// A mark of full width where YAML takes one of ASCII; uncertain where it may be part of a text.
    case fullWidth(FullWidthMark, isCertain: Bool)
    case rootNoMapping(file: String)
    /// Spec and reading disagree: our own fault, told apart from the user's.
    case notUnderstood

    // Of one value, held against its spec.
    case valueEmpty(path: String)
    case cannotBeTrue(path: String, reason: BilingualText)
    /// A text that YAML takes for a number or a truth value.
    case quotesMissing(path: String, text: String)
    case wrongType(path: String, takes: ValueSpec, given: YAMLNode)
    case wordUnknown(path: String, text: String, near: String?, possible: [String])
    case outOfRange(path: String, takes: ValueSpec, text: String)
    case wrongCount(path: String, ClosedRange<Int>, count: Int)
    /// Nobody has said yet which column a field is. `asked` is the comment beside it, where `init` lists candidates.
    case columnNotNamed(path: String, asked: String?)
    case noPaidState(path: String)
    case itemTwice(path: String, text: String, firstLine: Int)
    case wrongText(path: String, text: String, TextFormat.Problem)
    case wrongName(String, TextFormat.Problem)
    /// `path` is that of the mapping.
    case keyUnknown(String, path: String, near: String?, possible: [String])
    /// `near` is a key that may be the missing one, mistyped.
    case keyMissing(path: String, doc: BilingualText, near: String?)
    case mappingEmpty(path: String, possible: [String])

    // Of inputs.
    case recordWithoutXML
    case delimiterWithoutCSV
    case finalNewlineWithoutCSV
    case headerWithoutCSV
    case skipWithoutCSV
    case skipCountTwice
    /// The line of the header says already how many stand above it.
    case skipCountBesideRow
    case xmlWithoutRecord
    case wrongXMLPath(String, XMLPath.Problem)
    case filesTwice(String, firstLine: Int, areReadAlike: Bool)

    // Of fields and their values.
    case columnTwice(String, field: String)
    case columnOfTwoFields(String, field: String, first: String)
    case keyWithoutResidentIDs(String)
    case unitWithoutYuan
    /// No field is a date.
    case periodWithoutDates(String)
    case periodUnmapped(String, dates: [String])
    case periodNotADate(String)
    case periodOptional(String)
    case breakdownUnmapped(String, near: String?)
    case breakdownNotACategory(String)
    /// A field is in two breakdowns by two fields.
    case pairedTwice(String, firstLine: Int)
    /// Days to the payment are asked for, but no field says when the treatment was.
    case daysWithoutTreatment
    case treatmentNotADate
    /// Claims are counted by the day of their treatment, so that none says when they were paid.
    case daysWithoutPayment
    case shareWithoutSmallGroups
    case dateUnused(String)
    case categoryUnused(String)
    case formsWithoutDate
    case formsContradict(String, String)
    case valuesWithoutCategory(key: String)
    /// No value is listed that others could be told from.
    case otherwiseWithoutValues
    /// The empty text means a group in `values` or `valuesFile` already.
    case defaultTwice(meaning: String)
    /// The table of values is not there, is too large, or cannot be read to its end.
    case valuesFileUnread(path: String, ValuesFile.Failure)
    case wrongValuesLine(path: String, line: Int, ValuesFile.LineProblem)
    case moreWrongValuesLines(path: String, count: Int)
    case groupTwice(String)
    case valueIsAGroup(String, meaning: String)
    case valueTwice(String, meaning: String)

    // Of derived groups.
    case wrongSource(field: String, GroupSourceProblem)

    // Of reference tables.
    case tableKeyUnmapped(String, near: String?)
    case tableKeyNotACategory(String)
    /// Each table's key comes from the one behind it.
    case tableCircle([String])
    case tableUnused(String)
    case asOfNotPossible(String, possible: [String])
    case keyWithoutDays(String)

    // Of members.
    case wrongMembersLine(path: String, line: Int, MembersFile.LineProblem)
    case membersOfNothing
    case membersTwice
    case memberTableUnknown(String, near: String?, possible: [String])
    case memberTableNotByPerson(String, possible: [String])
    case standardWithoutTable
    case standardOfNothing
    case standardTwice
    case standardWithoutName
    case standardFieldUnknown(String, near: String?, possible: [String])
    case wrongWeightsLine(path: String, line: Int, WeightsFile.LineProblem)

    // Of the programme's rules.
    case wrongRules(RuleProblem)

    // Of states and the register.
    case statusWithoutClasses
    case classesWithoutStatus
    case stateTwice(String, listedUnder: String)
    /// What the state means was left for a person to say.
    case undecidedState(String)
    /// Something that `init` found and could not settle, in its own words.
    case undecidedChoice(String)
    case reversedWithoutClaim
    case reversesWithoutReversed
    case registerWithoutKey
    case keyWithoutRegister
    case registerWithoutClaim

    // Of tests.
    case figuresWithoutQuarter
    case amountTooFine(String, currency: String)
    case xmlTestWithoutInput
    case testFailed(String, CaseDifference)

    // Of news.
    case statementTwice(String, firstLine: Int)
    /// A word both of the programme and of what is none of it.
    case wordOfOurs(String, listedUnder: String)
    /// What is wrong with a template of the newsroom, as its reader says it.
    case wrongTemplate(code: String, BilingualText)
}
