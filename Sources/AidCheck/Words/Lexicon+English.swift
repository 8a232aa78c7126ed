import AidModel

extension Lexicon {
    static let english = Lexicon(
        [
            (.direction(rises: true, isNoun: true), "change|changes"),
            (.directionTo(rises: nil), "became"),
            (
                .to,
                "amounted to|amounting to|amounts to|came in at|coming in at|comes to|coming to|comes in at|stands at|stand at|worked out at|worked out to|works out at|works out to|ran to|running to|runs to|adds up to|added up to|adding up to|numbered|numbering|totals|are|settled at|finished at|ended at|equalled|equaled|hitting|to|reached|totalled|totaled|totalling|totaling|hit|reaching|stood at|standing at|came to|was|were|is"
            ),
            (.from, "from"),
            (
                .than,
                "in comparison with|in comparison to|relative to|as against|set against|vs|than|compared with|compared to|versus|against"
            ),
            (.equals, "equals|equating to|equates to|tantamount to|equal to|equivalent to"),
            (.measure(.recipients), "recipients|beneficiaries|members helped|workers helped|people helped|recipient"),
            (.measure(.personTimes), "person-times|person times"),
            (.measure(.amount), "aid|in aid|amount of aid|aid paid|aid money|payouts|aid payments|mutual aid"),
            (.noun(.recipients), "people|workers|employees|persons"),
            (.noun(.personTimes), "payments|claims|payment|claim|times"),
            (
                .noun(.amount),
                "amount|money|aid|funds|sum|spending|expenditure|outlay|outlays|payout|disbursements|disbursement|benefits|subsidies|subsidy|grants"
            ),
            (
                .aid(nil),
                "receive|receives|receiving|get|gets|benefitted|benefit from|benefiting|benefiting from|benefitting|collected|drew on|claimed|were granted|going to|goes to|flowed to|were reimbursed|were paid|were helped|obtained|qualified for|received|benefited|reimbursed|went to|got"
            ),
            (
                .aid(.recipients),
                "served|serving|serves|assisting|assists|supporting|supports|aiding|reached out to|backing|cushioned|relieved|assist|helped|aided|supported|helping|assisted|reach|helps|help"
            ),
            (
                .aid(.amount),
                "distributed|distributing|distributes|issued|granted|grant|provided|providing|released|remitted|transferred|delivered|delivering|allocated|doled out|awarded|channelled|channeled|dispensed|refunded|repaid|laid out|sent|handing out|hands out|giving|gives|disburses|disbursing|paying out|pays out|put|poured|shelled out|settled|settling|reimbursing|cost the fund|cost the union|cost the programme|cost the federation|paid|paid out|handed out|disbursed|paying|gave|spent|pays|paid to|pay|pay out"
            ),
            (
                .average(.perRecipient),
                "each beneficiary|each person|every recipient|every beneficiary|every worker|per employee|per individual|per aided worker|typical recipient|typical worker|average worker|average beneficiary|a head|apiece|per beneficiary|per member|per person|per recipient|per worker|each recipient|per head|average recipient|on average each|per capita|each worker"
            ),
            (.average(.mean), "on an average|averaging|averages|on average|average|an average of|averaged"),
            (
                .average(.perPersonTime),
                "per case|per reimbursement|every payment|every claim|each reimbursement|average reimbursement|typical payment|typical claim|per person time|per person-time|per payment|per claim|average payment|each payment|average claim"
            ),
            (
                .average(.perThousand),
                "per thousand members|per 1,000 members|per 1000 members|for every thousand members|of every thousand members|in every thousand members|for each thousand members|of each thousand members|for every 1,000 members|of every 1,000 members|per thousand union members"
            ),
            (.average(.rate(.day)), "each day|every day|a day|per day|daily"),
            (.average(.rate(.month)), "each month|every month|a month|per month|monthly"),
            (.average(.rate(.quarter)), "each quarter|every quarter|a quarter|per quarter"),
            (.contribution(rises: false), "took off"),
            (.contribution(rises: true), "contribution"),
            (
                .share,
                "comprised|comprising|comprises|constituted|constituting|constitutes|slice|portion|proportion|make up|makes up|took up|taking up|takes up|absorbed|absorbing|absorbs|swallowed|percentage of|accounted for|accounting for|share|accounts for|made up|making up|account for|represented|representing"
            ),
            (
                .sum,
                "taken together|put together|between them|in aggregate|aggregate|overall total|in total|altogether|total|in all|a total of|all told|combined"
            ),
            (
                .whole,
                "citywide|city-wide|across the city|throughout the city|the city as a whole|the whole programme|overall"
            ),
            (.ownDistrict, "the district|that district"),
            (
                .part,
                "including|among whom|of that sum|of that amount|of that number|of that total|of this amount|of this sum|of this total|of this number|out of these|out of them|of those|of them|of these|of which|of whom|among them"
            ),
            (.respectively, "in that order|respectively"),
            (
                .unchanged(isAbout: true),
                "broadly flat|largely flat|roughly flat|virtually unchanged|largely unchanged|almost unchanged|much the same|essentially unchanged|practically unchanged|broadly stable|roughly level|broadly level|broadly unchanged|roughly unchanged|little changed"
            ),
            (.unchanged(isAbout: false), "unchanged|flat"),
            (
                .firstTime,
                "first-timers|first-time recipients|newcomers|first-time|for the first time|new recipients|were new"
            ),
            (.returning, "returned|returning"),
            (.inARow, "running|back-to-back|in a row|consecutive|straight|successive"),
            (
                .rule,
                "upper limit|lower limit|annual limit|yearly limit|caps|ceilings|reimburses|repays|out-of-pocket|co-pay|per year|each year|every year|subscription|annual fee|yearly fee|up to|at most|maximum|limit|ceiling|deductible|cap|capped|minimum|threshold|rate of reimbursement"
            ),
            (
                .plan,
                "aim|aiming|hope|hoped|intend|estimated|expects|expect|anticipates|anticipated|forecasts|earmarked|pledged|pledges|proposed|proposes|scheduled|looking to|hoping to|slated|intended|target|plans to|plan to|planning to|plans for|planned|expected|budget|forecast|aims|will|next year|want to|hopes|intends|goal|projected"
            ),
            (
                .published,
                "those published|figures published|as published|was published|were published|previously published|last published"
            ),
            (.person, "year-old|years old|i|my|me|myself|mr|mrs|ms|him|his|her|she|he|herself|himself"),
            (
                .since(through: nil, from: nil),
                "since inception|since its inception|since the programme's start|since the programme's launch|since the programme started|since the scheme began|since the scheme started|since the launch|since it began|since it started|since it was launched|since launch|cumulative total|running total|all-time|over its lifetime|from the start|thus far|up to now|until now|cumulative|cumulatively|since the programme began|since the start|so far|since its launch|since its start|to date"
            ),
            (
                .comparison(.yearEarlier),
                "on a yearly basis|on an annual basis|on a year-on-year basis|on a year-over-year basis|y/y|y-o-y|over the year|over a year|over the past year|over twelve months|over 12 months|year on year|year-on-year|year over year|year-over-year|yoy|from a year earlier|than a year earlier|on the year|from a year ago|than a year ago|than in the same quarter a year earlier|compared with a year earlier|compared with the same quarter a year earlier"
            ),
            (
                .comparison(.quarterEarlier),
                "over the quarter|q/q|q-o-q|on a quarterly basis|on a quarter-on-quarter basis|sequentially|quarter on quarter|quarter-on-quarter|quarter over quarter|quarter-over-quarter|qoq|on the quarter"
            ),
            (
                .other,
                """
                quartile|quartiles|median|treatment date|date of treatment|unidentified|unidentifiable|insurance fund|pension fund|provident fund|pupils|children|teachers|engineers|technicians|apprentices|craftsmen|model workers|awards|prizes|medals|runners|cyclists|swimmers|players|spectators|audience|guests|delegates|experts|lawyers|firefighters|riders|pensioners|retirees|customers|subscribers|followers|page views|clicks|downloads|views|messages|letters|complaints|petitions|disputes|hearings|contracts|agreements|inspections|lectures|talks|workshops|classes|sessions|training|trained|graduates|newborns|population|gdp|revenue|turnover|profits|profit|deposits|prices|rainfall|temperature|hectares|tonnes|tons|kilometres|kilometers|km|metres|meters|litres|electricity|freight|cargo|orders|enrolment|enrollment|joined|joining|signed up|took part|taking part|attended|attending|participated|competed|watched|visited|dialled|recruited|hired|unemployed|bought|medical bill|medical bills|hospital bills|bills|own pocket|medical costs|hospital bill|schools|shops|outlets|factories|villages|stations|copies|leaflets|meals|seats|students|applications|applicant|applied|inquiries|requests|participants|premiums|premium|visitors|parcels|households|kits|vouchers|families|passengers|readers|athletes|insurance|insured|tickets|investment|exports|imports|output
                sales|volunteers|trainees|courses|vacancies|applicants|jobs|patients|residents|tourists|viewers|enterprises|companies|firms|dues|donations|donated
                pensions|wages|wage|pension|salary|salaries|loans|libraries|books|service points|hotline|calls|cases|lawsuits|contestants|teams|scholarships|bursaries|health insurance|critical-illness scheme
                migrant workers|women|men|drivers|couriers|union members|members|member|workplaces|membership|members of the union|enrolled|registered|insures|covered|covers|check-ups|surveyed|survey|respondents|satisfied|hospital beds|doctors|nurses
                """.replacing("\n", with: "|")
            ),
            (
                .otherPlace,
                "nationwide|national|province|provincial|provincewide|the province|neighbouring|neighboring|across the province|country|nation"
            ),
            (
                .perHundred(.amount),
                "of every 100 yuan|for every 100 yuan|out of every 100 yuan|of each 100 yuan|per 100 yuan|in every 100 yuan|of every hundred yuan|for every hundred yuan"
            ),
            (
                .perHundred(.personTimes),
                "of every 100 payments|of every 100 claims|for every 100 payments|for every 100 claims|in every 100 payments|in every 100 claims|out of every 100 claims|out of every 100 payments"
            ),
            (
                .perHundred(.recipients),
                "of every 100 recipients|of every 100 people|of every 100 workers|of every 100 beneficiaries|in every 100 workers|in every 100 recipients|out of every 100 recipients|out of every 100 people"
            ),
            (.listMark, "plus|along with|together with|alongside|and|as well as"),
            (.restated, "that is|in other words|or"),
            (.former, "the former"),
            (.latter, "the latter"),
            (
                .plain,
                "plan|plans|the plan|fund|exceeded|exceeds|exceeding|surpassed|surpassing|outstripped|outstripping|outpaced|outpacing|overtook|overtaking|beat|beating|trailed|trailing|lagged|lagging|alone|far|further|slightly|sharply|steadily|modestly|markedly|notably|significantly|considerably|substantially|strongly|gradually|quickly|slowly|broadly|largely|mostly|mainly|chiefly|picture|among|around|across|along|toward|towards|upon|within|without|despite|although|though|whereas|until|once|too|very|yet|however|meanwhile|moreover|furthermore|indeed|instead|thanks|due|owing|following|based|known|published|released|announced|noted|explained|told|speaking|quoted|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|week|weekly|day|days|time|local|key|main|total number|levels|level|figure|numbers|tally|count|trend|pattern|side|part|parts|kind|kinds|type|types|category|categories|form|way|terms|view|end|beginning|rest|remainder|others|another|any|all|lot|lion's|bulk|majority|minority|lead|leading|top|largest|biggest|highest|lowest|smallest|strongest|fastest|ever|never|no|nor|if|either|neither|whose|why|you|your|do|did|done|doing|make|makes|making|take|takes|taking|keep|kept|set|see|sees|look|looks|turn|turned|remain|remained|remains|continue|continued|continues|begin|began|begun|started|launch|launched|runs|operated|managed|union-run|mutual|public|health|healthcare|eligible|hospital|clinic|medicine|treated|treatments|costs of care|expenses of|care|by care|district|districts|by district|the|a|an|of|in|on|by|for|with|its|it|that|this|which|who|has|had|have|been|be|being|at|as|city|union|trade|federation|programme|program|quarter|year|years|quarters|whole|said|says|official|number|and|also|while|when|their|they|them|there|than|those|these|into|over|under|same|period|figures|data|show|showed|according|municipal|general|medical|scheme|our|we|us|one|each|every|both|other|but|not|only|most|some|after|before|between|during|through|out|back|off|so|alone|contributed|brought|came|made|took|many|much|then|still|again|already|about|worth|sick|previous|half|months|month|remaining|separate|later|together|latest|within|second|third|fourth|first|record|would|called|held|seen|does|three|four|corresponding|serious|severe|chronic|illness|treatment|percentage|percent|yuan|million|thousand|amounted|reported|drew|left|basic|steady|office|spokesman|spokeswoman|statement|report|reports|press|conference|news|such|like|people's|union's|city's|programme's|scheme's|against|just|nearly|almost|roughly|even|here|where|what|how|well|because|since|last|next|previous"
            ),
        ] + englishGrowth + englishAidNouns + englishSpeech, separator: "|"
    ).adding(englishCauses)
}
