/// Puts sayings into words, in the many ways in which people write one and the same thing.
struct Scribe {
    let draws: Draws
    let population: Population
    /// How often each habit that a reader has to understand was seen.
    private(set) var formCounts = [Int](repeating: 0, count: Form.allCases.count)

    enum Form: Int, CaseIterable {
        case oldPersonNumber, lowerCaseX, apostropheGuard, formulaGuard, fullWidthDigits, fullWidthSpace
        case rareDateForm, rareAmountForm, negativeReversal, awkwardEmployer
    }

    init(draws: Draws, population: Population) {
        self.draws = draws
        self.population = population
    }

    /// Fills a record's texts.
    ///
    /// - Parameters:
    ///   - index: the record's number in all that is written, for the draws.
    ///   - isPlain: keeps to the plainest forms, for records whose only fault is another one.
    mutating func fill(_ text: inout RecordText, _ saying: Saying, habits: Habits, index: Int, isPlain: Bool) {
        let isVaried = habits.isVaried && !isPlain
        text.clear(.serial)
        text[.serial].append(decimal: index + 1)
        text.clear(.name)
        population.appendName(of: saying.person, to: &text[.name])
        fillPerson(&text, saying.person, isVaried: isVaried, index: index)
        text[.district] = Places.districtBytes[saying.district]
        text[.care] = Places.careBytes[saying.care]
        text[.hospital] = Places.hospitals[draws.below(Places.hospitals.count, .hospital, index)]
        text[.status] = saying.status.text
        fillEmployer(&text, saying.person, isVaried: isVaried, index: index)
        text.clear(.claim)
        saying.number.append(to: &text[.claim])
        text.clear(.reverses)
        saying.reverses?.append(to: &text[.reverses])
        text.clear(.basis)
        if let basisFen = Basis(draws: draws).fen(of: saying) { text[.basis].append(fen: basisFen) }
        fillAmount(&text, saying, isVaried: isVaried, index: index)
        fillDate(&text, saying.day, style: habits.dates, isVaried: isVaried, index: index)
        if isPlain { return }
        if habits.hasTextGuards { guardTexts(&text, index: index) }
        if habits.hasFullWidth { widen(&text, index: index) }
    }

    private mutating func note(_ form: Form) {
        formCounts[form.rawValue] += 1
    }

    private mutating func fillPerson(_ text: inout RecordText, _ person: Int, isVaried: Bool, index: Int) {
        text.clear(.person)
        guard isVaried else { return population.appendID(of: person, to: &text[.person]) }
        let form = draws.below(64, .personForm, index)
        if form == 0 {
            population.appendOldID(of: person, to: &text[.person])
            note(.oldPersonNumber)
            return
        }
        population.appendID(of: person, to: &text[.person])
        if form < 16, text[.person].last == UInt8(ascii: "X") {
            text[.person][17] = UInt8(ascii: "x")
            note(.lowerCaseX)
        }
    }

    private mutating func fillEmployer(_ text: inout RecordText, _ person: Int, isVaried: Bool, index: Int) {
        if isVaried, draws.once(in: 40, .otherForm, index) {
            text[.employer] = Places.awkwardEmployers[draws.below(Places.awkwardEmployers.count, .employer, index)]
            note(.awkwardEmployer)
        } else {
            text[.employer] = Places.employers[draws.below(Places.employers.count, .employer, ~person)]
        }
    }

