import AidModel

/// What the keys of a pipeline file say against each other.
///
/// A rule sees the whole checked file and gives its findings; it keeps quiet about values
/// that are faulty in themselves.
enum PipelineRules {
    typealias Rule = @Sendable (_ file: CheckedValue) -> [PipelineFinding]

    static let all: [Rule] = [
        inputKeysFitFormat,
        skipSaysOneCount,
        recordIsAnElementName,
        filesComeOnce,
        xmlPathsAreSound,
        columnsBelongToOneField,
        personKeysFitType,
        unitFitsCurrency,
        periodIsAMappedDate,
        breakdownsAreCategories,
        breakdownsComeOnce,
        pairsAreApart,
        daysHaveTheirDates,
        sharesNeedSmallGroups,
        fieldsAreUsed,
        valuesAreOfCategories,
        valuesMeanOneGroup,
        formsAreOfDates,
        formsAgree,
        restOfValuesIsClear,
        sourcesAreSound,
        tableKeysAreFields,
        tablesDoNotCircle,
        tablesAreUsed,
        tableDaysAreSound,
        tableColumnsAreApart,
        tableXMLPathsAreSound,
        membersComeFromOnePlace,
        standardIsClear,
        rulesHaveABasis,
        kindsOfCareAreClear,
        termsRise,
        ruleAmountsAreExact,
        statusFieldHasClasses,
        classesHaveStatusField,
        statesBelongToOneClass,
        statesAreDecided,
        choicesAreDecided,
        reversalsFindTheirClaim,
        reversesNeedsReversals,
        registerHasKeyAndClaims,
        figuresHaveAQuarter,
        testAmountsAreExact,
        xmlTestsHaveAnInput,
        statementsHaveTheirID,
        wordsOfNewsAgree,
    ]
}

extension CheckedValue {
    /// The entries of `fields`.
    var mappedFields: [Entry] { self["fields"].entries }

    func hasField(_ name: String) -> Bool {
        mappedFields.contains { $0.key == name }
    }

    /// Whether something about `fields` as a whole could not be read.
    var fieldsAreFaulty: Bool { self["fields"].isFaulty }

    /// The names of fields in `breakdowns`, one or two each.
    var breakdownNames: [[(text: String, place: Place)]] {
        self["breakdowns"].items.map { item in
            let field = item["field"]
            return item.textItems + (field.text.map { [($0, field.place)] } ?? [])
        }
    }

    /// Every field that `breakdowns` names, once, in their order.
    var breakdownFields: [String] {
        breakdownNames.joined().map(\.text).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// The items of `measures` that are any.
    var measures: [(measure: ClaimMeasure, place: Place)] {
        self["measures"].textItems.compactMap { text, place in ClaimMeasure(rawValue: text).map { ($0, place) } }
    }

    /// Whether something is made of the days from the treatment to the payment.
    var asksForTreatment: Bool {
        measures.contains { $0.measure == .daysToPayment }
            || groupFields.contains { !self["fields"][$0]["from"]["days"].isAbsent }
            || usedTables.contains { isAsOfTreatment($0.value) }
    }

    /// Whether a reference table is looked up as of the treatment, and not of the day by which claims are counted.
    func isAsOfTreatment(_ table: CheckedValue) -> Bool {
        table["asOf"].text == PipelineSpec.treatment && self["count"]["period"].text != PipelineSpec.treatment
    }

    var statusClasses: CheckedValue { self["count"]["status"] }
}
