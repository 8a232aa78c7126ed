# Prints a report's figures beside the true ones and fails when they differ.
#
#   awk -f .ci/compare-truth.awk truth.json report.json
#
# The truth is what aidstats-sample wrote before anything was counted.

# Puts each value of a JSON file into `into` under its path, as in quarters.0.recipients.
# No value may run over the end of a line.
function flatten(file, into,    line, token, depth, held, status) {
    depth = 0
    held = ""
    while ((status = (getline line < file)) > 0) {
        while (match(line, /"([^"\\]|\\.)*"|[][{}:,]|[^][{}:," \t\r]+/)) {
            token = substr(line, RSTART, RLENGTH)
            line = substr(line, RSTART + RLENGTH)
            if (token == "{" || token == "[") {
                depth++
                isList[depth] = token == "["
                key[depth] = isList[depth] ? 0 : ""
            } else if (token == ":") {
                key[depth] = held
                held = ""
            } else if (token == "," || token == "}" || token == "]") {
                if (held != "") into[path(depth)] = held
                held = ""
                if (token != ",") depth--
                else if (isList[depth]) key[depth]++
            } else if (token == "\"\"") {
                into[path(depth)] = ""
            } else {
                gsub(/^"|"$/, "", token)
                held = token
            }
        }
    }
    close(file)
    if (status < 0) stop(file " cannot be read.")
}

function path(depth,    text, d) {
    text = key[1]
    for (d = 2; d <= depth; d++) text = text "." key[d]
    return text
}

function stop(message) {
    print message > "/dev/stderr"
    stopped = 1
    exit 1
}

function row(name, expected, reported,    agrees) {
    agrees = expected != "" && expected "" == reported ""
    printf "  %-38s %18s %18s%s\n", name, expected, reported, agrees ? "" : "  <-- differs"
    compared++
    if (!agrees) differing++
}

# The index of quarter `name` in a list of the truth, or -1.
function find(list, name,    i) {
    for (i = 0; (list "." i ".quarter") in truth; i++)
        if (truth[list "." i ".quarter"] == name) return i
    return -1
}

# change ÷ base × 100, rounded half away from zero to two decimals. Exact: all below 2^53.
function percent(change, base,    size, hundredths) {
    size = change < 0 ? -change : change
    hundredths = int((2 * size * 10000 + base) / (2 * base))
    while (hundredths * 2 * base > 2 * size * 10000 + base) hundredths--
    return sprintf("%s%.2f", change < 0 && hundredths > 0 ? "-" : "", hundredths / 100)
}

BEGIN {
    if (ARGC != 3) stop("Usage: awk -f compare-truth.awk truth.json report.json")
    flatten(ARGV[1], truth)
    flatten(ARGV[2], report)
    split("recipients personTimes amountMinor", units, " ")

    quarter = report["quarter"]
    now = find("quarters", quarter)
    if (now < 0) stop(ARGV[1] " knows no quarter '" quarter "', which is that of " ARGV[2])
    printf "%-40s %18s %18s\n", quarter, "true", "reported"

    for (u = 1; u <= 3; u++)
        row(units[u], truth["quarters." now "." units[u]], report["figures." units[u]])

    earlier = find("quarters", (substr(quarter, 1, 4) - 1) substr(quarter, 5))
    for (u = 1; u <= 3 && earlier >= 0; u++) {
        base = truth["quarters." earlier "." units[u]]
        change = truth["quarters." now "." units[u]] - base
        row(units[u] ", change", sprintf("%.0f", change), report["yearEarlier.change." units[u]])
        row(units[u] ", percent", percent(change, base), report["yearEarlier.percent." units[u]])
    }
    for (u = 1; u <= 3; u++)
        row(units[u] ", year to date", truth["yearToDate." now "." units[u]], report["yearToDate.figures." units[u]])
    for (u = 1; u <= 3; u++)
        row(units[u] ", cumulative", truth["cumulative." now "." units[u]], report["cumulative.figures." units[u]])

    lines = split("records paid fullyReversed unpaid reversals duplicates superseded rejected", line, " ")
    for (l = 1; l <= lines; l++) row(line[l], truth["balance." line[l]], report["balance." line[l]])
    reasons = split("malformed-record missing-claim unknown-status bad-date bad-amount missing-person " \
        "damaged-person bad-person reversal-without-claim reversal-exceeds-claim", reason, " ")
    for (r = 1; r <= reasons; r++)
        row(reason[r], truth["rejectedByReason." reason[r]] + 0, report["balance.rejectedByReason." reason[r]] + 0)

    compareGroups()
    printf "  %d figures compared, %d differ.\n", compared, differing
    exit differing > 0
}

# Every group that is true is reported or hidden, and no other one is reported.
function compareGroups(    b, g, at, name, i, u, hidden, agreeing, before) {
    for (b = 0; ("breakdowns." b ".field") in report; b++)
        for (g = 0; ("breakdowns." b ".groups." g ".group") in report; g++)
            place[report["breakdowns." b ".field"], report["breakdowns." b ".groups." g ".group"]] = \
                "breakdowns." b ".groups." g
    for (i = 0; ("groups." i ".quarter") in truth; i++) {
        if (truth["groups." i ".quarter"] != quarter) continue
        name = truth["groups." i ".field"] " " truth["groups." i ".group"]
        at = place[truth["groups." i ".field"], truth["groups." i ".group"]]
        if (at == "") {
            row(name, truth["groups." i ".recipients"], "absent")
            continue
        }
        seen[at] = 1
        if ((at ".suppressed") in report) {
            hidden++
            continue
        }
        before = differing
        for (u = 1; u <= 3; u++)
            if (truth["groups." i "." units[u]] == report[at ".figures." units[u]]) compared++
            else row(name " " units[u], truth["groups." i "." units[u]], report[at ".figures." units[u]])
        if (differing == before) agreeing++
    }
    for (i in place)
        if (!(place[i] in seen) && report[place[i] ".figures.personTimes"] + 0 > 0)
            row(report[place[i] ".group"], "absent", report[place[i] ".figures.personTimes"])
    printf "  %d groups agree; %d are hidden for being small, or to protect small ones.\n", agreeing, hidden
}

END { if (stopped) exit 1 }
