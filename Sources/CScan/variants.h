// The table of variants: one a source file, each made of the same five kernels.
//
// A variant's file says how 64 bytes are loaded and compared, then includes `mark_csv.h`, `check_gb18030.h`, `check_xml.h`,
// `find_text.h` and one of `check_text_lookup.h` and `check_text_plain.h`, which are compiled anew for its instruction set.
#ifndef AIDSTATS_CSCAN_VARIANTS_H
#define AIDSTATS_CSCAN_VARIANTS_H

#include "CScan.h"

#include <string.h>

#if defined(__x86_64__)
#define AID_X86_64 1
#elif defined(__aarch64__) && defined(__ARM_NEON) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define AID_NEON 1
#endif

/// So that a kernel's steps merge into one loop and share its instruction set.
#define AID_INLINE static inline __attribute__((always_inline))

typedef struct aid_variant {
    const char *name;
    int (*is_supported)(void);
    void (*mark_csv)(const uint8_t *bytes, size_t start, size_t count, uint8_t delimiter, aid_csv_marks *out);
    unsigned (*check_text)(const uint8_t *bytes, size_t count);
    size_t (*check_gb18030)(const uint8_t *bytes, size_t count, aid_gb18030_findings *out);
    unsigned (*check_xml)(const uint8_t *bytes, size_t count);
    size_t (*find_letter)(const uint8_t *bytes, size_t from, size_t count);
    size_t (*find_hanzi)(const uint8_t *bytes, size_t from, size_t count);
} aid_variant;

extern const aid_variant aid_variant_portable;
#if AID_X86_64
extern const aid_variant aid_variant_sse2;
extern const aid_variant aid_variant_sse42;
extern const aid_variant aid_variant_avx2;
extern const aid_variant aid_variant_avx512;
#elif AID_NEON
extern const aid_variant aid_variant_neon;
#endif

#endif
