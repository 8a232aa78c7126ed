// Marks the bytes that give a CSV export its structure, 64 at a time, and checks what its text is made of.
//
// Why C: Swift cannot turn a comparison of 64 bytes into 64 bits, and its instruction sets are chosen when it is
// compiled. Here every routine exists once for each instruction set, and the best that the processor has is taken
// when the program runs.
#ifndef AIDSTATS_CSCAN_H
#define AIDSTATS_CSCAN_H

#include "CScanXML.h"

#include <stddef.h>
#include <stdint.h>

/// The separators of a stretch of CSV, and the first place where its quoting breaks RFC 4180.
///
/// Positions count from `bytes`, not from `start`. Both arrays are the caller's, with room for
/// `count - start + 64` entries each; what stands in them past the counts means nothing.
typedef struct aid_csv_marks {
    /// The separators outside quotes, ascending: delimiters and line ends.
    uint32_t *marks;
    /// For each line end, its index in `marks`.
    uint32_t *lines;
    size_t mark_count;
    size_t line_count;
    /// The first byte that breaks the quoting, or SIZE_MAX, which Swift reads as -1.
    size_t broken_at;
    /// 1 if the stretch holds a quote anywhere, even behind `broken_at`.
    uint8_t has_quotes;
    /// 1 if the number of quotes in the whole stretch is odd, even behind `broken_at`.
    uint8_t ends_in_quotes;
    /// 1 if there is a CR or LF inside quotes, even behind `broken_at`.
    uint8_t has_quoted_line_ends;
} aid_csv_marks;

/// Marks the separators of `bytes[start..<count]`, where `start` is the first byte of a record, outside quotes.
///
/// - Line ends are LF, CR, and CRLF, which is one: marked at the CR. What stands before `start` does not matter,
///   so a caller that begins between CR and LF gets a line end for the LF.
/// - A quote opens a field as its first byte alone: at `start`, behind a delimiter or a line end. Behind a closing
///   quote, a quote makes the two of them a doubled one. Behind a closing quote stands a separator, a quote, or the
///   end. A spreadsheet's text guard, `="…"`, is a field as well, if it holds no quote and no separator. The first quote
///   elsewhere, the first separator in a text guard, or the first other byte behind a closing quote, is `broken_at`;
///   which marks there are behind it means nothing.
/// - `delimiter` is none of `"`, CR and LF.
/// - `count` is at most UINT32_MAX. Bytes up to `bytes + count + 64` are read, and never matter.
void aid_mark_csv(const uint8_t *bytes, size_t start, size_t count, uint8_t delimiter, aid_csv_marks *out);

/// What `aid_check_text` finds.
enum {
    /// A byte from 0x80 up.
    AID_TEXT_NOT_ASCII = 1,
    /// A byte 0.
    AID_TEXT_ZERO = 2,
    /// Something outside table 3-7 of the Unicode standard, or a sequence that the end cuts.
    AID_TEXT_NOT_UTF8 = 4
};

/// The findings in all of `bytes[0..<count]` as UTF-8, or 0: nothing but ASCII without zeros. Reads nothing past
/// `count`.
unsigned aid_check_text(const uint8_t *bytes, size_t count);

/// What `aid_check_gb18030` finds; it adds to what is there.
///
/// A byte from 0xC0 up before one in 0x80...0xBF, as it stands in UTF-8, adds to `followed`; before any other, or the
/// end, to `broken`.
typedef struct aid_gb18030_findings {
    size_t followed;
    size_t broken;
    /// 1 if there is a byte 0, perhaps a little behind where the check ends.
    uint8_t has_zeros;
} aid_gb18030_findings;

/// Checks a text in GB18030, from the start of a character, as long as it is ASCII and pairs of a byte in 0x81...0xFE
/// and one in 0x40...0x7E or 0x80...0xFE. Reads nothing past `count`.
///
/// - Returns: where something else begins (a code of four bytes, or none, or one that the end cuts), or `count`. Up to
///   there `followed` and `broken` are counted.
size_t aid_check_gb18030(const uint8_t *bytes, size_t count, aid_gb18030_findings *out);

/// The first byte from `from` on that begins a letter of two bytes in UTF-8, 0xC3...0xDF, or `count`. Behind 0xC2 stand
/// signs alone, as the middle dot in names.
size_t aid_find_letter(const uint8_t *bytes, size_t from, size_t count);

/// The first place from `from` on where, behind ASCII, something begins that reads as a hanzi or a sign beside hanzi in
/// UTF-8: 0xE2...0xEF, two bytes in 0x80...0xBF, and then none of those; or `count`.
size_t aid_find_hanzi(const uint8_t *bytes, size_t from, size_t count);

/// A claim number in 128 bits; `high` is 0 for one that has no such form.
typedef struct aid_packed_number {
    uint64_t high;
    uint64_t low;
} aid_packed_number;

/// The kinds of packed numbers, in the highest byte: up to 15 bytes as they stand, with their count added; and 16 to
/// 20 characters in six bits each.
enum { AID_KIND_SIX_BIT = 4, AID_KIND_BYTES = 16 };

/// Whether the two routines below can be called on this processor.
int aid_fields_are_supported(void);

/// Packs a number of 1 to 20 characters of `0-9 A-Z a-z -`; any other has no form here. 16 bytes from `text` on are
/// read, whatever the count.
aid_packed_number aid_pack_number(const uint8_t *text, size_t count);

/// The first 17 digits of a resident ID of 18 characters that is sound in every way, or 0. Reads 18 bytes.
uint64_t aid_resident_id(const uint8_t *text);

/// What `aid_check_xml` finds.
enum {
    /// A control character other than tab and line ends, an ampersand, U+FFFE or U+FFFF.
    AID_XML_NOT_PLAIN = 1,
    /// `]]>`.
    AID_XML_SECTION_END = 2,
    /// A carriage return.
    AID_XML_RETURN = 4
};

/// The findings in all of `bytes[0..<count]`, or 0. Reads nothing past `count`. Whether it is valid UTF-8 is not
/// looked at.
unsigned aid_check_xml(const uint8_t *bytes, size_t count);

/// How many variants of these routines were compiled, from the portable one, number 0, to the fastest.
int aid_variant_count(void);

/// The name of a variant, such as `avx2`.
const char *aid_variant_name(int variant);

/// 1 if this processor can run a variant, else 0.
int aid_variant_is_supported(int variant);

/// The variant that the routines above use: the last that is supported.
int aid_variant_chosen(void);

/// The routines above in one variant, which must be supported.
void aid_mark_csv_with(
    int variant, const uint8_t *bytes, size_t start, size_t count, uint8_t delimiter, aid_csv_marks *out);
unsigned aid_check_text_with(int variant, const uint8_t *bytes, size_t count);
size_t aid_check_gb18030_with(int variant, const uint8_t *bytes, size_t count, aid_gb18030_findings *out);
unsigned aid_check_xml_with(int variant, const uint8_t *bytes, size_t count);
size_t aid_find_letter_with(int variant, const uint8_t *bytes, size_t from, size_t count);
size_t aid_find_hanzi_with(int variant, const uint8_t *bytes, size_t from, size_t count);

#endif
