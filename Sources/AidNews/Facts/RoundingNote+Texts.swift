import AidModel

extension RoundingNote {
    var text: BilingualText {
        switch self {
        case .change:
            BilingualText(
                zh: "由于数值修约误差，印出的两期数字之差与印出的增减量略有出入；增减量按精确值计算。",
                en: "Because of rounding, the printed figures differ by slightly more or less than the printed change, "
                    + "which comes from exact values.")
        case .factors:
            BilingualText(
                zh: "由于数值修约误差，印出的各因素数字之和与印出的增减量略有出入；精确值之和等于增减量。",
                en:
                    "Because of rounding, the printed parts of the change do not add up to the printed change; the exact "
                    + "ones do.")
        case .parts:
            BilingualText(
                zh: "由于数值修约误差，印出的各组数字之和与总数略有出入。",
                en: "Because of rounding, the printed figures of the groups do not add up to the printed whole.")
        case .shares:
            BilingualText(
                zh: "由于数值修约误差，印出的各组占比之和不等于100%。",
                en: "Because of rounding, the printed shares of the groups do not add up to 100%.")
        }
    }
}
