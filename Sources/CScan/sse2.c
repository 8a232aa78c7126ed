// The variant for every x86-64 processor.
#include "bits.h"

#if AID_X86_64
#include <emmintrin.h>

#define VECTOR_BYTES 16
#include "vectors.h"

AID_INLINE uint64_t high_bits(block these) {
    uint64_t bits = 0;
#pragma clang loop unroll(full)
    for (int index = 0; index < VECTOR_COUNT; index++) {
        bits |= (uint64_t)(uint32_t)_mm_movemask_epi8((__m128i)these.vectors[index]) << (16 * index);
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

const aid_variant aid_variant_sse2 = {
    "sse2", is_supported, mark_csv, check_text, check_gb18030, check_xml, find_letter, find_hanzi,
};
#endif
