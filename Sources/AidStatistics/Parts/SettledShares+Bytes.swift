import AidModel

/// What adds up of a part that was settled, on its way to those that count and to the run.
///
/// What `explain` and a register ask for besides is not sent.
extension SettledShares {
    func write(to bytes: inout LittleEndianBytes, _ numbers: inout PortableNumbers) {
        for sums in [sums, unidentified] {
            bytes.append(list: sums) { bytes, sum in
                bytes.append(UInt32(numbers.portable(cell: sum.cell)))
                bytes.append(numbers.portable(groupsCode: sum.groupsCode))
                bytes.append(UInt64(sum.count))
                bytes.append(sum.amountMinor)
            }
        }
        rejects.write(to: &bytes)
        bytes.append(list: causes.sorted { $0.key < $1.key }) { bytes, cause in
            bytes.append(Int64(cause.key.ordinal))
            cause.value.write(to: &bytes)
        }
        bytes.append(list: balances) { bytes, balance in balance.write(to: &bytes) }
        bytes.append(list: otherPersons) { bytes, count in bytes.append(UInt64(count)) }
        bytes.append(UInt64(oddReversals.ofOthersCount))
        bytes.append(UInt64(oddReversals.repeatedCount))
        for doubts in [orderDoubts.sorted, orderDoubts.listed] { doubts.write(to: &bytes) }
        sameRecords.write(to: &bytes)
        bytes.append(list: daysByQuarter.sorted { $0.key < $1.key }) { bytes, days in
            bytes.append(Int64(days.key))
            bytes.append(days.value.lowerBound.daysSinceEpoch)
            bytes.append(days.value.upperBound.daysSinceEpoch)
        }
        for sizes in [sizesByFile, sizesByQuarter] {
            bytes.append(list: sizes.sorted { $0.key < $1.key }) { bytes, sizes in
                bytes.append(Int64(sizes.key))
                sizes.value.write(to: &bytes)
            }
        }
    }

    init(
        _ reader: inout LittleEndianReader, _ numbers: ReceivedNumbers, fileCount: Int
    ) throws(DamagedBytes) {
        self.init(fileCount: fileCount)
        func sum(
            _ reader: inout LittleEndianReader
        ) throws(DamagedBytes) -> (cell: Int, groupsCode: UInt32, count: Int, amountMinor: Int128) {
            guard let cell = numbers.own(cell: Int(try reader.number(UInt32.self))),
                let code = numbers.own(groupsCode: try reader.number())
            else { throw DamagedBytes() }
            return (cell, code, try reader.tally(), try reader.number())
        }
        sums = try reader.list(sum)
        unidentified = try reader.list(sum)
        rejects = try RejectList(&reader, fileCount: fileCount)
        for (quarter, cause) in try reader.list({ reader throws(DamagedBytes) in
            (Quarter(ordinal: try reader.ordinal()), try RestatementCauses(&reader))
        }) { causes[quarter] = cause }
        balances = try reader.list { reader throws(DamagedBytes) in try Balance(&reader) }
        otherPersons = try reader.list { reader throws(DamagedBytes) in try reader.tally() }
        guard balances.count == fileCount, otherPersons.count == fileCount else { throw DamagedBytes() }
        oddReversals = OddReversals(ofOthersCount: try reader.tally(), repeatedCount: try reader.tally())
        orderDoubts.sorted = try VersionsOutOfOrder(&reader, fileCount: fileCount)
        orderDoubts.listed = try VersionsOutOfOrder(&reader, fileCount: fileCount)
        sameRecords = try SameRecords(&reader, fileCount: fileCount)
        for (quarter, first, last) in try reader.list({ reader throws(DamagedBytes) in
            (try reader.ordinal(), try reader.number(Int32.self), try reader.number(Int32.self))
        }) {
            guard first <= last else { throw DamagedBytes() }
            daysByQuarter[quarter] = CalendarDay(daysSinceEpoch: first)...CalendarDay(daysSinceEpoch: last)
        }
        func sizes(_ reader: inout LittleEndianReader) throws(DamagedBytes) -> (key: Int, sizes: AmountSizes) {
            (try reader.ordinal(), try AmountSizes(&reader))
        }
        for (file, sizes) in try reader.list(sizes) {
            guard file < fileCount else { throw DamagedBytes() }
            sizesByFile[file] = sizes
        }
        for (quarter, sizes) in try reader.list(sizes) { sizesByQuarter[quarter] = sizes }
    }
}

