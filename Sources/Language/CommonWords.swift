/// The commonest words of languages, by which they are told. They stand apart from the languages so that none has to be
/// made to tell that a text is in another.
enum CommonWords {
  static let english = """
    the of to and in or for is be this that with are as by from at on if it an have has not will may your you we our
    """
  static let spanish = """
    de la que el en y los se del las por con una su para es al lo como más o sus le ha este entre cuando ser son esta
    usted puede si sin sobre
    """

  /// The words of a language that there are rules for; empty for others.
  static func list(of code: String) -> String {
    switch code {
    case "en": english
    case "es": spanish
    default: ""
    }
  }

  /// Those of languages that the program has no rules for: a text in one of them is not taken for its nearest relative.
  static let others = [french, portuguese, italian, german, dutch, scandinavian]

  private static let french = """
    le la les de des du et en un une est que qui dans pour par sur au aux pas plus ce cette vous votre vos nous notre avec
    sont ou mes mon ma ses leur être ont peut il je ne
    """
  private static let portuguese = """
    o a os as de do da dos das e em um uma que não no na nos nas para por com se mais seu sua seus suas ao aos é são ser
    ou como você pelo pela este esta pode foi meu minha meus
    """
  private static let italian = """
    il lo la i gli le di del della dei delle e in un una che non per con da dal dalla al alla sono è si nel nella più o suo
    sua questo questa può come essere anche
    """
  private static let german = """
    der die das und in zu den von mit ist des im dem nicht ein eine einer auf für sich werden wird sie ihre ihrer oder bei
    durch an als auch kann ich wir
    """
  private static let dutch = """
    de het een en van in te dat die is op voor met zijn niet aan er om ook als dan bij uw u wordt worden of naar heeft door
    wij kan ons onze deze
    """
  private static let scandinavian = """
    og i er det som på til en av for at å den med de ikke har et om vi kan du dine din fra skal eller være blir ved
    """
}
