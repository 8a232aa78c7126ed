import Testing

/// A pipeline file and exports to go with it.
enum Exports {
    static func pipeline(
        files: String = "\"exports/*.csv\"", format: String = "csv", breakdowns: String = "[care]",
        maxRejected: String = "0.1%", fields: String = ""
    ) -> String {
        let record = format == "xml" ? "\n    record: Claim" : ""
        return """
            version: 1
            name: aid
            title: { zh: 互助, en: Aid }
            since: 2012-05-01
            inputs:
              - files: [\(files)]
                format: \(format)\(record)
            fields:
              claim:  { from: [赔付编号, ClaimNo] }
              person: { from: [身份证号, IdNo], type: resident-id, otherDocuments: reject, invalid: reject }
              paidOn: { from: [打款日期, PaidDate], type: date }
              amount: { from: [互助金额, AidAmount], type: money }
              status: { from: [状态, Status] }
              reverses: { from: [原赔付编号, Reverses], optional: true }
              care:   { from: [就诊类型, CareType], type: category }
            \(fields)count:
              period: paidOn
              status: { paid: [已打款], unpaid: [待审核], reversed: [冲正] }
            breakdowns: \(breakdowns)
            quality: { maxRejected: \(maxRejected), minGroup: 0 }

            """
    }

    static let header = "赔付编号,身份证号,打款日期,互助金额,状态,就诊类型,姓名"

    /// Five claims of three persons: four paid in 2023Q2, one in 2022Q2.
    static let csv = [
        header,
        "HZ1,\(Persons.first.id),2023-04-05,100.00,已打款,门诊,\(Persons.first.name)",
        "HZ2,\(Persons.first.id),2023-05-05,200.00,已打款,住院,\(Persons.first.name)",
        "HZ3,\(Persons.second.id),2023-06-30,300.50,已打款,门诊,\(Persons.second.name)",
        "HZ4,\(Persons.third.id),2023-06-30,1.00,已打款,门诊,\(Persons.third.name)",
        "HZ5,\(Persons.third.id),2022-06-30,9.99,已打款,门诊,\(Persons.third.name)",
    ]

    static func xml(_ records: String, declaration: String = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>") -> String {
        "\(declaration)\n<Claims>\n\(records)</Claims>\n"
    }

    static func claim(_ number: String, _ person: Persons.Person, day: String = "2023-04-05", amount: String = "100.00")
        -> String
    {
        """
          <Claim><ClaimNo>\(number)</ClaimNo><IdNo>\(person.id)</IdNo><Name>\(person.name)</Name>\
        <PaidDate>\(day)</PaidDate><AidAmount>\(amount)</AidAmount><Status>已打款</Status><CareType>门诊</CareType></Claim>

        """
    }
}

/// Made-up persons, of which nothing may be seen in any output.
enum Persons {
    struct Person: Sendable, CustomTestStringConvertible {
        var name: String
        /// 18 characters.
        var id: String

        var testDescription: String { name }

        /// The form of 15 digits, for those born in the 20th century.
        var shortID: String { String(id.prefix(6) + id.dropFirst(8).prefix(9)) }
    }

    static let first = Person(name: "欧阳测试甲", id: "11010119800307451X".rechecked)
    static let second = Person(name: "司马测试乙", id: "110102196512120024".rechecked)
    static let third = Person(name: "诸葛测试丙", id: "11010519491231002X".rechecked)
    static let all = [first, second, third]
}

extension String {
    /// A resident ID with its last character as it must be.
    var rechecked: String {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(prefix(17), weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
        return prefix(17) + String(Array("10X98765432")[sum % 11])
    }
}

extension Exports {
    /// The right ones, an amount that is none, and a person whose check digit is wrong.
    static let rejected =
        csv + [
            "HZ6,\(Persons.first.id),2023-04-05,abc,已打款,门诊,\(Persons.first.name)",
            "HZ7,\(Persons.first.id.dropLast())0,2023-04-05,1.00,已打款,门诊,\(Persons.first.name)",
        ]
}
