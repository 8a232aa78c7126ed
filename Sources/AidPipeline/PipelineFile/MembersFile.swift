import AidInput
import AidModel
import AidStatistics

/// How many members there are at the ends of quarters (`members.file`): a CSV file.
///
///     quarter,field,group,members
///     2023Q2,,,4250000
///     2023Q2,district,东渡区,310000
///
/// `field` and `group` may be left out together.
struct MembersFile: Sendable {
    /// What is wrong with a line.
    enum LineProblem: Sendable {
        case wrongHeader
        case fieldCount(Int, expected: Int)
        case broken(RecordProblem)
        case badQuarter(String)
        case badCount(String)
        /// - Parameter possible: the breakdowns.
        case noBreakdown(String, possible: [String])
        case groupWithoutField
        case twice(line: Int)
        /// A group has more members than the whole.
        case moreThanAll(group: String)
        /// A number that lost its end looks like another one.
        case noFinalLineEnd
        case noLines
    }

    /// As the pipeline file says it.
    let path: String
    let sha256: String
    let counts: [MemberSeries.Place: Int]

    /// Reads the file that a pipeline file names.
    ///
    /// - Parameter folder: what its path is relative to.
    /// - Returns: nil where it names none; no file where something is wrong.
    static func read(_ file: CheckedValue, in folder: String) -> (file: MembersFile?, findings: [PipelineFinding])? {
        let path = file["members"]["file"]
        guard let text = path.text else { return nil }
        var lines = MembersLines(breakdowns: file.breakdownNames.map { $0.map(\.text) }.map(GroupPair.field))
        do throws(ValuesFile.Failure) {
            let (sha256, isCut) = try ValuesFile.read(text, in: folder, into: &lines)
            lines.compare(isCut: isCut)
            let findings = lines.wrong.prefix(toldLimit).map { line, problem in
                PipelineFinding(path.place, .wrongMembersLine(path: text, line: line, problem))
            }
            let read = MembersFile(path: text, sha256: sha256, counts: lines.counts)
            return (findings.isEmpty ? read : nil, findings)
        } catch {
            return (nil, [PipelineFinding(path.place, .valuesFileUnread(path: text, error))])
        }
    }

    /// So many wrong lines are told of one by one.
    private static let toldLimit = 10

    /// A whole number above 0, with commas in no other places than between thousands.
    static func count(_ text: String) -> Int? {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            parts.count == 1
                || (1...3).contains(parts[0].count) && parts.dropFirst().allSatisfy({ $0.count == 3 }),
            let count = Int(parts.joined()), (1...1_000_000_000_000).contains(count)
        else { return nil }
        return count
    }
}

/// Takes the lines of the file one by one.
private struct MembersLines: RecordConsumer {
    /// What breakdowns are called.
    let breakdowns: [String]
    var wrong: [(line: Int, problem: MembersFile.LineProblem)] = []
    private(set) var counts: [MemberSeries.Place: Int] = [:]
    private var lines: [MemberSeries.Place: Int] = [:]
    private var hasGroups = false
    private var isHeaderRight = false
    private var lastLine = 1

    init(breakdowns: [String]) {
        self.breakdowns = breakdowns
    }

    mutating func take(_ record: borrowing RecordBuffer, at textOffset: Int, place: RecordPlace) {
        let line = place.lineNumber ?? place.recordNumber
        lastLine = line
        let cells = (0..<record.fieldCount).map { String(decoding: record.field($0), as: UTF8.self).cleanedAsField }
        if place.recordNumber == 1 {
            let names = cells.map { $0.lowercased() }
            hasGroups = names == ["quarter", "field", "group", "members"]
            isHeaderRight = hasGroups || names == ["quarter", "members"]
            // Of a file that is no such table nothing more is told.
            if !isHeaderRight { wrong = [(1, .wrongHeader)] }
        } else if isHeaderRight, cells.contains(where: { !$0.isEmpty }) {
            do throws(MembersLineFault) {
                try take(cells, line)
            } catch {
                wrong.append((line, error.problem))
            }
        }
    }

