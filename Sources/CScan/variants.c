// Which variants there are, and which one runs.
#include "variants.h"

#include <stdatomic.h>

static const aid_variant *const variants[] = {
    &aid_variant_portable,
#if AID_X86_64
    &aid_variant_sse2,
    &aid_variant_sse42,
    &aid_variant_avx2,
    &aid_variant_avx512,
#elif AID_NEON
    &aid_variant_neon,
#endif
};

int aid_variant_count(void) {
    return (int)(sizeof variants / sizeof *variants);
}

const char *aid_variant_name(int variant) {
    return variants[variant]->name;
}

int aid_variant_is_supported(int variant) {
    return variants[variant]->is_supported() != 0;
}

int aid_variant_chosen(void) {
    // One more than the choice; 0 until it is made. Threads that meet here all choose the same, so no order is needed.
    static atomic_int chosen;
    int known = atomic_load_explicit(&chosen, memory_order_relaxed);
    if (known == 0) {
        known = aid_variant_count();
        while (!aid_variant_is_supported(known - 1)) {
            known -= 1;
        }
        atomic_store_explicit(&chosen, known, memory_order_relaxed);
    }
    return known - 1;
}

void aid_mark_csv_with(
    int variant, const uint8_t *bytes, size_t start, size_t count, uint8_t delimiter, aid_csv_marks *out) {
    variants[variant]->mark_csv(bytes, start, count, delimiter, out);
}

unsigned aid_check_text_with(int variant, const uint8_t *bytes, size_t count) {
    return variants[variant]->check_text(bytes, count);
}

size_t aid_check_gb18030_with(int variant, const uint8_t *bytes, size_t count, aid_gb18030_findings *out) {
    return variants[variant]->check_gb18030(bytes, count, out);
}

unsigned aid_check_xml_with(int variant, const uint8_t *bytes, size_t count) {
    return variants[variant]->check_xml(bytes, count);
}

size_t aid_find_letter_with(int variant, const uint8_t *bytes, size_t from, size_t count) {
    return variants[variant]->find_letter(bytes, from, count);
}

size_t aid_find_hanzi_with(int variant, const uint8_t *bytes, size_t from, size_t count) {
    return variants[variant]->find_hanzi(bytes, from, count);
}

void aid_mark_csv(const uint8_t *bytes, size_t start, size_t count, uint8_t delimiter, aid_csv_marks *out) {
    aid_mark_csv_with(aid_variant_chosen(), bytes, start, count, delimiter, out);
}

unsigned aid_check_text(const uint8_t *bytes, size_t count) {
    return aid_check_text_with(aid_variant_chosen(), bytes, count);
}

size_t aid_check_gb18030(const uint8_t *bytes, size_t count, aid_gb18030_findings *out) {
    return aid_check_gb18030_with(aid_variant_chosen(), bytes, count, out);
}

unsigned aid_check_xml(const uint8_t *bytes, size_t count) {
    return aid_check_xml_with(aid_variant_chosen(), bytes, count);
}

size_t aid_find_letter(const uint8_t *bytes, size_t from, size_t count) {
    return aid_find_letter_with(aid_variant_chosen(), bytes, from, count);
}

size_t aid_find_hanzi(const uint8_t *bytes, size_t from, size_t count) {
    return aid_find_hanzi_with(aid_variant_chosen(), bytes, from, count);
}
