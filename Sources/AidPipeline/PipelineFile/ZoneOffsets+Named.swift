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

    /// The name of a zone that someone may have meant; nil: none is near.
    static func nearestName(to name: String) -> String? {
        let chinese = [
            "PRC", "CST", "CCT", "UTC+8", "UTC+08:00", "GMT+8", "+8", "+08:00", "+0800", "BEIJING", "CHINA", "北京",
        ]
        let isChinese =
            chinese.contains(name.uppercased()) || name.uppercased().hasSuffix("/BEIJING") || name.hasPrefix("北京")
        return NearMiss.nearest(
            to: isChinese ? "Asia/Shanghai" : name, among: TimeZone.knownTimeZoneIdentifiers.sorted())
    }
}
