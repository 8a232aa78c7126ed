/// Why a workbook cannot be written.
package enum TableProblem: Error, Hashable {
    /// A library has refused, which does not happen but for want of memory.
    case libraryFailed
    /// A part of the workbook has more bytes than its container can tell.
    case partTooLarge
}
