"""The furniture of a page, as it is worded: adverts, menus, share bars, teasers, imprint. Data, no logic.

Written for `shapes.plain` text; every pattern is linear (bounded repeats) and is tried on short lines only.
"""

from __future__ import annotations

import re

from worker.pipeline.clean.shapes import openings, phrases

AD = phrases(
    r"advert(?:isements?|ising|orial)?",
    r"ads?(?: (?:by|from) .{1,30})?",
    r"sponsored(?: (?:content|links?|stories|posts?|messages?))?",
    r"promoted(?: (?:content|links?|stories))?",
    r"paid (?:content|post|partnership|program)",
    r"commercial break",
    r"(?:story|article|content|post|report) continues (?:below|after)(?: (?:(?:this"
    r"|the) )?ad(?:vert(?:isement)?)?)?",
    r"(?:continue|scroll|keep|swipe)(?: down)?(?: reading)?(?: down)?(?: below)?(?: (?:for|after|to) .{1,30})?",
    r"(?:skip|close|remove|hide|report|start|end)(?: (?:this|of))? ad(?:vert(?:isement)?s?)?",
    r"(?:article|story|text|content) (?:resumes|continues)(?: (?:here|below))?",
    r"advertisement\W{1,3}.{0,40}(?:below|continu\w{1,4}|reading)",
    r"this (?:advertisement|ad) (?:has not loaded yet.{0,60}|will end in.{0,20})",
)

_ITEMS = (
    r"(?:posts?|stor(?:y|ies)|articles?|content|topics?|news|links?|coverage|reading|reads?|videos?"
    r"|galler(?:y|ies)"
    r"|headlines?|picks?|items?|searches|podcasts?|choices?)"
)
_WHICH = (
    r"(?:related|recommended|suggested|similar|other|more|further|additional|featured|top|latest|recent"
    r"|popular|also"
    r"|trending|breaking|must|previous|next|best|today's|this week's|editor'?s'?|our|your"
    r"|most (?:read|popular|viewed|shared|recent|watched|commented))"
)
RELATED = phrases(
    rf"{_WHICH}(?: (?:related|popular|recent|top|latest|best|great|local|national|world|sports?))? {_ITEMS}"
    r"(?: (?:from|on|in|for|about|around|across|by|of|to) .{1,40})?",
    r"related|trending(?: now| today)?|popular(?: now| right now)?|latest|most (?:read|popular|viewed"
    r"|shared|recent)",
    r"recommended(?: for you| by .{1,30}| reading)?",
    r"(?:you )?(?:may|might|you'?ll|will)(?: also)? (?:like|love|enjoy|be interested in|want to (?:read|see"
    r"|watch))"
    r"(?: (?:these|this).{0,20})?",
    r"(?:also|read|see|watch)(?: also| more| next| on| now| this(?: next)?| too)",
    r"(?:more|read more|keep reading|read also|see also)(?: (?:from|on|in|about|by|like|for) .{1,50})?",
    r"what to (?:read|watch|know) next|don'?t miss|in case you missed it|editor'?s'? (?:picks?|choice)",
    r"around the web|from (?:around|across|our) .{1,30}|people (?:are|also) (?:reading|read|ask)",
    r"\d{1,3} related|(?:show|view|load|see) (?:all|more)(?: .{1,30})?|continue reading.{0,20}",
)
READ_MORE = openings(
    r"(?:read|see|listen|watch|also read|read also|see also|read more|see more|related(?: stor(?:y|ies)"
    r"| article| news"
    r"| video)?|more|don'?t miss|must[- ]read|read next|more on .{1,40}|more from .{1,40}"
    r"|in pictures|in photos"
    r"|photos|gallery|recommended|more news|learn more|further reading)\s?[:|>]",
    r"(?:read more|read also|also read|see also|click here|tap here)\b",
)

_STEP = r"[\w&'.-]{1,25}(?: [\w&'.-]{1,25}){0,4}"
BREADCRUMB = re.compile(
    rf"\W{{0,3}}(?:you are here\W{{1,3}})?{_STEP}(?:(?:\s?>\s?|\s[/|]\s){_STEP}){{1,8}}\W{{0,3}}", re.IGNORECASE
)
# Possessive: "AAAA" could be cut into steps in millions of ways, 2.4 s for a line of 80.
_GLUED_STEP = r"(?=[A-Z][\w&'])[A-Z]{1,6}+(?:[^\WA-Z]|[&']){0,20}+"
GLUED_TRAIL = re.compile(
    rf"(?:Home|Homepage|Front Page)(?:{_GLUED_STEP}(?: (?:&|and|{_GLUED_STEP}|of|the)){{0,3}}?){{1,6}}"
)
TRAIL_STEP = re.compile(r"\s?[>/|]\s?|(?<=[a-z])(?=[A-Z])")
FRONT_PAGE = frozenset({"home", "homepage", "front page", "you are here", "start"})
NAVIGATION = phrases(
    r"home(?:page)?|menu|search(?: .{0,20})?|sections?|(?:main |primary )?navigation|skip to .{1,40}"
    r"|(?:back )?to top",
    r"back to .{1,40}|next(?: (?:article|story|post|page|up))?|prev(?:ious)?(?: (?:article|story|post|page))?",
    r"(?:close|open)(?: (?:menu|search|navigation|modal|dialog|in app|player|gallery|.{0,12} menu))?",
    r"(?:go|jump) to .{1,30}|table of contents|index|sitemap"
    r"|page \d{1,3}(?: of \d{1,3})?",
    r"\d{1,3} ?(?:/|of) ?\d{1,3}(?: (?:photos?|images?|slides?))?|\d{1,3} (?:photos?|images?|slides?)",
    r"(?:view|see|show|open|launch) (?:gallery|slideshow|all photos|photos|full ?screen|image|comments?"
    r"|full article"
    r"|profile|bio)",
    r"gallery|slideshow|photos?|videos?|images?|play(?: video| now)?|pause|(?:un)?mute|watch(?: now| live"
    r"| video)?",
    r"live(?: now)?|toggle .{1,30}|expand|collapse|loading\W*(?:comments)?|enlarge(?: image)?|(?:hide|show"
    r"|toggle )?caption",
    r"story highlights|key points|at a glance|audio|listen(?: now| to (?:this )?article.{0,20})?"
    r"|\d{1,2}:\d\d ?/ ?\d{1,2}:\d\d",
    r"weather|obituaries|classifieds|e-?paper|e-?edition|horoscopes?|crosswords?|puzzles|about(?: us)?"
    r"|contact(?: us)?",
    r"(?:privacy|cookies?) (?:policy|notice|statement|settings|preferences)|terms(?: (?:of|and|&) (?:use"
    r"|service|conditions?))?",
    r"careers|faqs?|help|accessibility|rss|(?:\d{1,3}|one|two|three|four|five|ten)[ -]min(?:ute)?s?(?: read"
    r"| watch| listen)?",
)

