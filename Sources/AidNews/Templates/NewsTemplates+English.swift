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
        {{#isProvisional}}Provisional figures: {{/isProvisional}}{{#recipients}}{{recipients}} received {{/recipients}}{{personTimes}}, {{amount}} in aid
        {{#yoy.amount.percent}}– {{yoy.amount.percent}} on the year{{#yoy.isProvisional}} (provisional){{/yoy.isProvisional}}{{/yoy.amount.percent}}

        """,
        .lead: """
        {{! The first paragraph. }}
        In {{quarter}}{{#isProvisional}} (provisional){{/isProvisional}}, {{programme}}
        made {{personTimes}} to {{recipients}}, {{amount}} in total.
        {{#yoy}}Compared with the same period a year earlier, {{yoy.moves}}{{#yoy.isProvisional}} (provisional){{/yoy.isProvisional}}.{{/yoy}}
        {{^yoy}}
        {{#yoyPublished}}
        Compared with what was published of the same period a year earlier, {{yoyPublished.moves}}{{#yoyPublished.isProvisional}} (provisional){{/yoyPublished.isProvisional}}.
        {{/yoyPublished}}
        {{^yoyPublished}}
        There are no figures for the same period a year earlier to compare with.
        {{/yoyPublished}}
        {{/yoy}}

        """,
        .body: """
        {{! The other paragraphs, with blank lines between them. One that lacks a figure is not printed. }}
        {{#qoq}}Compared with the quarter before, {{qoq.moves}}{{#qoq.isProvisional}} (provisional){{/qoq.isProvisional}}.{{/qoq}}

        {{#yoy.factors}}
        Compared with the same period a year earlier, {{yoy.factors}}{{#yoy.isProvisional}} (provisional){{/yoy.isProvisional}}.
        {{/yoy.factors}}

        {{^isFirstQuarter}}
        {{#ytd}}
        In {{ytd.span}}{{#ytd.isProvisional}} (provisional){{/ytd.isProvisional}}, the programme made {{ytd.personTimes}}
        to {{ytd.recipients}}, {{ytd.amount}} in total.
        {{#ytd.yoy}}Compared with the same period a year earlier, {{ytd.yoy.moves}}{{#ytd.yoy.isProvisional}} (provisional){{/ytd.yoy.isProvisional}}.{{/ytd.yoy}}
        {{/ytd}}
        {{/isFirstQuarter}}

        {{#personTimesPerRecipient}}
        In {{quarter}}{{#isProvisional}} (provisional){{/isProvisional}}, each recipient received
        {{personTimesPerRecipient}} and {{amountPerRecipient}} on average.
        {{/personTimesPerRecipient}}
        {{#firstTime.share}}{{^firstTime.isZero}}
        Of the recipients of the quarter{{#isProvisional}} (provisional){{/isProvisional}},
        {{firstTime.number}} ({{firstTime.share}}) were new{{^returning.isZero}};
        {{returning.number}} ({{returning.share}}) returned{{/returning.isZero}}.
        {{/firstTime.isZero}}{{/firstTime.share}}

        {{#recipientsPerThousand}}
        In {{quarter}}{{#isProvisional}} (provisional){{/isProvisional}}, the programme reached {{recipientsPerThousand}}
        per thousand members, made {{personTimesPerThousand}} per thousand members and paid {{amountPerThousand}} per thousand
        members.
        {{#members.changes}}Compared with the same period a year earlier, {{members.changes}}{{#members.isProvisional}} (provisional){{/members.isProvisional}}.{{/members.changes}}
        Source of the number of members ({{members.number}} members on {{members.asOf}}): {{members.source}}.
        {{/recipientsPerThousand}}

        {{#breakdowns}}
        {{#isLong}}The largest groups by {{title}} in {{quarter}}{{#isProvisional}} (provisional){{/isProvisional}} were{{/isLong}}
        {{^isLong}}By {{title}} in {{quarter}}{{#isProvisional}} (provisional){{/isProvisional}},{{/isLong}}
        {{#groups}}
        {{^isFirst}}{{#isLast}}and {{/isLast}}{{/isFirst}}{{name}}
        {{#isLong}}with {{/isLong}}{{^isLong}}accounted for {{/isLong}}{{recipients}} and {{amount}}{{#amount.share}} ({{amount.share}} of the amount){{/amount.share}}{{#isLast}}.{{/isLast}}{{^isLast}},{{/isLast}}
        {{/groups}}
        {{#contributions}}{{contributions}}{{#yoy.isProvisional}} (provisional){{/yoy.isProvisional}}.{{/contributions}}

        {{/breakdowns}}

        {{#highest}}
        Of all quarters since {{highest.since}}, this one has the highest figures for {{highest.measures}}.
        {{/highest}}
        {{#lowest}}
        Of all quarters since {{lowest.since}}, this one has the lowest figures for {{lowest.measures}}.
        {{/lowest}}
        {{#amount.yearlyRises.isLong}}
        Compared with the year earlier, the amount has been {{amount.yearlyRises}}.
        {{/amount.yearlyRises.isLong}}
        {{#amount.yearlyFalls.isLong}}
        Compared with the year earlier, the amount has been {{amount.yearlyFalls}}.
        {{/amount.yearlyFalls.isLong}}
        {{#amount.rises.isLong}}
        Compared with the quarter before, the amount has been {{amount.rises}}.
        {{/amount.rises.isLong}}
        {{#amount.falls.isLong}}
        Compared with the quarter before, the amount has been {{amount.falls}}.
        {{/amount.falls.isLong}}

        {{#cumulative}}
        {{#statements.start}}
        {{statements.start}}
        By {{cumulative.through}}{{#isProvisional}} (provisional){{/isProvisional}},
        {{/statements.start}}
        {{^statements.start}}
        From {{cumulative.since}} to {{cumulative.through}}{{#isProvisional}} (provisional){{/isProvisional}},
        {{/statements.start}}
        the programme made {{cumulative.personTimes}}
        {{#cumulative.recipients}}to {{cumulative.recipients}}{{/cumulative.recipients}}, {{cumulative.amount}} in total.
        {{#cumulative.recipients.milestone}}
        In the quarter, the total since the start passed {{cumulative.recipients.milestone}}.
        {{/cumulative.recipients.milestone}}
        {{#cumulative.personTimes.milestone}}
        In the quarter, the total since the start passed {{cumulative.personTimes.milestone}}.
        {{/cumulative.personTimes.milestone}}
        {{#cumulative.amount.milestone}}
        In the quarter, the total since the start passed {{cumulative.amount.milestone}}.
        {{/cumulative.amount.milestone}}
        {{/cumulative}}

        {{^cumulative}}{{#statements.start}}{{statements.start}}{{/statements.start}}{{/cumulative}}
        {{#statements.about}}{{statements.about}}{{/statements.about}}
        {{#statements.members}}{{statements.members}}{{/statements.members}}
        {{#statements.highest}}{{statements.highest}}{{/statements.highest}}
        {{#statements.payer}}{{statements.payer}}{{/statements.payer}}

        {{#yoy}}{{#yoyPublished}}
        The figures of the year earlier are not those last published (on {{yoyPublished.day}}). Against those
        published, {{yoyPublished.moves}}.
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
