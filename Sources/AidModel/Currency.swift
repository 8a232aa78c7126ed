/// A currency of ISO 4217, with the number of decimals of its minor unit.
package struct Currency: Sendable, Hashable {
    /// Three capital letters, for example `CNY`.
    package let code: String
    /// Digits after the point of the major unit: 2 for CNY (fen), 0 for JPY.
    package let minorDigits: Int

    package static let cny = Currency("CNY")!

    /// The currency with this code, or nil where ISO 4217 knows none.
    package init?(_ code: String) {
        guard let digits = Currency.minorDigits(of: code) else { return nil }
        self.code = code
        self.minorDigits = digits
    }

    private static func minorDigits(of code: String) -> Int? {
        if zeroDigits.contains(code) { return 0 }
        if threeDigits.contains(code) { return 3 }
        if fourDigits.contains(code) { return 4 }
        return twoDigits.contains(code) ? 2 : nil
    }

    // Source: ISO 4217:2015, list one (amendment 177), without funds and metals.
    private static let zeroDigits = codes("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF")
    private static let threeDigits = codes("BHD IQD JOD KWD LYD OMR TND")
    private static let fourDigits = codes("CLF UYW")
    private static let twoDigits = codes(
        """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP \
        CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR \
        IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN \
        NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP \
        STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG
        """
    )

    private static func codes(_ list: String) -> Set<String> {
        Set(list.split(separator: " ").map(String.init))
    }
}
