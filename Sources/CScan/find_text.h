// The kernels that look for what may be text in another encoding, compiled once for each variant, which gives
// `load_block` and `at_least` as for `check_gb18030.h`.

/// The block at `at`, of which `count` bytes are there; blanks stand for the others.
AID_INLINE block load_up_to(const uint8_t *at, size_t count) {
    if (__builtin_expect(count >= 64, 1)) {
        return load_block(at);
    }
    uint8_t rest[64];
    memset(rest, ' ', sizeof rest);
    memcpy(rest, at, count);
    return load_block(rest);
}

static size_t find_letter(const uint8_t *bytes, size_t from, size_t count) {
    for (size_t position = from; position < count; position += 64) {
        const block these = load_up_to(bytes + position, count - position);
        const uint64_t high = at_least(these, 0xC3);
        if (high == 0) {
            continue;
        }
        const uint64_t found = high & ~at_least(these, 0xE0);
        if (found != 0) {
            return position + first_bit(found);
        }
    }
    return count;
}

static size_t find_hanzi(const uint8_t *bytes, size_t from, size_t count) {
    for (size_t position = from; position < count; position += 64) {
        const block these = load_up_to(bytes + position, count - position);
        const uint64_t high = at_least(these, 0xE2);
        if (high == 0) {
            continue;
        }
        const uint64_t not_ascii = at_least(these, 0x80);
        const uint64_t continuations = not_ascii & ~at_least(these, 0xC0);
        // What is before and behind the block is looked at below.
        uint64_t found = high & ~at_least(these, 0xF0) & ~(not_ascii << 1) &
                         (continuations >> 1 | (uint64_t)1 << 63) & (continuations >> 2 | (uint64_t)3 << 62);
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
