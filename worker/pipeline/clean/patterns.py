"""The wording by which lines of a page are told from the article: data, no logic.

All patterns are linear (bounded repeats only) and are tried on short lines or on the ends of long ones.
"""

from __future__ import annotations

import re

I = re.IGNORECASE

# ------------------------------------------------------------------------------------------- shape
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+){0,6}")
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]»]{0,3}$")
INNER_END = re.compile(r"[a-z0-9\"”’)][.!?][\"”’]?\s[\"“‘A-Z]")
LOWER_WORD = re.compile(r"\b[a-z]{2,}")
FUNCTION_WORDS = frozenset(
    """a about after all although an and are as at be because been before but by can could did do does during for
    from had has have he her him his how i if in into is it its may might more most not of on or our over said she
    should since so some than that the their them then there these they this those to under until up was we were
    what when where which while who whom whose why will with would you your""".split()
)

# ------------------------------------------------------------------------------------------ adverts
AD = re.compile(
    r"\W*(?:advert(?:isements?|ising|orial)?|ads?|sponsored(?: (?:content|links?|stories|posts?|message))?"
    r"|promoted(?: (?:content|links?|stories))?|paid (?:content|post|partnership|program)|commercial break"
    r"|(?:story|article|content|post|report) continues (?:below|after)(?: (?:this |the )?ad(?:vert(?:isement)?)?)?"
    r"|(?:continue|scroll|keep|swipe)(?: down)?(?: reading)?(?: down)?(?: below)?(?: (?:for|after|to) .{1,30})?"
    r"|(?:skip|close|remove|hide|report|start|end)(?: (?:this|of))? ad(?:vert(?:isement)?s?)?"
    r"|(?:article|story|text|content) (?:resumes|continues)(?: (?:here|below))?"
    r"|advertisement\W{1,3}.{0,40}(?:below|continu\w{1,4}|reading)"
    r"|this (?:advertisement|ad) (?:has not loaded yet.{0,60}|will end in.{0,20}))\W*",
    I,
)

# ------------------------------------------------------------------------------------ related content
RELATED = re.compile(
    r"\W*(?:(?:related|recommended|suggested|similar|other|more|further|additional|featured|top|latest|recent"
    r"|popular|trending|breaking|sponsored|most (?:read|popular|viewed|shared|recent|watched|commented)"
    r"|most|also|must|other|previous|next|best|editor[’']?s['’]?|our|your|today[’']?s|this week[’']?s)"
    r"(?: (?:related|popular|recent|top|latest|best|great|local|national|world|news|sports?|must))?"
    r" (?:posts?|stor(?:y|ies)|articles?|content|topics?|news|links?|coverage|reading|reads?|videos?|galler(?:y|ies)"
    r"|headlines?|picks?|items?|searches|podcasts?|up|choices?)"
    r"(?: (?:from|on|in|for|about|around|across|by|of|to) .{1,40})?(?: for you)?"
    r"|related|trending(?: now| today)?|popular(?: now| right now)?|recommended(?: for you| by .{1,30}| reading)?|latest"
    r"|(?:you )?(?:may|might|you[’']?ll|will)(?: also)? (?:like|love|enjoy|be interested in)"
    r"|you (?:may|might)(?: also)? (?:like|love|enjoy|want to (?:read|see|watch)|be interested in)(?: (?:these|this).{0,20})?"
    r"|(?:also|read|see|up|watch|next)(?: also| more| next| on| now| this(?: next)?| too| in this series)"
    r"|(?:more|read more|keep reading|read also|see also)(?: (?:from|on|in|about|by|like|for) .{1,50})?"
    r"|what to (?:read|watch|know) next|don[’']?t miss|in case you missed it|editor[’']?s['’]? (?:picks?|choice)"
    r"|around the web|from (?:around|across|our) .{1,30}|people (?:are|also) (?:reading|read|ask)"
    r"|promoted stories|\d{1,3} related|(?:show|view|load|see) (?:all|more)(?: .{1,30})?|continue reading.{0,20})\W*",
    I,
)
READ_MORE = re.compile(
    r"\W{0,4}(?:(?:read|see|listen|watch|also read|read also|see also|read more|see more|related(?: stor(?:y|ies)| article"
    r"| news| video)?|more|don[’']?t miss|must[- ]read|up next|read next|also on .{1,30}|more on .{1,40}|more from .{1,40}"
    r"|in pictures|in photos|photos|gallery|explainer|recommended|more news|learn more|further reading|opinion)\s?[:|»›>]"
    r"|(?:read more|read also|also read|see also|click here|tap here|more:)\b)",
    I,
)

