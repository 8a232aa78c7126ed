/// The districts, employers and hospitals of a city that is on no map.
enum Places {
    static let districts = [
        "东渡区", "西浦区", "南屏区", "北苑区", "中和区", "新港区", "柳岸区", "石桥区",
        "青溪区", "明湖区", "梅园区", "白塔区", "临江区", "松岗区", "云岭区", "望海区", "",
    ]
    static let districtBytes = districts.map { Array($0.utf8) }

    /// The district of a number below 10,000: two are tiny, and now and then there is none.
    static func district(_ share: Int) -> Int {
        switch share {
        case 0..<25: 16
        case 25..<50: 15
        case 50..<90: 14
        default: (share - 90) * 14 / 9910
        }
    }

    static let careKinds = ["门诊", "住院"]
    static let careBytes = careKinds.map { Array($0.utf8) }

    static let employers = [
        "暖州第七纺织厂", "暖州公交二公司", "港务集团", "青溪粮油公司", "石桥小学", "明湖环卫所", "白塔机床厂", "临江造船厂",
        "柳岸百货", "新港物流", "梅园食品厂", "暖州“红星”电机厂",
    ].map { Array($0.utf8) }

    /// Names that a careless reader of CSV or XML stumbles over.
    static let awkwardEmployers = [
        "暖州\"前进\"机械厂,铸造车间", "港务集团\n第三作业区", "东渡印染厂，二分厂", "A&B 制衣 <合资>", "\"\"双引号\"\"文具社",
    ].map { Array($0.utf8) }

    static let hospitals = [
        "暖州市第一医院", "暖州市第二医院", "暖州市中医院", "暖州市妇幼保健院", "青溪区医院", "临江区医院", "石桥卫生院", "白塔骨科医院",
    ].map { Array($0.utf8) }

    /// Unions, the streets that they are in, and the streets' districts.
    static let unions = [
        ("第七纺织厂工会", "纺城街道"), ("公交二公司工会", "纺城街道"), ("港务集团工会", "码头街道"), ("新港物流工会", "码头街道"),
        ("梅园食品厂工会", "果园街道"), ("柳岸百货工会", "柳岸街道"),
    ]
    static let streets = [("纺城街道", "东渡区"), ("码头街道", "东渡区"), ("果园街道", "西浦区"), ("柳岸街道", "西浦区")]
}
