// The kernel that looks for what plain XML text must not hold, compiled once for each variant. The variant gives:
//
//     block load_block(const uint8_t *)           64 bytes
//     uint64_t equal(block, uint8_t)              which of them are that byte
//     uint64_t at_least(block, uint8_t)           which of them are that byte or above

typedef struct xml_state {
    unsigned found;
    /// 1 if the last byte of the block before was ']' or 0xEF.
    uint64_t after_bracket;
    uint64_t after_lead;
} xml_state;

/// Whether a byte from `lowest` to `highest` stands behind one of the marked ones.
AID_INLINE int is_any_followed(
    const uint8_t *bytes, size_t position, size_t count, uint64_t marked, uint8_t lowest, uint8_t highest) {
    for (; marked != 0; marked &= marked - 1) {
        const size_t next = position + first_bit(marked) + 1;
        if (next < count && bytes[next] >= lowest && bytes[next] <= highest) {
            return 1;
        }
    }
    return 0;
}

/// Checks the block of `bytes` at `position`, whose 64 bytes are at `at`.
AID_INLINE void check_xml_block(
    xml_state *state, const uint8_t *at, const uint8_t *bytes, size_t position, size_t count) {
    const block these = load_block(at);
    const uint64_t returns = equal(these, '\r');
    const uint64_t space = returns | equal(these, '\t') | equal(these, '\n');
    if (((~at_least(these, 0x20) & ~space) | equal(these, '&')) != 0) {
        state->found |= AID_XML_NOT_PLAIN;
    }
    if (returns != 0) {
        state->found |= AID_XML_RETURN;
    }
    // Both are rare enough that what follows them may be looked at one by one.
    const uint64_t brackets = equal(these, ']');
    const uint64_t second_brackets = brackets & (brackets << 1 | state->after_bracket);
    state->after_bracket = brackets >> 63;
    if (second_brackets != 0 && is_any_followed(bytes, position, count, second_brackets, '>', '>')) {
        state->found |= AID_XML_SECTION_END;
    }
    // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
    const uint64_t leads = equal(these, 0xEF);
    const uint64_t seconds = equal(these, 0xBF) & (leads << 1 | state->after_lead);
    state->after_lead = leads >> 63;
    if (seconds != 0 && is_any_followed(bytes, position, count, seconds, 0xBE, 0xBF)) {
        state->found |= AID_XML_NOT_PLAIN;
    }
}

static unsigned check_xml(const uint8_t *bytes, size_t count) {
    xml_state state = {0};
    size_t position = 0;
    for (; count - position >= 64; position += 64) {
        check_xml_block(&state, bytes + position, bytes, position, count);
    }
    if (position < count) {
        // A copy of what is left, so that nothing past the end is read.
        uint8_t rest[64];
        memset(rest, ' ', sizeof rest);
        memcpy(rest, bytes + position, count - position);
        check_xml_block(&state, rest, bytes, position, count);
    }
    return state.found;
}
