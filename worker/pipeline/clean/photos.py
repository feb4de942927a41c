"""Photo credits and captions that carry one, as pages print them."""

from __future__ import annotations

import re

from worker.pipeline.clean.shapes import openings

_NETWORKS = (
    r"instagram|insta|ig|twitter|x|facebook|tiktok|youtube|snapchat|weibo|flickr|threads|linkedin|reddit|tumblr|vk"
    r"|telegram|pinterest|google(?: maps| street view)?"
)
_AGENCIES = (
    r"getty(?: images?)?(?: .{1,25})?|gettyimages|reuters|ap(?: photos?| images?)?"
    r"|(?:the )?associated press"
    r"|afp(?: photo|/getty(?: images)?)?|shutterstock|i?stock(?:photo)?|alamy(?: stock photo| live news)?"
    r"|pa(?: wire| images?| media)?|press association|epa(?:-efe)?|efe|xinhua|bloomberg|zuma(?: press"
    r"| wire)?"
    r"|wireimage|filmmagic|splash(?: news)?|backgrid|rex(?: features)?|mega|corbis|sipa(?: usa| press)?"
    r"|polaris"
    r"|redux(?: pictures)?|magnum(?: photos)?|upi|unsplash|pexels|pixabay|wiki(?:pedia|media(?: commons)?)"
    r"|creative commons|imago(?: images)?|nurphoto|anadolu(?: agency| images| via getty images)?|dpa"
    r"|tass|sputnik"
    r"|ria novosti|kyodo(?: news)?|yonhap|cp|(?:the )?canadian press|usa today(?: sports| network)?"
    r"|imagn(?: images)?"
    r"|icon ?sports?wire|action images|abaca(?:press| press)?|icon sport|everett(?: collection)?"
    r"|startraks|bfa|wenn"
    r"|avalon|camera press|picture alliance|adobe ?stock|dreamstime|depositphotos|newscom|mirrorpix|swns"
    r"|cover images|instarimages|the image direct|goff photos|press pool|supplied|handout|screengrab"
    r"|screenshot"
    r"|(?:courtesy|file|stock|contributed|submitted|staff) (?:photo|image)|file"
)
_WORD = r"(?:[A-Z@][\w.'&@-]{0,25}|de|da|del|der|den|di|du|la|le|of|the|van|von|bin|al|for|&)"
_NAME = rf"(?-i:{_WORD}(?: {_WORD}){{0,6}})"
_SHORT_NAME = rf"(?-i:{_WORD}(?: {_WORD}){{0,2}})"
_SOURCE = rf"(?:{_AGENCIES}|{_NETWORKS})"
_FORMS = (
    rf"(?:(?:photo|picture|image|pic)s?(?: (?:by|from|via|credits?|courtesy(?: of)?))?\W{{0,3}})?(?:{_AGENCIES})",
    rf"{_NAME}\s?(?:[/|,-]|via|\()\s?(?:{_NAME}\s?(?:[/|]|via)\s?)?{_SOURCE}",
    rf"{_SHORT_NAME} (?:for|on) {_SOURCE}",
    rf"{_SOURCE}\s?[/|:(-]\s?{_NAME}(?:\s?[/|]\s?{_NAME})?",
)
CREDIT = re.compile(rf"\W{{0,3}}(?:{'|'.join(_FORMS)})\W{{0,3}}", re.IGNORECASE)
_CAPS = r"(?:[A-Z][\w.'-]{0,20} ){1,3}[A-Z][\w.'-]{0,20}"
SLASH_CREDIT = re.compile(rf"\W{{0,2}}{_CAPS}\s?/\s?[A-Z@][\w.'&-]{{0,20}}(?: [A-Z&][\w.'&-]{{0,20}}){{0,4}}\)?")

