// What a program can ask of the processor's caches, which Swift has no words for.
#ifndef AIDSTATS_CMEMORY_H
#define AIDSTATS_CMEMORY_H

/// Asks for the cache line of an address that will soon be written; any address will do.
///
/// Rows are dealt out to hundreds of places in no order that a processor could foresee, so without being
/// told it waits for memory at every new line.
static inline void aid_prefetch_for_writing(const void *address) {
    __builtin_prefetch(address, 1, 3);
}

#endif
