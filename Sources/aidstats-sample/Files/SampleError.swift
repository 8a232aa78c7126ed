import ArgumentParser
import Glibc

/// A file that could not be written, told in both languages.
struct SampleError: Error {
    let chinese: String
    let english: String
    /// After sysexits.h.
    let exitCode: Int32

    static func cannotCreate(_ path: String, _ code: Int32) -> SampleError {
        let reason = String(cString: strerror(code))
        return SampleError(
            chinese: "\(path)：无法创建（\(reason)）。请换一个可写的位置。",
            english: "\(path): cannot be created (\(reason)). Name a place that can be written to.",
            exitCode: EX_CANTCREAT
        )
    }

    static func cannotWrite(_ path: String, _ code: Int32) -> SampleError {
        let reason = String(cString: strerror(code))
        return SampleError(
            chinese: "\(path)：写入失败（\(reason)）。请检查磁盘空间后重新生成。",
            english: "\(path): writing failed (\(reason)). See whether the disk is full, then generate again.",
            exitCode: EX_IOERR
        )
    }

    static func noConversion(_ path: String, _ encoding: String) -> SampleError {
        SampleError(
            chinese: "\(path)：文字无法转换为 \(encoding)。请安装系统的 iconv 转换模块（libc-bin 软件包）。",
            english:
                "\(path): text cannot be turned into \(encoding). Install the system's iconv modules (package libc-bin).",
            exitCode: EX_SOFTWARE
        )
    }

    static func missed(_ quarter: String) -> SampleError {
        SampleError(
            chinese: "\(quarter)：生成的赔付与设定数字不符，属程序错误，请报告。",
            english:
                "\(quarter): the claims don't reach the figures that were set. This is our own fault; please report it.",
            exitCode: EX_SOFTWARE
        )
    }

    /// Prints the error and ends as sysexits.h says.
    func exit() -> any Error {
        let text = Array("\(chinese)\n\(english)\n".utf8)
        _ = write(STDERR_FILENO, text, text.count)
        return ExitCode(exitCode)
    }
}
