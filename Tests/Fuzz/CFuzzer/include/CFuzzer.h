#ifndef CFUZZER_H
#define CFUZZER_H

#include <stddef.h>
#include <stdint.h>

/// libFuzzer as a library: tries made-up inputs until its arguments say stop, or until one ends the process.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*tryInput)(const uint8_t *data, size_t size));

/// The descriptor of an empty file in memory, or -1.
int aid_memory_file(void);

#endif
