import SourceText

/// The form controls of an OpenDocument text: boxes and fields that stand elsewhere in the file than in the text.
struct ODTControls {
  /// What each control shows, by its id.
  private var shown: [String: [UInt8]] = [:]
  /// The old check box that is being read; nil outside of one.
  private var field: Block.CheckBox?

  /// What the control called `id` shows.
  func text(of id: String?) -> [UInt8] { id.flatMap { shown[$0] } ?? [] }

  /// Takes a control's definition.
  mutating func define(_ tag: XMLTag, _ attributes: XMLAttributes) {
    guard let id = attributes["id"] else { return }
    var text: [UInt8] = []
    switch tag {
    case .formCheckBox:
      text.append(box: attributes["current-state"] ?? attributes["state"] == "checked" ? .checked : .unchecked)
      text += (attributes["label"] ?? "").utf8
    case .formRadio:
      text.append(box: attributes["current-selected"] ?? attributes["selected"] == "true" ? .checked : .unchecked)
      text += (attributes["label"] ?? "").utf8
    case .formText, .formTextArea, .formComboBox:
      text += (attributes["current-value"] ?? attributes["value"] ?? "").utf8
    case .formFixedText, .formButton: text += (attributes["label"] ?? "").utf8
    default: return
    }
    shown[id] = text
  }

  // MARK: Boxes that came from Word

  mutating func beginField(_ attributes: XMLAttributes) {
    field = attributes["type"]?.hasSuffix("FORMCHECKBOX") ?? false ? .unchecked : nil
  }

  mutating func parameter(_ attributes: XMLAttributes) {
    if field != nil, attributes["name"] == "Checkbox_Checked" {
      field = attributes["value"] == "true" ? .checked : .unchecked
    }
  }

  /// The box of the field that ends here; empty if it is none.
  mutating func endField() -> [UInt8] {
    guard let field else { return [] }
    self.field = nil
    var text: [UInt8] = []
    text.append(box: field)
    return text
  }
}
