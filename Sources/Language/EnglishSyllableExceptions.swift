/// The English words that the rule of `EnglishSyllables` counts wrongly, by their number of syllables, sorted.
///
/// They are words of everyday and of medical and legal English. The counts are those of the first pronunciation in the
/// CMU Pronouncing Dictionary, Copyright (C) 1993-2015 Carnegie Mellon University; its licence is in the file NOTICE.
/// A few abbreviations that are read letter by letter ("MRI") are our own.
enum EnglishSyllableExceptions {
  static let all: [(syllables: UInt8, words: StaticString)] = [
    (
      1,
      """
      aches aisle aye bien bye chiang coop drawer drawers dye eye eyes gao geoff george hayes huang hz ii iii isle
      isles juan lao lb lbs liu ln maher mao mc ms mt ng nye pier prayer prayers priest rao reich reid rye sao seoul
      skye st tao vaughan wii xiao zeus
      """
    ),
    (
      2,
      """
      ac acne acre acres agnes ahmed ai aires alfred andre ante antes ap aren't argue argued argues aspirin aug av ave
      averaged awesome awfully backyard barefoot baseball baseline bauer belgium berkeley bloodshed bluetooth boise
      boredom bracelet bracelets brilliance brilliant business c'mon cafe cafes canyon carlisle cashier catholic
      catholics cds ce centre centres charleston chile chloe chocolate chocolates choir cleveland clueless coleman
      collier colonel comeback cooper could've courtyard creature creatures crooked cruelty cuomo cushion dante daphne
      debuted desperate diamond diamonds diaper driveway embed emerald entre este estes eu evening evenings eyebrow
      eyebrows eyesight facebook farewell fashion fashioned fibre fire fired fires firewall fireworks flickr flores
      flour fluid fluids forecast forecasts forefront foreground forehead foreman foremost framework frameworks
      frederick fruity gainesville gameplay gateway genius genre genres geoffrey georges georgetown georgia georgian
      giant giants gimme glacier gloucester gmail goa goodbye grapevine graveyard guideline guidelines hatred haven't
      headaches hereby hermes herpes hire hired hires homeland homemade homepage homestead hometown homework horseback
      hour hours household households housewife housewives hundred hygiene hyundai ibn iceberg iceland ids interest
      interests ip iq it'll iv jaime janeway jared jesse joanne joel joey jorge jose julia julius junior juniors kenya
      kenyan kiev kobe kuala kyoto lakeland latte leah legged leicester leonard leopard liar lifelong lifespan
      lifestyle lifestyles lifetime likewise limestone linkedin lion lions livestock lois louie louis louise luis
      luncheon madre manuel maui maybe mclean metre metres might've milestone milestones minecraft monte mrs mueller
      must've myanmar nadia naive naked naïve neuer ngo ngos nineteen nineteenth ninety noah noel notebook notre
      oneself opera our ours padre padres paolo pcs pepe pharaoh phoebe pierre pinterest pipeline pipelines platinum
      porsche premier princeton privilege privileged psyche reilly rene reuse reused righteous risque rugged sacred
      safeguard safeguards safety salesman samuel savior science senior seniors sergio several sgt shakespeare shipyard
      shoreline should've sideline sidelines sidewalk sidewalks sideways sire someday somehow someone something
      sometime sometimes somewhat sonia sophomore sour sovereign spacecraft spaceship spaniards spokesman statesman
      statewide sui takeoff tanya temperate thankyou that'll theorem theories theory there'll thereby therefore thereof
      thereto timeline tire tired tires torres trademark trademarks transient tumblr tvs tyres ui uk useful useless uv
      valiant verde vineyard vineyards visuals voicemail wakefield warehouse wavelength wednesday weren't werewolf
      whereby whitehall wholesale wicked widespread william williams wire wired wires worcester would've wretched wyatt
      xavier xbox zoe
      """
    ),
    (
      3,
      """
      aaa aba abc acc achilles acquire acquired acquires admired adobe afl albeit ama amc amd amelia ammonia andrea
      andreas angeles anime aol apache api area areas arguing ariel asean atheist atheists atm atp attire australia
      australian australians averages averaging barriers battling beatrice beautifully beforehand behavior behaviors
      behaviour behaviours beverages beyonce billionaire billionaires blvd bonfire brazilian brilliantly businesses
      businessman businessmen carefully caregivers caretaker carriers cation ceo cereal cgi chilean cia cio circling
      civilian civilians coincide collegiate conduit convenience convenient cornelius coyote coyotes cpu crimea
      crippling croatia croatian crumbling cycling cyclist cyclists dangling danielle daredevil dazzling decorative
      deity desire desired desires diego differently dna dob dolores doubling dui durante dvds easier ecg ecuador
      eduardo eeg ehr ekg elaborate empire empires emr ems enrique entire epa especially everyday everyone everything
      everytime everywhere excellency expires eyewitness faq fbi fda fiance fiery fiesta finale firearm firearms
      firefighter firepower fluorescent forcefully forecasting foreclosure foregoing fyi gabriel gabrielle gambling
      garcia genuine gunfire guyana hawaiian hbo hercules heroic heroin heroine hiv homecoming homelessness homeowners
      hopefully horsepower housekeeper ibm icelandic icu idea ideas ikea imagery impoverished indifferent infrared
      ingenious inspired interested interesting irb irs israel issuance issuer italian italians iud jamaica jamaican
      jeopardy joanna karate kardashian korea korean koreans likelihood lineage linear linebacker livelihood loneliness
      louisa louisville makeover massacre mba meddling mercedes millionaire millionaires mohamed mohammed montgomery
      montreal moreover mri nausea nba niagara nih nostalgia noteworthy nuclear oasis ofc orangeburg orleans ourselves
      parliament peacefully pga phi philippe pii pneumonia policeman policemen portales posterior prettier principally
      privileges proactive protege pursuant rafael raphael rebellious recipe recipes recovery reinforce reinforced
      require required requires resilient reunion reunite righteousness rna roanoke rosemary rwanda safeguarding
      salisbury samoa sapphire satire sciences scientist scientists seattle sesame settling shareholder shareholders
      sierra simpler socrates solely somebody sos sovereignty soviet soviets spokesperson stakeholders struggling
      stumbling subtly suicide suicides suppliers suv takeover temperament temperature temperatures tertiary theater
      theaters theatre theatres timetable trembling troubling tuition typewriter ufo umpire unionist url urls usa usb
      usefulness uss valuable vegetable vegetables vietnam vip virginia visualize visually wannabe warehouses
      wastewater watershed whoever wildfire williamson wrestler wyoming zimbabwe
      """
    ),
    (
      4,
      """
      adhd aforementioned albuquerque aluminium ambiguous apprenticeship arguably assembling auxiliary behavioral
      california caribbean catalonia catastrophe ccpa clinically coalition coincided coincidence coinsurance
      complementary continuum conveniently cristiano critically deactivate dementia diabetes diarrhea disabling
      edinburgh elementary emotionally enabling entirely epitome espn etc european europeans everybody facsimile
      fashionable feb generales genuinely hermione heroism hierarchy hinduism ieee inconvenience inconvenient
      initiative initiatives inquiries intuition intuitive invaluable judaism karaoke kilometres laboratories
      laboratory magically marijuana mediocre nacional netanyahu neuroscience nevertheless nonlinear nypd oceanic oecd
      penelope pennsylvania permanente physically qualifiers realization recycling reelection reinforcement
      reinforcements reinforcing reinstated requiring resembling retirement reunited riviera satisfactory scientific
      suicidal technically theatrical unreasonable unsettling usda ussr valencia venezuela venezuelan veterinary
      vietnamese vigilante whatsoever yosemite
      """
    ),
    (
      5,
      """
      ambiguity bmw christianity deidentified deidentify esophageal familiarity financiera genealogy historically
      identifiers louisiana memorabilia minneapolis parliamentary politically radioactive satisfactorily scientology
      statistically visualization
      """
    ),
    (
      6,
      """
      electronically extraordinarily gastrointestinal geographically institucional internationale mediterranean
      microorganisms periodically preauthorization scientifically theoretically
      """
    ),
    (
      7,
      """
      confidentiality socioeconomic
      """
    ),
  ]
}
