// The kernel that checks text where bytes cannot be looked up in a vector: skips ASCII by blocks and reads the rest
// a character at a time. The variant gives `load_block`, `equal` and `at_least`.

/// The length of the well-formed sequence at `bytes`, of which there are `left`; 0 if there is none.
///
/// - Source: the Unicode standard, table 3-7.
AID_INLINE size_t sequence_length(const uint8_t *bytes, size_t left) {
    const uint8_t lead = bytes[0];
    if (lead < 0x80) {
        return 1;
    }
    size_t length;
    uint8_t lowest = 0x80;
    uint8_t highest = 0xBF;
    if (lead < 0xC2) {
        return 0;
    } else if (lead < 0xE0) {
        length = 2;
    } else if (lead < 0xF0) {
        length = 3;
        lowest = lead == 0xE0 ? 0xA0 : lowest;
        highest = lead == 0xED ? 0x9F : highest;
    } else if (lead < 0xF5) {
        length = 4;
        lowest = lead == 0xF0 ? 0x90 : lowest;
        highest = lead == 0xF4 ? 0x8F : highest;
    } else {
        return 0;
    }
    if (left < length || bytes[1] < lowest || bytes[1] > highest) {
        return 0;
    }
    for (size_t index = 2; index < length; index++) {
        if ((bytes[index] & 0xC0) != 0x80) {
            return 0;
        }
    }
    return length;
}

static unsigned check_text(const uint8_t *bytes, size_t count) {
    unsigned found = 0;
    size_t position = 0;
    while (position < count) {
        size_t until = count;
        if (count - position >= 64) {
            const block these = load_block(bytes + position);
            if (at_least(these, 0x80) == 0) {
                if (equal(these, 0) != 0) {
                    found |= AID_TEXT_ZERO;
                }
                position += 64;
                continue;
            }
            until = position + 64;
        }
        while (position < until) {
            const uint8_t byte = bytes[position];
            if (byte < 0x80) {
                found |= byte == 0 ? AID_TEXT_ZERO : 0;
                position += 1;
                continue;
            }
            found |= AID_TEXT_NOT_ASCII;
            const size_t length = sequence_length(bytes + position, count - position);
            if (length == 0) {
                found |= AID_TEXT_NOT_UTF8;
                // A byte at a time, so that no zero behind is passed over.
                position += 1;
            } else {
                position += length;
            }
        }
    }
    return found;
}
