// The variant for 64-bit ARM processors, all of which have it.
#include "bits.h"

#if AID_NEON
#include <arm_neon.h>

#define VECTOR_BYTES 16
#include "vectors.h"

/// NEON has no instruction for this: each byte keeps one bit, and neighbours are added until eight bytes are left.
AID_INLINE uint64_t high_bits(block these) {
    static const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    const uint8x16_t weight = vld1q_u8(weights);
    uint8x16_t bits[VECTOR_COUNT];
#pragma clang loop unroll(full)
    for (int index = 0; index < VECTOR_COUNT; index++) {
        const int8x16_t signs = vshrq_n_s8(vreinterpretq_s8_u8((uint8x16_t)these.vectors[index]), 7);
        bits[index] = vandq_u8(vreinterpretq_u8_s8(signs), weight);
    }
    const uint8x16_t lower = vpaddq_u8(bits[0], bits[1]);
    const uint8x16_t upper = vpaddq_u8(bits[2], bits[3]);
    const uint8x16_t halves = vpaddq_u8(lower, upper);
    return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(halves, halves)), 0);
}

AID_INLINE int is_all(vector truths) {
    return vminvq_u8((uint8x16_t)truths) == 0xFF;
}

AID_INLINE vector lookup(vector table, vector indices) {
    return (vector)vqtbl1q_u8((uint8x16_t)table, (uint8x16_t)indices);
}

// Multiplying without carry is an extension that not every such processor has.
#define prefix_parity prefix_parity_by_shifts
#define write_positions write_positions_by_eights
#define LINES_AT_ONCE 1

#include "check_gb18030.h"
#include "check_text_lookup.h"
#include "check_xml.h"
#include "find_text.h"
#include "mark_csv.h"

static int is_supported(void) {
    return 1;
}

const aid_variant aid_variant_neon = {
    "neon", is_supported, mark_csv, check_text, check_gb18030, check_xml, find_letter, find_hanzi,
};
#endif
