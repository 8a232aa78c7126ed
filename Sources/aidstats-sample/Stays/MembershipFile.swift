/// The register of members as the union's own system exports it, and tables of unions and streets.
enum MembershipFile {
    /// Writes `memberships.csv`, `unions.csv` and `streets.csv`.
    static func write(to folder: String, population: Population, draws: Draws) throws {
        let file = try EncodedFile(path: folder + "/memberships.csv", encoding: .utf8)
        file.text.append(contentsOf: Array("身份证号,性别,出生年份,工会,会籍状态,入会日期,转出日期\n".utf8))
        for person in 0..<Membership.personCount {
            for spell in Membership.spells(of: person, draws: draws) {
                append(spell, population, to: &file.text)
                try file.drain()
            }
        }
        try file.close()
        try write(Places.unions, header: "工会,街道", to: folder + "/unions.csv")
        try write(Places.streets, header: "街道,所属区", to: folder + "/streets.csv")
    }

    private static func append(_ spell: Membership, _ population: Population, to text: inout [UInt8]) {
        let start = text.count
        population.appendID(of: spell.person, to: &text)
        let isWoman = text[start + 16] % 2 == 0
        let isOlder = String(decoding: text[start + 6..<start + 10], as: UTF8.self) < "1980"
        let last = spell.lastDay.map(Calendar.text) ?? ""
        let state = spell.isRetained ? "失业保留" : "在籍"
        let rest =
            ",\(isWoman ? "女" : "男"),\(isOlder ? "1980年前" : "1980年起"),\(Places.unions[spell.union].0),\(state),"
            + "\(Calendar.text(spell.firstDay)),\(last)\n"
        text.append(contentsOf: Array(rest.utf8))
    }

    private static func write(_ rows: [(String, String)], header: String, to path: String) throws {
        let file = try EncodedFile(path: path, encoding: .utf8)
        let lines = [header] + rows.map { "\($0.0),\($0.1)" }
        file.text.append(contentsOf: Array((lines.joined(separator: "\n") + "\n").utf8))
        try file.close()
    }
}
