// Of libcrypto, SHA-256 alone.
#ifndef AIDSTATS_CRYPTO_SHIM_H
#define AIDSTATS_CRYPTO_SHIM_H

// OpenSSL 3 wants hashes by way of EVP, whose states lie on the heap: a tag copies two states, and would allocate for each.
// These functions are what EVP calls in the end.
#define OPENSSL_SUPPRESS_DEPRECATED

#include <openssl/sha.h>

#endif
