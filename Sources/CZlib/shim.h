#ifndef AIDSTATS_ZLIB_SHIM_H
#define AIDSTATS_ZLIB_SHIM_H

#include <zlib.h>

// A macro that Swift cannot import: a window of any size, and the header and the check sum of gzip.
static inline int aid_inflate_gzip(z_stream *stream) {
    return inflateInit2(stream, 15 + 16);
}

#endif
