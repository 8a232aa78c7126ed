// Steps of the scanner of plain XML that are too small to be called: Swift takes them in at the place of use.
// 32 bytes are what every processor for which Swift compiles compares in a few instructions.
#ifndef AIDSTATS_CSCAN_XML_H
#define AIDSTATS_CSCAN_XML_H

#include <stdint.h>
#include <string.h>

#if defined(__x86_64__)
#include <emmintrin.h>
#endif

#define AID_XML_STEP static inline __attribute__((always_inline))

#if defined(__x86_64__)
AID_XML_STEP uint32_t aid_xml_truths(__m128i lower, __m128i upper) {
    return (uint32_t)_mm_movemask_epi8(lower) | (uint32_t)_mm_movemask_epi8(upper) << 16;
}

AID_XML_STEP __m128i aid_xml_load(const uint8_t *at) {
    return _mm_loadu_si128((const __m128i *)(const void *)at);
}

/// Bit n: whether byte n of the 32 at `at` is the same as that of the 32 at `other`.
AID_XML_STEP uint32_t aid_xml_same(const uint8_t *at, const uint8_t *other) {
    return aid_xml_truths(
        _mm_cmpeq_epi8(aid_xml_load(at), aid_xml_load(other)),
        _mm_cmpeq_epi8(aid_xml_load(at + 16), aid_xml_load(other + 16)));
}

/// Bit n: whether byte n of the 32 at `at` is `<`.
AID_XML_STEP uint32_t aid_xml_tags(const uint8_t *at) {
    const __m128i tag = _mm_set1_epi8('<');
    return aid_xml_truths(_mm_cmpeq_epi8(aid_xml_load(at), tag), _mm_cmpeq_epi8(aid_xml_load(at + 16), tag));
}

/// Bit n: whether byte n of the 32 at `at` ends an attribute's value, rightly or not: the quote, `<`, or a control
/// character.
AID_XML_STEP uint32_t aid_xml_value_ends(const uint8_t *at, uint8_t quote) {
    const __m128i tag = _mm_set1_epi8('<');
    const __m128i end = _mm_set1_epi8((char)quote);
    const __m128i control = _mm_set1_epi8(0x1F);
    __m128i found[2];
    for (int index = 0; index < 2; index++) {
        const __m128i these = aid_xml_load(at + 16 * index);
        const __m128i controls = _mm_cmpeq_epi8(_mm_min_epu8(these, control), these);
        found[index] = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(these, tag), _mm_cmpeq_epi8(these, end)), controls);
    }
    return aid_xml_truths(found[0], found[1]);
}
#else
AID_XML_STEP uint32_t aid_xml_same(const uint8_t *at, const uint8_t *other) {
    uint32_t bits = 0;
    for (int index = 0; index < 32; index++) {
        bits |= (uint32_t)(at[index] == other[index]) << index;
    }
    return bits;
}

AID_XML_STEP uint32_t aid_xml_tags(const uint8_t *at) {
    uint32_t bits = 0;
    for (int index = 0; index < 32; index++) {
        bits |= (uint32_t)(at[index] == '<') << index;
    }
    return bits;
}

AID_XML_STEP uint32_t aid_xml_value_ends(const uint8_t *at, uint8_t quote) {
    uint32_t bits = 0;
    for (int index = 0; index < 32; index++) {
        bits |= (uint32_t)(at[index] == quote || at[index] == '<' || at[index] < 0x20) << index;
    }
    return bits;
}
#endif

#endif
