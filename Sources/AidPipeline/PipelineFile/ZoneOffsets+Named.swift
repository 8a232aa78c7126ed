import AidModel
import Foundation

extension ZoneOffsets {
    /// From 1900 to 2150: nobody is aided before, and no one knows the clocks of after.
    private static let knownMoments = -2_208_988_800...5_680_281_600

    /// The zone of an IANA name; nil: there is none.
    ///
    /// Neither abbreviations nor offsets are names: `CST` is a time in China and another in Chicago.
    init?(named name: String) {
        if name == ZoneOffsets.shanghai.name {
            self = .shanghai
            return
        }
        guard name == "UTC" || name.contains("/"), let zone = TimeZone(identifier: name) else { return nil }
        var changes: [Change] = []
        let first = Date(timeIntervalSince1970: Double(ZoneOffsets.knownMoments.lowerBound))
        var date = first
        while let next = zone.nextDaylightSavingTimeTransition(after: date), next > date,
            let moment = Int(exactly: next.timeIntervalSince1970.rounded(.down)),
            ZoneOffsets.knownMoments.contains(moment)
        {
            changes.append(Change(moment: moment, offset: zone.secondsFromGMT(for: next)))
            date = next
        }
        self.init(name: name, firstOffset: zone.secondsFromGMT(for: first), changes: changes)
    }

    /// What is wrong with the name of a zone and how to mend it; nil: nothing.
    static func problem(ofName name: String) -> (code: String, message: BilingualText)? {
        guard ZoneOffsets(named: name) == nil else { return nil }
        let near = suggestion(for: name)
        return (
            "bad-time-zone",
            BilingualText(
                zh: near.zh + "应为 IANA 时区名称，例如 Asia/Shanghai",
                en: near.en + "takes the IANA name of a time zone, as in Asia/Shanghai")
        )
    }

    private static func suggestion(for name: String) -> BilingualText {
        let chinese = [
            "PRC", "CST", "CCT", "UTC+8", "UTC+08:00", "GMT+8", "+8", "+08:00", "+0800", "BEIJING", "CHINA", "北京",
        ]
        let isChinese =
            chinese.contains(name.uppercased()) || name.uppercased().hasSuffix("/BEIJING") || name.hasPrefix("北京")
        return NearMiss.suggestion(
            for: isChinese ? "Asia/Shanghai" : name, among: TimeZone.knownTimeZoneIdentifiers.sorted())
    }
}
