/// Where each field stands in a record that holds the layout's wanted fields.
struct FieldPlaces {
    let names: [String]
    let claim: Int?
    let person: Int
    let day: Int
    let amount: Int
    let status: Int?
    let reverses: Int?
    let treatment: Int?
    let times: Int?
    let basis: Int?
    let breakdowns: Range<Int>
    /// Of what may say the unit of the amount.
    let amountMarks: Range<Int>

    init(_ layout: RecordLayout) {
        names = layout.wantedFields.map(\.name)
        var next = 0
        func place(_ isThere: Bool) -> Int? {
            guard isThere else { return nil }
            next += 1
            return next - 1
        }
        claim = place(layout.claim != nil)
        person = next
        day = next + 1
        amount = next + 2
        next += 3
        status = place(layout.status != nil)
        reverses = place(layout.reverses != nil)
        treatment = place(layout.treatment != nil)
        times = place(layout.times != nil)
        basis = place(layout.basis != nil)
        breakdowns = next..<next + layout.breakdowns.count
        amountMarks = breakdowns.upperBound..<breakdowns.upperBound + layout.amountMarks.count
    }
}
