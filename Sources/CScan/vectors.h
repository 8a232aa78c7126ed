// Blocks of 64 bytes made of vectors, compiled once for each variant, which defines VECTOR_BYTES (16, 32 or 64)
// before and gives `uint64_t high_bits(block)` behind: bit 7 of each byte.

enum { VECTOR_COUNT = 64 / VECTOR_BYTES };

typedef uint8_t vector __attribute__((vector_size(VECTOR_BYTES)));

typedef struct block {
    vector vectors[VECTOR_COUNT];
} block;

AID_INLINE uint64_t high_bits(block these);

AID_INLINE vector splat(uint8_t byte) {
    return (vector){} + byte;
}

AID_INLINE vector load_vector(const uint8_t *at) {
    vector loaded;
    memcpy(&loaded, at, sizeof loaded);
    return loaded;
}

AID_INLINE block load_block(const uint8_t *at) {
    block loaded;
#pragma clang loop unroll(full)
    for (int index = 0; index < VECTOR_COUNT; index++) {
        loaded.vectors[index] = load_vector(at + index * VECTOR_BYTES);
    }
    return loaded;
}

AID_INLINE uint64_t equal(block these, uint8_t byte) {
#pragma clang loop unroll(full)
    for (int index = 0; index < VECTOR_COUNT; index++) {
        these.vectors[index] = (vector)(these.vectors[index] == splat(byte));
    }
    return high_bits(these);
}

AID_INLINE uint64_t at_least(block these, uint8_t byte) {
#pragma clang loop unroll(full)
    for (int index = 0; index < VECTOR_COUNT; index++) {
        these.vectors[index] = (vector)(these.vectors[index] >= splat(byte));
    }
    return high_bits(these);
}
