enum DateStyle {
    case hyphens, slashes, dots, compact, chinese, hyphensAndTime
}

/// How the people and programs behind an export write their fields.
struct Habits {
    var dates = DateStyle.hyphens
    /// Other ways to write dates and amounts, 15-digit and lower-case IDs, awkward names, now and then.
    var isVaried = true
    /// Text guards of a spreadsheet: a leading `'`, or `="…"`.
    var hasTextGuards = false
    /// Full-width digits and spaces of a Chinese input method.
    var hasFullWidth = false
}
