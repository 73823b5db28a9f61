import Analysis
import Clauses
import SourceText
import Testing

/// The kind of a document, on short texts of our own.
@Suite struct KindTests {
  struct Form: Sendable, CustomTestStringConvertible {
    var kind: String
    var text: String
    var testDescription: String { "\(kind): \(text.prefix(30))" }
  }

  static let english = [
    Form(
      kind: "hipaa-authorization",
      text: """
        Oak Clinic

        Permission to Share Health Information

        I authorize Oak Clinic to give the records named here to my lawyer. This authorization expires after a year.
        """),
    Form(
      kind: "npp",
      text: """
        Notice of Privacy Practices

        This notice describes how medical information about you may be used and shared. You have the right to a paper
        copy of this notice.
        """),
    Form(
      kind: "research-icf",
      text: """
        Consent to Take Part in a Research Study

        You are invited to take part in this study. The study team will ask you to wear a watch for a week.
        """),
    Form(
      kind: "procedure-consent",
      text: """
        Consent for Surgery

        My surgeon told me about the risks, such as bleeding and infection, and about alternative treatments.
        """),
    Form(
      kind: "imaging",
      text: """
        MRI Consent

        The scanner uses a magnet. Tell the technologist if you have metal implants. A radiologist reads the scan.
        """),
    Form(
      kind: "ai-tool",
      text: """
        Use of Artificial Intelligence in Your Visit

        Our AI scribe listens and writes a draft note. Your clinician checks it.
        """),
    Form(
      kind: "photo-media",
      text: """
        Photo and Video Release

        I let the clinic show photographs of me in its newsletter and on social media.
        """),
    Form(
      kind: "telehealth",
      text: """
        Consent to Telehealth

        A video visit is not the same as an in person visit. Technical difficulties can end it.
        """),
    Form(
      kind: "biobank",
      text: """
        Biobank: Storing Your Samples

        Leftover tissue and blood samples are kept in the tissue bank for later use.
        """),
    Form(
      kind: "app-privacy-policy",
      text: """
        Privacy Policy

        This privacy policy is about our app. We use cookies, and we see your IP address and your device.
        """),
  ]

  static let spanish = [
    Form(
      kind: "hipaa-authorization",
      text: """
        AUTORIZACION PARA DIVULGAR INFORMACION MEDICA

        Autorizo a la clínica a entregar mis registros médicos. Esta autorización vencerá en un año.
        """),
    Form(
      kind: "npp",
      text: """
        Aviso de prácticas de privacidad

        Este aviso describe cómo se puede usar su información médica. Puede pedir una copia de este aviso.
        """),
    Form(
      kind: "research-icf",
      text: """
        Consentimiento para participar en un estudio de investigación

        Le invitamos a participar. El equipo del estudio le dará un reloj.
        """),
    Form(
      kind: "procedure-consent",
      text: """
        Consentimiento informado para cirugía

        El cirujano me habló de los riesgos, como la infección y la hemorragia, y de los tratamientos alternativos.
        """),
    Form(
      kind: "imaging",
      text: """
        Consentimiento para resonancia magnética

        El radiólogo mira las imágenes. A veces se usa un medio de contraste.
        """),
    Form(
      kind: "ai-tool",
      text: """
        Uso de inteligencia artificial en la consulta

        Un asistente de IA transcribe lo que hablamos y escribe un borrador de la nota.
        """),
    Form(
      kind: "photo-media",
      text: """
        Autorización de uso de imagen

        Permito que la clínica muestre mis fotos en su boletín y en las redes sociales.
        """),
    Form(
      kind: "telehealth",
      text: """
        Consentimiento de telemedicina

        Una consulta virtual no es igual que una visita en persona. Puede haber problemas técnicos.
        """),
    Form(
      kind: "biobank",
      text: """
        Biobanco: cómo guardamos sus muestras

        Las muestras biológicas se guardan para el futuro.
        """),
    Form(
      kind: "app-privacy-policy",
      text: """
        Política de privacidad

        Esta política de privacidad habla de nuestra aplicación, de las cookies y de su dirección IP.
        """),
  ]

