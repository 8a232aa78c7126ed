// The variant for x86-64 processors with the second set of byte instructions of AVX-512, since about 2019.
#include "variants.h"

#if AID_X86_64
#include <immintrin.h>

#pragma clang attribute push(                                                                                         \
    __attribute__((target("avx512f,avx512bw,avx512vbmi2,bmi,popcnt,pclmul"))), apply_to = function)
#include "bits.h"

#define VECTOR_BYTES 64
#include "vectors.h"

AID_INLINE uint64_t high_bits(block these) {
    return _mm512_movepi8_mask((__m512i)these.vectors[0]);
}

AID_INLINE int is_all(vector truths) {
    return _mm512_movepi8_mask((__m512i)truths) == ~(uint64_t)0;
}

AID_INLINE vector lookup(vector table, vector indices) {
    return (vector)_mm512_shuffle_epi8((__m512i)table, (__m512i)indices);
}

AID_INLINE uint64_t prefix_parity(uint64_t bits) {
    const __m128i product = _mm_clmulepi64_si128(_mm_cvtsi64_si128((long long)bits), _mm_set1_epi8(-1), 0);
    return (uint64_t)_mm_cvtsi128_si64(product);
}

static const uint8_t places[64] = {
    0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
    22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
    44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63,
};

/// Moves the numbers of the bits together, then widens sixteen of them at a time.
AID_INLINE void write_positions(uint32_t *target, uint32_t position, uint64_t bits, uint32_t count) {
    const __m512i offsets = _mm512_maskz_compress_epi8(bits, _mm512_loadu_si512(places));
    const __m512i base = _mm512_set1_epi32((int)position);
    _mm512_storeu_si512(
        target, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(offsets))));
    if (__builtin_expect(count > 16, 0)) {
        _mm512_storeu_si512(
            target + 16, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(offsets, 1))));
        _mm512_storeu_si512(
            target + 32, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(offsets, 2))));
        _mm512_storeu_si512(
            target + 48, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(offsets, 3))));
    }
}

#define LINES_AT_ONCE 1

#include "check_gb18030.h"
#include "check_text_lookup.h"
#include "check_xml.h"
#include "find_text.h"
#include "mark_csv.h"
#pragma clang attribute pop

static int is_supported(void) {
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("bmi") &&
           __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("pclmul");
}

const aid_variant aid_variant_avx512 = {
    "avx512", is_supported, mark_csv, check_text, check_gb18030, check_xml, find_letter, find_hanzi,
};
#endif
