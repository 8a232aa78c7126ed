/// The given templates in English.
extension NewsTemplates {
    static let english: [Part: String] = [
        .headline: """
        {{! The headline. Facts only: no digit, no number in words, no percent. Their names are in the manual. }}
        {{programme}} reaches
        {{#recipients.isLarge}}{{recipients.over}} people{{/recipients.isLarge}}
        {{^recipients.isLarge}}{{recipients}}{{/recipients.isLarge}}
        in {{thisQuarter}}{{#isProvisional}} (provisional){{/isProvisional}}

        """,
        .deck: """
        {{! The line below it. }}
        {{recipients}}, {{personTimes}}, {{amount}} in aid
        {{#yoy.amount.percent}}– the amount {{yoy.amount.percent}} on the year{{/yoy.amount.percent}}

        """,
        .lead: """
        {{! The first paragraph. }}
        In {{quarter}}{{#isProvisional}} (provisional){{/isProvisional}}, {{programme}} reached {{recipients}}
        in {{personTimes}}, with a total of {{amount}} paid.
        {{#yoy}}Compared with the same period a year earlier, {{yoy.changes}}.{{/yoy}}
        {{^yoy}}
        {{#yoyPublished}}
        Compared with what was published of the same period a year earlier, {{yoyPublished.changes}}.
        {{/yoyPublished}}
        {{^yoyPublished}}
        There are no figures for the same period a year earlier to compare with.
        {{/yoyPublished}}
        {{/yoy}}

        """,
        .body: """
        {{! The other paragraphs, with blank lines between them. One that lacks a figure is not printed. }}
        {{#yoy.percents}}Against the year earlier: {{yoy.percents}}.{{/yoy.percents}}
        {{#qoq}}Compared with the quarter before, {{qoq.changes}}.{{/qoq}}
        {{#qoq.percents}}Against the quarter before: {{qoq.percents}}.{{/qoq.percents}}

        {{^isFirstQuarter}}
        {{#ytd}}
        In {{ytd.span}}{{#isProvisional}} (provisional){{/isProvisional}}, aid reached {{ytd.recipients}}
        in {{ytd.personTimes}}, with a total of {{ytd.amount}} paid.
        {{#ytd.yoy}}Compared with the same period a year earlier, {{ytd.yoy.changes}}.{{/ytd.yoy}}
        {{/ytd}}
        {{/isFirstQuarter}}

        {{#firstTime.share}}
        Among the recipients of the quarter, {{firstTime.number}} ({{firstTime.share}}) were new{{^returning.isZero}};
        {{returning.number}} ({{returning.share}}) returned{{/returning.isZero}}.
        {{/firstTime.share}}
        {{#personTimesPerRecipient}}
        That is {{personTimesPerRecipient}} and {{amountPerRecipient}} per recipient.
        {{/personTimesPerRecipient}}

        {{#breakdowns}}
        By {{title}}{{#isLong}}, the largest groups were{{/isLong}}:
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
        From {{cumulative.since}} to {{cumulative.through}}{{#isProvisional}} (provisional){{/isProvisional}},
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

        {{#yoy}}{{#yoyPublished}}
        The figures of the year earlier are not those last published (on {{yoyPublished.day}}). Against those
        published, {{yoyPublished.changes}}{{#yoyPublished.percents}}; {{yoyPublished.percents}}{{/yoyPublished.percents}}.
        {{/yoyPublished}}{{/yoy}}

        {{#published}}
        The figures of the quarter have been restated. Compared with those last published
        (on {{published.day}}), {{published.changes}}.
        {{/published}}

        {{#isProvisional}}
        These figures are provisional: the exports stop before the last days of the quarter, and they may
        still change.
        {{/isProvisional}}

        """,
    ]
}
