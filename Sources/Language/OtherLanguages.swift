/// The commonest words of languages that the program has no rules for: a text in one of them is not taken for its nearest
/// relative.
enum OtherLanguages {
  static let commonWords = [french, portuguese, italian, german, dutch, scandinavian].map { list in
    Set(list.split { $0 == " " || $0 == "\n" }.flatMap { WordStream(phrase: String($0)).keys })
  }

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
