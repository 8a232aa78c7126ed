import AidInput
import AidModel

extension Target {
    private static let layouts: [RecordLayout] = [
        ClaimsExport.layout(), ClaimsExport.layout(hasClaim: false, hasStatus: false, hasReverses: false),
        ClaimsExport.layout(personRule: .text),
        ClaimsExport.layout(
            personRule: .residentID(acceptsOtherDocuments: true, countsInvalidAsUnidentified: true), breakdowns: []),
    ]
    private static let words = [
        "赔付编号", "身份证号", "打款日期", "互助金额", "状态", "原赔付编号", "就诊类型", "已打款", "待审核", "冲正", "门诊", "2023-05-10",
        "100.00", "合计", "单位：万元", "\r\n", "\"\"", "=\"", "\u{3000}", "\u{202E}", "1.1E+17", "</r>", "<r>", "<赔付编号>",
        "</赔付编号>", "&amp;", "<![CDATA[",
    ]
    private static let csv =
        ClaimsExport.header
        + "\nC1,P1,2023-04-05,1.00,已打款,,门诊\nC2,P2,2023-05-05,\"1,234.50\",冲正,C1,\"住\n院\"\n合计,,,3.00\n"
    private static let xml =
        "<s><r><赔付编号>C1</赔付编号><身份证号>P1</身份证号><打款日期>2023-04-05</打款日期><互助金额>1.00</互助金额><状态>已打款</状态>"
        + "<原赔付编号/><就诊类型>门诊</就诊类型></r>\n<r><赔付编号>C2</赔付编号><身份证号>P2</身份证号><打款日期>2023-05-05</打款日期>"
        + "<互助金额>2&#46;00</互助金额><状态>冲正</状态><原赔付编号>C1</原赔付编号><就诊类型><![CDATA[住院]]></就诊类型></r></s>"

    /// Whole exports as claims: pieces and the decoders of the fast way, against one thread and the slow one.
    static let claimTargets = [
        Target(
            "claims-csv", takes: [".csv", ".txt"], choiceCount: 2, seeds: ["\u{0}\u{4}\(csv)", "\u{2}\u{6}\(csv)"],
            words: words
        ) { bytes in
            compare(bytes, .csv(delimiter: nil))
        },
        Target(
            "claims-xml", takes: [".xml"], choiceCount: 2, seeds: ["\u{0}\u{4}\(xml)", "\u{2}\u{6}\(xml)"], words: words
        ) { bytes in
            compare(bytes, .xml(record: ElementName("r")))
        },
    ]

    private static func compare(_ bytes: [UInt8], _ format: ExportFormat) {
        var input = Input(bytes)
        let layout = input.pick(layouts)
        let size = input.pick([1, 2, 3, 7, 64, 4096, 65_536])
        let file = TrialFile(input.bytes)
        let keys = KeyTable()
        guard
            let slow = try? ClaimsRead(file.path, layout: layout, format: format, keys: keys, isSlow: true),
            let fast = try? ClaimsRead(
                file.path, layout: layout, format: format, keys: keys, pieceSize: size,
                tailSize: size < 4096 ? size * 40 : 16 << 10)
        else { return }
        // Then the slow way has the say.
        if fast.outcome == "doubtful" || fast.outcome.hasPrefix("misread") { return }
        if slow.outcome.hasPrefix("misread") { return }
        expect(fast.withoutPositions == slow.withoutPositions, "pieces of \(size):\n\(shown(fast))\n\(shown(slow))")
    }

    /// Numbers alone: of an input that somebody gave, nothing may be shown.
    private static func shown(_ read: ClaimsRead) -> String {
        "\(read.outcome), \(read.claims.count) claims, \(read.reversals.count) reversals, \(read.records), "
            + "\(read.rejects.map(\.reason.rawValue)), \(read.findings.map(\.code))"
    }
}
