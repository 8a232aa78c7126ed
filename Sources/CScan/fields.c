// Fields that are understood sixteen characters at a time: claim numbers and resident IDs.
//
// Only for x86-64 processors with SSE4.1, which is nearly all of them; elsewhere the caller has its own way, which
// is also what this one is tested against.
#include "variants.h"

#if AID_X86_64
#include <immintrin.h>

int aid_fields_are_supported(void) {
    return __builtin_cpu_supports("sse4.1") != 0;
}

#pragma clang attribute push(__attribute__((target("sse4.1"))), apply_to = function)

/// Codes from 1 to 63 for `0-9 A-Z a-z -`, a byte each; what stands for other bytes means nothing. `valid` gets a bit
/// for each of the sixteen that has a code.
AID_INLINE __m128i six_bit_codes(__m128i text, unsigned *valid) {
    const __m128i upper = _mm_and_si128(_mm_srli_epi16(text, 4), _mm_set1_epi8(0x0F));
    // The halves of a byte each allow some kinds: 1 the dash, 2 digits, 4 letters to O or o, 8 the others.
    const __m128i kinds_of_upper = _mm_setr_epi8(0, 0, 1, 2, 4, 8, 4, 8, 0, 0, 0, 0, 0, 0, 0, 0);
    const __m128i kinds_of_lower = _mm_setr_epi8(10, 14, 14, 14, 14, 14, 14, 14, 14, 14, 12, 4, 4, 5, 4, 4);
    const __m128i offsets = _mm_setr_epi8(0, 0, 0x2D - 63, 0x2F, 0x36, 0x36, 0x3C, 0x3C, 0, 0, 0, 0, 0, 0, 0, 0);
    const __m128i kinds =
        _mm_and_si128(_mm_shuffle_epi8(kinds_of_upper, upper), _mm_shuffle_epi8(kinds_of_lower, text));
    *valid = ~(unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(kinds, _mm_setzero_si128())) & 0xFFFF;
    return _mm_sub_epi8(text, _mm_shuffle_epi8(offsets, upper));
}

/// Four codes each as a number of 24 bits, the first code highest.
AID_INLINE __m128i fours(__m128i codes) {
    const __m128i pairs = _mm_maddubs_epi16(codes, _mm_set1_epi16(0x0140));
    return _mm_madd_epi16(pairs, _mm_set1_epi32(0x00011000));
}

aid_packed_number aid_pack_number(const uint8_t *text, size_t count) {
    const aid_packed_number none = {0, 0};
    unsigned valid;
    const __m128i first = _mm_loadu_si128((const __m128i *)text);
    const __m128i codes = six_bit_codes(first, &valid);
    if (count - 1 >= 20) {
        return none;
    }
    if (count < 16) {
        const unsigned wanted = (1u << count) - 1;
        if ((valid & wanted) != wanted) {
            return none;
        }
        // The bytes as they stand, the first highest, shifted down to the end of 120 bits.
        uint64_t high = __builtin_bswap64((uint64_t)_mm_cvtsi128_si64(first));
        uint64_t low = __builtin_bswap64((uint64_t)_mm_extract_epi64(first, 1));
        const unsigned unused = 8 * (16 - (unsigned)count);
        if (unused >= 64) {
            low = high >> (unused - 64);
            high = 0;
        } else {
            low = low >> unused | high << (64 - unused);
            high >>= unused;
        }
        return (aid_packed_number){(uint64_t)(AID_KIND_BYTES + count) << 56 | high, low};
    }
    unsigned valid_rest;
    const unsigned rest = 6 * ((unsigned)count - 16);
    int32_t last;
    memcpy(&last, text + count - 4, sizeof last);
    const __m128i last_four = fours(six_bit_codes(_mm_cvtsi32_si128(last), &valid_rest));
    if (valid != 0xFFFF || (valid_rest & 0xF) != 0xF) {
        return none;
    }
    const __m128i numbers = fours(codes);
    const uint64_t one = (uint32_t)_mm_cvtsi128_si32(numbers), two = (uint32_t)_mm_extract_epi32(numbers, 1);
    const uint64_t three = (uint32_t)_mm_extract_epi32(numbers, 2), four = (uint32_t)_mm_extract_epi32(numbers, 3);
    // 96 bits in two words, moved up by what the last characters need, which is 24 bits at most.
    const uint64_t low = two << 48 | three << 24 | four;
    const uint64_t high = one << 8 | two >> 16;
    const uint64_t tail = (uint32_t)_mm_cvtsi128_si32(last_four) & (((uint64_t)1 << rest) - 1);
    const uint64_t carried = rest == 0 ? 0 : low >> (64 - rest);
    return (aid_packed_number){(uint64_t)AID_KIND_SIX_BIT << 56 | high << rest | carried, low << rest | tail};
}

uint64_t aid_resident_id(const uint8_t *text) {
    static const char check_characters[] = "10X98765432";
    static const uint8_t day_counts[16] = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const __m128i digits = _mm_sub_epi8(_mm_loadu_si128((const __m128i *)text), _mm_set1_epi8('0'));
    const __m128i bounded = _mm_min_epu8(digits, _mm_set1_epi8(9));
    const unsigned last = (unsigned)text[16] - '0';
    if (_mm_movemask_epi8(_mm_cmpeq_epi8(digits, bounded)) != 0xFFFF || last > 9) {
        return 0;
    }
    const __m128i weights = _mm_setr_epi8(7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4);
    __m128i sums = _mm_madd_epi16(_mm_maddubs_epi16(digits, weights), _mm_set1_epi16(1));
    sums = _mm_add_epi32(sums, _mm_shuffle_epi32(sums, 0x4E));
    sums = _mm_add_epi32(sums, _mm_shuffle_epi32(sums, 0xB1));
    const unsigned sum = (unsigned)_mm_cvtsi128_si32(sums) + last * 2;
    const uint8_t check = (uint8_t)check_characters[sum % 11];
    if (text[17] != check && !(text[17] == 'x' && check == 'X')) {
        return 0;
    }
    // Numbers of two digits, then of four, then of eight.
    const __m128i twos = _mm_maddubs_epi16(digits, _mm_set1_epi16(0x010A));
    const unsigned month = (unsigned)_mm_extract_epi16(twos, 5), day = (unsigned)_mm_extract_epi16(twos, 6);
    if (month > 12 || day - 1 >= day_counts[month]) {
        return 0;
    }
    const unsigned year = (unsigned)_mm_extract_epi16(twos, 3) * 100 + (unsigned)_mm_extract_epi16(twos, 4);
    if (year == 0 || (month == 2 && day == 29 && (year % 4 != 0 || (year % 100 == 0 && year % 400 != 0)))) {
        return 0;
    }
    const __m128i quads = _mm_madd_epi16(twos, _mm_set1_epi32(0x00010064));
    const __m128i eights = _mm_madd_epi16(_mm_packus_epi32(quads, quads), _mm_set1_epi32(0x00012710));
    const uint64_t both = (uint64_t)_mm_cvtsi128_si64(eights);
    return (both & 0xFFFFFFFF) * 1000000000 + (both >> 32) * 10 + last;
}
#pragma clang attribute pop

#else
int aid_fields_are_supported(void) {
    return 0;
}

aid_packed_number aid_pack_number(const uint8_t *text, size_t count) {
    (void)text;
    (void)count;
    return (aid_packed_number){0, 0};
}

uint64_t aid_resident_id(const uint8_t *text) {
    (void)text;
    return 0;
}
#endif
