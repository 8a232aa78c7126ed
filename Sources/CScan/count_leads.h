// The kernel that counts lead bytes, compiled once for each variant. The variant gives:
//
//     block load_block(const uint8_t *)           64 bytes
//     uint64_t at_least(block, uint8_t)           which of them are that byte or above

static void count_leads(const uint8_t *bytes, size_t count, size_t *followed, size_t *broken) {
    if (count == 0) {
        return;
    }
    // The last byte has no next one.
    const size_t leads = count - 1;
    size_t followed_count = 0;
    size_t broken_count = 0;
    // A copy of what is left, so that nothing past the end is read.
    uint8_t rest[128];
    for (size_t position = 0; position < leads; position += 64) {
        const uint8_t *at = bytes + position;
        uint64_t valid = ~(uint64_t)0;
        if (leads - position < 64) {
            memset(rest, 0, sizeof rest);
            memcpy(rest, at, count - position);
            at = rest;
            valid = bits_below(leads - position);
        }
        const block these = load_block(at);
        const uint64_t high = at_least(these, 0xC0) & valid;
        if (high == 0) {
            continue;
        }
        const block next = load_block(at + 1);
        const uint64_t continuing = at_least(next, 0x80) & ~at_least(next, 0xC0);
        const uint64_t lead = at_least(these, 0xC2) & ~at_least(these, 0xF5);
        followed_count += bit_count(high & lead & continuing);
        broken_count += bit_count(high & ~continuing);
    }
    *followed += followed_count;
    *broken += broken_count;
}
