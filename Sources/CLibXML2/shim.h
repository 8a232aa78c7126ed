// What Swift cannot import from libxml2 directly.
#ifndef AIDSTATS_LIBXML2_SHIM_H
#define AIDSTATS_LIBXML2_SHIM_H

// Debian builds libxml2 with ICU, whose headers clash with the copy of ICU in Foundation
// wherever a module sees both. Nothing that they add is used here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/catalog.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlwriter.h>

// A macro of a number beyond Int32, to be compared with an unsigned int.
static inline unsigned int aid_xml_sax2_magic(void) {
    return XML_SAX2_MAGIC;
}

#endif
