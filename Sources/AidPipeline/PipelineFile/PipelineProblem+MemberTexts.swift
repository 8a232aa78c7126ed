import AidModel

extension PipelineProblem {
    /// The finding on members.
    var memberFinding: Finding {
        switch self {
        case .membersOfNothing:
            Finding(
                "members-of-nothing",
                zh: "没有说明会员人数从何而来；请补上 file（给出的季末人数），或 table（由会籍表统计）",
                en:
                    "nothing says where the numbers of members come from; add file (a series that is given), or table (of "
                    + "memberships, in which they are counted)")
        case .membersTwice:
            Finding(
                "members-twice", zh: "会员人数不能既由 file 给出，又由 table 统计；请删去其一",
                en: "members cannot both be given by file and counted from table; remove one of the two")
        case .memberTableUnknown(let name, let near, let possible):
            Finding(
                "unknown-table",
                zh: "tables 中没有\(name.quoted)；\(near.didYouMean.zh)"
                    + (possible.isEmpty ? "请补上一个按人员对应的会籍表" : "可用：\(possible.listed.zh)"),
                en: "\(name.quoted) is not in tables; \(near.didYouMean.en)"
                    + (possible.isEmpty ? "add a table of memberships, by person" : "these are: \(possible.listed.en)"))
        case .memberTableNotByPerson(let name, let possible):
            Finding(
                "table-not-by-person",
                zh: "\(name.quoted)不是按人员对应的表，不能由它统计会员；"
                    + (possible.isEmpty ? "请改用 key.field 为 person 的表" : "可用：\(possible.listed.zh)"),
                en: "\(name.quoted) is not by person, so nobody can be counted in it; "
                    + (possible.isEmpty
                        ? "name a table whose key.field is person" : "these are: \(possible.listed.en)"))
        case .standardWithoutTable:
            Finding(
                "standard-without-table",
                zh: "标准化需要知道各年龄、性别的会员人数；请以 members.table 由会籍表统计，或删去 standard",
                en:
                    "to standardise, members of each age and sex must be known; count them with members.table, or remove "
                    + "standard")
        case .standardOfNothing:
            Finding(
                "standard-of-nothing",
                zh: "没有说明标准人口；请补上 of（本项目某季度末的会员，如 2023Q2），或 weights（各格人数的 CSV 文件）",
                en:
                    "no standard population is named; add of (the programme's own members at a quarter's end, as 2023Q2), or "
                    + "weights (a CSV file of the people of each cell)")
        case .standardTwice:
            Finding(
                "standard-twice", zh: "标准人口不能既是 of，又是 weights；请删去其一",
                en: "the standard population cannot be both of and weights; remove one of the two")
        case .standardWithoutName:
            Finding(
                "standard-without-name", zh: "请以 name 写明标准人口是什么，报告中要写出来",
                en: "add name, which says what the standard population is; reports tell it")
        case .standardFieldUnknown(let name, let near, let possible):
            Finding(
                "standard-field",
                zh: "不知道会员的\(name.quoted)：它不取自会籍表；\(near.didYouMean.zh)"
                    + (possible.isEmpty ? "请在 fields 中写 from: { table: …, column: … }" : "可用：\(possible.listed.zh)"),
                en:
                    "\(name.quoted) is not known of members, as it does not come from their table; \(near.didYouMean.en)"
                    + (possible.isEmpty
                        ? "add it to fields with from: { table: …, column: … }"
                        : "these are: \(possible.listed.en)"))
        case .wrongMembersLine(let path, let line, let problem):
            Finding(
                "bad-members-line", zh: "\(path):\(line)：\(problem.message.zh)",
                en: "\(path):\(line): \(problem.message.en)")
        case .wrongWeightsLine(let path, let line, let problem):
            Finding(
                "bad-weights-line", zh: "\(path):\(line)：\(problem.message.zh)",
                en: "\(path):\(line): \(problem.message.en)")
        default: preconditionFailure("no finding on members")
        }
    }
}
