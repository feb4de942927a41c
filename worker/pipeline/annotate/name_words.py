"""The words that begin, join, head or surround proper names; language data."""

# ruff: noqa: RUF001 - typographic marks are what the text holds

from __future__ import annotations

from worker.pipeline.annotate.abbreviations import STARTERS, WHAT_FOLLOWS_A_CLOCK


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# ------------------------------------------------------------------------- capitals that are no names

CALENDAR = WHAT_FOLLOWS_A_CLOCK | _set(
    "May Spring Summer Autumn Fall Winter Easter Christmas Eve Ramadan Hanukkah"
)
PRONOUNS = _set("I I'm I've I'll I'd I’m I’ve I’ll I’d Me My Mine Myself")
_LOWER = _set(
    """a an the this that these those it its he she they we you his her him their our my your me us them there here
    and or but nor so yet if when while as than then though although because since unless until whether once in on at
    for from with by to of off up down out over under into onto about after before during between among against
    through across toward towards within without along around behind beyond near amid despite except per via upon
    what who whom whose which where why how is are was were be been being am do does did has have had having will
    would shall should can could may might must not no yes now also just only even still again ever never always
    often soon today tomorrow yesterday tonight more most less least many much few several some any all both each
    every either neither other others another such same one two three four five six seven eight nine ten eleven
    twelve first second third last next new old very too let let's it's that's he's she's there's here's what's don't
    can't won't didn't isn't wasn't doesn't i i'm i've ok okay hello hi hey dear thanks thank please oh wow well
    however meanwhile moreover instead according earlier later later perhaps maybe indeed"""
)
FUNCTION_WORDS = _LOWER | frozenset(word.casefold() for word in STARTERS if word[-1] != ".")
# Written with a capital in news, and still no name of their own.
COMMON_CAPITALS = _set(
    """President Prime Minister Government State States Federal Internet Web God Lord Bible Board Church Court Crown
    Cabinet Constitution Chancellor Chairman Governor Mayor Senator Secretary Speaker Vice Premier Ambassador Judge
    Justice Detective Officer Sergeant Captain Coach Professor Doctor Sir Madam Mom Dad Mum Grandma Grandpa Mother
    Father Republican Democrat Republicans Democrats Democratic Conservative Conservatives Liberal Liberals Labour
    Tory Tories Christian Christians Muslim Muslims Jewish Jews Catholic Catholics Hindu Western Eastern Northern
    Southern Central North South East West English Black White Photo Photos Photograph Image Images Video Advertisement
    Related Read Watch More Update Breaking Exclusive Opinion Editorial Copyright TV DVD CD CEO CFO COO CTO DJ MC VIP
    PM AM BC AD ID IQ DNA GDP GPS SUV CCTV PhD MVP IPO PR HR IT AI UFO HIV AIDS COVID COVID-19 Covid Covid-19 LGBT
    LGBTQ Q&A FAQ PDF USD GBP EUR OK"""
)
# Nouns for people by where they come from, which the gazetteer's adjectives don't have.
PEOPLE = _set(
    """Dane Dutchman Dutchwoman Englishman Englishwoman Frenchman Frenchwoman Irishman Irishwoman Scot Scotsman
    Scotswoman Spaniard Swede Turk Welshman Welshwoman Briton Brit Finn Pole Serb Croat Slovak Slovene Czech Kurd Arab
    Filipino Aussie Kiwi Yank Londoner Parisian Texan Californian New-Yorker Icelander Uzbek Kazakh Afghan Somali"""
)

# ----------------------------------------------------------------------------------------- persons

