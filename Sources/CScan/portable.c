// The variant for every processor: eight bytes at a time in a word.
#include "bits.h"

typedef struct block {
    /// Byte n of the text is bits 8n..<8n+8, whatever the processor's order of bytes.
    uint64_t words[8];
} block;

static const uint64_t ones = 0x0101010101010101;
static const uint64_t tops = 0x8080808080808080;

AID_INLINE block load_block(const uint8_t *at) {
    block loaded;
    memcpy(&loaded, at, sizeof loaded);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    for (int index = 0; index < 8; index++) {
        loaded.words[index] = __builtin_bswap64(loaded.words[index]);
    }
#endif
    return loaded;
}

/// The top bits of eight bytes, the rest of which are 0, as eight bits: the product brings each to a place of its
/// own in the uppermost byte.
AID_INLINE uint64_t gather(uint64_t word) {
    return ((word >> 7) * 0x0102040810204080) >> 56;
}

AID_INLINE uint64_t equal(block these, uint8_t byte) {
    const uint64_t wanted = ones * byte;
    uint64_t bits = 0;
    for (int index = 0; index < 8; index++) {
        const uint64_t difference = these.words[index] ^ wanted;
        // A byte's top bit becomes 1 unless the byte is 0; nothing is carried from byte to byte.
        const uint64_t differs = ((difference & ~tops) + ~tops) | difference;
        bits |= gather(~differs & tops) << (8 * index);
    }
    return bits;
}

AID_INLINE uint64_t at_least(block these, uint8_t byte) {
    const uint64_t bound = ones * byte;
    uint64_t bits = 0;
    for (int index = 0; index < 8; index++) {
        const uint64_t word = these.words[index];
        // Compares the lower seven bits of each byte; with the top bit set first, nothing is borrowed.
        const uint64_t lower = (word | tops) - (bound & ~tops);
        const uint64_t reached = (word & ~bound) | (~(word ^ bound) & lower);
        bits |= gather(reached & tops) << (8 * index);
    }
    return bits;
}

#define prefix_parity prefix_parity_by_shifts
#define write_positions write_positions_by_eights
// Counting bits takes a dozen steps here.
#define LINES_AT_ONCE 0

#include "check_gb18030.h"
#include "check_text_plain.h"
#include "check_xml.h"
#include "find_text.h"
#include "mark_csv.h"

static int is_supported(void) {
    return 1;
}

const aid_variant aid_variant_portable = {
    "portable", is_supported, mark_csv, check_text, check_gb18030, check_xml, find_letter, find_hanzi,
};