# --------------------------------------------------------------------------------------- photo credits
_NETWORKS = (
    "instagram|insta|ig|twitter|x|facebook|tiktok|youtube|snapchat|weibo|flickr|threads|linkedin|reddit|tumblr|vk"
    "|telegram|pinterest|google(?: maps| street view)?"
)
_AGENCIES = (
    "getty(?: images?)?(?: .{1,25})?|gettyimages|reuters|ap|ap photos?|ap images?|associated press|the associated press|afp"
    "|afp/getty(?: images)?|shutterstock|istock(?:photo)?|alamy(?: stock photo| live news)?|pa|pa wire|pa images?|pa media|press association"
    "|epa|epa-efe|efe|xinhua|bloomberg|zuma(?: press| wire)?|wireimage|filmmagic|splash(?: news)?|backgrid|rex(?: features)?"
    "|mega|corbis|sipa(?: usa| press)?|polaris|redux(?: pictures)?|magnum(?: photos)?|upi|unsplash|pexels|pixabay|wikimedia(?: commons)?"
    "|wikipedia|creative commons|imago(?: images)?|nurphoto|anadolu(?: agency| images| via getty images)?|dpa|tass|sputnik|ria novosti|kyodo(?: news)?|yonhap"
    "|cp|the canadian press|canadian press|usa today(?: sports| network)?|imagn(?: images)?|icon ?sportswire|action images|abaca(?: press)?|icon sport"
    "|everett(?: collection)?|matrix|startraks|bfa|wenn|avalon|camera press|picture alliance|abacapress|adobe ?stock|dreamstime|depositphotos"
    "|newscom|presslink|australscope|mirrorpix|swns|cover images|instarimages|the image direct|goff photos|afp photo|press pool|supplied|handout"
    "|courtesy photo|file photo|file|stock photo|stock image|contributed photo|submitted photo|staff photo|screengrab|screenshot"
)
_NAME = r"[^\W\d_][\w.'’&-]{0,25}(?: [\w.'’&@-]{1,25}){0,6}"
CREDIT = re.compile(
    rf"\W{{0,3}}(?:(?:photos?|pictures?|images?|pics?)(?: (?:by|from|via|credits?|courtesy(?: of)?))?\W{{0,3}})?"
    rf"(?:(?:{_AGENCIES}|{_NETWORKS})|{_NAME}\s?(?:[/|,–—-]|via|for|on|\()\s?(?:(?:{_NAME})\s?(?:[/|]|via)\s?)?(?:{_AGENCIES}|{_NETWORKS})"
    rf"|(?:{_AGENCIES}|{_NETWORKS})\s?[/|:–—(-]\s?@?{_NAME}(?:\s?[/|]\s?{_NAME})?)\W{{0,3}}(?:\d{{4}})?\W{{0,3}}",
    I,
)
SLASH_CREDIT = re.compile(
    r"\W{0,2}(?:[A-Z][\w.'’-]{0,20} ){1,3}[A-Z][\w.'’-]{0,20}\s?/\s?[A-Z@][\w.'’&-]{0,20}(?: [A-Z&][\w.'’&-]{0,20}){0,4}\)?"
)
CREDIT_LEAD = re.compile(
    r"\W{0,3}(?:(?:(?:file|stock|staff|handout|cover|main|lead|featured?|top|header|title) )?"
    r"(?:photo(?:graph)?s?|image|picture|pic|video|illustration|graphic|photography|artwork|collage|composite|art|cover|map|chart)s?"
    r"(?: illustration| source| by:?| courtesy(?: of)?| credits?| from| via| supplied)?\s?(?:[:/©|]| by | courtesy)"
    r"|(?:image|photo|picture|video|photography|illustration|cover)?\s?(?:credits?|source|© ?copyright)\s?[:/]"
    r"|courtesy(?: of)?:? |via (?:getty|ap|reuters|instagram|twitter|facebook)\b|(?:ap|afp|reuters|getty) (?:photo|images?)\b"
    r"|(?:submitted|contributed|courtesy|staff|file|ap|afp|handout|reuters|supplied) photos?\b|photos? (?:by|courtesy|submitted|supplied|provided)\b"
    r"|screen(?:shot|grab)\b.{0,30}$|getty images\b|image caption|media caption|picture caption|figure \d{1,2}[.:]|pictured:)",
    I,
)
# A caption whose credit stands at its end; looked for in the last 120 characters of a line.
CREDIT_TAIL = re.compile(
    rf"(?:\((?:[^()]{{0,60}}\b(?:photo(?:graph)?s?|image|picture|credits?|courtesy|getty|reuters|afp|via|file|illustration)\b[^()]{{0,80}}"
    rf"|{_NAME}(?:\s?[/|]\s?{_NAME}){{1,3}})\)\W{{0,2}}"
    r"|(?:photo(?:graph)?s?|image|picture|credits?|illustration|source)(?: (?:credits?|courtesy|source))?\s?(?::|by |courtesy ).{2,60}"
    r"|(?:[./|,:–—\"”’ -]|[a-z.)])\s?(?:getty images?|gettyimages|reuters|shutterstock(?:\.com)?|alamy(?: stock photo)?|afp|wireimage|filmmagic|istock(?:photo)?"
    r"|ap photo|pa (?:wire|images?|media)|zuma press|unsplash|wikimedia commons|nurphoto|sipa usa|imagn images)(?: via [\w. ]{2,30})?"
    r"|via (?:getty images?|reuters|ap|afp)|courtesy (?:of )?[A-Z][\w.&'’ -]{2,40})\W{0,2}$",
    I,
)
_CAPS = r"(?:[A-Z][\w.'’-]{0,20} ){1,3}[A-Z][\w.'’-]{0,20}"
SLASH_TAIL = re.compile(rf"[.!?\"”’)]\s?{_CAPS}\s?/\s?[A-Z][\w.&'’ -]{{1,40}}$")

