import AidInput

extension String {
    /// The text of a pipeline file as the decoder cleans a key (rule 1 of counting), to be compared with one.
    var cleanedAsField: String { FieldCleaner.cleaned(self) }
}
