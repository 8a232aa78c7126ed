#ifndef AIDSTATS_LIBARCHIVE_SHIM_H
#define AIDSTATS_LIBARCHIVE_SHIM_H

#include <archive.h>
#include <archive_entry.h>

#endif
