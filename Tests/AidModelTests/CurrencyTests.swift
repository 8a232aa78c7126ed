import AidModel
import Testing

struct CurrencyTests {
    @Test(arguments: [
        ("CNY", 2), ("JPY", 0), ("KWD", 3), ("UYW", 4), ("USD", 2), ("XAF", 0), ("TND", 3), ("ISK", 0), ("HKD", 2),
    ])
    func minorDigits(code: String, digits: Int) throws {
        let currency = try #require(Currency(code))
        #expect(currency.code == code)
        #expect(currency.minorDigits == digits)
    }

    @Test(
        "Codes of no money, and what is no code",
        arguments: ["", "cny", "CN", "CNYX", "RMB", "XAU", "XXX", "XTS", " CNY", "C¥Y"])
    func unknown(code: String) {
        #expect(Currency(code) == nil)
    }

    @Test func yuanIsTheDefault() {
        #expect(Currency.cny == Currency("CNY"))
    }
}
