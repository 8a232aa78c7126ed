#ifndef AIDSTATS_ISAL_SHIM_H
#define AIDSTATS_ISAL_SHIM_H

#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>

#endif