# ----------------------------------------------------------------------------------------------- byline
BYLINE = re.compile(
    r"\W{0,3}(?:(?:(?:written|posted|reporting|reported|story|words|text|compiled|authored|analysis|article|report"
    r"|published) )?by\s?:?\s{1,2}|(?:author|reporter|writer)s?\s?:\s?)(?P<names>\S.{0,150})",
    I,
)
GLUED_BYLINE = re.compile(r"By(?P<names>[A-Z][a-z'’-]{1,20}(?: [A-Z][\w.'’-]{0,20}){1,4})\W{0,2}")
PERSON = re.compile(
    r"(?:(?:Dr|Prof|Sir|Dame|Rev)\.? )?[A-Z][\w'’-]{0,20}\.?(?: (?:[A-Z][\w'’-]{0,20}\.?|de|da|del|der|den|di|du|la|le|van|von|bin|al|el|ter)){1,4}"
    r"(?:,? (?:Jr|Sr|II|III|IV)\.?)?"
)
OUTLET_WORDS = frozenset(
    """news staff times post herald tribune journal gazette reporter reporters editor editors correspondent writer
    writers columnist contributor press agency media desk team service daily sports sport magazine online bureau
    reuters bbc cnn afp ap pa associated network guardian telegraph independent mail sun mirror chronicle star globe
    newspaper producer photographer special guest chief senior political business crime court health science
    entertainment culture features local national world live today tv radio newsroom digital video newswire wire
    newsletter com www home about contact""".split()
)
BIO = re.compile(
    r"\b(?:is|was) (?:a|an|the|our)(?: [\w’'&,-]{1,25}){0,8} (?:writer|reporter|editor|journalist|author|correspondent|producer|contributor"
    r"|columnist|blogger|intern|fellow|professor|lecturer|photographer)\b(?: (?:at|for|with|in|on|based|covering|who|and|of|specializ|focus)|\W*$)"
    r"|^(?:he|she|they|\S{1,25} \S{1,25})(?: (?:also|previously|has))? (?:covers?|writes?|reports?|contribute[sd]?|written|joined) (?:on|about|for|the|news)\b"
    r"|\bcontributed to this (?:report|story|article|piece)\b|\bfollow (?:him|her|them|\S{1,20}(?: \S{1,20})?) (?:on|at|@)"
    r"|\b(?:reach|contact|email) (?:him|her|them|the (?:author|writer|reporter)|\S{1,20}(?: \S{1,20})?) (?:at|on|via)\b.{0,60}@",
    I,
)

