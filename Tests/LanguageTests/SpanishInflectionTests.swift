import Testing

@testable import Language

struct SpanishInflectionTests {
  /// A word and forms that it must have.
  static let words: [(word: String, forms: String)] = [
    ("compartir", "comparto comparte compartimos compartirá compartiría compartan compartió compartía compartiendo"),
    (
      "compartir", "compartido compartida compartidos compartidas compartirlo compartirse compartírselo compartiéndolos"
    ),
    ("autorizar", "autorizo autorice autoricé autorizamos autorizado autorizarles autorícenos"),
    ("indicar", "indique indiqué indíquelo"),
    ("entregar", "entregue entregué entregarán"),
    ("proteger", "protejo proteja protegerá protegidos"),
    ("elegir", "elijo elige elija eligió eligiendo elíjalo"),
    ("conocer", "conozco conozca conocemos"),
    ("ejercer", "ejerzo ejerza ejerció"),
    ("incluir", "incluye incluya incluyó incluyendo incluimos inclúyalo"),
    ("conducir", "condujo conduzca condujeron"),
    ("negar", "niego niega negamos niegue negó"),
    ("negarse", "negar niega negarme negarse niéguese"),
    ("mostrar", "muestra muestre mostramos mostrará"),
    ("pedir", "pide pidió pidamos pidiendo pídale"),
    ("consentir", "consiente consintió consintamos consintiendo"),
    ("enviar", "envía envíe enviamos envíenos enviarán"),
    ("prohibir", "prohíbe prohibió prohibido"),
    ("reunir", "reúne reunió reunimos"),
    ("tener", "tengo tiene tuvo tendrá tengamos"),
    ("mantener", "mantiene mantuvo mantendrá mantenga"),
    ("hacer", "hago hace hizo hará hecho hecha hágalo"),
    ("poner", "ponga puso pondrá puesto póngase"),
    ("disponer", "dispone dispuso dispuesto"),
    ("decir", "dice dijo dirá dicho díganos"),
    ("dar", "da dé dará dado dio dándole"),
    ("ver", "ve vea vio visto verá"),
    ("ser", "es son será fue sea sido"),
    ("haber", "ha han hay habrá haya hubo"),
    ("devolver", "devuelve devuelto devolverá"),
    ("escribir", "escrito escrita escribe escríbanos"),
    ("describir", "descrito describe"),
    ("leer", "leyó leído leyendo lea"),
    ("presentar", "presenta presente presentará"),
    ("médico", "médica médicos médicas medico medicas"),
    ("imagen", "imágenes imagenes"),
    ("examen", "exámenes"),
    ("orden", "órdenes"),
    ("divulgación", "divulgaciones divulgacion"),
    ("investigador", "investigadora investigadores investigadoras"),
    ("voz", "voces"),
    ("hospital", "hospitales"),
    ("país", "países paises"),
    ("interés", "intereses"),
    ("ley", "leyes"),
    ("fin", "fines"),
    ("dato", "datos"),
  ]

  @Test(arguments: words)
  func hasForms(word: String, forms: String) {
    let all = Set(Language.spanish.forms(word))
    for form in forms.split(separator: " ") { #expect(all.contains(String(form)), "\(form) of \(word)") }
    #expect(all.contains(word))
  }

  /// Small words, and words of another kind, that forms must not be taken for.
  @Test(arguments: [
    ("dar", "de"), ("estar", "esta"), ("estar", "este"), ("ser", "se"), ("más", "mas"), ("sí", "si"),
    ("hacer", "hacia"),
    ("unir", "una"), ("entrar", "entre"), ("dato", "data"), ("caso", "casa"), ("ver", "vía"),
  ])
  func isNoForm(word: String, other: String) {
    #expect(!Language.spanish.forms(word).contains(other))
  }
}
