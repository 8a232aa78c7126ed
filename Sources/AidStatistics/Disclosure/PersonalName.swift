/// Whether a value looks like a Chinese person's name.
enum PersonalName {
    /// Fewer are chance: a third of the cities begin with a surname.
    private static let fewest = 10
    /// How many claims a name has at most, on average; kinds of care and districts have far more.
    private static let mostClaims = 100

    /// Whether a breakdown is one of names.
    ///
    /// - Parameters:
    ///   - nameCount: how many of its values look like one.
    ///   - claimCount: the claims of these.
    static func areMost(_ nameCount: Int, of valueCount: Int, claimCount: Int) -> Bool {
        nameCount >= fewest && nameCount * 10 >= valueCount * 6 && claimCount <= nameCount * mostClaims
    }

    /// Two to four Han characters that begin with a common surname, and do not end as places, offices and
    /// diseases do.
    static func isLike(_ value: String) -> Bool {
        let scalars = Array(value.unicodeScalars.prefix(5))
        guard (2...4).contains(scalars.count), scalars.allSatisfy(isHan), let last = scalars.last,
            !endings.contains(last)
        else { return false }
        if scalars.count > 2, doubleSurnames.contains(String(String.UnicodeScalarView(scalars[..<2]))) { return true }
        // Four characters are two surnames and a name.
        return surnames.contains(scalars[0]) && (scalars.count < 4 || surnames.contains(scalars[1]))
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x323AF: true
        default: false
        }
    }

    /// More than nine in ten people have one of these.
    private static let surnames = Set(
        ("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪"
            + "廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文傅樊兰殷施洪翟颜倪牛温"
            + "芦季俞章鲁葛伍申尤毕聂焦柳邢路岳齐梅庄辛管祝左涂谷祁时舒耿牟詹关苗凌费纪靳盛童欧甄项裴席屈鲍霍翁隋甘景包柯阮桂柴"
            + "張劉陳楊黃趙吳孫馬鄭羅謝許韓鄧馮蕭葉蘇呂盧鐘譚陸範賈鄒熊閻龍黎賀顧龔萬錢戴嚴湯喬賴蘭")
            .unicodeScalars)

    private static let doubleSurnames: Set<String> = [
        "欧阳", "司马", "诸葛", "上官", "司徒", "东方", "尉迟", "皇甫", "令狐", "慕容", "端木", "公孙", "夏侯", "歐陽", "司馬", "諸葛",
    ]

    /// How places, offices, firms, illnesses and kinds of care end.
    private static let endings = Set(
        "省市县区镇乡村庄屯寨堡营坊湾沟街路道巷弄桥州旗盟港岛店厂矿司院所局部处科室组班队站校会社行馆库楼病症癌炎瘤疹伤痛类级型费险诊术等".unicodeScalars)
}