  /// Languages in which no clause is found: the title alone must tell.
  static let others = [
    Form(kind: "research-icf", text: "研究同意書\n\nこの研究にご参加ください。研究者が説明します。"),
    Form(kind: "procedure-consent", text: "手术知情同意书\n\n医生已经告诉我手术的风险。"),
    Form(kind: "npp", text: "개인정보 보호 관행 고지\n\n이 고지는 귀하의 정보에 관한 것입니다."),
    Form(kind: "telehealth", text: "التطبيب عن بُعد\n\nيرجى قراءة هذا النموذج."),
    Form(kind: "biobank", text: "EINWILLIGUNG BIOBANK\n\nWir bewahren Ihre Proben auf."),
    Form(kind: "app-privacy-policy", text: "ΠΟΛΙΤΙΚΗ ΑΠΟΡΡΗΤΟΥ\n\nΔιαβάστε προσεκτικά."),
    Form(kind: "imaging", text: "Consentement pour IRM\n\nLe radiologue regarde les images."),
    Form(kind: "procedure-consent", text: "הסכמה לניתוח\n\nהרופא הסביר לי."),
    Form(kind: "hipaa-authorization", text: "Autorizzazione al rilascio della cartella clinica\n\nFirma."),
    Form(kind: "photo-media", text: "Toestemming foto en video\n\nLees dit goed."),
    Form(kind: "telehealth", text: "Samtykke til videokonsultasjon\n\nLes dette."),
    Form(kind: "photo-media", text: "Autorização de uso de imagem\n\nLeia com atenção."),
    Form(kind: "research-icf", text: "СОГЛАСИЕ НА УЧАСТИЕ В ИССЛЕДОВАНИИ\n\nПрочтите внимательно."),
    Form(kind: "app-privacy-policy", text: "Gizlilik Politikası\n\nLütfen okuyun."),
    Form(kind: "ai-tool", text: "कृत्रिम बुद्धिमत्ता का उपयोग\n\nकृपया पढ़ें।"),
  ]

  private let linter: Linter

  init() throws {
    linter = try Linter.builtIn()
  }

  private func document(_ text: String) -> SourceDocument {
    SourceDocument(name: "form", bytes: Array(text.utf8), format: .text)
  }

  @Test(arguments: english + spanish + others)
  func aShortFormIsTold(form: Form) throws {
    let kind = try #require(linter.check(document(form.text)).kind)
    #expect(kind.id == form.kind)
    #expect(kind.confidence > 0.5 && kind.confidence < 1)
    #expect(kind.title != nil)
  }

  @Test(arguments: [
    "Please bring warm clothes. The train leaves at noon.",
    "Terms of Use\n\nThese terms are an agreement between you and us. They end when you leave.",
    "Before Your Visit\n\nThere is parking behind the house. Our opening hours are on the door.",
  ])
  func whatIsNoneOfThemIsGeneral(text: String) throws {
    let kind = try #require(linter.check(document(text)).kind)
    #expect(kind.id == "general")
    #expect(kind.title == nil)
  }

  @Test func withoutAWordThereIsNoKind() {
    #expect(linter.check(document("...")).kind == nil)
  }

  @Test func moreOfTheSameIsNoSurer() throws {
    let once = try #require(linter.check(document("A bus stops here.\n\nPlease wait for the radiologist.")).kind)
    let often = String(repeating: "Please wait for the radiologist. ", count: 500)
    let many = try #require(linter.check(document("A bus stops here.\n\n" + often)).kind)
    #expect(once.id == "general")
    #expect(!many.isSure)
  }

  @Test func whoSaysTheKindIsBelieved() throws {
    let text = Self.english[1].text
    #expect(linter.check(document(text), kind: "telehealth").kind?.id == "telehealth")
    #expect(linter.check(document(text), kind: "telehealth").kind?.confidence == 1)
    #expect(linter.check(document(text), kind: "general").kind?.title == nil)
    #expect(linter.kinds.last == "general")
    #expect(linter.kinds.count == 11 && Set(linter.kinds).count == 11)
  }

  /// The table that the program carries says the same as the one that is made from the files' cues.
  @Test func theBuiltInTableIsThatOfThePack() throws {
    let made = try Linter(packs: Linter.builtInPacks)
    for form in Self.english + Self.spanish + Self.others {
      #expect(made.check(document(form.text)).kind == linter.check(document(form.text)).kind)
    }
  }

  @Test func theLevelDependsOnASureKind() throws {
    let sentence = "Once released, your records may be subject to redisclosure by the recipient.\n"
    func level(_ text: String, kind: String? = nil) -> Rule.Level? {
      linter.check(document(text), kind: kind).findings.first { $0.rule == "sharing.redisclosure" }?.level
    }
    #expect(level(sentence, kind: "hipaa-authorization") == .note)
    #expect(level(sentence, kind: "app-privacy-policy") == .warning)
    #expect(level(Self.english[9].text + "\n\n" + sentence) == .warning)
    // Here nothing says that it is an app's policy but a word or two.
    #expect(level("About the app\n\n" + sentence) == .note)
  }
}