extension LittleEndianReader {
    /// How many of something there are: never below 0.
    mutating func tally() throws(DamagedBytes) -> Int {
        let count = try number(UInt64.self)
        guard count <= UInt64(Int.max) else { throw DamagedBytes() }
        return Int(count)
    }

    /// The ordinal of a quarter, or the place of an input.
    mutating func ordinal() throws(DamagedBytes) -> Int {
        let ordinal = try number(Int64.self)
        guard (0...Int64(SourcePosition.fileLimit)).contains(ordinal) else { throw DamagedBytes() }
        return Int(ordinal)
    }

    mutating func file(below fileCount: Int) throws(DamagedBytes) -> Int {
        let file = Int(try number(UInt32.self))
        guard file < fileCount else { throw DamagedBytes() }
        return file
    }
}

extension RestatementCauses {
    fileprivate func write(to bytes: inout LittleEndianBytes) {
        for change in [lateClaims, corrections, reversals, other] {
            bytes.append(Int64(change.claimCount))
            bytes.append(Int64(change.personTimes))
            bytes.append(change.amountMinor)
        }
    }

    fileprivate init(_ reader: inout LittleEndianReader) throws(DamagedBytes) {
        func change(_ reader: inout LittleEndianReader) throws(DamagedBytes) -> Change {
            Change(
                claimCount: Int(try reader.number(Int64.self)), personTimes: Int(try reader.number(Int64.self)),
                amountMinor: try reader.number())
        }
        self.init()
        lateClaims = try change(&reader)
        corrections = try change(&reader)
        reversals = try change(&reader)
        other = try change(&reader)
    }
}

extension VersionsOutOfOrder {
    fileprivate func write(to bytes: inout LittleEndianBytes) {
        bytes.append(UInt64(claimCount))
        bytes.append(list: first.map { [$0] } ?? []) { bytes, pair in
            bytes.append(UInt32(pair.standing))
            bytes.append(UInt32(pair.later))
        }
    }

    fileprivate init(_ reader: inout LittleEndianReader, fileCount: Int) throws(DamagedBytes) {
        let claimCount = try reader.tally()
        let pairs = try reader.list { reader throws(DamagedBytes) in
            Pair(standing: try reader.file(below: fileCount), later: try reader.file(below: fileCount))
        }
        self.init(claimCount: claimCount, first: pairs.first)
    }
}

extension SameRecords {
    fileprivate func write(to bytes: inout LittleEndianBytes) {
        bytes.append(UInt64(count))
        bytes.append(list: countsByFile.sorted { $0.key < $1.key }) { bytes, file in
            bytes.append(UInt32(file.key))
            bytes.append(UInt64(file.value))
        }
        bytes.append(flag: countsByPair != nil)
        bytes.append(list: (countsByPair ?? [:]).sorted { $0.key < $1.key }) { bytes, pair in
            bytes.append(UInt32(pair.key.earlier))
            bytes.append(UInt32(pair.key.later))
            bytes.append(UInt64(pair.value))
        }
    }

    fileprivate init(_ reader: inout LittleEndianReader, fileCount: Int) throws(DamagedBytes) {
        let count = try reader.tally()
        let files = try reader.list { reader throws(DamagedBytes) in
            (try reader.file(below: fileCount), try reader.tally())
        }
        let tellsPairs = try reader.flag()
        let pairs = try reader.list { reader throws(DamagedBytes) in
            (
                Pair(earlier: try reader.file(below: fileCount), later: try reader.file(below: fileCount)),
                try reader.tally()
            )
        }
        self.init(
            count: count, countsByFile: Dictionary(files) { first, _ in first },
            countsByPair: tellsPairs ? Dictionary(pairs) { first, _ in first } : nil)
    }
}

extension AmountSizes {
    fileprivate func write(to bytes: inout LittleEndianBytes) {
        bytes.append(UInt64(unevenCount))
        bytes.append(list: counts.indices.filter { counts[$0] > 0 }) { bytes, bucket in
            bytes.append(UInt16(bucket))
            bytes.append(UInt64(counts[bucket]))
        }
    }

    fileprivate init(_ reader: inout LittleEndianReader) throws(DamagedBytes) {
        let unevenCount = try reader.tally()
        var counts = [Int](repeating: 0, count: AmountBuckets.bucketCount)
        for (bucket, count) in try reader.list({ reader throws(DamagedBytes) in
            (Int(try reader.number(UInt16.self)), try reader.tally())
        }) {
            guard bucket < counts.count else { throw DamagedBytes() }
            counts[bucket] = count
        }
        self.init(counts: counts, unevenCount: unevenCount)
    }
}
