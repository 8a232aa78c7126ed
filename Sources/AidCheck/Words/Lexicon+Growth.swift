/// Words of growth, made of their parts: 大幅, 微 and their like before 增 or 降, 幅度 or 至 after them.
///
/// The press makes new ones at every turn, 飙升至, 微跌, edged up; no list of whole words has them all.
extension Lexicon {
    private static let chineseRises = [
        "增加", "增长", "上升", "提高", "提升", "上涨", "攀升", "回升", "扩大", "增多", "升高", "走高", "上扬", "抬升", "抬高", "跃升",
        "上行", "飙升",
        "蹿升",
        "拉升", "推高", "推升", "上调", "上浮", "反弹", "扩增", "扩张", "递增", "冲高", "走升", "走强", "加快", "提速", "爬升", "增进",
        "涨高", "跳升",
        "走阔", "扩容",
    ]
    private static let chineseFalls = [
        "减少", "下降", "降低", "回落", "下滑", "下跌", "缩减", "缩小", "收窄", "走低", "下行", "下调", "下浮", "滑落", "收缩", "压缩",
        "萎缩", "递减",
        "回调",
        "走弱", "削减", "压减", "调减", "放缓", "减缓", "滑坡", "减低", "减弱", "缩水", "跌落", "下挫", "下探", "走软", "减慢", "放慢",
        "变少", "降温",
        "压降",
    ]
    /// Before a single 增 or 降: 微增, 骤降.
    private static let chineseDegrees = [
        "大", "小", "微", "略", "激", "猛", "剧", "骤", "陡", "锐", "稳", "续", "净", "暴", "飙", "狂", "双", "齐", "再",
        "又", "快", "缓",
        "突",
    ]

    static let chineseGrowth: [(DraftToken.Kind, String)] = {
        let singles = [(["增", "升", "涨", "添"], true), (["减", "降", "跌"], false)]
        return [(chineseRises, true), (chineseFalls, false)].flatMap {
            roots, rises -> [(DraftToken.Kind, String)] in
            let short = singles.filter { $0.1 == rises }.flatMap(\.0).flatMap { verb in
                chineseDegrees.map { $0 + verb }
            }
            let all = roots + short
            let nouns = ["幅度", "幅", "率", "速度", "额", "量", "数", "金额", "人数", "人次"]
            return [
                (.direction(rises: rises, isNoun: false), all.joined(separator: " ")),
                (
                    .direction(rises: rises, isNoun: true),
                    roots.flatMap { root in nouns.map { root + $0 } }.joined(separator: " ")
                ),
                (
                    .directionTo(rises: rises),
                    all.flatMap { verb in ["至", "到", "为", "成", "达", "达到"].map { verb + $0 } }.joined(
                        separator: " ")
                ),
            ]
        }
    }()

    private static let englishRises = [
        "rise rises rose risen rising", "increase increases increased increasing",
        "grow grows grew grown growing growth",
        "gain gains gained gaining", "climb climbs climbed climbing", "jump jumps jumped jumping",
        "surge surges surged surging", "soar soars soared soaring",
        "swell swells swelled swelling swollen",
        "expand expands expanded expanding expansion", "leap leaps leapt leaped leaping",
        "advance advances advanced advancing", "spike spikes spiked", "rocket rockets rocketed",
        "mount mounted mounting", "accelerate accelerated accelerating acceleration",
        "quicken quickened",
        "strengthen strengthened", "improve improved", "widen widened widening",
        "uptick upturn upswing",
        "higher more bigger larger greater extra additional", "up added",
    ]
    private static let englishFalls = [
        "fall falls fell fallen falling", "decrease decreases decreased decreasing",
        "decline declines declined declining", "drop drops dropped dropping", "dip dips dipped dipping",
        "slide slides slid sliding", "slip slips slipped slipping", "sink sinks sank sunk sinking",
        "slump slumps slumped slumping", "plunge plunges plunged plunging",
        "tumble tumbles tumbled tumbling",
        "shrink shrinks shrank shrunk shrinking shrinkage", "contracted contracting contraction",
        "ease eases eased easing", "recede receded receding", "retreat retreated retreating",
        "reduced reduction",
        "slows slowed slowing", "cooled cooling", "weakened", "softened", "narrowed narrowing",
        "moderated", "tapered",
        "downturn downtick", "lower fewer less smaller", "down",
    ]
    /// With up or down: edged up, came down.
    private static let englishMoves = [
        "edge", "edged", "edging", "inch", "inched", "inching", "tick", "ticked", "ticking", "creep",
        "crept",
        "creeping",
        "go", "goes", "went", "gone", "going", "move", "moved", "moving", "nudged", "shot", "pushed",
        "stepped",
        "drifted",
    ]

    static let englishGrowth: [(DraftToken.Kind, String)] = {
        func words(_ roots: [String], _ direction: String, _ more: [String]) -> String {
            (roots.flatMap { $0.split(separator: " ").map(String.init) }
                + englishMoves.map { $0 + " " + direction }
                + more)
                .joined(separator: "|")
        }
        return [
            (
                .direction(rises: true, isNoun: true),
                "growth rate|rate of growth|pace of growth|rate of increase|pace of increase|growth pace|growth rates"
            ),
            (.direction(rises: false, isNoun: true), "rate of decline|rate of decrease|pace of decline"),
            (
                .direction(rises: true, isNoun: false),
                words(englishRises, "up", ["picked up", "picking up", "put on"])
            ),
            (
                .direction(rises: false, isNoun: false),
                words(
                    englishFalls, "down",
                    ["came down", "coming down", "fell back", "slipped back", "dropped back"])
            ),
        ]
    }()
}
