/// What the member has paid of a claim (自付一), from which the sample's made-up rules make its amount.
///
/// The rules are those of `pipelines/second-reimbursement.yaml`: of outpatient care a half; of inpatient care, less 200
/// yuan, a half of the first 2,000 and four fifths of what is more. Some claims are wrong in one way or another.
struct Basis {
    let draws: Draws

    private static let deductibleFen = 200_00
    /// What the first bracket of inpatient care pays at most.
    private static let firstBracketFen = 1_000_00

    /// - Returns: nil where the record leaves it empty. Records of one claim agree as long as their amounts do.
    func fen(of saying: Saying) -> Int? {
        let amount = saying.amountFen
        let isInpatient = saying.care == 1
        let rightFen = isInpatient ? Basis.deductibleFen + Basis.inpatientFen(amount) : 2 * amount
        switch draws.below(100, .basis, saying.number.quarter.ordinal << 32 | saying.number.serial) {
        case 0: return nil
        case 1, 2: return rightFen + 2
        // The deductible was not taken off.
        case 3...7 where isInpatient: return Basis.inpatientFen(amount)
        // Outpatient care was paid as if it were inpatient.
        case 3 where !isInpatient: return Basis.deductibleFen + Basis.inpatientFen(amount)
        case 8: return rightFen * 3 / 2
        case 9: return rightFen * 3 / 4
        default: return rightFen
        }
    }

    /// What is left behind the deductible of inpatient care, of which the brackets make an amount.
    private static func inpatientFen(_ amount: Int) -> Int {
        let more = max(0, amount - firstBracketFen)
        // Four fifths of it, rounded half up, are `more` again.
        return 2 * min(amount, firstBracketFen) + (5 * more + 2) / 4
    }
}
