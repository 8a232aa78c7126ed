#define _GNU_SOURCE
#include "CFuzzer.h"

#include <sys/mman.h>

int aid_memory_file(void) { return memfd_create("trial", MFD_CLOEXEC); }
