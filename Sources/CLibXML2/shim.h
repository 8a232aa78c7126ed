// What Swift cannot import from libxml2 directly.
#ifndef AIDSTATS_LIBXML2_SHIM_H
#define AIDSTATS_LIBXML2_SHIM_H

#include <libxml/catalog.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

// A macro of a number beyond Int32, to be compared with an unsigned int.
static inline unsigned int aid_xml_sax2_magic(void) {
    return XML_SAX2_MAGIC;
}

#endif
