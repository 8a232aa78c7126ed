import AidModel
import AidText

/// English figures in other units than their own.
extension FactPrinting {
    /// The forms of an exact figure; nil: there is one alone.
    ///
    /// - Parameter text: the number with what stands around it.
    func forms(_ measure: FactMeasure, _ value: Int128, _ text: (String) -> String) -> FigureForms? {
        guard language == .en, let kind = FigureForms.Kind(measure) else { return nil }
        let (numbers, decimals, magnitude) = (words.numbers, decimals(measure), Int128(value.magnitude))
        let printed = number(measure, value)
        let own = numbers.exponent(of: printed.value, decimals: decimals, rounding: rounding)
        var texts = [own: text(printed.text)]
        for exponent in [0] + numbers.units.map(\.exponent) where exponent != own {
            let isPlainMoney = exponent == 0 && kind == .money
            let whole =
                isPlainMoney ? numbers.withoutCents(magnitude, decimals: decimals, rounding: rounding)?.value : nil
            texts[exponent] = text(
                numbers.figure(whole ?? magnitude, decimals: decimals, rounding: rounding, in: exponent))
        }
        return FigureForms(kind: kind, magnitude: magnitude, decimals: decimals, own: own, texts: texts)
    }
}

extension FigureForms.Kind {
    /// nil: figures of the measure are told by themselves, such as averages.
    fileprivate init?(_ measure: FactMeasure) {
        switch measure {
        case .recipients, .personTimes, .firstTime, .returning: self = .count
        case .amount: self = .money
        case .personTimesPerRecipient, .amountPerRecipient, .amountPerPersonTime, .members, .recipientsPerThousand,
            .personTimesPerThousand, .amountPerThousand:
            return nil
        }
    }
}
