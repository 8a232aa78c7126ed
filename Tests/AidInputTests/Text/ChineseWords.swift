import TestSupport

/// Words such as stand in exports, made up but for places: common ones, and rare ones that must not be mistaken.
enum ChineseWords {
    static let surnames = Array("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏茅滕岑濮瞿仝佟逄缪翟")
    static let given = Array("伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华玉红建国志文辉鹏飞宇浩轩涵梓萱诗欣怡佳琪嘉雨晨昊灏玥珺琰瑶璐")
    /// In GBK, but not in GB 2312; or in four bytes of GB18030 alone.
    static let rare = Array("喆堃镕㛃燊淼鑫垚犇骉旻昇彧翀赟祎頔䶮𠮷鋆浥煊芃甯")
    static let values = """
        门诊 住院 大病 重疾 意外 女职工 工伤 二次报销 门急诊 东城区 西城区 朝阳区 海淀区 丰台区 石景山区 通州区 昌平区 大兴区 房山区 \
        上海 北京 广州 深圳 天津 重庆 杭州 南京 武汉 成都 西安 沈阳 哈尔滨 黄浦区 徐汇区 静安区 浦东新区 松江区 泾县 歙县 鄄城 盱眙 \
        亳州 儋州 睢宁 邳州 濮阳 灞桥 邛崃 勐海 市区 小学 机关 事业 企业 教育工会 卫生系统 铁路局 三甲医院 协和医院 中医院 本人 配偶 \
        （其他） “未填” —— Ⅱ类 ＡＢＣ ①
        """.split(separator: " ").map(String.init)
    /// Text in UTF-8 that is not Chinese, or not alone.
    static let others = [
        "买买提·艾力", "古丽娜尔·阿不都", "José Peña", "Müller", "Nguyễn Văn", "Łukasz", "Иванов", "ئەلى", "β受体", "5×10³", "37℃",
        "カタカナ", "♂", "č", "±0.5°", "བོད", "ᠮᠣᠩ", "ꆈꌠ", "한국", "μg/mL",
    ]

    static func name(using random: inout SeededRandom, rareShare: Int = 20) -> String {
        var name = String(surnames.randomElement(using: &random)!)
        for _ in 0..<Int.random(in: 1...2, using: &random) {
            let isRare = Int.random(in: 0..<rareShare, using: &random) == 0
            name.append((isRare ? rare : given).randomElement(using: &random)!)
        }
        return name
    }

    static func gb18030(_ text: String) -> [UInt8] {
        SystemConverter(from: "UTF-8", to: "GB18030").convert(Array(text.utf8)) ?? []
    }
}
