"""Nouns for people by trade, place in life or origin; language data."""

# ruff: noqa: SIM905 - word lists read best as prose

from __future__ import annotations

BOYS, GIRLS = frozenset(("boy", "schoolboy")), frozenset(("girl", "schoolgirl"))
CHILDREN = frozenset(
    "toddler tot baby newborn infant youngster kid kiddo tyke tike cutie schoolchild preschooler".split()
)
OF_ANY_AGE = frozenset(
    "teenager teen one-year-old person individual one patient victim student pupil twin".split()
)
MEN = frozenset(
    """man gentleman guy bloke actor businessman congressman chairman spokesman policeman fireman salesman
    sportsman craftsman councilman alderman dutchman englishman frenchman irishman scotsman welshman
    statesman frontman showman anchorman king prince duke monk priest bachelor groom bridegroom patriarch
    hitman gunman serviceman cameraman fisherman doorman postman headmaster waiter heir superman playboy
    knight lord stepson trawlerman clergyman nobleman midshipman foreman landlord barman everyman bellboy
    cowboy batboy abbot uncle earl count baron marquess viscount emperor sultan sheikh marksman horseman
    strongman swordsman seaman airman rifleman linesman boatman ferryman milkman tradesman layman kinsman
    ombudsman""".split()
)
WOMEN = frozenset(
    """woman lady actress businesswoman congresswoman chairwoman spokeswoman policewoman councilwoman
    sportswoman queen princess duchess heiress nun bride matriarch hostess waitress ballerina
    headmistress diva starlet housewife supermodel midwife soprano seamstress landlady barmaid countess
    baroness viscountess marchioness empress schoolmistress horsewoman airwoman noblewoman saleswoman
    stateswoman anchorwoman clergywoman milkmaid nanny maid stewardess heroine goddess godmother matron
    dame songstress temptress authoress sculptress mistress""".split()
)
ADULTS = frozenset(
    """adult singer musician rapper songwriter singer-songwriter crooner vocalist pianist guitarist drummer
    bassist violinist composer lyricist frontperson dj performer entertainer artist painter sculptor
    photographer designer model star superstar popstar celebrity celeb icon legend hitmaker comedian
    comic host presenter anchor broadcaster personality influencer blogger vlogger youtuber streamer
    author novelist writer poet playwright screenwriter journalist reporter columnist editor
    correspondent critic historian director filmmaker producer showrunner chef cook foodie baker
    restaurateur winner nominee laureate champion athlete player footballer striker forward midfielder
    defender winger goalkeeper keeper captain skipper quarterback receiver linebacker pitcher catcher
    batsman batter bowler golfer boxer fighter wrestler swimmer sprinter runner cyclist driver racer
    jockey skier skater snowboarder gymnast tennis-player coach manager trainer referee umpire teammate
    rookie senator lawmaker legislator politician mayor governor president premier chancellor minister
    secretary ambassador envoy diplomat representative congressperson councillor councilor councilmember
    mp candidate incumbent frontrunner republican democrat conservative leader dictator commander general
    colonel admiral sergeant lieutenant officer soldier veteran marine pilot astronaut sailor detective
    constable sheriff deputy trooper inspector investigator agent spy judge justice prosecutor attorney
    lawyer solicitor barrister defendant plaintiff suspect accused attacker shooter killer murderer
    robber thief burglar fugitive inmate prisoner convict witness survivor hostage firefighter paramedic
    chief boss executive ceo chairperson founder co-founder cofounder entrepreneur billionaire
    millionaire tycoon mogul magnate investor banker trader broker financier economist analyst strategist
    consultant adviser advisor spokesperson official principal teacher professor lecturer academic
    scholar scientist researcher physicist chemist biologist mathematician engineer inventor architect
    doctor physician surgeon nurse psychologist psychiatrist therapist dentist pharmacist vet farmer
    builder plumber electrician carpenter mechanic cabbie trucker worker employee employer colleague
    co-worker resident neighbour neighbor tenant landlord homeowner customer shopper passenger pedestrian
    motorist tourist visitor traveller traveler fan follower user commenter supporter activist campaigner
    protester demonstrator organizer organiser volunteer donor philanthropist pastor bishop cardinal
    rabbi imam cleric preacher pope monarch royal socialite dancer choreographer conductor native expat
    immigrant refugee migrant retiree pensioner parliamentarian whistleblower hacker collector curator
    librarian dean provost graduate alumnus freshman sophomore guest contestant finalist rival opponent
    challenger successor predecessor friend pal source insider expert specialist ally aide staffer
    assistant clerk member bandmate co-star rep jeweler jeweller stylist pundit publicist lobbyist
    pollster speaker mountaineer climber explorer adventurer navigator violist cellist organist harpist
    flautist saxophonist trumpeter percussionist tenor baritone soloist arranger bandleader impresario
    essayist biographer translator illustrator cartoonist animator potter weaver printer puppeteer
    magician illusionist acrobat juggler mime clown newsreader newscaster weatherman cinematographer
    scriptwriter dramatist publisher bookseller gardener horticulturalist florist butcher grocer
    greengrocer fishmonger milliner tailor dressmaker cobbler joiner bricklayer roofer decorator welder
    miner docker steelworker railwayman signalman lorry-driver courier postie postal-worker bartender
    barista publican hotelier hairdresser barber beautician masseur masseuse equestrian showjumper rower
    sculler canoeist kayaker yachtsman yachtswoman diver triathlete decathlete heptathlete
    javelin-thrower hurdler marathoner cricketer seamer all-rounder wicketkeeper fly-half scrum-half
    flanker centre-back full-back left-back right-back playmaker centre-forward substitute fullback
    halfback tight-end shortstop outfielder infielder slugger point-guard bobsledder curler fencer judoka
    archer shot-putter weightlifter powerlifter surfer skateboarder grandmaster prodigy tennis-star
    qualifier wildcard semi-finalist semifinalist title-holder record-holder medallist medalist olympian
    paralympian backbencher frontbencher statesperson taoiseach assemblyman assemblywoman
    attorney-general undersecretary commissioner delegate mayor-elect president-elect consul attaché
    intelligence-officer lieutenant-colonel brigadier corporal airman paratrooper commando guerrilla
    rebel militant insurgent terrorist extremist jihadist bomber gunwoman assassin kidnapper abductor
    captor stalker rapist paedophile pedophile abuser groomer fraudster conman swindler forger smuggler
    dealer trafficker gangster mobster mafioso thug vandal arsonist looter trespasser perpetrator culprit
    offender reoffender criminal felon detainee captive casualty deceased bystander onlooker passerby
    passer-by complainant accuser claimant respondent litigant appellant juror magistrate coroner
    recorder registrar usher bailiff notary paralegal counsel qc kc superintendent marshal ranger warden
    bodyguard guard bouncer caretaker janitor cleaner porter receptionist typist pa bookkeeper accountant
    auditor actuary underwriter stockbroker fund-manager shareholder stakeholder treasurer trustee patron
    benefactor orphan adoptee foster-parent carer caregiver childminder babysitter nursery-worker au-pair
    tutor headteacher head-teacher schoolteacher deputy-head doctoral-student postdoc undergraduate
    postgraduate apprentice intern trainee novice newcomer debutant debutante beginner octogenarian
    septuagenarian nonagenarian centenarian sexagenarian grandparent great-grandparent homemaker
    housewife breadwinner millennial boomer loner recluse maverick pioneer trailblazer visionary guru
    genius virtuoso maestro hero villain underdog pacesetter runner-up inductee honoree honouree
    recipient beneficiary amputee diabetic sufferer addict alcoholic vegetarian vegan pacifist feminist
    environmentalist conservationist ecologist geologist botanist zoologist biochemist neuroscientist
    epidemiologist virologist immunologist cardiologist oncologist neurologist paediatrician pediatrician
    gynaecologist obstetrician anaesthetist radiologist dermatologist pathologist toxicologist
    psychotherapist physiotherapist chiropractor osteopath optician orthodontist hygienist gp clinician
    medic consultant-surgeon matron veterinarian astronomer astrophysicist cosmologist meteorologist
    oceanographer seismologist geographer anthropologist archaeologist archeologist sociologist
    criminologist philosopher theologian linguist philologist statistician programmer coder developer
    technician technologist futurist roboticist cryptographer whistle-blower leaker podcaster tiktoker
    gamer fashionista couturier trendsetter""".split()
)