_PICTURE = (
    r"(?:photo(?:graph)?|image|picture|pic|video|illustration|graphic|photography|artwork|collage|composite|map"
    r"|chart)s?"
)
CREDIT_LEAD = openings(
    rf"(?:(?:file|stock|staff|handout|cover|main|lead|featured?|top|header|title) )?{_PICTURE}"
    r"(?: illustration| source| by:?| courtesy(?: of)?| credits?| from| via| supplied)?\s?(?:[:/\xa9|]| by "
    r"| courtesy)",
    r"(?:image|photo|picture|video|photography|illustration|cover)?\s?(?:credits?|source)\s?[:/]",
    r"courtesy(?: of)?:? |via (?:getty|ap|reuters|instagram|twitter|facebook)\b|(?:ap|afp|reuters"
    r"|getty) (?:photo|images?)\b",
    r"(?:submitted|contributed|courtesy|staff|file|handout|supplied) photos?\b",
    r"photos? (?:by|courtesy|submitted|supplied|provided)\b|screen(?:shot|grab)\b.{0,30}$|getty images\b",
    r"(?:image|media|picture) (?:caption|copyright|source)\b|figure \d{1,2}[.:]|pictured:",
)

# A caption with its credit at the end; looked for in the last `TAIL` characters of a line. A sentence that
# ends on an agency ("..., he told Reuters.") is none: the credit follows a mark and no full stop follows it.
TAIL = 120
CREDIT_TAIL = re.compile(
    r"\((?:AP|AFP|Getty|Reuters|[Ii]mage|[Pp]hoto(?:graph)?s?|[Pp]icture|[Cc]redit|[Cc]ourtesy|[Ff]ile"
    r"|[Vv]ia|[Ss]ource"
    r"|[Ii]llustration|[Ss]ubmitted|[Ss]upplied)\b[^()]{0,90}\)\W{0,2}$"
    r"|\([^()]{0,60}\b(?:[Pp]hoto(?:graph)?s? ?(?:by|courtesy|[:/])|Getty Images|Shutterstock|/ ?(?:AP|AFP|Reuters"
    r"|REUTERS))\b[^()]{0,60}\)\W{0,2}$"
    rf"|\({_NAME}\s?[/|]\s?{_NAME}(?:\s?[/|]\s?{_NAME})?\)\W{{0,2}}$"
    r"|[.!?)\"'|]\s?(?:Photo(?:graph)?s?|Image|Picture|Credits?|Illustration|Source|PHOTO|CREDIT)"
    r"(?: (?:[Cc]redits?|[Cc]ourtesy|[Ss]ource))?\s?(?::|by |courtesy ).{2,60}$"
    r"|(?:[/|,:\"'-]|[.!?)])\s?(?:[A-Z][\w.'-]{0,20} ){0,3}(?:Getty Images?|GETTY IMAGES|Reuters|REUTERS"
    r"|Shutterstock|AFP"
    r"|Alamy(?: Stock Photo)?|WireImage|FilmMagic|iStock(?:photo)?|AP(?: Photo)?|PA(?: Wire| Images?"
    r"| Media)?|ZUMA Press"
    r"|Unsplash|Wikimedia Commons|NurPhoto|Sipa USA|Imagn Images)(?: via [\w. ]{2,30})?$"
    r"|via (?:Getty Images?|REUTERS|AP|AFP)\)?$|[.!?]\s?[Cc]ourtesy (?:of )?[A-Z][\w.&' -]{2,40}$"
)
SLASH_TAIL = re.compile(rf"[.!?\"')]\s?{_CAPS}\s?/\s?[A-Z][\w.&' -]{{1,40}}$")


def credit_of(line: str) -> str:
    """The credit on a line: what follows the caption if there is one, else the whole line."""
    tail = CREDIT_TAIL.search(line[-TAIL:]) or SLASH_TAIL.search(line[-TAIL:])
    if tail is None or CREDIT.fullmatch(line) or CREDIT_LEAD.match(line.lower()):
        return line[1:-1] if line[0] + line[-1] == "()" else line
    return tail[0].strip(" .,|:;()!?\"'-") or line
