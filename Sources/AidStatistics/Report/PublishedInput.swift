package import AidModel

/// What is published of a file, or of all of them under one name.
package struct PublishedInput: Sendable, Hashable {
    /// The path as the pipeline file or the user names it; of several files a pattern, or nothing.
    package var name: String
    /// How many files it is.
    package var fileCount: Int
    /// Lower-case hexadecimal; nil where the run was told not to take it, and of several files.
    package var sha256: String?
    /// `csv` or `xml`; nil of several files.
    package var format: String?
    /// `utf-8`, `gb18030` or `utf-16`; nil of several files.
    package var encoding: String?
    /// What tells how much is in it; nil: only the manifest has it.
    package var contents: Contents?

    package struct Contents: Sendable, Hashable {
        package var byteCount: Int
        package var balance: Balance
    }
}

extension QuarterReport {
    /// Whether the size and the balance of every file are published.
    ///
    /// A file may well be all that there is of a group, in a quarter that no report shows or will show. So they are
    /// where no group is protected, and where one file is all there is.
    package var publishesContents: Bool { minGroup == 0 || breakdowns.isEmpty || inputs.count == 1 }

    /// What is published of the inputs.
    package var publishedInputs: [PublishedInput] {
        if let namelessInputs {
            return [PublishedInput(name: namelessInputs, fileCount: inputs.count)]
        }
        return inputs.map { input in
            PublishedInput(
                name: input.name, fileCount: 1, sha256: input.sha256, format: input.format, encoding: input.encoding,
                contents: publishesContents ? .init(byteCount: input.byteCount, balance: input.balance) : nil)
        }
    }
}
