/// An export of stays in hospital: what is said of each lies in attributes and in elements within elements.
struct StayFile {
    private let file: EncodedFile
    private let population: Population

    init(path: String, population: Population, quarter: Quarter) throws {
        file = try EncodedFile(path: path, encoding: .utf8)
        self.population = population
        file.text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        write("<StayExport fund=\"暖州职工住院津贴（虚构）\" quarter=\"\(quarter.name)\">\n")
    }

    /// - Parameters:
    ///   - nights: as the record says them.
    ///   - state: `paid`, `pending` or `withdrawn`.
    ///   - hasWrongID: whether its check character is another one.
    func append(_ stay: Stay, nights: String, state: String = "paid", hasWrongID: Bool = false) throws {
        var id: [UInt8] = []
        population.appendID(of: stay.person, to: &id)
        if hasWrongID { id[17] = id[17] == UInt8(ascii: "1") ? UInt8(ascii: "2") : UInt8(ascii: "1") }
        var name: [UInt8] = []
        population.appendName(of: stay.person, to: &name)
        let number = StayFile.padded(stay.number + 1, 6)
        let own = state == "withdrawn" ? "ZY\(number)-R\" withdraws=\"ZY\(number)" : "ZY\(number)"
        write(
            """
              <Stay no="\(own)" state="\(state)">
                <Member>
                  <Document kind="resident-id">\(String(decoding: id, as: UTF8.self))</Document>
                  <Name>\(String(decoding: name, as: UTF8.self))</Name>
                </Member>
                <Ward hospital="\(String(decoding: Places.hospitals[stay.hospital], as: UTF8.self))" grade="\(stay.grade)"/>
                <Period from="\(Calendar.text(stay.firstDay))" nights="\(nights)"><Cause>\(Stay.causes[stay.cause])</Cause></Period>
                <Allowance daily="\(StayFile.yuan(stay.dailyFen))" paidOn="\(Calendar.text(stay.paidOn))"/>
              </Stay>

            """)
        try file.drain()
    }

    func close() throws {
        write("</StayExport>\n")
        try file.close()
    }

    private func write(_ text: String) {
        file.text.append(contentsOf: Array(text.utf8))
    }

    private static func yuan(_ fen: Int) -> String {
        var text: [UInt8] = []
        text.append(fen: fen)
        return String(decoding: text, as: UTF8.self)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        var text: [UInt8] = []
        text.append(decimal: number, width: width)
        return String(decoding: text, as: UTF8.self)
    }
}
