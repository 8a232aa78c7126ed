// The kernel that checks text with vectors, compiled once for each variant.
//
// Source: John Keiser, Daniel Lemire, "Validating UTF-8 In Less Than One Instruction Per Byte" (2021). Every fault
// of UTF-8 but the missing third or fourth byte shows in the first twelve bits of two neighbouring bytes: three
// tables of 16 entries, looked up by the first byte's two halves and the second's upper one, name the faults that
// each of them allows; a bit that all three have is a fault. The variant gives, beside `vectors.h`:
//
//     vector lookup(vector table, vector indices)      within each 16 bytes; indices are below 16

enum {
    too_short = 1 << 0,
    too_long = 1 << 1,
    overlong_3 = 1 << 2,
    too_large = 1 << 3,
    surrogate = 1 << 4,
    overlong_2 = 1 << 5,
    // A lead byte from 0xF5 up, or 0xF0, before 0x80...0x8F: never both, so they share a bit.
    too_large_1000 = 1 << 6,
    overlong_4 = 1 << 6,
    two_continuations = 1 << 7,
    // Faults that do not hang on the first byte's lower half.
    any_lower = too_short | too_long | two_continuations,
};

static const uint8_t by_first_upper[16] = {
    too_long, too_long, too_long, too_long, too_long, too_long, too_long, too_long,
    two_continuations, two_continuations, two_continuations, two_continuations,
    too_short | overlong_2,
    too_short,
    too_short | overlong_3 | surrogate,
    too_short | too_large | too_large_1000 | overlong_4,
};

static const uint8_t by_first_lower[16] = {
    any_lower | overlong_3 | overlong_2 | overlong_4,
    any_lower | overlong_2,
    any_lower,
    any_lower,
    any_lower | too_large,
    any_lower | too_large | too_large_1000,
    any_lower | too_large | too_large_1000,
    any_lower | too_large | too_large_1000,
    any_lower | too_large | too_large_1000,
    any_lower | too_large | too_large_1000,
    any_lower | too_large | too_large_1000,
    any_lower | too_large | too_large_1000,
    any_lower | too_large | too_large_1000,
    any_lower | too_large | too_large_1000 | surrogate,
    any_lower | too_large | too_large_1000,
    any_lower | too_large | too_large_1000,
};

static const uint8_t by_second_upper[16] = {
    too_short, too_short, too_short, too_short, too_short, too_short, too_short, too_short,
    too_long | overlong_2 | two_continuations | overlong_3 | too_large_1000 | overlong_4,
    too_long | overlong_2 | two_continuations | overlong_3 | too_large,
    too_long | overlong_2 | two_continuations | surrogate | too_large,
    too_long | overlong_2 | two_continuations | surrogate | too_large,
    too_short, too_short, too_short, too_short,
};

/// The table in every 16 bytes of a vector.
AID_INLINE vector spread_table(const uint8_t table[16]) {
    uint8_t spread[VECTOR_BYTES];
    for (size_t index = 0; index < VECTOR_BYTES; index += 16) {
        memcpy(spread + index, table, 16);
    }
    return load_vector(spread);
}

typedef struct text_state {
    vector first_upper, first_lower, second_upper;
    /// Not 0 where there was a fault.
    vector faults;
    /// The smallest byte that was seen in each place.
    vector smallest;
    /// Which bytes of the block before are not ASCII.
    uint64_t not_ascii_before;
    uint64_t not_ascii;
} text_state;

/// Checks the block at `at`. The three bytes before it are read too.
AID_INLINE void check_block(text_state *state, const uint8_t *at) {
    const block these = load_block(at);
#pragma clang loop unroll(full)
    for (int index = 0; index < VECTOR_COUNT; index++) {
        state->smallest = __builtin_elementwise_min(state->smallest, these.vectors[index]);
    }
    const uint64_t not_ascii = high_bits(these);
    // ASCII behind what did not end in the middle of a character.
    if ((not_ascii | state->not_ascii_before >> 61) == 0) {
        state->not_ascii_before = 0;
        return;
    }
    state->not_ascii_before = not_ascii;
    state->not_ascii |= not_ascii;
#pragma clang loop unroll(full)
    for (int index = 0; index < VECTOR_COUNT; index++) {
        const uint8_t *place = at + index * VECTOR_BYTES;
        const vector here = these.vectors[index];
        const vector one_before = load_vector(place - 1);
        const vector two_before = load_vector(place - 2);
        const vector three_before = load_vector(place - 3);
        const vector pairs = lookup(state->first_upper, one_before >> 4) &
                             lookup(state->first_lower, one_before & splat(0x0F)) &
                             lookup(state->second_upper, here >> 4);
        // Bit 7 is set behind a lead byte of three (four), two (three) places on: just there, two continuations in
        // a row are in order.
        const vector third = __builtin_elementwise_sub_sat(two_before, splat(0xE0 - 0x80));
        const vector fourth = __builtin_elementwise_sub_sat(three_before, splat(0xF0 - 0x80));
        state->faults |= ((third | fourth) & splat(0x80)) ^ pairs;
    }
}

static unsigned check_text(const uint8_t *bytes, size_t count) {
    if (count == 0) {
        return 0;
    }
    text_state state = {
        .first_upper = spread_table(by_first_upper),
        .first_lower = spread_table(by_first_lower),
        .second_upper = spread_table(by_second_upper),
        .faults = splat(0),
        .smallest = splat(0xFF),
    };
    // Blocks at the edges are checked in a copy between bytes that are ASCII and not 0, so that nothing outside is
    // read and a sequence that the end cuts is too short.
    uint8_t edge[64 + 64];
    size_t position = 0;
    if (count >= 64) {
        memset(edge, ' ', 64);
        memcpy(edge + 64, bytes, 64);
        check_block(&state, edge + 64);
        for (position = 64; count - position >= 64; position += 64) {
            check_block(&state, bytes + position);
        }
    }
    // At most 63 bytes are left, so at least one of those behind them is looked at.
    memset(edge, ' ', sizeof edge);
    if (position > 0) {
        memcpy(edge + 61, bytes + position - 3, 3);
    }
    memcpy(edge + 64, bytes + position, count - position);
    check_block(&state, edge + 64);

    unsigned found = 0;
    if (state.not_ascii != 0) {
        found |= AID_TEXT_NOT_ASCII;
    }
    if (!is_all(state.smallest != splat(0))) {
        found |= AID_TEXT_ZERO;
    }
    if (!is_all(state.faults == splat(0))) {
        found |= AID_TEXT_NOT_UTF8;
    }
    return found;
}
