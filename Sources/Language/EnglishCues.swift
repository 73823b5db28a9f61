/// The English words and phrases that turn a statement, in pattern notation.
enum EnglishCues {
  static let all: [Cue: [String]] = [
    .negation: [
      "=not", "=never", "=cannot", "=don't", "=doesn't", "=didn't", "=won't", "=wouldn't", "=can't", "=couldn't",
      "=shouldn't", "=isn't", "=aren't", "=wasn't", "=weren't", "=hasn't", "=haven't", "=nor",
    ],
    .clauseNegation: [
      "=no", "=none", "=neither", "=nobody", "=nothing", "=nowhere", "no one", "under no (circumstances|conditions)",
      "in no (event|case|way)", "at no (time|point)",
    ],
    .prohibition: [
      "(=prohibited|=barred|=forbidden|=restricted|=precluded|=prevented|=banned|=excluded|=stopped) from",
      "=prohibits", "=forbids", "=bars", "=bans", "=prohibit", "=forbid", "=bar", "=ban", "=prohibiting", "=forbidding", "=barring", "=banning",
      "(=prohibited|=barred|=forbidden|=restricted|=banned) by (its|the|our|their|this|written|that)? (contract|agreement|law|policy|rule|term) from",
      "refrain from", "(refuse|decline) to", "(ban|prohibition|restriction) on", "free (of|from)", "without (=using|=sharing|=giving|=sending|=selling|=disclosing|=releasing)",
    ],
    .trailingProhibition: [
      "(=is|=are|=be|=was|=were) (strictly|expressly)? (=prohibited|=forbidden|=excluded|=disabled|=banned|off|=barred)",
      "(=is|=are|=will|=be|=was|=were|=may|=can) not (be)? (=permitted|=allowed|=done|=made|=possible|=included|=authorized|=authorised)",
      "(=does|=do|=will|=shall|=may|=can) not (take place|occur|happen|apply)", "=cannot (take place|occur|happen)",
      "never (=happens|=occurs|take place|=permitted|=allowed)",
    ],
    .pseudoNegation: [
      "not (be)? limited to", "not only", "not just", "not (necessarily|merely|simply|solely)", "whether or not", "if not",
      "no (later|less|more|fewer) than", "no (longer|doubt|cost|charge|matter|additional|obligation|penalty)",
      "not (have|need|required|obliged|obligated) to", "need not", "=don't (have|need) to",
      "(=cannot|=can't|not) (be)? (able to)? (guarantee|promise|ensure|assure|control|prevent)", "not (be)? responsible",
      "(=you|=i|participant|patient|people) (=can|=may|=could|=will|=also)? (=refuse|=decline) to",
      "(=free|=right|=choose|=able|=decide) to (=refuse|=decline) to", "no (limit|restriction|cap) (=on|=to)",
      "no (control|say) over", "nothing (prevents|keeps|stops|limits)", "(cannot|can't|not) (guarantee|promise) (that|we)?",
      "not all", "not every", "not always", "no guarantee", "not guaranteed",
      "not (aware|sure|mean|imply|certain)", "(can|could|will|may) not be undone", "no way of",
    ],
    .clauseBreak: [
      "=but", "=however", "=although", "=though", "=whereas", "=because", "=so", "=while", "=if", "=unless", "=except",
      "=when", "=instead",
    ],
    .negationCarrier: [
      "allow", "permit", "let", "authorize", "enable", "intend to", "plan to", "able to", "seek to", "agree to", "consent to",
      "want", "have", "anyone", "anybody", "anything", "vendor", "company", "recipient", "researcher", "partner", "them",
      "us", "it", "with", "to", "of", "in any way", "ever", "under any circumstances", "knowingly", "party", "staff",
      "at any time", "for any reason", "outside",
    ],
    .useVerb: ["use", "utilize", "employ", "process", "apply", "analyze", "feed"],
    .purpose: ["=to", "=for", "in order to", "for the purpose of"],
    .subject: [
      "=we", "=you", "=they", "=i", "=it", "=he", "=she", "=your", "=our", "=my", "=the", "=this", "=these", "=their",
    ],
    .condition: [
      "=if", "=unless", "only (=when|=where|=as|=if)", "provided (that|you|the|we|they)", "as long as", "so long as",
      "subject to", "in the event", "depending on", "on condition", "in certain (circumstances|cases|situations|instances)",
      "under certain (circumstances|conditions)", "in (some|limited) (circumstances|cases|situations|instances)",
      "where (permitted|appropriate|you|the law|we consider|required|allowed|possible|relevant)",
      "(=when|=where) (=permitted|=allowed|=appropriate|you (ask|request|tell|direct|turn|enable|choose|generate))",
      "as (=requested|=directed) by you", "at your (request|direction)", "in case of", "=should the", "=should you", "=should a",
      "=should we", "=should this", "=should our",
      "=where (we|they) (think|believe|consider|find|have)", "=where (a|an|the) (law|new|condition|conditions|agreement|court|parent)",
      "=when (a|an) (law|court|new|request|treaty|agreement|transfer)", "except in", "and only then",
    ],
    .permissionPreposition: ["=with", "=upon", "=after", "=before", "=until", "=unless", "=on", "=subject to", "=when"],
    .permissionWithout: ["=without", "absent"],
    .onlyPermission: [
      "only (=with|=if|=when|=after|=upon|=where|=on)", "=only", "not (=unless|=until)",
    ],
    .permissionNoun: [
      "consent", "permission", "authorization", "approval", "agreement", "your (=ok|=okay|=say so|instruction|direction)", "(your|my) (initial|signature)",
      "(you|i|patient|participant) (agree|consent|sign|approve|permit|authorize|allow|choose|elect|opt in|say yes|say so|accept|initial|tick|check|decide)",
      "(you|i) (have|give|gave|=ask|=tell|=request|=turn)", "you are willing", "(you|your) (=given|=gave)", "asking you", "telling you",
    ],
    .exception: [
      "=except", "=unless", "other than", "apart from", "exception of", "=excluding", "only (=as|=for|=to|=by)",
      "beyond what", "more than", "=otherwise", "outside of what", "=until", "aside from", "save (=as|=for|=where)", "=besides",
    ],
    .pseudoCondition: [
      "=if (you|anyone) (have|has) (any)? (question|concern|complaint)",
      "=if you (would)? (want|like|wish|need) (to)? (know|learn|receive|more|information|a copy|help)",
      "as =if", "as though", "even =if", "see =if", "know =if", "ask =if", "find out =if", "determine =if", "what =if",
      "=if any", "=if so", "=if (applicable|necessary|needed|possible|appropriate)", "(=when|=where|as) (applicable|necessary|needed)", "check =if", "learn =if",
    ],
    .choice: [
      "please (initial|check|tick|select|choose|mark|circle)", "(circle|initial|tick|check|mark|select) (=one|=yes|=no|here)",
      "(check|tick|initial|select|mark|choose) (the|each|one|any|a|all)? (box|boxes|option|options|line|item|items)",
      "=yes =no", "i (=accept|=decline)", "(=accept|=agree|=allow|=ok) or (=reject|=decline|=disagree)",
      "(press|click|tap) (=accept|=agree|=allow|=yes|=no|=decline|=reject)",
      "(=you|=i|=we) (may|can) (choose|decide) (=whether|=if|=how)", "have (some)? =choices",
      "right and choice to", "=choose =whether", "=decide =whether",
    ],
    .coordination: ["=and", "=or", "=nor"],
  ]
}
