// The kernels that look for what may be text in another encoding, compiled once for each variant, which gives
// `load_block` and `at_least` as for `check_gb18030.h`.

/// The bytes from `low` up to `high` in the block at `at`, of which `count` are there.
AID_INLINE uint64_t bytes_between(const uint8_t *at, size_t count, uint8_t low, uint8_t high) {
    uint8_t rest[64];
    if (__builtin_expect(count < 64, 0)) {
        memset(rest, ' ', sizeof rest);
        memcpy(rest, at, count);
        at = rest;
    }
    const block these = load_block(at);
    const uint64_t found = at_least(these, low);
    return found == 0 ? 0 : found & ~at_least(these, (uint8_t)(high + 1));
}

static size_t find_letter(const uint8_t *bytes, size_t from, size_t count) {
    for (size_t position = from; position < count; position += 64) {
        const uint64_t found = bytes_between(bytes + position, count - position, 0xC3, 0xDF);
        if (found != 0) {
            return position + first_bit(found);
        }
    }
    return count;
}

static size_t find_hanzi(const uint8_t *bytes, size_t from, size_t count) {
    for (size_t position = from; position < count; position += 64) {
        uint64_t found = bytes_between(bytes + position, count - position, 0xE2, 0xEF);
        for (; found != 0; found &= found - 1) {
            const size_t place = position + first_bit(found);
            if (place > 0 && bytes[place - 1] >= 0x80) {
                continue;
            }
            if (count - place < 3 || (bytes[place + 1] & 0xC0) != 0x80 || (bytes[place + 2] & 0xC0) != 0x80) {
                continue;
            }
            // Behind a character of UTF-8 stands ASCII or another one.
            if (count - place == 3 || bytes[place + 3] < 0x80 || bytes[place + 3] >= 0xC2) {
                return place;
            }
        }
    }
    return count;
}
