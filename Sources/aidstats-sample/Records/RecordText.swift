/// What an export says of a claim, in the order in which the claims system lists it.
enum Column: Int, CaseIterable {
    case serial, claim, name, person, employer, district, care, hospital, basis, amount, paidOn, status, reverses

    static let chinese = [
        "序号", "赔付编号", "姓名", "身份证号", "单位", "所属区", "就诊类型", "医院", "自付一", "互助金额", "打款日期", "状态", "原赔付编号",
    ].map { Array($0.utf8) }

    static let english = [
        "No", "ClaimNo", "Name", "IdNo", "Employer", "District", "CareType", "Hospital", "OutOfPocket", "AidAmount",
        "PaidDate", "Status", "ReversesClaimNo",
    ].map { Array($0.utf8) }
}

/// The texts of one record in UTF-8, kept and filled anew for each.
struct RecordText {
    private var fields = [[UInt8]](repeating: [], count: Column.allCases.count)

    subscript(column: Column) -> [UInt8] {
        _read { yield fields[column.rawValue] }
        _modify { yield &fields[column.rawValue] }
    }

    mutating func clear(_ column: Column) {
        fields[column.rawValue].removeAll(keepingCapacity: true)
    }

    /// Replaces a text that is short and rare.
    mutating func set(_ column: Column, _ text: StaticString) {
        clear(column)
        fields[column.rawValue].append(text)
    }
}
