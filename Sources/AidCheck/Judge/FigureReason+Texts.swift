import AidModel
import AidNews

extension StatementWording {
    func text(_ reason: FigureReason) -> BilingualText {
        switch reason {
        case .noFacts: return BilingualText(zh: "没有事实可以对照", en: "there are no facts to hold it against")
        case .notOurs(let reason): return reason.text
        case .doubt(let doubt): return doubt.text
        case .missing(.level(let key)):
            let level = self.key(key)
            return BilingualText(zh: "没有“\(level.zh)”的事实", en: "there is no fact of \(level.en)")
        case .missing(.zeroBase(let key)):
            let base = self.key(key)
            return BilingualText(
                zh: "“\(base.zh)”是零或可能是零，不能作为比较的基数",
                en: "\(base.en): it is or may be zero, and nothing can be compared with it")
        case .missing(.notAdded(let quantity)):
            let sum = self.quantity(quantity)
            return BilingualText(
                zh: "没有“\(sum.zh)”的事实，各部分的人数不能相加",
                en: "there is no fact of \(sum.en), and people of its parts do not add up")
        case .agrees(let agreement, let statement, let value):
            let (how, subject, known) = (agreement.text, subject(statement), self.value(statement, value))
            return BilingualText(
                zh: how.zh + subject.zh + "：" + known.zh, en: how.en + subject.en + ": " + known.en)
        case .mayBe(let rival, let statement):
            let (one, other) = (subject(rival), subject(statement))
            return BilingualText(
                zh: "看不准说的是哪一个：与\(one.zh)相符，与\(other.zh)不符",
                en: "which one is meant cannot be told: it agrees with \(one.en), but not with \(other.en)")
        case .unsure(let doubt, let statement):
            let (subject, why) = (subject(statement), doubt.text)
            return BilingualText(
                zh: "与\(subject.zh)不符，但\(why.zh)，说的可能是别的",
                en: "it does not agree with \(subject.en), but \(why.en): it may be about something else")
        case .repeated(let statement):
            let subject = subject(statement)
            return BilingualText(
                zh: "同一句中几个数都像是\(subject.zh)，看不准哪个是",
                en: "several figures of the sentence seem to be \(subject.en): which one is cannot be told")
        case .farBelow(let statement):
            let subject = subject(statement)
            return BilingualText(
                zh: "远小于\(subject.zh)，说的可能是别的", en: "far below \(subject.en): it may be about something else")
        case .untraced(let statement):
            let subject = subject(statement)
            return BilingualText(
                zh: "与\(subject.zh)不符，也看不出是怎样写错的，说的可能是别的",
                en: "it is not \(subject.en), and no slip explains it: it may be about something else")
        case .wrongDirection(let change, let value):
            let (subject, truth) = (subject(change), self.value(change, value))
            return BilingualText(
                zh: "方向不对：\(subject.zh)为\(truth.zh)", en: "the direction is wrong: \(subject.en) is \(truth.en)")
        case .otherUnit(let statement, let value):
            let (subject, truth) = (subject(statement), self.value(statement, value))
            return BilingualText(
                zh: "百分比与百分点混淆：\(subject.zh)为\(truth.zh)",
                en: "percent and percentage points are mixed up: \(subject.en) is \(truth.en)")
        case .differs(let statement, let value, let hint):
            let (subject, expected, more) = (subject(statement), self.value(statement, value), hint.map(text))
            return BilingualText(
                zh: "\(subject.zh)应为\(expected.zh)" + (more.map { "；" + $0.zh } ?? ""),
                en: "\(subject.en) should be \(expected.en)" + (more.map { "; " + $0.en } ?? ""))
        }
    }

