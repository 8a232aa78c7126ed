// The kernel that checks text in GB18030, compiled once for each variant. The variant gives:
//
//     block load_block(const uint8_t *)           64 bytes
//     uint64_t at_least(block, uint8_t)           which of them are that byte or above
//     uint64_t equal(block, uint8_t)              which of them are that byte
//
// A byte below 0x80 ends every pair, as its second byte or as a character of its own. So in a row of bytes from 0x80
// up, every other one begins a pair, counted from the row's start.

typedef struct gb18030_state {
    /// 1 if the block before ends with the first byte of a pair.
    uint64_t pending;
    /// 1 if its last byte is from 0xC0 up.
    uint64_t high_pending;
    size_t high;
    size_t followed;
    uint8_t has_zeros;
} gb18030_state;

/// Takes a block in. The result is the place in it where something begins that is neither ASCII nor a pair, which can be
/// the byte before it, -1; or 64.
AID_INLINE int check_gb18030_block(gb18030_state *state, const uint8_t *at) {
    const uint64_t even = 0x5555555555555555;
    const block these = load_block(at);
    if (__builtin_expect(equal(these, 0) != 0, 0)) {
        state->has_zeros = 1;
    }
    const uint64_t not_ascii = at_least(these, 0x80);
    if ((not_ascii | state->pending | state->high_pending) == 0) {
        return 64;
    }
    const uint64_t rows = not_ascii & ~state->pending;
    const uint64_t starts = rows & ~(rows << 1);
    // Adding a row's lowest bit to it moves it to the bit behind the row, which is in none.
    const uint64_t odd_rows = (rows + (starts & even)) & rows;
    const uint64_t first = (rows & ~odd_rows & even) | (odd_rows & ~even);
    const uint64_t second = first << 1 | state->pending;
    state->pending = first >> 63;

    const uint64_t high = at_least(these, 0xC0);
    const uint64_t high_before = state->high_pending;
    const uint64_t followed = (high << 1 | high_before) & not_ascii & ~high;
    state->high_pending = high >> 63;

    const uint64_t never = equal(these, 0xFF);
    const uint64_t bad_first = first & (never | equal(these, 0x80));
    uint64_t bad_second = second & never;
    if ((second & ~not_ascii) != 0) {
        bad_second |= second & ~(at_least(these, 0x40) & ~equal(these, 0x7F));
    }
    if (__builtin_expect((bad_first | bad_second) != 0, 0)) {
        const int in_first = (int)first_bit(bad_first);
        const int in_second = (int)first_bit(bad_second) - 1;
        const int place = in_first < in_second ? in_first : in_second;
        if (place < 0) {
            // It was counted with the block before.
            state->high -= high_before;
            return place;
        }
        const uint64_t before = bits_below((size_t)place);
        state->high += bit_count(high & before);
        state->followed += bit_count(followed & (before << 1 | 1));
        return place;
    }
    state->high += bit_count(high);
    state->followed += bit_count(followed);
    return 64;
}

static size_t check_gb18030(const uint8_t *bytes, size_t count, aid_gb18030_findings *out) {
    gb18030_state state = {0};
    size_t position = 0;
    int place = 64;
    while (place == 64 && count - position >= 64) {
        place = check_gb18030_block(&state, bytes + position);
        position += 64;
    }
    if (place == 64) {
        // A copy of what is left, at most 63 bytes, so that nothing past the end is read and what the end cuts is seen.
        uint8_t rest[64];
        memset(rest, ' ', sizeof rest);
        memcpy(rest, bytes + position, count - position);
        place = check_gb18030_block(&state, rest);
        position += 64;
    }
    out->has_zeros |= state.has_zeros;
    out->followed += state.followed;
    out->broken += state.high - state.followed;
    return place == 64 ? count : position - 64 + (size_t)place;
}
