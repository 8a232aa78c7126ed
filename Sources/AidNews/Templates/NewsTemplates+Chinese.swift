/// The given templates in Chinese, in the manner of the press.
extension NewsTemplates {
    static let chinese: [Part: String] = [
        .headline: """
        {{! 标题。只能引用事实：不能写数字、中文数字和百分比。名称见 aidstats facts --help 和说明文档。 }}
        {{thisQuarter}}{{programme}}
        {{#recipients}}惠及
        {{#recipients.isLarge}}
        {{#recipients.over}}{{recipients.over}}{{/recipients.over}}
        {{^recipients.over}}{{recipients.number}}{{/recipients.over}}职工
        {{/recipients.isLarge}}
        {{^recipients.isLarge}}{{recipients.number}}名职工{{/recipients.isLarge}}
        {{/recipients}}
        {{^recipients}}发放互助金{{amount}}{{/recipients}}
        {{#isProvisional}}（初步）{{/isProvisional}}

        """,
        .deck: """
        {{! 副题。 }}
        {{#isProvisional}}初步统计，{{/isProvisional}}受助职工{{recipients}}、{{personTimes}}，受助金额{{amount}}
        {{#yoy.amount.percent}}，金额同比{{yoy.amount.percent}}{{#yoy.isProvisional}}（初步）{{/yoy.isProvisional}}{{/yoy.amount.percent}}

        """,
        .lead: """
        {{! 导语。 }}
        {{quarter}}{{#isProvisional}}（初步）{{/isProvisional}}，{{programme}}
        受助职工{{recipients}}、{{personTimes}}，发放互助金共计{{amount}}。
        {{#yoy}}相比去年同期，{{yoy.changes}}{{#yoy.isProvisional}}（初步）{{/yoy.isProvisional}}。{{/yoy}}
        {{^yoy}}
        {{#yoyPublished}}
        与公布的去年同期数字相比，{{yoyPublished.changes}}{{#yoyPublished.isProvisional}}（初步）{{/yoyPublished.isProvisional}}。
        {{/yoyPublished}}
        {{^yoyPublished}}去年同期没有数据，无法比较。{{/yoyPublished}}
        {{/yoy}}

        """,
        .body: """
        {{! 正文。空行分段；缺少任何一个数字的段落不会印出。 }}
        {{#yoy.percents}}与去年同期相比，{{yoy.percents}}{{#yoy.isProvisional}}（初步）{{/yoy.isProvisional}}。{{/yoy.percents}}
        {{#qoq}}与上季度相比，{{qoq.moves}}{{#qoq.isProvisional}}（初步）{{/qoq.isProvisional}}。{{/qoq}}

        {{#yoy.factors}}与去年同期相比，{{yoy.factors}}{{#yoy.isProvisional}}（初步）{{/yoy.isProvisional}}。{{/yoy.factors}}

        {{^isFirstQuarter}}
        {{#ytd}}
        {{ytd.span}}{{#ytd.isProvisional}}（初步）{{/ytd.isProvisional}}，受助职工{{ytd.recipients}}、{{ytd.personTimes}}，
        发放互助金共计{{ytd.amount}}。
        {{#ytd.yoy}}相比去年同期，{{ytd.yoy.moves}}{{#ytd.yoy.isProvisional}}（初步）{{/ytd.yoy.isProvisional}}。{{/ytd.yoy}}
        {{/ytd}}
        {{/isFirstQuarter}}

        {{#personTimesPerRecipient}}
        {{quarter}}{{#isProvisional}}（初步）{{/isProvisional}}，人均受助{{personTimesPerRecipient}}，人均受助金额{{amountPerRecipient}}。
        {{/personTimesPerRecipient}}
        {{#firstTime.share}}{{^firstTime.isZero}}
        本季度受助职工中{{#isProvisional}}（初步）{{/isProvisional}}，首次受助{{firstTime}}，占{{firstTime.share}}
        {{^returning.isZero}}；再次受助{{returning}}，占{{returning.share}}{{/returning.isZero}}。
        {{/firstTime.isZero}}{{/firstTime.share}}

        {{#recipientsPerThousand}}
        {{quarter}}{{#isProvisional}}（初步）{{/isProvisional}}，每千名会员中有{{recipientsPerThousand}}受助，
        每千名会员受助{{personTimesPerThousand}}、受助金额{{amountPerThousand}}。
        {{#members.changes}}与去年同期相比，{{members.changes}}{{#members.isProvisional}}（初步）{{/members.isProvisional}}。{{/members.changes}}
        会员人数（{{members.asOf}}，会员{{members}}）的出处：{{members.source}}。
        {{/recipientsPerThousand}}

        {{#breakdowns}}
        按{{title}}分，{{quarter}}{{#isProvisional}}（初步）{{/isProvisional}}{{#isLong}}受助职工较多的有：{{/isLong}}
        {{#groups}}
        {{name}}受助职工{{recipients}}、受助金额{{amount}}{{#amount.share}}，占受助金额的{{amount.share}}{{/amount.share}}
        {{#isLast}}。{{/isLast}}{{^isLast}}；{{/isLast}}
        {{/groups}}
        {{#contributions}}{{contributions}}{{#yoy.isProvisional}}（初步）{{/yoy.isProvisional}}。{{/contributions}}

        {{/breakdowns}}

        {{#highest}}
        {{highest.measures}}{{#highest.isSeveral}}均{{/highest.isSeveral}}为{{highest.since}}以来各季度最高。
        {{/highest}}
        {{#lowest}}
        {{lowest.measures}}{{#lowest.isSeveral}}均{{/lowest.isSeveral}}为{{lowest.since}}以来各季度最低。
        {{/lowest}}
        {{#amount.yearlyRises.isLong}}
        受助金额同比{{amount.yearlyRises}}
        {{#amount.rises.isLong}}，环比{{amount.rises}}{{/amount.rises.isLong}}
        {{#amount.falls.isLong}}，环比{{amount.falls}}{{/amount.falls.isLong}}
        。
        {{/amount.yearlyRises.isLong}}
        {{#amount.yearlyFalls.isLong}}
        受助金额同比{{amount.yearlyFalls}}
        {{#amount.rises.isLong}}，环比{{amount.rises}}{{/amount.rises.isLong}}
        {{#amount.falls.isLong}}，环比{{amount.falls}}{{/amount.falls.isLong}}
        。
        {{/amount.yearlyFalls.isLong}}
        {{^amount.yearlyRises.isLong}}{{^amount.yearlyFalls.isLong}}
        {{#amount.rises.isLong}}受助金额环比{{amount.rises}}。{{/amount.rises.isLong}}
        {{#amount.falls.isLong}}受助金额环比{{amount.falls}}。{{/amount.falls.isLong}}
        {{/amount.yearlyFalls.isLong}}{{/amount.yearlyRises.isLong}}

        {{#cumulative}}
        {{#statements.start}}
        {{statements.start}}累计受助{{#cumulative.recipients}}职工达{{cumulative.recipients}}、{{/cumulative.recipients}}
        {{cumulative.personTimes}}，受助金额{{cumulative.amount}}{{#isProvisional}}（初步）{{/isProvisional}}。
        {{/statements.start}}
        {{^statements.start}}
        自{{cumulative.since}}至{{cumulative.through}}{{#isProvisional}}（初步）{{/isProvisional}}，
        累计受助{{#cumulative.recipients}}职工{{cumulative.recipients}}、{{/cumulative.recipients}}
        {{cumulative.personTimes}}，发放互助金共计{{cumulative.amount}}。
        {{/statements.start}}
        {{#cumulative.recipients.milestone}}
        累计受助职工在本季度突破{{cumulative.recipients.milestone}}。
        {{/cumulative.recipients.milestone}}
        {{#cumulative.personTimes.milestone}}
        累计受助人次在本季度突破{{cumulative.personTimes.milestone}}。
        {{/cumulative.personTimes.milestone}}
        {{#cumulative.amount.milestone}}
        累计受助金额在本季度突破{{cumulative.amount.milestone}}。
        {{/cumulative.amount.milestone}}
        {{/cumulative}}

        {{^cumulative}}{{#statements.start}}{{statements.start}}{{/statements.start}}{{/cumulative}}
        {{#statements.about}}{{statements.about}}{{/statements.about}}
        {{#statements.members}}{{statements.members}}{{/statements.members}}
        {{#statements.highest}}{{statements.highest}}{{/statements.highest}}
        {{#statements.payer}}{{statements.payer}}{{/statements.payer}}

        {{#yoy}}{{#yoyPublished}}
        去年同期的数字与最近公布的（{{yoyPublished.day}}公布）不同。按公布的数字计算，{{yoyPublished.moves}}。
        {{/yoyPublished}}{{/yoy}}

        {{#published}}
        本季度的数字已有修订。与最近公布的（{{published.day}}公布）相比，{{published.changes}}。
        {{/published}}

        {{#isProvisional}}
        以上为初步数字：导出数据可能缺少本季度开头或末尾的一些日子，数字可能还会变动。
        {{/isProvisional}}
        {{^isProvisional}}
        {{#yoy.isProvisional}}去年同期的导出数据可能不全，同比数字为初步数字。{{/yoy.isProvisional}}
        {{#qoq.isProvisional}}上季度的导出数据可能不全，环比数字为初步数字。{{/qoq.isProvisional}}
        {{^isFirstQuarter}}{{#ytd.isProvisional}}
        {{ytd.span}}的导出数据可能不全，其数字为初步数字。
        {{/ytd.isProvisional}}{{/isFirstQuarter}}
        {{/isProvisional}}

        """,
    ]
}