    private mutating func fillAmount(_ text: inout RecordText, _ saying: Saying, isVaried: Bool, index: Int) {
        text.clear(.amount)
        let fen = saying.amountFen
        let form = isVaried ? draws.below(128, .amountForm, index) : 127
        if saying.status == .reversed, isVaried, form & 1 == 0 {
            note(.negativeReversal)
            return text[.amount].append(fen: -fen)
        }
        switch form {
        case 0:
            text[.amount].append("¥")
            text[.amount].append(fen: fen)
        case 1:
            text[.amount].append("￥")
            text[.amount].append(fen: fen)
        case 2:
            text[.amount].append(fen: fen)
            text[.amount].append("元")
        case 3:
            text[.amount].append(fen: fen)
            text[.amount].append("00")
        case _ where form < 64 && fen % 100 == 0:
            text[.amount].append(decimal: fen / 100)
        case _ where form < 64 && fen % 10 == 0:
            text[.amount].append(fen: fen)
            text[.amount].removeLast()
        case _ where form < 64 && fen >= 100_000:
            text[.amount].append(decimal: fen / 100_000)
            text[.amount].append(",")
            text[.amount].append(decimal: fen / 100 % 1000, width: 3)
            text[.amount].append(".")
            text[.amount].append(decimal: fen % 100, width: 2)
        default: return text[.amount].append(fen: fen)
        }
        note(.rareAmountForm)
    }

    private mutating func fillDate(
        _ text: inout RecordText, _ dayNumber: Int, style usual: DateStyle, isVaried: Bool, index: Int
    ) {
        text.clear(.paidOn)
        var style = usual
        if isVaried, draws.once(in: 48, .dateForm, index) {
            let rare: [DateStyle] = [.hyphens, .slashes, .dots, .compact, .chinese, .hyphensAndTime]
            style = rare[draws.below(rare.count, .dateForm, ~index)]
            note(.rareDateForm)
        }
        let (year, month, day) = Calendar.civil(dayNumber)
        text[.paidOn].append(decimal: year)
        switch style {
        case .hyphens, .hyphensAndTime:
            text[.paidOn].append("-")
            text[.paidOn].append(decimal: month, width: 2)
            text[.paidOn].append("-")
            text[.paidOn].append(decimal: day, width: 2)
            if style == .hyphensAndTime {
                text[.paidOn].append(" ")
                text[.paidOn].append(decimal: 8 + draws.below(10, .otherForm, ~index), width: 2)
                text[.paidOn].append(":30:00")
            }
        case .slashes:
            text[.paidOn].append("/")
            text[.paidOn].append(decimal: month)
            text[.paidOn].append("/")
            text[.paidOn].append(decimal: day)
        case .dots:
            text[.paidOn].append(".")
            text[.paidOn].append(decimal: month)
            text[.paidOn].append(".")
            text[.paidOn].append(decimal: day)
        case .compact:
            text[.paidOn].append(decimal: month, width: 2)
            text[.paidOn].append(decimal: day, width: 2)
        case .chinese:
            text[.paidOn].append("年")
            text[.paidOn].append(decimal: month)
            text[.paidOn].append("月")
            text[.paidOn].append(decimal: day)
            text[.paidOn].append("日")
        }
    }

    private mutating func guardTexts(_ text: inout RecordText, index: Int) {
        switch draws.below(8, .claimForm, index) {
        case 0, 1:
            text[.person].insert(UInt8(ascii: "'"), at: 0)
            note(.apostropheGuard)
        case 2:
            text[.claim].insert(UInt8(ascii: "'"), at: 0)
            note(.apostropheGuard)
        case 3, 4:
            let column = index & 1 == 0 ? Column.claim : .person
            text[column].insert(contentsOf: [UInt8(ascii: "="), UInt8(ascii: "\"")], at: 0)
            text[column].append(UInt8(ascii: "\""))
            note(.formulaGuard)
        default: break
        }
    }

    private mutating func widen(_ text: inout RecordText, index: Int) {
        let columns: [Column] = [.claim, .person, .amount, .paidOn]
        switch draws.below(160, .claimForm, index) {
        case let choice where choice < columns.count:
            let narrow = text[columns[choice]]
            text.clear(columns[choice])
            for byte in narrow {
                switch byte {
                // U+FF10 to U+FF5A: the ASCII letters and digits, 0xFEE0 further on.
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
                    text[columns[choice]].append(contentsOf: [0xEF, 0xBC, byte + 0x60])
                default: text[columns[choice]].append(byte)
                }
            }
            note(.fullWidthDigits)
        case 10, 11:
            text[.person].append("　")
            text[.district].insert(contentsOf: [0xE3, 0x80, 0x80], at: 0)
            note(.fullWidthSpace)
        default: break
        }
    }
}
