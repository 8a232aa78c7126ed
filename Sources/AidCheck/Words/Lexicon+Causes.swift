import AidNews

/// What parts of a change come from, as drafts say it: 因受助职工人数上升, more recipients added.
extension Lexicon {
    static let chineseCauses: [(word: String, kind: DraftToken.Kind)] = {
        let subjects: [(FactKind, [String])] = [
            (.fromRecipients, ["受助职工人数", "受助职工数", "受助人数", "受助职工", "受益职工", "职工人数", "人数"]),
            (.fromPersonTimesPerRecipient, ["人均受助人次", "人均受助次数", "人均人次", "人均次数"]),
            (.fromAmountPerPersonTime, ["次均受助金额", "次均互助金", "次均金额", "每人次受助金额", "每人次金额"]),
        ]
        let moves = ["上升", "增加", "增多", "增长", "提高", "下降", "减少", "变少", "降低", ""]
        return subjects.flatMap { kind, names in
            ["因", "由于", "来自"].flatMap { before in
                names.flatMap { name in
                    moves.map { (before + name + $0, .cause(kind, rises: nil)) }
                }
            }
        }
    }()

    static let englishCauses: [(word: String, kind: DraftToken.Kind)] = {
        let subjects: [(FactKind, [String])] = [
            (.fromRecipients, ["more recipients", "fewer recipients"]),
            (
                .fromPersonTimesPerRecipient,
                [
                    "more payments per recipient", "fewer payments per recipient", "more payments a recipient",
                    "fewer payments a recipient",
                ]
            ),
            (.fromAmountPerPersonTime, ["larger payments", "smaller payments"]),
        ]
        // As the heads of a report's table have it.
        let heads: [(word: String, kind: DraftToken.Kind)] = [
            ("from recipients", .cause(.fromRecipients, rises: nil)),
            ("from person-times a recipient", .cause(.fromPersonTimesPerRecipient, rises: nil)),
            ("from amount a person-time", .cause(.fromAmountPerPersonTime, rises: nil)),
        ]
        return heads
            + subjects.flatMap { kind, names in
                names.flatMap { name in
                    [
                        (name + " added", .cause(kind, rises: true)), (name + " took off", .cause(kind, rises: false)),
                    ]
                }
            }
    }()
}