# ------------------------------------------------------------------------------------------- navigation
BREADCRUMB = re.compile(
    r"\W{0,3}(?:you are here\W{1,3})?[\w&'’.-]{1,25}(?: [\w&'’.-]{1,25}){0,3}(?:\s?[>›»/|→]\s?[\w&'’.-]{1,25}(?: [\w&'’.-]{1,25}){0,5}){1,8}\W{0,3}"
)
GLUED_TRAIL = re.compile(r"(?:Home|Homepage|Front Page)(?:[A-Z][\w&'’]{1,20}(?: (?:&|and|[A-Z][\w'’]{1,20}|of|the)){0,3}?){1,6}")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
NAVIGATION = re.compile(
    r"\W*(?:home(?:page)?|menu|search(?: .{0,20})?|sections?|(?:main |primary )?navigation|skip to .{1,40}|(?:back )?to top|back to .{1,40}|next(?: (?:article|story|post|page|up))?"
    r"|prev(?:ious)?(?: (?:article|story|post|page))?|close(?: .{0,15})?|open(?: .{0,15})?|go to .{1,40}|jump to .{1,30}|table of contents|index|sitemap|page \d{1,3}(?: of \d{1,3})?"
    r"|\d{1,3} ?(?:/|of) ?\d{1,3}(?: (?:photos?|images?|slides?))?|(?:view|see|show|open|launch) (?:gallery|slideshow|all photos|photos|fullscreen|full screen|image|comments?|full article|profile|bio)"
    r"|gallery|slideshow|photos?|videos?|play(?: video)?|pause|mute|unmute|play now|watch(?: now| live| video)?|live(?: now)?|image|images|toggle .{1,30}|expand|collapse|loading\W*(?:comments)?|enlarge(?: image)?"
    r"|hide caption|toggle caption|caption|show caption|story highlights|key points|at a glance|trending|audio|listen(?: now| to (?:this )?article.{0,20})?|\d{1,2}:\d\d(?: ?/ ?\d{1,2}:\d\d)?"
    r"|weather|obituaries|classifieds|e-?paper|e-?edition|horoscopes?|crosswords?|puzzles|about(?: us)?|contact(?: us)?|careers|faqs?|help|accessibility|rss)\W*",
    I,
)

