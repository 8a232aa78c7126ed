/// A claim number, or the number of a reversal, which is of the same kind.
///
/// Three systems write them in three ways, and a claim keeps its number wherever it stands.
struct ClaimNumber {
    let quarter: Quarter
    /// The day after which the number was made, even if the claim's date is corrected later.
    let day: Int
    let serial: Int

    /// Serial numbers from here on belong to claims that do not count, and to reversals.
    static let firstExtraSerial = 80_000_000

    func append(to text: inout [UInt8]) {
        switch serial % 3 {
        case 0:
            text.append("HZ")
            text.append(decimal: quarter.year)
            text.append("Q")
            text.append(decimal: quarter.number)
            text.append("-")
            text.append(decimal: serial, width: 8)
        case 1:
            let (year, month, dayOfMonth) = Calendar.civil(day)
            text.append("HZ")
            text.append(decimal: year)
            text.append(decimal: month, width: 2)
            text.append(decimal: dayOfMonth, width: 2)
            text.append(decimal: serial, width: 9)
        default:
            text.append("hz-")
            text.append(decimal: quarter.year)
            text.append(decimal: quarter.number)
            text.append("-")
            text.append(decimal: serial, width: 8)
        }
    }
}

enum Status: Int {
    case paid
    case pending
    case refused
    case reversed

    static let texts = ["已打款", "待审核", "拒付", "冲正"].map { Array($0.utf8) }

    var text: [UInt8] { Status.texts[rawValue] }
}

/// What one record says of a claim, before it is put into words.
struct Saying {
    var number: ClaimNumber
    var person: Int
    var day: Int
    var amountFen: Int
    var care: Int
    var district: Int
    var status = Status.paid
    var reverses: ClaimNumber?
}
