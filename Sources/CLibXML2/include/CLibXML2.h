/// The part of libxml2 that Readers use, opened when the first document needs it (see LazyLibrary).
///
/// Names, values and layouts are libxml2's own (https://gnome.pages.gitlab.gnome.org/libxml2/html/). Only what has
/// been the same since version 2.6 (2003) is declared, so that one program runs with all releases.
#ifndef C_LIBXML2_H
#define C_LIBXML2_H

#pragma GCC visibility push(hidden)

typedef unsigned char xmlChar;

/// The functions that the parser calls. Those without types are not used here; they keep their places.
typedef struct _xmlSAXHandler {
  void (*internalSubset)(void *context, const xmlChar *name, const xmlChar *externalID, const xmlChar *systemID);
  void (*isStandalone)(void), (*hasInternalSubset)(void), (*hasExternalSubset)(void), (*resolveEntity)(void);
  void (*getEntity)(void), (*entityDecl)(void), (*notationDecl)(void), (*attributeDecl)(void), (*elementDecl)(void);
  void (*unparsedEntityDecl)(void), (*setDocumentLocator)(void), (*startDocument)(void), (*endDocument)(void);
  void (*startElement)(void *context, const xmlChar *name, const xmlChar **attributes);
  void (*endElement)(void *context, const xmlChar *name);
  void (*reference)(void);
  void (*characters)(void *context, const xmlChar *text, int count);
  void (*ignorableWhitespace)(void *context, const xmlChar *text, int count);
  void (*processingInstruction)(void *context, const xmlChar *target, const xmlChar *data);
  void (*comment)(void *context, const xmlChar *text);
  void (*warning)(void), (*error)(void), (*fatalError)(void), (*getParameterEntity)(void);
  void (*cdataBlock)(void *context, const xmlChar *text, int count);
  void (*externalSubset)(void);
  unsigned int initialized;
  void *_private;
  void (*startElementNs)(
      void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaceCount,
      const xmlChar **namespaces, int attributeCount, int defaultedCount, const xmlChar **attributes);
  void (*endElementNs)(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri);
  void (*serror)(void);
} xmlSAXHandler;

/// The value of `initialized` that makes the parser call startElementNs and endElementNs.
#define XML_SAX2_MAGIC 0xDEEDBEAF

/// The first fields of the parser's context. The library makes it; it is longer than this.
typedef struct _xmlParserCtxt {
  xmlSAXHandler *sax;
  void *userData;
  void *document;
  int wellFormed;
} xmlParserCtxt;
typedef xmlParserCtxt *xmlParserCtxtPtr;
typedef xmlParserCtxtPtr htmlParserCtxtPtr;
typedef xmlSAXHandler htmlSAXHandler;

typedef enum {
  XML_PARSE_RECOVER = 1 << 0,
  XML_PARSE_NOERROR = 1 << 5,
  XML_PARSE_NOWARNING = 1 << 6,
  XML_PARSE_NONET = 1 << 11,
  XML_PARSE_COMPACT = 1 << 16,
  XML_PARSE_HUGE = 1 << 19,
} xmlParserOption;
typedef enum {
  HTML_PARSE_RECOVER = 1 << 0,
  HTML_PARSE_NOERROR = 1 << 5,
  HTML_PARSE_NOWARNING = 1 << 6,
  HTML_PARSE_NONET = 1 << 11,
  HTML_PARSE_IGNORE_ENC = 1 << 21,
} htmlParserOption;
typedef enum { XML_CHAR_ENCODING_UTF8 = 1 } xmlCharEncoding;

xmlParserCtxtPtr xmlCreateMemoryParserCtxt(const char *buffer, int size);
xmlParserCtxtPtr xmlCreatePushParserCtxt(
    xmlSAXHandler *sax, void *userData, const char *chunk, int size, const char *name);
void xmlFreeParserCtxt(xmlParserCtxtPtr context);
int xmlCtxtUseOptions(xmlParserCtxtPtr context, int options);
int xmlParseDocument(xmlParserCtxtPtr context);
int xmlParseChunk(xmlParserCtxtPtr context, const char *chunk, int size, int isLast);
void xmlStopParser(xmlParserCtxtPtr context);
int xmlSwitchEncoding(xmlParserCtxtPtr context, xmlCharEncoding encoding);
long xmlByteConsumed(xmlParserCtxtPtr context);
int xmlStrEqual(const xmlChar *one, const xmlChar *other);

htmlParserCtxtPtr htmlCreateMemoryParserCtxt(const char *buffer, int size);
void htmlFreeParserCtxt(htmlParserCtxtPtr context);
int htmlCtxtUseOptions(htmlParserCtxtPtr context, int options);
int htmlParseDocument(htmlParserCtxtPtr context);

/// True if libxml2 is installed. Without it every function fails as on a damaged file.
int CLibXML2IsInstalled(void);

#pragma GCC visibility pop

#endif
