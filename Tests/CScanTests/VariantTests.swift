import CScan
import Testing

@Suite
struct VariantTests {
    @Test
    func thePortableVariantIsFirstAndTheLastSupportedOneIsChosen() {
        #expect(Variant.all.first?.name == "portable")
        #expect(Variant.all.first.map { aid_variant_is_supported($0.number) } == 1)
        #expect(aid_variant_chosen() == Variant.supported.last?.number)
        #expect(Set(Variant.all.map(\.name)).count == Variant.all.count)
        let skipped = Variant.all.map(\.name).filter { name in !Variant.supported.contains { $0.name == name } }
        // A note for the reader of the log: what the tests of this module say on this machine.
        print(
            "CScan: tested here: \(Variant.supported.map(\.name).joined(separator: ", "));",
            "not here: \(skipped.isEmpty ? "none" : skipped.joined(separator: ", "))"
        )
    }
}
