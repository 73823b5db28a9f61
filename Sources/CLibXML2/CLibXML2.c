#include "CLibXML2.h"

#include "LazyLibrary.h"

static const char *const names[] = {
#if defined(__APPLE__)
    "libxml2.2.dylib",
#endif
    "libxml2.so.2", "libxml2.so.16", NULL};
static LazyLibrary libxml2 = {names, NULL};

xmlParserCtxtPtr xmlCreateMemoryParserCtxt(const char *buffer, int size) {
  FORWARD(libxml2, NULL, xmlCreateMemoryParserCtxt, buffer, size);
}

xmlParserCtxtPtr xmlCreatePushParserCtxt(
    xmlSAXHandler *sax, void *userData, const char *chunk, int size, const char *name) {
  FORWARD(libxml2, NULL, xmlCreatePushParserCtxt, sax, userData, chunk, size, name);
}

void xmlFreeParserCtxt(xmlParserCtxtPtr context) { FORWARD(libxml2, NOTHING, xmlFreeParserCtxt, context); }

int xmlCtxtUseOptions(xmlParserCtxtPtr context, int options) {
  FORWARD(libxml2, -1, xmlCtxtUseOptions, context, options);
}

int xmlParseDocument(xmlParserCtxtPtr context) { FORWARD(libxml2, -1, xmlParseDocument, context); }

int xmlParseChunk(xmlParserCtxtPtr context, const char *chunk, int size, int isLast) {
  FORWARD(libxml2, -1, xmlParseChunk, context, chunk, size, isLast);
}

void xmlStopParser(xmlParserCtxtPtr context) { FORWARD(libxml2, NOTHING, xmlStopParser, context); }

int xmlSwitchEncoding(xmlParserCtxtPtr context, xmlCharEncoding encoding) {
  FORWARD(libxml2, -1, xmlSwitchEncoding, context, encoding);
}

long xmlByteConsumed(xmlParserCtxtPtr context) { FORWARD(libxml2, -1, xmlByteConsumed, context); }

int xmlStrEqual(const xmlChar *one, const xmlChar *other) { FORWARD(libxml2, 0, xmlStrEqual, one, other); }

htmlParserCtxtPtr htmlCreateMemoryParserCtxt(const char *buffer, int size) {
  FORWARD(libxml2, NULL, htmlCreateMemoryParserCtxt, buffer, size);
}

void htmlFreeParserCtxt(htmlParserCtxtPtr context) { FORWARD(libxml2, NOTHING, htmlFreeParserCtxt, context); }

int htmlCtxtUseOptions(htmlParserCtxtPtr context, int options) {
  FORWARD(libxml2, -1, htmlCtxtUseOptions, context, options);
}

int htmlParseDocument(htmlParserCtxtPtr context) { FORWARD(libxml2, -1, htmlParseDocument, context); }

int CLibXML2IsInstalled(void) { return LazyLibraryOpen(&libxml2) != NULL; }
