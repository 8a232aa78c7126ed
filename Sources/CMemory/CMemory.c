// The header is all there is.
#include "CMemory.h"
