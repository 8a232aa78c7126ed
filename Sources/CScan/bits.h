// Steps on 64 bits, bit n of which stands for byte n of a block.
#include "variants.h"

/// The lowest bit's number; 64 if there is none. One instruction where there is BMI.
AID_INLINE uint32_t first_bit(uint64_t bits) {
    return bits == 0 ? 64 : (uint32_t)__builtin_ctzll(bits);
}

AID_INLINE uint32_t bit_count(uint64_t bits) {
    return (uint32_t)__builtin_popcountll(bits);
}

/// The bits below `count`, which is at most 63.
AID_INLINE uint64_t bits_below(size_t count) {
    return ((uint64_t)1 << count) - 1;
}

/// Bit n is the parity of bits 0...n. For processors that multiply without carry, `prefix_parity` is one instruction.
AID_INLINE uint64_t prefix_parity_by_shifts(uint64_t bits) {
    bits ^= bits << 1;
    bits ^= bits << 2;
    bits ^= bits << 4;
    bits ^= bits << 8;
    bits ^= bits << 16;
    bits ^= bits << 32;
    return bits;
}

/// Writes the positions of the bits at `target`, in batches of eight whether there are so many or not: guessing
/// wrongly when to stop costs a processor more than writing what the next block overwrites.
AID_INLINE void write_positions_by_eights(uint32_t *target, uint32_t position, uint64_t bits, uint32_t count) {
    uint32_t written = 0;
    do {
#pragma clang loop unroll(full)
        for (int step = 0; step < 8; step++) {
            target[written + (uint32_t)step] = position + first_bit(bits);
            bits &= bits - 1;
        }
        written += 8;
    } while (written < count);
}
