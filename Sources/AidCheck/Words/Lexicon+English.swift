import AidModel

extension Lexicon {
    static let english = Lexicon(
        [
            (
                .direction(rises: true, isNoun: false),
                "up|rose|rise|rises|rising|risen|increase|increased|increases|increasing|grew|grow|grown|growing|growth|gained|climbed|higher|more|jumped|surged|soared|swelled|expanded|added|gain|climb|climbing|jump"
            ),
            (
                .direction(rises: false, isNoun: false),
                "down|fell|fall|falls|falling|fallen|decrease|decreased|decreases|declined|decline|dropped|drop|lower|shrank|fewer|less|slumped|plunged|slipped|eased|declining|dropping|shrinking|shrunk"
            ),
            (.direction(rises: true, isNoun: true), "change|changes"),
            (.directionTo(rises: nil), "became"),
            (
                .to,
                "to|reached|totalled|totaled|totalling|totaling|hit|reaching|stood at|standing at|came to|was|were|is"
            ),
            (.from, "from"),
            (.than, "than|compared with|compared to|versus|against"),
            (.equals, "equal to|equivalent to"),
            (.measure(.recipients), "recipients|beneficiaries|members helped|workers helped|people helped|recipient"),
            (.measure(.personTimes), "person-times|person times"),
            (.measure(.amount), "aid|in aid|amount of aid|aid paid|aid money|payouts|aid payments|mutual aid"),
            (.noun(.recipients), "people|workers|employees|persons"),
            (.noun(.personTimes), "payments|claims|payment|claim|times"),
            (
                .noun(.amount),
                "amount|money|aid|funds|sum|spending|expenditure|outlay|outlays|payout|payments made|disbursements|disbursement|benefits|subsidies|subsidy|grants"
            ),
            (.aid(nil), "received|benefited|reimbursed|went to|covered by the programme|got"),
            (.aid(.recipients), "helped|aided|supported|helping|assisted|reach|helps|help"),
            (
                .aid(.amount),
                "cost the fund|cost the union|cost the programme|cost the federation|paid|paid out|handed out|disbursed|paying|gave|spent|pays|paid to|pay|pay out"
            ),
            (
                .average(.perRecipient),
                "a head|apiece|per beneficiary|per member|per person|per recipient|per worker|each recipient|per head|average recipient|on average each|on average|average|an average of|averaged|per capita|each worker"
            ),
            (
                .average(.perPersonTime),
                "per person-time|per payment|per claim|average payment|each payment|average claim"
            ),
            (
                .average(.perThousand),
                "per thousand members|per 1,000 members|per 1000 members|for every thousand members|of every thousand members|in every thousand members|for each thousand members|of each thousand members|for every 1,000 members|of every 1,000 members|per thousand union members"
            ),
            (.average(.rate(.day)), "a day|per day|daily"),
            (.average(.rate(.month)), "a month|per month|monthly"),
            (.average(.rate(.quarter)), "a quarter|per quarter"),
            (.contribution(rises: false), "took off"),
            (
                .share,
                "accounted for|accounting for|share|accounts for|made up|making up|account for|represented|representing"
            ),
            (.sum, "in total|altogether|total|in all|a total of|all told|combined"),
            (.whole, "overall"),
            (.ownDistrict, "the district|that district"),
            (.part, "of them|of these|of which|of whom|among them"),
            (.respectively, "respectively"),
            (.unchanged(isAbout: true), "broadly unchanged|roughly unchanged|little changed"),
            (.unchanged(isAbout: false), "unchanged|flat"),
            (.firstTime, "first-time|for the first time|new recipients|were new"),
            (.returning, "returned|returning"),
            (.inARow, "in a row|consecutive|straight|successive"),
            (
                .rule,
                "up to|at most|maximum|limit|ceiling|deductible|cap|capped|minimum|threshold|rate of reimbursement"
            ),
            (
                .plan,
                "target|plan|plans|planned|expected|budget|forecast|aims|will|next year|want to|hopes|intends|goal|projected"
            ),
            (
                .published,
                "those published|figures published|as published|was published|were published|previously published|last published"
            ),
            (.person, "mr|mrs|ms|him|his|her|she|he|herself|himself"),
            (
                .since(through: nil, from: nil),
                "cumulative|cumulatively|since the programme began|since the start|so far|since its launch|since its start|to date"
            ),
            (
                .comparison(.yearEarlier),
                "year on year|year-on-year|year over year|year-over-year|yoy|from a year earlier|than a year earlier|on the year|from a year ago|than a year ago|than in the same quarter a year earlier|compared with a year earlier|compared with the same quarter a year earlier"
            ),
            (
                .comparison(.quarterEarlier),
                "quarter on quarter|quarter-on-quarter|quarter over quarter|quarter-over-quarter|qoq|on the quarter"
            ),
            (
                .other,
                """
                students|applications|applicant|applied|inquiries|requests|participants|premiums|premium|visitors|parcels|households|kits|vouchers|families|passengers|readers|athletes|insurance|fund|insured|tickets|investment|exports|imports|output
                sales|volunteers|trainees|courses|vacancies|applicants|jobs|patients|residents|tourists|viewers|enterprises|companies|firms|dues|donations|donated
                pensions|wages|wage|pension|salary|salaries|loans|libraries|books|service points|hotline|calls|cases|lawsuits|contestants|teams|scholarships|bursaries|health insurance|critical-illness scheme
                migrant workers|women|men|drivers|couriers|union members|members|workplaces|membership|members of the union|enrolled|registered|insures|covered|covers|check-ups|surveyed|survey|respondents|satisfied|hospital beds|doctors|nurses
                """.replacing("\n", with: "|")
            ),
            (
                .otherPlace,
                "nationwide|national|province|provincial|provincewide|the province|neighbouring|neighboring|across the province|country|nation"
            ),
            (.listMark, "and|as well as"),
            (.restated, "or"),
            (.former, "the former"),
            (.latter, "the latter"),
            (
                .plain,
                "care|by care|district|districts|by district|the|a|an|of|in|on|by|for|with|its|it|that|this|which|who|has|had|have|been|be|being|at|as|city|union|trade|federation|programme|program|quarter|year|years|quarters|whole|said|says|official|number|and|also|while|when|their|they|them|there|than|those|these|into|over|under|same|period|figures|data|show|showed|according|municipal|general|medical|scheme|our|we|us|one|each|every|both|other|but|not|only|most|some|after|before|between|during|through|out|back|off|so|alone|contributed|brought|came|made|took|many|much|then|still|again|already|about|worth|sick|previous|half|months|month|remaining|separate|later|together|latest|within|second|third|fourth|first|record|would|called|held|seen|does|three|four|corresponding|serious|severe|chronic|illness|treatment|percentage|percent|yuan|million|thousand|amounted|reported|drew|left|basic|steady|office|spokesman|spokeswoman|statement|report|reports|press|conference|news|such|like|people's|union's|city's|programme's|scheme's|against|just|nearly|almost|roughly|even|here|where|what|how|well|because|since|last|next|previous"
            ),
        ], separator: "|"
    ).adding(englishCauses)
}
