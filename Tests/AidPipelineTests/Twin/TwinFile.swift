/// One export: its bytes, what the pipeline file says of it, and its records.
struct TwinFile {
    var name = ""
    /// The lines of this input in the pipeline file.
    var yaml = ""
    var bytes: [UInt8] = []
    var records: [TwinRecord] = []
}

/// What the writers of files need.
struct TwinFileMaker {
    let plan: TwinPlan
    let people: [TwinPerson]

    var wording: TwinWording { TwinWording(plan: plan, people: people) }

    /// Random content of a column or element that no field wants.
    func remark(_ random: inout TwinRandom) -> String {
        let person = random.pick(people)
        return random.pick([
            "", "备注", person.name, person.number, "a,b;c|d", "line one\nline two", "说：\"好\"", "\"", "]]>",
            "<ClaimNo>A-1</ClaimNo>",
            "&amp;", "\r\n\r\n", "='x'", "亅亅|亅", "   ", "\t", "tail\\",
        ])
    }
}
