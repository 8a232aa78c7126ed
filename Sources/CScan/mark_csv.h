// The kernel that marks CSV, compiled once for each variant. The variant gives:
//
//     block load_block(const uint8_t *)           64 bytes
//     uint64_t equal(block, uint8_t)              which of them are that byte
//     uint64_t prefix_parity(uint64_t)            see bits.h
//     void write_positions(uint32_t *target, uint32_t position, uint64_t bits, uint32_t count)
//                                                 may write up to 64 entries
//     LINES_AT_ONCE                               line ends of a block that are written unasked: 1 or 0

/// What one block hands to the next, and the ends of what is written.
typedef struct csv_state {
    uint32_t *mark;
    uint32_t *line;
    size_t broken_at;
    /// All ones if the block begins inside quotes, else 0.
    uint64_t inside;
    /// 1 if the byte before the block is a closing quote, else 0.
    uint64_t after_closing;
    /// 1 if the block begins inside a text guard, else 0.
    uint64_t inside_guard;
    /// 1 if the byte before the block closes a text guard, else 0.
    uint64_t after_guard;
    /// 1 if the byte before the block is a CR, else 0.
    uint64_t after_return;
    uint64_t has_quotes;
    uint64_t quoted_line_ends;
} csv_state;

/// Writes the separators of the block at `position`, and the indices of those that are line ends.
AID_INLINE void write_block(
    csv_state *state, const uint32_t *marks, size_t position, uint64_t separators, uint64_t line_ends) {
    const uint32_t count = bit_count(separators);
    const uint32_t line_count = bit_count(line_ends);
    write_positions(state->mark, (uint32_t)position, separators, count);

    // A line end's index is the number of separators before it. Whether a block has one cannot be guessed, so the
    // first is written unasked.
    const uint32_t first_index = (uint32_t)(state->mark - marks);
    uint32_t written = 0;
#pragma clang loop unroll(full)
    for (; written < LINES_AT_ONCE; written++) {
        const uint64_t before = (line_ends & -line_ends) - 1;
        state->line[written] = first_index + bit_count(separators & before);
        line_ends &= line_ends - 1;
    }
    while (line_ends != 0) {
        const uint64_t before = (line_ends & -line_ends) - 1;
        state->line[written++] = first_index + bit_count(separators & before);
        line_ends &= line_ends - 1;
    }
    state->mark += count;
    state->line += line_count;
}

/// The bytes of a block that break a spreadsheet's text guard, `="…"`: a quote that opens none, a separator within one,
/// and anything but a separator behind one.
///
/// - `odd`: the quotes that open where no quoted field begins.
/// - `guards`: the bytes behind an equals sign that begins a field.
AID_INLINE uint64_t breaks_of_guards(
    csv_state *state, uint64_t odd, uint64_t guards, uint64_t quotes, uint64_t separators, uint64_t valid) {
    uint64_t within = 0;
    uint64_t closing = 0;
    if (state->inside_guard != 0) {
        closing = quotes & -quotes;
        within = closing - 1;
        state->inside_guard = closing == 0;
    }
    for (uint64_t rest = odd & guards; rest != 0; rest &= rest - 1) {
        const uint64_t through_opening = rest ^ (rest - 1);
        const uint64_t later = quotes & ~through_opening;
        const uint64_t next = later & -later;
        // Up to the last byte where there is none.
        within |= (next - 1) & ~through_opening;
        closing |= next;
        state->inside_guard |= next == 0;
    }
    const uint64_t behind = closing << 1 | state->after_guard;
    state->after_guard = closing >> 63;
    return (odd & ~guards) | (within & separators) | (behind & ~separators & valid);
}

/// Marks the block at `position`, of which the bytes in `valid` count.
AID_INLINE void mark_block(
    csv_state *state, const uint32_t *marks, const uint8_t *bytes, size_t start, size_t position, uint8_t delimiter,
    uint64_t valid) {
    const block loaded = load_block(bytes + position);
    const uint64_t quotes = equal(loaded, '"') & valid;
    const uint64_t returns = equal(loaded, '\r') & valid;
    const uint64_t feeds = equal(loaded, '\n') & valid;
    const uint64_t ends = returns | feeds;
    const uint64_t all = (equal(loaded, delimiter) & valid) | ends;

    // The LF of a CRLF. Where the one is outside quotes, so is the other.
    const uint64_t second = feeds & (returns << 1 | state->after_return);
    state->after_return = returns >> 63;

    if ((quotes | state->inside | state->after_closing) == 0) {
        write_block(state, marks, position, all & ~second, ends & ~second);
        return;
    }

    // From an opening quote up to the byte before its closing one.
    const uint64_t inside = prefix_parity(quotes) ^ state->inside;
    const uint64_t opening = quotes & inside;
    const uint64_t closing = quotes & ~inside;
    // A separator right before an opening quote is outside quotes, and a quote there is a closing one, so neither
    // need be told from those inside.
    uint64_t may_open = (all | quotes) << 1;
    uint64_t may_guard = (equal(loaded, '=') & (all << 1)) << 1;
    if (position == start) {
        may_open |= 1;
        may_guard |= (uint64_t)(bytes[position] == '=') << 1;
    } else {
        const uint8_t before = bytes[position - 1];
        const uint64_t begins_field = before == delimiter || before == '\r' || before == '\n';
        may_open |= begins_field | (before == '"');
        may_guard |= (begins_field & (bytes[position] == '=')) << 1;
        if (before == '=') {
            const uint8_t second = position - 1 == start ? delimiter : bytes[position - 2];
            may_guard |= (uint64_t)(second == delimiter || second == '\r' || second == '\n');
        }
    }
    const uint64_t behind_closing = closing << 1 | state->after_closing;
    const uint64_t odd = opening & ~may_open;
    uint64_t broken = behind_closing & ~(all | quotes) & valid;
    if ((odd | state->inside_guard | state->after_guard) != 0) {
        broken |= breaks_of_guards(state, odd, may_guard, quotes, all, valid);
    }
    if (broken != 0 && state->broken_at == SIZE_MAX) {
        state->broken_at = position + first_bit(broken);
    }
    // All ones or all zeros, from the last bit.
    state->inside = (uint64_t)((int64_t)inside >> 63);
    state->after_closing = closing >> 63;
    state->has_quotes |= quotes;
    state->quoted_line_ends |= ends & inside;
    write_block(state, marks, position, all & ~second & ~inside, ends & ~second & ~inside);
}

static void mark_csv(
    const uint8_t *bytes, size_t start, size_t count, uint8_t delimiter, aid_csv_marks *out) {
    csv_state state = {.mark = out->marks, .line = out->lines, .broken_at = SIZE_MAX};
    size_t position = start;
    for (; count - position >= 64; position += 64) {
        mark_block(&state, out->marks, bytes, start, position, delimiter, ~(uint64_t)0);
    }
    if (position < count) {
        mark_block(&state, out->marks, bytes, start, position, delimiter, bits_below(count - position));
    }
    out->mark_count = (size_t)(state.mark - out->marks);
    out->line_count = (size_t)(state.line - out->lines);
    out->broken_at = state.broken_at;
    out->has_quotes = state.has_quotes != 0;
    out->ends_in_quotes = (uint8_t)(state.inside & 1);
    out->has_quoted_line_ends = state.quoted_line_ends != 0;
}
