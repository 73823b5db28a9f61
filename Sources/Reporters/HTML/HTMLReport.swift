import Analysis
import SourceText

/// A page on one form for a browser and for paper: one file, without scripts and without anything from elsewhere.
/// It has the whole form at its end, with the words marked that the page speaks of.
public struct HTMLReport: Sendable {
  public var provenance: Provenance

  public init(provenance: Provenance) {
    self.provenance = provenance
  }

  /// The page, ending in a line feed.
  ///
  /// - Parameter document: with the text that was read, else the page has no form to point at.
  public func render(_ document: DocumentReport) -> String {
    let page = PatientPage(document)
    let texts = page.texts
    let points = PagePoints(page)
    let marks = document.read.map { FormMarks($0, points: points, questions: document.questions) }
    var html = HTMLWriter()
    html.raw("<!DOCTYPE html>\n")
    html.open("html", ["lang": page.texts.language])
    html.raw("\n")
    writeHead(page, to: &html)
    html.block("body") { html in
      html.block("a", ["class": "skip", "href": "#main"], texts.skipLink)
      html.block("header") { html in
        html.block("h1", texts.pageHeading)
        html.block("p", page.opening)
        writeContents(page, to: &html)
      }
      html.block("main", ["id": "main"]) { html in
        html.block("div", ["class": "summary"]) { html in
          HTMLSections(page: page, points: points, marks: marks).write(to: &html)
        }
        if let read = document.read, let marks {
          html.block("section", ["class": "form-part", "aria-labelledby": "form"]) { html in
            html.block("h2", ["id": "form"], texts.formHeading)
            html.block("p", texts.formHint)
            // The form speaks its own language, which the page cannot know better than the report.
            html.block("div", ["class": "form", "lang": document.language]) { html in
              MarkedForm(read.text, marks: marks.marks, points: points.all, texts: texts).write(to: &html)
            }
          }
        }
      }
      writeFooter(page, to: &html)
    }
    html.close("html")
    return html.text
  }

  private func writeHead(_ page: PatientPage, to html: inout HTMLWriter) {
    html.block("head") { html in
      html.open("meta", ["charset": "utf-8"])
      let style = Base64.encode(SHA256.hash(Array(PageStyle.css.utf8)))
      let policy = "default-src 'none'; style-src 'sha256-\(style)'; base-uri 'none'; form-action 'none'"
      html.open("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
      html.open("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      html.open("meta", ["name": "referrer", "content": "no-referrer"])
      html.block("title", page.texts.pageTitle(page.name))
      html.raw("<style>\(PageStyle.css)</style>\n")
    }
  }

  private func writeContents(_ page: PatientPage, to html: inout HTMLWriter) {
    html.block("nav", ["aria-label": page.texts.contentsName]) { html in
      html.block("ul") { html in
        for (id, title) in HTMLSections.contents(of: page) {
          html.block("li") { $0.inline("a", ["href": "#\(id)"], title) }
        }
        if page.document.read != nil {
          html.block("li") { $0.inline("a", ["href": "#form"], page.texts.formHeading) }
        }
      }
    }
  }

  private func writeFooter(_ page: PatientPage, to html: inout HTMLWriter) {
    html.block("footer") { html in
      html.block("p", page.texts.disclaimer)
      html.block("p", provenance.line(in: page.texts))
      if let hash = page.document.read?.fileHash { html.block("p", "\(page.texts.fingerprintAtEnd) \(hash)") }
    }
  }
}