# Before a person's name and no part of it. Lower-cased and without the full stop.
TITLES = _set(
    """mr mrs ms mx miss dr doctor prof professor sir dame lord lady rev reverend fr father sister brother rabbi imam
    sheikh ayatollah cardinal archbishop bishop monsignor president vice-president premier chancellor minister
    secretary governor gov senator sen congressman congresswoman congressperson representative rep mayor councilman
    councilwoman councillor councilor
    councilmember assemblymember alderman ambassador envoy judge justice magistrate chief detective det inspector
    insp sergeant sgt constable pc officer deputy sheriff trooper marshal agent captain capt lieutenant lt colonel col
    major maj general gen admiral adm commander cmdr corporal cpl private pvt airman commissioner superintendent
    director chairman chairwoman chairperson ceo cfo coo cto executive editor speaker spokesman spokeswoman
    spokesperson attorney prosecutor solicitor coach manager quarterback striker goalkeeper midfielder actor actress
    singer rapper comedian author dean principal provost comptroller treasurer auditor delegate assemblyman
    assemblywoman lawmaker mp msp taoiseach leader
    supt cllr cllrs secretary-general director-general attorney-general governor-general vice-chancellor
    vice-chairman vice-president co-chair co-chairman co-founder co-director co-captain vice-captain
    ex-president ex-minister headteacher headmaster headmistress caretaker backbencher frontman promoter chairmen
    justices senators presidents ministers professors doctors drs reps messrs officers judges
    recorder coroner baroness baron brigadier dsp asp acp dcp igp alhaji hajia hajiya shri smt datuk"""
)
# Parts of longer titles, only between a title and other titles: "Deputy Prime Minister", "Attorney General".
TITLE_PARTS = _set(
    """prime vice deputy assistant acting former ex-president first lady foreign finance interior defence defense
    health education justice home attorney secretary-general general chief executive police press house senate
    minority majority leader of state lieutenant managing senior junior interim the whip head head-coach district
    con supt ch insp emeritus financial operating technology marketing medical scientific creative
    associate under secretary republican democratic"""
)
SUFFIXES = _set("Jr Jr. Sr Sr. II III IV Esq. PhD Ph.D. M.D. MD")
# Before a lone name they make it a person's.
KIN = _set(
    """wife husband son daughter brother sister mother father mum mom dad partner girlfriend boyfriend children sons
    daughters uncle aunt cousin called named"""
)
PARTICLES = _set("de da do dos das del della der den di du la le van von bin ibn al el ten ter af av zu y e")
JOB_ENDINGS = (
    "man",
    "woman",
    "person",
    "ist",
    "ian",
    "ologist",
    "player",
    "keeper",
    "maker",
    "writer",
    "director",
)
JOBS = _set(
    """singer actor actress star model rapper songwriter singer-songwriter musician comedian author novelist writer
    poet director producer filmmaker host presenter anchor reporter journalist editor blogger influencer chef coach
    manager striker winger forward midfielder defender goalkeeper captain quarterback pitcher batsman bowler golfer
    boxer swimmer sprinter cyclist driver jockey champion footballer player athlete lawyer attorney solicitor
    barrister judge prosecutor officer detective sergeant constable spokesman spokeswoman spokesperson minister
    senator congressman congresswoman lawmaker mayor governor president chairman chairwoman chief executive ceo
    founder co-founder boss tycoon billionaire entrepreneur analyst economist strategist professor scientist
    researcher physicist doctor surgeon nurse teacher headteacher principal pastor priest bishop rabbi activist
    campaigner leader candidate nominee incumbent rival secretary commissioner director resident neighbour neighbor
    victim suspect defendant witness driver passenger student pupil farmer fan photographer painter artist sculptor
    designer architect engineer astronaut pilot historian philosopher dictator king queen mogul investor banker
    trader broker drummer guitarist bassist vocalist pianist violinist dj youtuber socialite heiress duo legend icon
    veteran soldier goalscorer skipper bandmate teammate co-star wife husband"""
)

# ---------------------------------------------------------------------------- organizations and others

