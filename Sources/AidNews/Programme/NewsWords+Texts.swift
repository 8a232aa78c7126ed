extension NewsWords {
    /// What the press calls those whom a programme of mutual aid has helped.
    package static let usualRecipients = [
        "受助职工", "受助会员", "受助者", "受助人", "获助职工", "获助会员", "受益职工", "recipients", "workers helped", "members helped",
        "workers aided", "people helped", "beneficiaries",
    ]
}
