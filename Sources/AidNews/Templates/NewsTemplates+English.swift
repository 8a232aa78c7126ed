/// The given templates in English.
extension NewsTemplates {
    static let english: [Part: String] = [
        .headline: """
        {{! The headline. Facts only: no digit, no number in words, no percent. Their names are in the manual. }}
        {{programme}}
        {{#recipients}}reaches
        {{#recipients.isLarge}}
        {{#recipients.over}}{{recipients.over}}{{/recipients.over}}
        {{^recipients.over}}{{recipients.number}}{{/recipients.over}} people
        {{/recipients.isLarge}}
        {{^recipients.isLarge}}{{recipients}}{{/recipients.isLarge}}
        {{/recipients}}
        {{^recipients}}pays {{amount}} in aid{{/recipients}}
        in {{thisQuarter}}{{#isProvisional}} (provisional){{/isProvisional}}

        """,
        .deck: """
        {{! The line below it. }}
        {{#isProvisional}}Provisional figures: {{/isProvisional}}{{recipients}}, {{personTimes}}, {{amount}} in aid
        {{#yoy.amount.percent}}– the amount {{yoy.amount.percent}} on the year{{#yoy.isProvisional}} (provisional){{/yoy.isProvisional}}{{/yoy.amount.percent}}

        """,
        .lead: """
        {{! The first paragraph. }}
        In {{quarter}}{{#isProvisional}} (provisional){{/isProvisional}}, {{programme}} reached {{recipients}}
        in {{personTimes}}, with a total of {{amount}} paid.
        {{#yoy}}Compared with the same period a year earlier, {{yoy.changes}}{{#yoy.isProvisional}} (provisional){{/yoy.isProvisional}}.{{/yoy}}
        {{^yoy}}
        {{#yoyPublished}}
        Compared with what was published of the same period a year earlier, {{yoyPublished.changes}}{{#yoyPublished.isProvisional}} (provisional){{/yoyPublished.isProvisional}}.
        {{/yoyPublished}}
        {{^yoyPublished}}
        There are no figures for the same period a year earlier to compare with.
        {{/yoyPublished}}
        {{/yoy}}

        """,
        .body: """
        {{! The other paragraphs, with blank lines between them. One that lacks a figure is not printed. }}
        {{#yoy.percents}}Against the year earlier: {{yoy.percents}}{{#yoy.isProvisional}} (provisional){{/yoy.isProvisional}}.{{/yoy.percents}}
        {{#qoq}}Compared with the quarter before, {{qoq.changes}}{{#qoq.isProvisional}} (provisional){{/qoq.isProvisional}}.{{/qoq}}
        {{#qoq.percents}}Against the quarter before: {{qoq.percents}}{{#qoq.isProvisional}} (provisional){{/qoq.isProvisional}}.{{/qoq.percents}}

        {{^isFirstQuarter}}
        {{#ytd}}
        In {{ytd.span}}{{#ytd.isProvisional}} (provisional){{/ytd.isProvisional}}, aid reached {{ytd.recipients}}
        in {{ytd.personTimes}}, with a total of {{ytd.amount}} paid.
        {{#ytd.yoy}}Compared with the same period a year earlier, {{ytd.yoy.changes}}{{#ytd.yoy.isProvisional}} (provisional){{/ytd.yoy.isProvisional}}.{{/ytd.yoy}}
        {{/ytd}}
        {{/isFirstQuarter}}

        {{#firstTime.share}}{{^firstTime.isZero}}
        Among the recipients of the quarter{{#isProvisional}} (provisional){{/isProvisional}},
        {{firstTime.number}} ({{firstTime.share}}) were new{{^returning.isZero}};
        {{returning.number}} ({{returning.share}}) returned{{/returning.isZero}}.
        {{/firstTime.isZero}}{{/firstTime.share}}
        {{#personTimesPerRecipient}}
        That is {{personTimesPerRecipient}} and {{amountPerRecipient}} per recipient{{#isProvisional}} (provisional){{/isProvisional}}.
        {{/personTimesPerRecipient}}

        {{#breakdowns}}
        By {{title}}{{#isProvisional}} (provisional){{/isProvisional}}{{#isLong}}, the largest groups were{{/isLong}}:
        {{#groups}}
        {{name}} with {{recipients}} and {{amount}}{{#amount.share}} ({{amount.share}} of the amount){{/amount.share}}{{#isLast}}.{{/isLast}}{{^isLast}};{{/isLast}}
        {{/groups}}

        {{/breakdowns}}

        {{#highest}}
        Of all quarters since {{highest.since}}, this one has the highest figures of {{highest.measures}}.
        {{/highest}}
        {{#lowest}}
        Of all quarters since {{lowest.since}}, this one has the lowest figures of {{lowest.measures}}.
        {{/lowest}}
        {{#amount.yearlyRises.isLong}}
        Against the year earlier, the amount was {{amount.yearlyRises}}.
        {{/amount.yearlyRises.isLong}}
        {{#amount.yearlyFalls.isLong}}
        Against the year earlier, the amount was {{amount.yearlyFalls}}.
        {{/amount.yearlyFalls.isLong}}
        {{#amount.rises.isLong}}
        Against the quarter before, the amount was {{amount.rises}}.
        {{/amount.rises.isLong}}
        {{#amount.falls.isLong}}
        Against the quarter before, the amount was {{amount.falls}}.
        {{/amount.falls.isLong}}

        {{#cumulative}}
        {{#statements.start}}
        {{statements.start}}
        By {{cumulative.through}}{{#isProvisional}} (provisional){{/isProvisional}},
        {{/statements.start}}
        {{^statements.start}}
        From {{cumulative.since}} to {{cumulative.through}}{{#isProvisional}} (provisional){{/isProvisional}},
        {{/statements.start}}
        aid reached {{#cumulative.recipients}}{{cumulative.recipients}} in {{/cumulative.recipients}}
        {{cumulative.personTimes}}, with a total of {{cumulative.amount}} paid.
        {{#cumulative.recipients.milestone}}
        In the quarter the total passed {{cumulative.recipients.milestone}}.
        {{/cumulative.recipients.milestone}}
        {{#cumulative.personTimes.milestone}}
        In the quarter the total passed {{cumulative.personTimes.milestone}}.
        {{/cumulative.personTimes.milestone}}
        {{#cumulative.amount.milestone}}
        In the quarter the total passed {{cumulative.amount.milestone}}.
        {{/cumulative.amount.milestone}}
        {{/cumulative}}

        {{^cumulative}}{{#statements.start}}{{statements.start}}{{/statements.start}}{{/cumulative}}
        {{#statements.about}}{{statements.about}}{{/statements.about}}
        {{#statements.members}}{{statements.members}}{{/statements.members}}
        {{#statements.highest}}{{statements.highest}}{{/statements.highest}}
        {{#statements.payer}}{{statements.payer}}{{/statements.payer}}

        {{#yoy}}{{#yoyPublished}}
        The figures of the year earlier are not those last published (on {{yoyPublished.day}}). Against those
        published, {{yoyPublished.changes}}{{#yoyPublished.percents}}; {{yoyPublished.percents}}{{/yoyPublished.percents}}.
        {{/yoyPublished}}{{/yoy}}

        {{#published}}
        The figures of the quarter have been restated. Compared with those last published
        (on {{published.day}}), {{published.changes}}.
        {{/published}}

        {{#isProvisional}}
        These figures are provisional: the exports may lack days at the start or the end of the quarter, and
        the figures may still change.
        {{/isProvisional}}
        {{^isProvisional}}
        {{#yoy.isProvisional}}
        The exports of the year earlier may be incomplete: comparisons with it are provisional.
        {{/yoy.isProvisional}}
        {{#qoq.isProvisional}}
        The exports of the quarter before may be incomplete: comparisons with it are provisional.
        {{/qoq.isProvisional}}
        {{^isFirstQuarter}}{{#ytd.isProvisional}}
        The exports of {{ytd.span}} may be incomplete: its figures are provisional.
        {{/ytd.isProvisional}}{{/isFirstQuarter}}
        {{/isProvisional}}

        """,
    ]
}
