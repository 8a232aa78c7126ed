// The variant for x86-64 processors since about 2010: looks up bytes, counts bits, multiplies without carry.
#include "variants.h"

#if AID_X86_64
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("sse4.2,popcnt,pclmul"))), apply_to = function)
#include "bits.h"

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

AID_INLINE int is_all(vector truths) {
    return _mm_movemask_epi8((__m128i)truths) == 0xFFFF;
}

AID_INLINE vector lookup(vector table, vector indices) {
    return (vector)_mm_shuffle_epi8((__m128i)table, (__m128i)indices);
}

AID_INLINE uint64_t prefix_parity(uint64_t bits) {
    const __m128i product = _mm_clmulepi64_si128(_mm_cvtsi64_si128((long long)bits), _mm_set1_epi8(-1), 0);
    return (uint64_t)_mm_cvtsi128_si64(product);
}

#define write_positions write_positions_by_eights
#define LINES_AT_ONCE 1

#include "check_gb18030.h"
#include "check_text_lookup.h"
#include "check_xml.h"
#include "find_text.h"
#include "mark_csv.h"
#pragma clang attribute pop

static int is_supported(void) {
    return __builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("pclmul");
}

const aid_variant aid_variant_sse42 = {
    "sse42", is_supported, mark_csv, check_text, check_gb18030, check_xml, find_letter, find_hanzi,
};
#endif
