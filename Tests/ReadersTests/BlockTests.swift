import Readers
import SourceText
import Testing

/// Texts of our own and the outline that they must give.
@Suite struct BlockTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var outline: [String]
    var testDescription: String { name }
  }

  @Test("Plain text gives this outline", arguments: samples)
  func plain(sample: Sample) {
    #expect(outline(read(sample.text)) == sample.outline)
  }

  @Test("So it does with CRLF line ends", arguments: samples)
  func carriageReturns(sample: Sample) {
    #expect(
      outline(read(sample.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")))
        == sample.outline)
  }

  static let samples: [Sample] = [
    Sample(
      name: "one paragraph a line, list without bullets",
      text: """
        Notice to Patients

        We may share your record with:

        Your other doctors

        Your health plan

        We ask before we share it with anyone else.
        """,
      outline: [
        "H2 Notice to Patients", "P We may share your record with:", "L1 <1 Your other doctors",
        "L1 <1 Your health plan", "P We ask before we share it with anyone else.",
      ]),
    Sample(
      name: "hard-wrapped lines",
      text: """
        DATA SHARING
        The clinic keeps your scans for ten years. After that time they
        are destroyed. A copy may be sent to another clinic if you move
        there.
        You can ask for a copy.
        """,
      outline: [
        "H1 DATA SHARING",
        "P The clinic keeps your scans for ten years. After that time they/are destroyed. A copy may be sent to another "
          + "clinic if you move/there.",
        "P You can ask for a copy.",
      ]),
    Sample(
      name: "nested list by indent",
      text: """
        We use your data to:
          - treat you
          - teach:
            o students of medicine
            o Residents
          - bill
        """,
      outline: [
        "P We use your data to:", "L1 <0 treat you", "L1 <0 teach:", "L2 <2 students of medicine", "L2 <2 Residents",
        "L1 <0 bill",
      ]),
    Sample(
      name: "letters under numbers",
      text: """
        You agree that:
        1. we may share your scans with:
        (a) schools;
        (b) firms; and
        (c) the state.
        2. we may keep them.
        """,
      outline: [
        "P You agree that:", "L1 <0 we may share your scans with:", "L2 <1 schools;", "L2 <1 firms; and",
        "L2 <1 the state.", "L1 <0 we may keep them.",
      ]),
    Sample(
      name: "numbered headings and numbered items",
      text: """
        5. Data Usage

        We use your data for care. Some of it is kept for audits.

        1. Treatment: To provide care to you.
        2. Payment: To bill your plan.
        """,
      outline: [
        "H2 Data Usage", "P We use your data for care. Some of it is kept for audits.",
        "L1 Treatment: To provide care to you.", "L1 Payment: To bill your plan.",
      ]),
    Sample(
      name: "boxes",
      text: """
        Please choose:
        ☐ Share my scans
        ☑ Keep my scans
        [ ] Call me
        [x] Mail me
        ( ) None of these
        ____ I agree to photos
        """,
      outline: [
        "P Please choose:", "L1 <0 [ ] Share my scans", "L1 <0 [x] Keep my scans", "L1 <0 [ ] Call me",
        "L1 <0 [x] Mail me", "L1 <0 [ ] None of these", "L1 <0 [ ] I agree to photos",
      ]),
    Sample(
      name: "several boxes on a line, boxes behind bullets",
      text: """
        May we call you? ☐ Yes ☐ No

        • ☒ Use for teaching

        I agree to calls: Yes ☐ No ☐

        ☐ Yes ☒ No We may send you mail about studies.
        """,
      outline: [
        "P May we call you?", "L1 <0 [ ] Yes", "L1 <0 [ ] No", "L1 <0 [x] Use for teaching", "P I agree to calls:",
        "L1 <4 [ ] Yes", "L1 <4 [ ] No", "L1 <4 [ ] Yes", "L1 <4 [x] No", "P We may send you mail about studies.",
      ]),
    Sample(
      name: "a heading introduces, prose does not",
      text: """
        Who Sees Your Data

        • Your doctors
        • Our partners

        We care for your privacy.

        • A stray point
        """,
      outline: [
        "H2 Who Sees Your Data", "L1 <0 Your doctors", "L1 <0 Our partners", "P We care for your privacy.",
        "L1 A stray point",
      ]),
    Sample(
      name: "table rows",
      text: """
        | Who | Why |
        |-----|-----|
        | lab | tests |

        Name\tRole\tPlace
        """,
      outline: ["T Who|Why", "T lab|tests", "T Name|Role|Place"]),
    Sample(
      name: "underlined and marked headings",
      text: """
        About this form
        ===============
        # Your rights #
        You may say no.
        _______________
        Done.
        """,
      outline: ["H1 About this form", "H1 Your rights", "P You may say no.", "P Done."]),
    Sample(
      name: "a question over text, and one over boxes",
      text: """
        Who can see my scans?

        Only the doctors who treat you can see your scans at the clinic.

        May we keep your scans?

        ☐ Yes

        ☐ No
        """,
      outline: [
        "H2 Who can see my scans?", "P Only the doctors who treat you can see your scans at the clinic.",
        "P May we keep your scans?", "L1 <2 [ ] Yes", "L1 <2 [ ] No",
      ]),
    Sample(
      name: "a numbered list that prose interrupts",
      text: """
        We will not:

        1. sell your data

        2. give it to your employer

        This holds for all staff.

        3. post it online
        """,
      outline: [
        "P We will not:", "L1 <0 sell your data", "L1 <0 give it to your employer", "P This holds for all staff.",
        "L1 <0 post it online",
      ]),
    Sample(
      name: "a page break in a sentence",
      text: """
        We keep your images in a store that other clinics of our group can reach when they

        need them for your care.
        """,
      outline: [
        "P We keep your images in a store that other clinics of our group can reach when they//need them for your care."
      ]),
    Sample(
      name: "a box alone on its line",
      text: "Choose:\n\n☐\n\nShare my data\n\n☐\n\nKeep it here",
      outline: ["P Choose:", "L1 <0 [ ] Share my data", "L1 <0 [ ] Keep it here"]),
    Sample(
      name: "items go on after semicolons",
      text: "We share with:\n\n• your doctors;\n\nyour health plan; and\n\nthe state.\n\nThat is all there is to it.",
      outline: [
        "P We share with:", "L1 <0 your doctors;", "L1 <0 your health plan; and", "L1 <0 the state.",
        "P That is all there is to it.",
      ]),
    Sample(
      name: "fields introduce nothing",
      text: "Home Address:\n\n1. I agree that you may share my scans.\n\nPhone:",
      outline: ["P Home Address:", "L1 I agree that you may share my scans.", "P Phone:"]),
    Sample(
      name: "initials, quantities and Spanish are no markers",
      text:
        "J. Smith will see you.\n\n2.5 mg are given.\n\no si usted lo prefiere\n\nFill in the brackets [ ], or not.",
      outline: [
        "P J. Smith will see you.", "P 2.5 mg are given.", "P o si usted lo prefiere",
        "P Fill in the brackets [ ], or not.",
      ]),
  ]
}