LOGO = phrases(
    r"(?:[\w.'&-]{1,25} ){0,4}logo|logo of(?: [\w.'&-]{1,25}){1,4}|site (?:icon|logo)|avatar|icon"
    r"|placeholder|thumbnail",
    r"profile (?:photo|picture)|(?:plus|share|arrow|close|search|menu) icon",
)
_SITES = (
    r"(?:facebook|fb|twitter|x|whatsapp|linked ?in|pinterest|reddit|instagram|e-?mail|mail|telegram"
    r"|messenger|tumblr"
    r"|flipboard|google(?:\+| news)?|youtube|tiktok|threads|bluesky|mastodon|wechat|sms|print|copy(?: link"
    r"| url)?|link"
    r"|more|share|tweet|post|pin(?: it)?|snapchat|line|pocket|digg|url|bookmark|save|like|follow|rss|viber"
    r"|mix|weibo|vk"
    r"|xing|truth social|apple news|news)"
)
SHARE = phrases(
    rf"{_SITES}(?:(?:[\s,|/]|\s?and\s){{1,4}}{_SITES}){{0,12}}",
    r"share(?:[ds]|(?: (?:this|on|via|with|to|the|it|by)(?: .{1,40})?)?)",
    r"\d[\d.,]{0,8}[km]? ?(?:shares?|comments?|views?|likes?|retweets?|reactions?|followers?|replies|votes?)",
    r"(?:share|tweet|post|pin|send|save|print|email|copy|follow|like|bookmark|gift|tip|add)(?: (?:this|it"
    r"|us|our|on|via"
    r"|with|to|by|a|the|link|article|story|page|post|facebook|twitter|x|whatsapp|e-?mail|linkedin|pinterest"
    r"|reddit"
    r"|friend|instagram|google|news|copied|for later|url)){1,6}",
    r"[\w.' ]{2,50} \(@\w{1,30}\)(?: \w{3,9} \d{1,2}, \d{4})?",  # the signature of a post that the page shows
    r"(?:name|e-?mail|website|comment) ?\*{0,2}|link copied|copied|follow(?:ing)?|subscribed?(?: now"
    r"| today)?|sign (?:in|up|out)(?: now| free| here)?"
    r"|log ?(?:in|out)",
    r"register(?: now| here)?|my account|account|donate(?: now)?|support us|thank you|submit|cancel|ok"
    r"|accept(?: all)?",
    r"got it|not now|no thanks|dismiss|done|yes|no|reply|report|flag|edit|delete|sort by.{0,20}|newest|oldest",
)
COMMENTS = phrases(
    r"(?:top )?comments?(?: \(?\d{0,6}\)?)?|\d{1,6} comments?",
    r"(?:add|post|leave|write|view|read|show|hide|see|load|join|start|be the first to)(?: (?:a|all|your|the"
    r"|more|to|this))?"
    r"(?: \d{1,6})?(?: (?:comments?|reply|conversation|discussion|debate|response))(?: .{0,30})?",
    r"(?:sort|filter) comments.{0,20}|comments (?:are (?:closed|off|turned off|disabled)|policy|section"
    r"|guidelines).{0,40}",
    r"what do you think\?|have your say.{0,40}|discussion|conversation|reactions|responses|(?:no"
    r"|0) comments.{0,20}",
    r"your email address will not be published.{0,60}|notify me of .{1,60}",
)
TAGS = openings(
    r"(?:tags?|topics?|filed (?:under|in)|categor(?:y|ies)|keywords?|more (?:on|about)|read more about"
    r"|explore more"
    r"|in this (?:article|story)|sections?|posted in|tagged(?: with| as)?|labels?|see more on)\s?[:#|]"
)
HASHTAGS = re.compile(r"(?:#\w{1,40}[\s,]{0,3}){1,20}")
COPYRIGHT = re.compile(
    r"\xa9|\(c\) \d{4}|\b(?:copyright (?:\d{4}|by|of)\b|all rights reserved\b|(?:express"
    r"|prior) written permission\b"
    r"|may not be (?:published|reproduced|republished|reprinted)\b|do not sell (?:or share )?my\b"
    r"|(?:our|see the|and|to the) (?:privacy (?:policy|notice|statement)|terms (?:of|and|&) (?:use|service"
    r"|conditions?)"
    r"|cookies? (?:policy|notice|settings|preferences))\b)",
)
