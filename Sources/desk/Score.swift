/// Precision and recall as the labels' own score command counts them.
struct Score {
  var foundGold = 0
  var gold = 0
  var rightFound = 0
  var found = 0

  var precision: Double { found == 0 ? 0 : Double(rightFound) / Double(found) }
  var recall: Double { gold == 0 ? 0 : Double(foundGold) / Double(gold) }
  var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }

  static func + (a: Score, b: Score) -> Score {
    Score(
      foundGold: a.foundGold + b.foundGold, gold: a.gold + b.gold, rightFound: a.rightFound + b.rightFound,
      found: a.found + b.found)
  }

  var line: String {
    func pad(_ value: Double) -> String {
      let hundredths = Int((value * 100).rounded())
      return hundredths >= 100 ? "1.00" : "0." + (hundredths < 10 ? "0" : "") + "\(hundredths)"
    }
    return "P \(pad(precision))  R \(pad(recall))  F1 \(pad(f1))   gold \(gold)  found \(found)"
  }
}
