// sync_file_range is declared for _GNU_SOURCE alone, which Swift's import of the C library does not set.
#define _GNU_SOURCE
#include "CFileSystem.h"

#include <fcntl.h>

void aid_begin_writeback(int descriptor) {
#ifdef SYNC_FILE_RANGE_WRITE
    sync_file_range(descriptor, 0, 0, SYNC_FILE_RANGE_WRITE);
#else
    (void)descriptor;
#endif
}
