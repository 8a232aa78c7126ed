// The system calls of publication that Swift on Linux does not import.
#ifndef AIDSTATS_CFILESYSTEM_H
#define AIDSTATS_CFILESYSTEM_H

/// Exchanges two paths, so that no moment exists at which either is missing.
/// Both must exist. Returns 0, or -1 with errno set (EINVAL, ENOSYS: not supported here).
int aid_exchange_paths(const char *first, const char *second);

/// Lets the disk begin with what has been written to a file, without waiting for it. A hint: nothing is safe before
/// fsync has said so, which also tells whatever goes wrong.
void aid_begin_writeback(int descriptor);

#endif