# ------------------------------------------------------------------------------- everything a page asks for
LOGO = re.compile(r"\W*(?:(?:[\w.'’&-]{1,25} ){0,4}logo|logo of(?: [\w.'’&-]{1,25}){1,4}|site (?:icon|logo)|avatar|icon|placeholder|thumbnail|profile (?:photo|picture)|(?:plus|share|arrow|close|search|menu) icon)\W*", I)
_SITES = r"(?:facebook|twitter|x|whatsapp|linked ?in|pinterest|reddit|instagram|e-?mail|telegram|messenger|tumblr|flipboard|google\+?|youtube|tiktok|threads|bluesky|mastodon|wechat|sms|print|copy(?: link| url)?|link|more|share|tweet|post|pin(?: it)?|snapchat|line|pocket|digg|mail|url|bookmark|save|like|follow|rss|telegram channel|fb|gplus|viber|mix|weibo|vk|xing|truth social|apple news|google news|news)"
SHARE = re.compile(
    rf"\W*(?:{_SITES}(?:(?:[\s,|/•·]|\s?and\s){{1,4}}{_SITES}){{0,12}}|share(?:d?(?: (?:this|on|via|with|to|the|it|by))?(?: .{{1,40}})?|s)?|\d[\d.,]{{0,8}}[km]? ?(?:shares?|comments?|views?|likes?|retweets?|reactions?|followers?|replies|votes?)"
    rf"|(?:share|tweet|post|pin|send|save|print|email|copy|follow|like|bookmark|gift|tip|add)(?: (?:this|it|us|our|on|via|with|to|by|a|the|link|article|story|page|post|facebook|twitter|x|whatsapp|e-?mail|linkedin|pinterest|reddit|friend|instagram|google|news|copied|for later|url)){{1,6}}"
    r"|link copied!?|copied!?|copy(?: link)?(?: to clipboard)?|follow|following|subscribe(?: now| today)?|subscribed|sign (?:in|up|out)(?: now| free| here)?|log ?(?:in|out)|register(?: now| here)?|my account|account|donate(?: now)?|support us|thank you!?|submit|cancel|ok|accept(?: all)?|got it|not now|no thanks|dismiss|done|yes|no|reply|report|flag|edit|delete|sort by.{0,20}|newest|oldest|top comments)\W*",
    I,
)
COMMENTS = re.compile(
    r"\W*(?:comments?(?: \(?\d{0,6}\)?)?|\d{1,6} comments?|(?:add|post|leave|write|view|read|show|hide|see|load|join|start|be the first to)(?: (?:a|all|your|the|more|to|this))?"
    r"(?: \d{1,6})?(?: (?:comments?|reply|conversation|discussion|debate|response))(?: .{0,30})?|leave a reply.{0,30}|join the (?:conversation|discussion|debate).{0,40}|(?:sort|filter) comments.{0,20}"
    r"|comments (?:are (?:closed|off|turned off|disabled)|policy|section|guidelines).{0,40}|what do you think\?|have your say.{0,40}|discussion|conversation|reactions|responses"
    r"|your email address will not be published.{0,60}|notify me of .{1,60}|(?:name|email|website|comment) ?\*{0,2}|(?:no|0) comments.{0,20})\W*",
    I,
)
TAGS = re.compile(r"\W*(?:tags?|topics?|filed under|filed in|categor(?:y|ies)|keywords?|more (?:on|about)|read more about|explore more|in this (?:article|story)|sections?|posted in|tagged(?: with| as)?|labels?|see more on)\s?[:#|].{0,200}", I)
HASHTAGS = re.compile(r"(?:#\w{1,40}[\s,]{0,3}){1,20}")
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|&copy;|copyright\b)|\ball rights reserved\b|\bmay not be (?:published|reproduced|republished|reprinted)\b|\bwithout (?:the )?(?:express |prior )?(?:written )?permission\b"
    r"|\bterms (?:of|and|&) (?:use|service|conditions?)\b|\bprivacy (?:policy|notice|statement)\b|\bcookie(?:s)? (?:policy|notice|settings|preferences)\b|\bdo not sell\b|\btrademarks? of\b|\bsyndicated\b.{0,20}\bfeed\b",
    I,
)
# What a page asks of its reader, as the start of a line.
APPEAL = re.compile(
    r"\W{0,4}(?:sign up|sign in|signup|subscribe|log in|login|register|join (?:us|our|the \w{1,20} (?:newsletter|community|conversation|channel)|\d)|follow (?:us|our|me|@|\S{1,20} on (?:twitter|facebook|instagram|x|google|tiktok|youtube|whatsapp))|like us|find us|download (?:the|our)|get (?:the|our|your|all|more|breaking|daily|latest|news|full|unlimited|exclusive|a free)(?: [\w’'-]{1,20}){0,5} (?:newsletter|inbox|app|alerts?|access|updates|delivered|email|news|stories|headlines)"
    r"|click (?:here|on|to|below)|tap (?:here|to)|support (?:our|us|local|independent|quality|nonprofit|the)|donate|become a|don[’']?t miss (?:a|our|out|the)|stay (?:up to date|informed|connected|tuned|in the know|ahead)|enter your|please (?:enter|log|sign|subscribe|enable|try|check|consider|note that|read our|refresh|provide|select)"
    r"|(?:have|got|do you have|know) (?:a|any|an)?\s?(?:news )?(?:tip|story|stor(?:y|ies)|comment|question|confidential|something)|(?:send|email|e-mail|text|call|message) (?:us|your|tips|our|the newsroom|news tips)|contact (?:us|the|our)|we use cookies|by (?:clicking|signing|submitting|continuing|subscribing|using|entering|providing|registering)|this (?:site|website|page|article|story|content|post|video|copy|feature|newsletter|email|field|form|material|report|piece) (?:uses|is (?:protected|for|part|available|only|not|currently|free|sponsored|brought|published)|contains|may contain|may include|was (?:originally|first|produced|updated|amended|corrected|edited|last|generated|automatically|translated|auto)|has been (?:updated|corrected|amended|edited|republished)|originally|first appeared|requires|appeared|does)"
    r"|(?:your|an) (?:subscription|account|email|browser|privacy|support|comment|free|ad|contribution|trial) |you (?:can|may|must|need to|have|will|are now|agree|consent)(?: \w{1,15}){0,4} (?:unsubscribe|subscribe|sign up|log in|opt out|subscribed|newsletter|cookies|register|javascript|(?:agree|consent) to)|thanks? (?:you )?for (?:reading|signing|subscribing|visiting|supporting|your (?:interest|support|feedback|subscription))|we (?:may|might|could|sometimes|will) (?:earn|receive|get|make|be paid)|we[’']?(?:ve| have) (?:sent|emailed|updated our)"
    r"|(?:all|some|the|any)? ?(?:products?|items?|links?|prices?)(?: \w{1,15}){0,5} (?:independently|affiliate|commission|retailer|at the time of)|(?:when|if) you (?:buy|purchase|click|shop|make a purchase)(?: .{1,60})? (?:commission|earn|links?|affiliate)|(?:copyright|©)|listen to (?:this|the|our|more)|watch (?:the|our|more|live|video|now|below|above|on|full)(?: .{0,40})?$|start your (?:day|free|week|subscription)|try (?:it|our|unlimited|free|for)|unlock|already (?:a|have)|not a (?:member|subscriber)|need help|view (?:our|all|the|comments)|read our|check out (?:our|more|the latest)|for more (?:information|news|stories|details|on|about|from|coverage|content|great|of our|articles|sports|celebrity|entertainment)|visit (?:our|us|the website|www)|learn more|find out more|see our|share your|tell us|let us know|want (?:more|to (?:read|see|know|get|stay|support|share))|looking for|(?:our|the) (?:journalism|newsroom|comment|community|editorial|standards|site|website|free newsletter|daily newsletter|weekly newsletter)(?: \w{1,20}){0,3} (?:guidelines|policy|needs|depends|newsletter|principles|is (?:free|funded|made possible))|editor[’']?s note|correction|clarification)",
    I,
)
APPEAL_ANYWHERE = re.compile(
    r"\b(?:sign(?:ing)? up (?:for|to) (?:our|the|my|a free|receive|get|be)|(?:to|in|straight to|directly to) your inbox|unsubscribe|(?:our|free|daily|weekly|email|this) newsletters?\b.{0,60}(?:sign|subscri|inbox|here|deliver)|affiliate (?:commission|link|partner|revenue)s?|earn (?:a |an )?(?:small )?(?:affiliate )?commission|enable javascript|javascript (?:is|must|to)\b|ad ?blocker|recaptcha|subscriber[- ]only|cookies? (?:to|on your|and similar|policy)|you agree to (?:our|the|receive)|opinions expressed (?:in|by|here|are)|the views expressed|download our (?:free )?app|support our (?:journalism|work|mission)|read (?:our|the full) (?:privacy|story here|terms)|tax-deductible|originally (?:published|appeared|posted) (?:on|in|at|by)|first appeared (?:on|in)|appeared first on|for (?:confidential )?(?:help|support),? (?:call|contact|text)|(?:call|text|dial) \d[\d-]{6,14}|follow us on|join our (?:newsletter|community|whatsapp|facebook|telegram|channel|mailing)|all times (?:are )?(?:et|gmt|local|eastern)|shop (?:now|the|here)|buy now|free trial|republish(?:ed)? (?:with|under|from|our))",
    I,
)
WIRE_TAIL = re.compile(r"\W{0,2}(?:(?:additional |further )?(?:reporting|editing|writing|graphics?|compiled|translat(?:ion|ed)|production|research)(?: and (?:editing|writing|reporting))?(?: contributed)? by .{3,200}|with (?:files|reporting|inputs?|information|additional reporting) from .{3,80}|our standards: .{3,80}|--? ?(?:with|by) .{3,80})", I)
CONTACT = re.compile(r"[\w.+-]{1,40}@[\w-]{1,40}\.\w{2,10}|https?://|\bwww\.|@\w{3,30}\b|\.(?:com|org|net|co\.uk)\b", I)
BULLET = re.compile(r"[•*●▪■◦‣–-]\s?\S")
TRAIL_STEP = re.compile(r"\s?[>›»/|→]\s?|(?<=[a-z])(?=[A-Z])")
FRONT_PAGE = frozenset({"home", "homepage", "front page", "you are here", "start"})
