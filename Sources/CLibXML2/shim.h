// What Swift cannot import from libxml2 directly.
#ifndef AIDSTATS_LIBXML2_SHIM_H
#define AIDSTATS_LIBXML2_SHIM_H

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#endif