PLATFORMS = _set(
    """Instagram Twitter Facebook YouTube Youtube TikTok Snapchat WhatsApp Reddit LinkedIn Pinterest Tumblr Telegram
    Weibo WeChat Twitch Spotify Netflix Hulu iTunes MySpace Flickr Vine Periscope Vimeo Discord Signal Skype Zoom
    Threads Mastodon Bluesky iPhone iPad iPod iMac iOS Android PlayStation Xbox Kindle GoFundMe Kickstarter Gmail
    Tinder Bumble Venmo PayPal"""
)
# What the law of some country calls a company, behind its name.
COMPANY_FORMS = _set(
    """Inc Inc. Incorporated Corp Corp. Corporation Ltd Ltd. Limited LLC L.L.C. LLP LLLP PLC plc Plc Co Co. BV B.V. NV
    N.V. VOF GmbH gGmbH AG A.G. KG KGaA OHG SE SA S.A. SAS SARL S.A.S. SpA S.p.A. Srl S.r.l. SRL AB AS ASA
    Oy Oyj ApS A/S KK K.K. GK Pte Pte. Pty Pty. Pvt Pvt. Bhd Berhad Sdn Tbk PJSC JSC OJSC OAO OOO ZAO PAO Kft Kft.
    Zrt Nyrt SL S.L. SLU Ltda Lda Limitada SAB a.s. s.r.o. d.o.o. d.d. CIC DAC PBC SICAV"""
)
ORG_HEADS = COMPANY_FORMS | _set(
    """Inc Inc. Corp Corp. Corporation Ltd Ltd. Limited LLC LLP PLC plc Plc Co Co. Company Companies Group Holdings
    Bank Bancorp University College School Institute Ministry Department Agency Association Committee Subcommittee
    Commission Council Court Party Congress Parliament Senate Assembly Police Army Navy Force Forces Foundation Trust
    Federation Union League Club FC F.C. AFC CF SC RFC United Rovers Wanderers Athletic Hotspur Albion Authority
    Bureau Office Center Centre Organization Organisation Society Corps Airlines Airways Air Motors Industries Systems
    Technologies Technology Partners Capital Service Services Network Networks Hospital Clinic Church Museum Academy
    Team Records Studios Studio Pictures Entertainment Productions Theatre Theater Orchestra Band Choir Ballet Opera
    Gallery Library Archives Laboratory Laboratories Labs Pharmaceuticals Therapeutics Biotech Energy Petroleum Oil Gas
    Mining Steel Foods Brewing Stores Supermarkets Insurance Financial Securities Investments Investment Fund Funds
    Management Advisors Associates Brothers Sons Media Communications Telecom Mobile Wireless Software Solutions
    Semiconductor Electronics Engineering Construction Properties Realty Estates Resorts Hotels Restaurants Logistics
    Shipping Lines Railways Railway Railroad Transit Consortium Coalition Alliance Movement Front Brigade Battalion
    Regiment Division Cabinet Treasury Reserve Exchange Chamber Guild Fellowship Ministries Diocese Archdiocese
    Synagogue Mosque Temple Seminary Faculty Polytechnic Administration Secretariat Directorate Tribunal Watch
    International Worldwide Global Dynamics Aerospace Aviation Automotive Healthcare Health Sciences Genetics Hospice
    Constabulary Infirmary Surgery Charity Ventures Equity Pharma Bioscience Biosciences Robotics Analytics Chemicals
    Materials Cement Textiles Ferries Cruises Kitchens Bakery Bakeries Brewery Distillery Winery Farms Foodservice
    Homes Housing Builders Developments Pharmacy Clinics Apparel Cosmetics Jewellers Jewelers Diagnostics Instruments
    Ombudsman Inspectorate Bancshares Mutual Railroads Freight Trucking Haulage Renewables Utilities Waterworks
    Nations Workers Teamsters Democrats Republicans Greens Rescue Power Ambulance Coastguard"""
)
# Begin the names of many firms: what follows them is the firm's own.
GENERIC_FIRST = _set("Bank Banco Banque Credit Crédit Groupe Grupo Gruppo Maison Hotel Royal Saint St First New The")
# Heads of organizations that are called by the town they are in: their first word alone is the town.
LOCAL_HEADS = _set(
    """University College School Academy Court Council Police Hospital Hospice Infirmary Constabulary Clinic Church
    Museum Cathedral Diocese Library Theatre Theater Orchestra Zoo Gallery Institute Ministry Department Government
    Parliament Assembly United City Town County Rovers Wanderers Athletic Hotspur Albion Rangers FC F.C. AFC RFC CF SC
    Club Brigade Police-Department Fire Chamber Senate Party"""
)
# What one holds or puts "in" a firm.
SHARE_NOUNS = _set("share shares stake stakes interest holding holdings investment investments investor trading")
# Heads by which a text calls a team again.
TEAM_HEADS = _set(
    "United City Rovers Wanderers Athletic Hotspur Albion Rangers Argyle Alexandra Harriers Villa Orient Town"
)
# Begin a sentence before a name, with the capital of the sentence only: "Rival Acme Ltd", "Fellow actress Jane Roe".
LEADERS = _set(
    """rival fellow former disgraced embattled struggling troubled ailing veteran shadow opposition retailer
    manufacturer broadcaster insurer brewer lender carmaker automaker drugmaker chipmaker conglomerate publisher
    watchdog regulator startup start-up supermarket housebuilder unseeded seeded then-president ex-president
    outgoing incoming beleaguered reigning defending retired convicted alleged suspected teenage meanwhile listed
    privately-held family-owned"""
)
NEWS_HEADS = _set(
    """News Times Post Journal Tribune Herald Gazette Chronicle Observer Guardian Telegraph Independent Mail Express
    Mirror Star Sun Globe Examiner Sentinel Dispatch Bulletin Courier Register Press Magazine Weekly Daily Review
    Today Reporter Insider Digest Record Standard Echo Argus Radio Television Broadcasting TV"""
)
# "X of Y": what may stand before "of" (or "for", "on") inside a name.
OF_HEADS = _set(
    """University Bank Times Ministry Department House Church Museum Court College Institute School Academy Council
    Board Bureau Office Commission Committee Chamber Society Association Federation Union League Confederation
    Organization Organisation Centers Center Centre Fund Foundation Party Army Order Isle Republic Kingdom Gulf Bay
    Strait Cape Lake Mount Battle Festival Medal Hall Tower City State States Province County Duke Duchess Earl
    Prince Princess Queen King Game Lord Star House Guardians Call Pirates Port Sea Temple Knights Daughters Sons
    Archdiocese Diocese Presidency Faculty Conference Congress Cathedral Rock Walk Tour Day Statue Treaty
    Declaration Bill Book"""
)
EVENT_HEADS = _set(
    """March Cup Festival Fest Olympics Paralympics Summit Championship Championships Bowl Games War Conference
    Marathon Prix Tournament Parade Convention Expo Rally Derby Revolution Forum Gala Ball Regatta Slam Masters
    Premiere Series Playoffs Final Finals Superbowl Biennale Carnival Jubilee Uprising Massacre Earthquake Hurricane
    Crusade Inauguration Referendum Protests Protest Walk Tour Trials Trial Week Fair Open Invitational Classic Stakes
    Ceremony Awareness"""
)
EVENT_FIRST = _set("Hurricane Operation Cyclone Typhoon Tropical")
AWARD_HEADS = _set(
    """Award Awards Prize Prizes Medal Oscar Oscars Grammy Grammys Grammies Emmy Emmys Tony Tonys BAFTA BAFTAs Bafta
    Baftas Nobel Pulitzer Globe Globes Trophy Honor Honour Honours Honors Cross Star Brit Brits Heisman Booker
    Fellowship Scholarship Palme Ballon d'Or"""
)
AWARD_WORDS = _set(
    "Oscar Oscars Grammy Grammys Emmy Emmys BAFTA BAFTAs Bafta Baftas Pulitzer Nobel Heisman MBE OBE CBE"
)
LOCATION_HEADS = _set(
    """River Lake Mountain Mountains Mount Sea Ocean Bay Island Islands Valley Desert Street Avenue Road Boulevard Lane
    Drive Highway Park Airport Stadium Beach Bridge Square Arena Tower Hall Peninsula Strait Canal Forest Hills Hill
    Falls Canyon Harbour Harbor Pier Station Palace Castle Cathedral Coast Gulf Peak Creek Reef Plaza Garden Gardens
    Field Dam Heights Woods Trail Cemetery Prison Jail Zoo Mall Hotel Resort Building Terminal Port Delta Basin Ridge
    Glacier Volcano Plateau Range Cape Quarter District Territory Wall Ranch Farm Courthouse Capitol"""
)
LOCATION_FIRST = _set("Mount Mt Mt. Lake Cape Gulf River Camp Interstate Route Highway")
LOCATIONS = _set(
    """Europe Asia Africa Antarctica Oceania Arctic Antarctic Atlantic Pacific Mediterranean Caribbean Balkans
    Scandinavia Himalayas Alps Andes Sahara Amazon Thames Danube Nile Mississippi Hollywood Wall-Street Westminster
    Manhattan Brooklyn Queens Bronx Harlem Broadway Bollywood Siberia Patagonia Mars Earth Moon Venus Jupiter Saturn
    Midwest"""
)
GPE_FIRST = _set(
    "New South North East West San Santa Los Las St. St Saint Port Fort El La São Great Saudi Costa Sri"
)
# Behind "New", at the start of a sentence too; "New Leeds boss" is a new boss.
NEW_PLACES = _set(
    "York Zealand Jersey Mexico Delhi England Hampshire Orleans Guinea Caledonia Brunswick South Haven Plymouth Yorker"
)
GPE_HEADS = _set(
    "City County State States Kingdom Republic Emirates Town Township Village Province Prefecture Borough"
)
GPES = _set(
    """U.S. US U.S.A. USA U.K. UK UAE U.A.E. Britain England Scotland Wales America D.C. DC Calif. Fla. Tex. Mass. Conn.
    Pa. Va. Wash. Ore. Ill. Mich. Ga. Ariz. Colo. L.A. NYC N.Y. N.J. N.C. S.C. N.H. N.M. Washington London Paris
    Berlin Moscow Beijing Tokyo Kremlin Taiwan Kosovo Crimea Gaza"""
)
ORGANIZATIONS = _set(
    """EU E.U. UN U.N. NATO Congress Parliament Senate Pentagon Kremlin Hezbollah Hamas Taliban ISIS Interpol UNESCO
    UNICEF NASA FBI CIA NSA BBC CNN NBC ABC CBS ITV HBO ESPN NFL NBA MLB NHL FIFA UEFA IOC NCAA GOP Google Microsoft
    Amazon Boeing Toyota Ford Honda Reuters Bloomberg Apple Uber Tesla Disney Walmart Samsung Sony Nokia Intel IBM Nike
    Adidas Pfizer Starbucks Airbus Siemens Volkswagen BMW Barclays HSBC JPMorgan Citigroup Goldman Vatican Medicaid
    Medicare Greenpeace Oxfam WikiLeaks Wikipedia Vogue Billboard Variety Forbes Fortune Politico BuzzFeed TMZ"""
)
# Written with 's and one name together.
# Clubs that are called like the town they play for, or like nothing else that the lists know.
CLUBS = frozenset(
    """Manchester City|Leicester City|Norwich City|Hull City|Cardiff City|Swansea City|Stoke City|Bristol City
    |Birmingham City|Coventry City|Bradford City|Lincoln City|Exeter City|New York City FC|Orlando City|Luton Town
    |Ipswich Town|Huddersfield Town|Swindon Town|Mansfield Town|Northampton Town|Derby County|Notts County
    |Stockport County|Real Madrid|Real Sociedad|Real Betis|Bayern Munich|Borussia Dortmund|Inter Milan|AC Milan
    |Atletico Madrid|Crystal Palace|Nottingham Forest|Aston Villa|Sheffield Wednesday|Queens Park Rangers|Arsenal
    |Everton|Liverpool FC|Tottenham|Tottenham Hotspur|Juventus|Benfica|Porto FC|Ajax|Celtic|Salford City|Melbourne City
    |Charlton Athletic|Plymouth Argyle|Preston North End|Port Vale|West Ham|West Ham United|West Brom|Sparta Prague
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
BRANDS_IN_S = _set(
    """McDonald Macy Wendy Kohl Lowe Sotheby Christie Moody Levi Domino Denny Lloyd Sainsbury Kellogg Reese Dick Trader
    Bloomingdale Applebee Arby Carl Hardee Popeye Papa Ben Jerry Victoria Claire Zaxby Harrod Waterstone Boodle Tiffany
    Standard Poor Rolling Hershey Campbell Jack Wegman Barneys Sam Bojangle Chili Cabela"""
)
# Own what follows inside one name: "Children's Hospital", "Queen's University", "Women's World Cup".
GENITIVES = _set(
    """Children Women Men People Veterans Workers King Queen Prince Farmers Teachers Mother Father Alzheimer Parkinson
    Valentine Patrick Andrew George John Mary Paul Peter James Thomas Luke Jude Barnabas Hadassah Girls Boys Ladies
    Attorney Sheriff Prosecutor Coroner Governor Mayor Examiner Commissioner
    Christ Lord Regent Emperor Player Players Writers Directors Actors Producers Bishop Master Masters"""
)
GLUED_ENDINGS = _set(
    """based born led backed area style era owned controlled funded wide made trained educated like inspired related
    born-and-raised held occupied registered listed bound native winning nominated speaking friendly sponsored
    run built appointed loving obsessed"""
)

# -------------------------------------------------------------------------------------------- works

WORK_NOUNS = _set(
    """song songs book novel film movie album single track hit show series sitcom drama play musical poem documentary
    memoir ballad tune anthem biopic comedy thriller sequel video game essay article painting opera ep episode
    bestseller autobiography biography podcast lullaby hymn blockbuster mixtape remix duet cover podcast miniseries
    soundtrack magazine column storybook title titled entitled"""
)
WORK_VERBS = _set(
    """read reads reading listen listens listened listening watch watches watched watching sing sings sang singing
    perform performs performed performing play plays played playing starred stars starring directed wrote penned
    released recorded record recording hear heard hearing to in of from produced published for on like titled entitled
    covered hosted hosts have debuted and streaming binge"""
)

# Verbs too: a work's name follows them only behind an article or an owner ("the play Japan", "will play Japan").
WORK_NOUNS_OR_VERBS = _set("play show hit track cover game drama title single essay column video")
# Before a name in lower case, they say what it names: "the journal X", "the village of X".
ORG_NOUNS = _set(
    """journal newspaper magazine tabloid broadcaster band group company firm bank airline carmaker automaker retailer
    startup start-up charity club team publisher label supermarket chain manufacturer drugmaker agency website giant
    outlet network brand rivals champions orchestra brewery insurer lender regulator watchdog union conglomerate
    subsidiary newswire think-tank nonprofit militia party"""
)
PLACE_NOUNS = _set(
    "city town village state province county island capital region country suburb hamlet municipality nation"
)
# Letters of honour and office behind a person's name.
POSTNOMINALS = _set("KC QC MP MSP MBE OBE CBE KBE DBE GBE MD PhD DPhil JP DL RN FRS FBA")
