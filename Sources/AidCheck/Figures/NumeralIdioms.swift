/// Words that hold a numeral, and count nothing.
///
/// A numeral begins at none of their characters. Numerals of one character without a unit (张三, 之一, 周三) and
/// magnitudes without a number (万众, 百姓, 千方百计) are no numerals anyway, so only words stand here whose next
/// character looks like a counter, or which are as long as a number.
enum NumeralIdioms {
    static let words = NumeralWords<[Unicode.Scalar]>(
        [
            // What is one, the same, or little.
            (
                "一些 一定 一直 一起 一般 一线 一体 一站式 一站 一方面 统一 唯一 同一 一致 一样 一律 一旦 进一步 一次性 一道 一批 一系列 一部分 一切 "
                    + "一向 一贯 一味 一共 一经 一概 一心 一如 一应 一并 一再 一面 一边 一片 一路 一举 一同 一卡通 一网通 一把手 一类 一流 一带一路 "
                    + "一揽子 一条龙 一键 一窗 一对一 一门 一手 一代 一度 一级 单一 万一 逐一 某一 任一 每一 哪一 这一 那一 另一 再一次 又一次 "
                    + "一年一度 一年四季 一日三餐 新一轮 一一 一份子 一分子 一口气 一辈子 一生 一家人 一家子 一家三口 百里挑一 一点一滴 一点点 一分一厘 一清二楚 一举一动 一朝一夕",
                []
            ),
            // Points of a list: 一是, 二是; 一来.
            ("一是 二是 三是 四是 五是 六是 七是 八是 九是 一要 二要 三要 四要 五要 一来 二来", []),
            // Orders that name no place among others.
            ("第一时间 第一线 第一书记 第一责任人 第三方 第一产业 第二产业 第三产业 第一手", []),
            // Names: of the programme, of days, plans, places, bodies.
            (
                "二次报销 二次补助 二次医保 二次分配 二次供水 二维码 二手 二者 二孩 三孩 三农 三八 五一 六一 七一 八一 三伏 四季 五险一金 五保 两癌 两会 "
                    + "两地 两岸 两侧 两边 两者 两手 两委 两节 两新 两江 三甲 三公 三方 三峡 三亚 三明 四川 四平 九江 九州 六安 十堰 五金 四海 四大 十佳 "
                    + "八方 八达岭 十里堡 五棵松 六里桥 三元桥 百分制 十四五 十三五 十五五 二十大 十九大 十八大 一汽 五星 七夕 二七 双十一 四面八方 五湖四海 "
                    + "三三两两 三番五次 一五一十 七上八下 红十字 三中全会 四中全会 五中全会 六中全会 "
                    + "成千上万 成百上千 千千万万 千家万户 千万别 千万要 千万不 百姓 万众 百货 百强 百科 百度 万事 万物 万达 万能 千古 千里",
                []
            ),
            // Quarters are read as periods.
            (
                "一季度 二季度 三季度 四季度 两季度 一季 二季 三季 一季报 一二季度 二三季度 三四季度 一二三季度 一二线 三四线 一二三产业",
                []
            ),
            ("十分 万分 千分", ["之", "钟"]), ("十足", []),
        ])

    /// Longer than any of them.
    private static let lengthLimit = 6

    /// Where one of them ends that begins right at a place; nil: none does.
    ///
    /// What goes on as a number is none: 每一百人, 三万一千.
    static func end(_ reader: NumeralReader, at index: Int) -> Int? {
        guard let found = words.longest(reader, at: index), !found.meaning.contains(reader.peek(found.end)) else {
            return nil
        }
        let goesOn = NumeralReader.isHanNumeral(reader.peek(found.end))
        return goesOn && NumeralReader.isHanNumeral(reader.scalars[found.end - 1]) ? nil : found.end
    }

    /// Whether a place lies in one of them.
    static func covers(_ reader: NumeralReader, _ index: Int) -> Bool {
        var start = index
        while start >= 0, index - start < lengthLimit {
            if let end = end(reader, at: start), end > index { return true }
            start -= 1
        }
        return false
    }
}
