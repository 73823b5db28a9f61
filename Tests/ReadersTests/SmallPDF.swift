/// Writes small PDF files by hand, so that tests know what is where.
struct SmallPDF {
  /// A string at a place: from the lower left corner of the page, in points.
  struct Piece {
    var text: String
    var x: Int
    var y: Int
    var size = 10
    /// `F1` Helvetica, `F2` Helvetica-Bold, `F3` Zapf Dingbats.
    var font = "F1"
  }

  /// A grey picture over the whole page.
  struct Picture {
    var width: Int
    var height: Int
    var dots: [UInt8]
  }

  enum Content {
    case pieces([Piece])
    case picture(Picture)
  }

  var pages: [Content] = []
  /// True for a file that asks for a password.
  var isLocked = false

  /// Lines of 10 points from `top` down, 12 points apart.
  static func lines(_ lines: [String], x: Int, top: Int, size: Int = 10) -> [Piece] {
    lines.enumerated().map { Piece(text: $1, x: x, y: top - 12 * $0, size: size) }
  }

  var bytes: [UInt8] {
    var file = Array("%PDF-1.4\n".utf8)
    var offsets: [Int] = []
    func add(_ body: [UInt8]) {
      offsets.append(file.count)
      file += Array("\(offsets.count) 0 obj\n".utf8) + body + Array("\nendobj\n".utf8)
    }
    let first = 7
    let kids = pages.indices.map { "\(first + 3 * $0) 0 R" }.joined(separator: " ")
    add(Array("<</Type/Catalog/Pages 2 0 R>>".utf8))
    add(Array("<</Type/Pages/Kids[\(kids)]/Count \(pages.count)>>".utf8))
    for name in ["Helvetica", "Helvetica-Bold", "ZapfDingbats"] {
      let encoding = name == "ZapfDingbats" ? "" : "/Encoding/WinAnsiEncoding"
      add(Array("<</Type/Font/Subtype/Type1/BaseFont/\(name)\(encoding)>>".utf8))
    }
    let zeros = String(repeating: "0", count: 64)
    add(Array("<</Filter/Standard/V 2/R 3/Length 128/P -4/O<\(zeros)>/U<\(zeros)>>>".utf8))
    for (index, page) in pages.enumerated() {
      let number = first + 3 * index
      add(
        Array(
          """
          <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents \(number + 1) 0 R\
          /Resources<</Font<</F1 3 0 R/F2 4 0 R/F3 5 0 R>>/XObject<</P \(number + 2) 0 R>>>>>>
          """.utf8))
      add(stream(content(page), ""))
      if case .picture(let picture) = page {
        let head =
          "/Type/XObject/Subtype/Image/Width \(picture.width)/Height \(picture.height)/ColorSpace/DeviceGray/BitsPerComponent 8"
        add(stream(picture.dots, head))
      } else {
        add(Array("null".utf8))
      }
    }
    let start = file.count
    let entries = offsets.map { offset in
      String(repeating: "0", count: 10 - String(offset).count) + "\(offset) 00000 n \n"
    }
    file += Array("xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n\(entries.joined())".utf8)
    let lock = isLocked ? "/Encrypt 6 0 R/ID[<00><00>]" : ""
    file += Array("trailer\n<</Size \(offsets.count + 1)/Root 1 0 R\(lock)>>\nstartxref\n\(start)\n%%EOF\n".utf8)
    return file
  }

  private func stream(_ data: [UInt8], _ head: String) -> [UInt8] {
    Array("<<\(head)/Length \(data.count)>>\nstream\n".utf8) + data + Array("\nendstream".utf8)
  }

  private func content(_ page: Content) -> [UInt8] {
    switch page {
    case .picture: return Array("q 612 0 0 792 0 0 cm /P Do Q".utf8)
    case .pieces(let pieces):
      var bytes: [UInt8] = []
      for piece in pieces {
        bytes += Array("BT /\(piece.font) \(piece.size) Tf \(piece.x) \(piece.y) Td (".utf8)
        for scalar in piece.text.unicodeScalars {
          if ["(", ")", "\\"].contains(scalar) { bytes.append(0x5C) }
          bytes.append(scalar.value < 256 ? UInt8(scalar.value) : 0x3F)
        }
        bytes += Array(") Tj ET\n".utf8)
      }
      return bytes
    }
  }
}