    private mutating func take(_ cells: [String], _ line: Int) throws(MembersLineFault) {
        let expected = hasGroups ? 4 : 2
        guard cells.count == expected else { throw fault(.fieldCount(cells.count, expected: expected)) }
        guard let quarter = Quarter(cells[0]) else { throw fault(.badQuarter(cells[0])) }
        guard let count = MembersFile.count(cells[expected - 1]) else { throw fault(.badCount(cells[expected - 1])) }
        var group: PublishedCell.Group?
        if hasGroups, !cells[1].isEmpty {
            guard breakdowns.contains(cells[1]) else { throw fault(.noBreakdown(cells[1], possible: breakdowns)) }
            group = PublishedCell.Group(
                field: cells[1], name: cells[2].isEmpty ? nil : EmptyGroup.group(named: cells[2]))
        } else if hasGroups, !cells[2].isEmpty {
            throw fault(.groupWithoutField)
        }
        let place = MemberSeries.Place(quarter, group: group)
        if let first = lines[place] { throw fault(.twice(line: first)) }
        lines[place] = line
        counts[place] = count
    }

    private func fault(_ problem: MembersFile.LineProblem) -> MembersLineFault { MembersLineFault(problem: problem) }

    /// Holds groups against the whole.
    ///
    /// - Parameter isCut: whether the last line has no end.
    mutating func compare(isCut: Bool) {
        if wrong.isEmpty, counts.isEmpty { wrong.append((1, .noLines)) }
        if isCut, isHeaderRight { wrong.append((lastLine, .noFinalLineEnd)) }
        for (place, count) in counts {
            guard let group = place.group, let all = counts[MemberSeries.Place(place.quarter)], count > all else {
                continue
            }
            wrong.append((lines[place] ?? 0, .moreThanAll(group: EmptyGroup.name(of: group.name))))
        }
        wrong.sort { $0.line < $1.line }
    }

    mutating func takeMalformed(_ problem: RecordProblem, at textOffset: Int, place: RecordPlace) {
        wrong.append((place.lineNumber ?? place.recordNumber, .broken(problem)))
    }
}

private struct MembersLineFault: Error {
    let problem: MembersFile.LineProblem
}

extension PipelineMembers {
    /// - Parameters:
    ///   - read: the file that `members.file` names.
    ///   - weights: the one that `members.standard.weights` names.
    ///   - layout: of the claims.
    init?(_ file: CheckedValue, _ read: MembersFile?, _ weights: WeightsFile?, _ layout: RecordLayout) {
        let source = file["members"]["source"]
        let zh = source.text ?? source["zh"].text
        let en = source.text ?? source["en"].text
        let text = BilingualText(zh: zh ?? en ?? "", en: en ?? zh ?? "")
        if let read {
            let name = String(read.path.split(separator: "/").last ?? "")
            let origin = MemberSource.Origin.file(SourceFile(name: name, sha256: read.sha256))
            self = .given(MemberSeries(source: MemberSource(text, origin: origin), counts: read.counts))
        } else if let table = file.memberTable, let place = file.usedTables.firstIndex(where: { $0.key == table }) {
            self = .counted(
                table: place, MemberSource(text, origin: .table(table)), StandardPopulation(file, weights, layout))
        } else {
            return nil
        }
    }
}

extension StandardPopulation {
    /// nil: none is named.
    fileprivate init?(_ file: CheckedValue, _ weights: WeightsFile?, _ layout: RecordLayout) {
        let standard = file.standard
        let fields = standard["by"].textItems.compactMap { name, _ in
            layout.breakdowns.firstIndex { $0.name == name }.map {
                Field(name: name, title: layout.breakdowns[$0].title, place: $0)
            }
        }
        guard !fields.isEmpty else { return nil }
        let zh = standard["name"].text ?? standard["name"]["zh"].text
        let en = standard["name"].text ?? standard["name"]["en"].text
        if let weights {
            let name = String(weights.path.split(separator: "/").last ?? "")
            self.init(
                BilingualText(zh: zh ?? en ?? "", en: en ?? zh ?? ""), fields: fields,
                weights: .given(weights.weights, SourceFile(name: name, sha256: weights.sha256)))
        } else if let quarter = standard["of"].text.flatMap({ Quarter($0) }) {
            let own = StandardPopulation.members(at: quarter)
            self.init(
                BilingualText(zh: zh ?? en ?? own.zh, en: en ?? zh ?? own.en), fields: fields,
                weights: .members(quarter))
        } else {
            return nil
        }
    }
}