    private func text(_ hint: DraftHint) -> BilingualText {
        switch hint {
        case .unit(let power):
            return BilingualText(
                zh: "单位可能写错：差了\(abs(power) == 4 ? "一万" : "一亿")倍",
                en: "the unit may be wrong: it is off by 10^\(abs(power))")
        case .otherDirection: return BilingualText(zh: "方向相反", en: "the direction is the other one")
        case .cutOff: return BilingualText(zh: "末位应四舍五入，不能舍去", en: "its last digit was cut off, not rounded")
        case .published(let vintage):
            return BilingualText(
                zh: "与\(vintage.publishedOn)发布的第\(vintage.number)版相同，之后已修订",
                en: "it is what version \(vintage.number) of \(vintage.publishedOn) said, which was revised since")
        case .otherBase(let statement):
            let relation = relation(statement)
            return BilingualText(zh: "这是\(relation.zh)的数", en: "this is the figure \(relation.en)")
        case .other(let statement):
            let subject = subject(statement)
            return BilingualText(zh: "这是\(subject.zh)的数", en: "this is \(subject.en)")
        }
    }
}

extension FigureReason.Agreement {
    fileprivate var text: BilingualText {
        switch self {
        case .asPrinted: BilingualText(zh: "", en: "")
        case .withinBounds: BilingualText(zh: "与已知的范围相符：", en: "it agrees with what is known: ")
        case .saysLess: BilingualText(zh: "属实，但说得偏少：", en: "true, but it says less than it could: ")
        case .roundedOtherwise: BilingualText(zh: "属实，但修约方式不同：", en: "true, but rounded otherwise: ")
        }
    }
}

extension DraftSupport.Doubt {
    var text: BilingualText {
        switch self {
        case .noWord: BilingualText(zh: "句中没有说到本项目", en: "no word of its sentence is about the programme")
        case .onePerson: BilingualText(zh: "这句说的是某一个人", en: "its sentence is about one person")
        case .unknownWords: BilingualText(zh: "旁边有不认识的词", en: "words beside it are not known")
        case .wordsLeft:
            BilingualText(zh: "旁边有的词用在哪里看不出来", en: "what some words beside it are for cannot be told")
        case .farAway: BilingualText(zh: "离说到本项目的句子较远", en: "it is far from what is about the programme")
        case .record:
            BilingualText(zh: "所在的一行是数据或算式，不是文章", en: "its line is a record of data or a sum, no prose")
        }
    }
}

extension DraftSupport.Reason {
    fileprivate var text: BilingualText {
        switch self {
        case .otherArticle: BilingualText(zh: "所在的文章没有说到本项目", en: "its article is not about the programme")
        case .otherSubject: BilingualText(zh: "数的不是本项目的受助和互助金", en: "it counts something that is not the programme's")
        case .otherPlace: BilingualText(zh: "说的是别的地方", en: "it is about another place")
        case .otherProgramme: BilingualText(zh: "说的是另一个项目", en: "it is about another programme")
        case .rule: BilingualText(zh: "说的是标准或限额", en: "it is a rule or a limit")
        case .plan: BilingualText(zh: "说的是计划或目标", en: "it is a plan or a target")
        case .person: BilingualText(zh: "说的是某一个人", en: "it is about one person")
        case .otherUnit:
            BilingualText(zh: "单位不是人、人次、金额或比率", en: "its unit is none of people, person-times, money and rates")
        case .unknownGroup: BilingualText(zh: "没有这个区县的事实", en: "there are no facts of this district")
        }
    }
}

extension DraftFigure.Doubt {
    fileprivate var text: BilingualText {
        switch self {
        case .noMeasure: BilingualText(zh: "看不出数的是什么", en: "what it counts cannot be told")
        case .noMeaning:
            BilingualText(
                zh: "看不出是什么的百分比：没有增减、占比或比较的说法",
                en: "what it is a percent of cannot be told: no word says rise, share or comparison")
        case .noPeriod:
            BilingualText(zh: "这个时间没有整季度的数字", en: "there are no figures for this time, but for whole quarters")
        case .tooLong:
            BilingualText(zh: "位数太多，没有读出", en: "it has too many digits to be read")
        case .points:
            BilingualText(
                zh: "看不出是哪一组占比的百分点，或与什么时候相比",
                en: "of which group's share, or against which time, these percentage points are cannot be told")
        }
    }
}
