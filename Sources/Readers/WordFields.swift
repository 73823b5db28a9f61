import SourceText

/// Word's fields and the old form controls in them: only a field's result is text.
struct WordFields {
  private struct Field {
    var isResult = false
  }

  private var open: [Field] = []
  /// Fields whose instructions are being read.
  private var instructions = 0
  private var box: (checked: Bool?, default: Bool)?
  private var list: (choice: Int, entries: [String])?

  /// True outside of fields and in results.
  var isVisible: Bool { instructions == 0 }
  /// True if some field has not ended.
  var isOpen: Bool { !open.isEmpty }
  /// True where a control of the field that has just begun is seen: fields around it show.
  private var isControlVisible: Bool { instructions <= 1 }

  mutating func take(_ kind: String?) {
    switch kind {
    case "begin":
      open.append(Field())
      instructions += 1
    case "separate":
      guard let last = open.last, !last.isResult else { return }
      open[open.count - 1].isResult = true
      instructions -= 1
    case "end": if let field = open.popLast(), !field.isResult { instructions -= 1 }
    default: break
    }
  }

  mutating func start(_ tag: XMLTag, _ attributes: XMLAttributes) {
    switch tag {
    case .wordCheckBox: box = (nil, false)
    case .wordChecked: box?.checked = attributes.isOn
    case .wordDefault: box?.default = attributes.isOn
    case .wordDropDown: list = (0, [])
    case .wordResult: list?.choice = attributes.number("val") ?? 0
    case .wordListEntry: list?.entries.append(attributes["val"] ?? "")
    default: break
    }
  }

  /// What the control that ends here shows; nil if it is none.
  mutating func end(_ tag: XMLTag) -> [UInt8]? {
    switch tag {
    case .wordCheckBox:
      guard let box else { return nil }
      self.box = nil
      var text: [UInt8] = []
      text.append(box: box.checked ?? box.default ? .checked : .unchecked)
      return isControlVisible ? text : nil
    case .wordDropDown:
      guard let list else { return nil }
      self.list = nil
      return isControlVisible && list.entries.indices.contains(list.choice)
        ? Array(list.entries[list.choice].utf8) : nil
    default: return nil
    }
  }
}

/// Characters that Word writes by their place in a symbol font.
enum WordSymbols {
  /// The UTF-8 of sign `code` (hexadecimal) of `font`; empty if it is not known.
  static func text(font: String, code: String) -> [UInt8] {
    guard let value = UInt32(code, radix: 16) else { return [] }
    let low = value & 0xFF
    let scalar: UInt32
    switch font.lowercased() {
    // The boxes of this font are known by their private code points.
    case "wingdings": scalar = 0xF000 | low
    case "wingdings 2":
      switch low {
      case 0x50: scalar = 0x2713
      case 0x52: scalar = 0x2611
      case 0x51, 0x53, 0x54, 0x55: scalar = 0x2612
      case 0x2A, 0x30, 0xA3: scalar = 0x2610
      case 0x95...0x98: scalar = 0x2022
      default: return []
      }
    case "symbol":
      switch low {
      case 0xB7: scalar = 0x2022
      case 0xA3: scalar = 0x2264
      case 0xB3: scalar = 0x2265
      case 0xB0: scalar = 0xB0
      case 0xD2, 0xE2: scalar = 0xAE
      case 0xD4, 0xE4: scalar = 0x2122
      default: return []
      }
    case "webdings": return low == 0x63 ? Array("\u{2610}".utf8) : low == 0x61 ? Array("\u{2713}".utf8) : []
    default: scalar = value >= 0xF000 && value <= 0xF0FF ? low : value
    }
    return Unicode.Scalar(scalar).map { Array(String($0).utf8) } ?? []
  }
}
