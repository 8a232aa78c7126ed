/// An encoding in which an export may be written.
package enum TextEncoding: String, Sendable, Hashable {
    case utf8 = "utf-8"
    /// GB18030 and, being parts of it, GBK and GB2312.
    case gb18030 = "gb18030"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"

    /// The name that users write and read.
    package var name: String {
        switch self {
        case .utf8: "utf-8"
        case .gb18030: "gb18030"
        case .utf16LittleEndian, .utf16BigEndian: "utf-16"
        }
    }
}

/// What the pipeline file or the command line says of a file's encoding.
package enum TextEncodingChoice: String, Sendable, Hashable, CaseIterable {
    case auto
    case utf8 = "utf-8"
    case gb18030
    case utf16 = "utf-16"

    /// The choice that a label means, or nil: letters of either case, gbk and
    /// gb2312 for the whole of GB18030.
    package init?(label: String) {
        switch label.lowercased() {
        case "auto": self = .auto
        case "utf-8", "utf8", "us-ascii", "ascii": self = .utf8
        case "gb18030", "gbk", "gb2312", "gb_2312-80", "cp936", "ms936", "windows-936", "x-gbk", "euc-cn":
            self = .gb18030
        case "utf-16", "utf16", "utf-16le", "utf-16be", "ucs-2", "iso-10646-ucs-2": self = .utf16
        default: return nil
        }
    }
}
