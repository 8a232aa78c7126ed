import AidModel

/// Why one side of a comparison has no figure where the other may have one.
package enum WhyLacking: Sendable, Hashable, CaseIterable {
    // Of the whole side.
    /// No claim is dated in its quarter, although data are there from before and after.
    case noClaims
    /// Its quarter is before the programme's first day.
    case beforeStart
    /// Its quarter is before all data.
    case beforeData
    /// Its quarter is after all data.
    case notExported

    // Of a period or a group of it.
    /// Nobody has published or counted it.
    case notGiven
    /// Of the breakdown there are no groups at all.
    case notGrouped
    case noClaimOfGroup
    /// Groups of few people have no name there, and it may be one of them.
    case noneOrWithheld
}

extension ComparedSide {
    /// Why the side has no figures of a period and group; nil: it has, or says itself that they are withheld.
    func whyLacking(_ period: PublishedCell.Period, _ group: PublishedCell.Group?) -> WhyLacking? {
        guard !cells.contains(where: { $0.period == period && $0.group == group }) else { return nil }
        if let whyEmpty { return whyEmpty }
        guard let group else { return .notGiven }
        let ofField = cells.filter { $0.period == period && $0.group?.field == group.field }
        if ofField.isEmpty { return .notGrouped }
        return ofField.contains { $0.group?.isWithheld == true } ? .noneOrWithheld : .noClaimOfGroup
    }
}
