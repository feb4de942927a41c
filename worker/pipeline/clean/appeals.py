"""What a page asks of its reader or says of itself: prompts, notices, lines on the author. Data, no logic."""

from __future__ import annotations

import re

from worker.pipeline.clean.shapes import openings, within

_NEWSLETTER = r"(?:newsletters?|inbox|apps?|alerts?|access|updates|delivered|e-?mails?|headlines|digest|briefing)"
_STORY = r"(?:story|article|content|post|piece|copy|feature|newsletter|report|video|podcast|interview)"

APPEAL = openings(
    # sign up, sign in, pay
    r"sign[ -]?(?:up|in)\b|subscribe\b|log ?in\b|register (?:now|for|to|here|today)\b|unsubscribe\b",
    r"join (?:us|our|the conversation|the discussion|\d)|become an? (?:member|subscriber|supporter|patron"
    r"|insider)",
    r"start your (?:day|free|week|subscription)|try (?:unlimited|our)|unlock (?:your|full|all|unlimited)",
    r"already (?:a (?:subscriber|member)|have an account)|not a (?:subscriber|member)|enter your (?:e-?mail"
    r"|name|zip)",
    r"your (?:subscription|account|e-?mail|browser|privacy|support|comment|contribution|trial|free)\b",
    rf"get (?:the|our|your|all|more|breaking|daily|latest|news|full|unlimited|exclusive"
    rf"|a free)(?: [\w'-]{{1,20}}){{0,6}} {_NEWSLETTER}",
    r"support (?:our|us|local journalism|independent|quality journalism|nonprofit)|donate (?:now|today|to"
    r"|here)\b",
    r"you (?:can|may|must|need to|have|will|are now|agree|consent)(?: \w{1,15}){0,4} (?:unsubscribe"
    r"|subscribed?|sign up|log in"
    r"|opt out|newsletters?|cookies|register|javascript|consent to)\b",
    # follow, share, write to us
    r"follow (?:us|our|me|@|\S{1,20}(?: \S{1,20})? on (?:twitter|facebook|instagram|x|google|tiktok|youtube"
    r"|whatsapp))\b",
    r"(?:like|find) us on|download (?:the|our) (?:\w{1,20} ){0,3}app|click (?:here|on (?:the|this)|to"
    r"|below)|tap (?:here|to)\b",
    r"(?:have|got|do you have) (?:an? )?(?:news )?(?:tip|story|comment|question|something)\b.{0,60}\?"
    r"|share your|let us know",
    r"(?:send|e-?mail|call|text|message|contact|tell) (?:us|our|the newsroom|news tips)\b",
    # look elsewhere
    r"(?:listen to|watch|read|see|check out|view|visit|explore) (?:our|more of our|all of our)\b"
    r"|learn more\b|find out more\b",
    r"(?:watch|listen|view)(?: (?:the|more|live|video|now|below|above|on|full|this))(?: .{0,40})?$"
    r"|visit (?:www|http)",
    r"for more (?:information|news|stories|details|on|about|from|coverage|content|of our|great|sports"
    r"|entertainment)\b",
    r"don'?t miss (?:a|our|out)\b|stay (?:up to date|informed|connected|tuned|in the know)\b|want (?:more"
    r"|to (?:read|see) more)\b",
    # what the page says of itself
    rf"a version of this {_STORY} |a post shared by |an? {_STORY} (?:by|from) (?:the conversation|our partners)",
    rf"this {_STORY} (?:is (?:part of|available|only|sponsored|brought|free|for)|contains? (?:affiliate"
    rf"|links|spoilers)"
    r"|was (?:originally |first |last )?(?:published|produced|updated|amended|corrected|edited|generated"
    r"|translated)"
    r"|has been (?:updated|corrected|amended|edited|republished|clarified)|(?:originally|first) (?:appeared"
    r"|published|ran)"
    r"|may (?:contain|include|not be)|appeared|requires|will be updated)\b",
    r"this (?:site|website|page|form|field) (?:uses|is (?:protected|for|required)|requires|contains|may)\b",
    r"(?:editor'?s'? note|correction|clarification|update|disclaimer|disclosure|note to readers|advisory"
    r"|warning)\b.{0,40}?:",
    r"we use cookies|by (?:clicking|signing up|submitting (?:this|your)|continuing to (?:use|browse)"
    r"|subscribing|using (?:this|our))\b",
    r"please (?:enter|log in|sign|subscribe|enable|try again|check your|consider (?:a|sub|don|supp)"
    r"|note that|read our|refresh|provide|select)",
    r"thank(?:s| you) for (?:reading|signing|subscribing|visiting|supporting|your (?:interest|feedback"
    r"|subscription))\b",
    r"we'?(?:ve| have) (?:sent|e-?mailed|updated our)\b|sorry,? (?:we|your|this|there|comments)\b",
    r"(?:all|some|the)? ?(?:products?|items?|links?|prices?)(?: \w{1,15}){0,5} (?:independently|affiliate"
    r"|commission|at the time of)\b",
    r"(?:when|if) you (?:buy|purchase|click|shop|make)(?: [^.]{1,60})? (?:commission|earn|links?|affiliate)\b",
    r"our (?:journalism|newsroom|comments?|community|editorial|standards|free|daily|weekly)(?: \w{1,20}){0,3}"
    r" (?:guidelines|policy|needs|depends|newsletter|principles|process|is funded|is made possible)\b",
)
# Anywhere near either end of a line.
APPEAL_WITHIN = within(
    r"sign(?:ing)? up (?:for|to) (?:our|my|a free|receive|get)\b|(?:in|to) your inbox\b|unsubscribe\b",
    r"(?:our|this|my|free) (?:\w{1,15} ){0,2}newsletters?\b|affiliate (?:commission|link|partner|revenue)s?\b",
    r"earn (?:an? )?(?:\w{1,10} )?commission\b|enable javascript\b|disable your ad ?blocker\b|recaptcha\b",
    r"subscriber-only\b|you agree to (?:our|the terms|receive)\b|(?:opinions|views) expressed (?:in|by|here"
    r"|are)\b",
    r"download our (?:free )?app\b|support our (?:journalism|work|mission)\b|appeared first on\b"
    r"|follow us on\b",
    rf"{_STORY} (?:\w{{1,20}} ){{0,4}}(?:originally|first) (?:published|appeared|posted|ran) (?:on|in|at|by)\b",
    r"join our (?:newsletter|community|whatsapp|facebook|telegram|channel|mailing)\b|shop (?:now|here)\b"
    r"|buy now\b",
    r"free trial\b|click here\b|contributed to this (?:report|story|article|piece)\b",
)
# Reporters' contacts and desk credits below an agency's text.
WIRE_TAIL = openings(
    r"\(?(?:additional |further )?(?:reporting|editing|writing|graphics?|compiled|translat(?:ed|ion)"
    r"|production|research)"
    r"(?: and (?:editing|writing|reporting))?(?: contributed)? by .{3,220}",
    r"\(?with (?:files|reporting|inputs?|information|additional reporting) from .{3,80}|our standards: .{3,80}",
)
# A line on the author; only looked for above and below the text, since it is worded as a profile's sentences are.
BIO = re.compile(
    r" is (?:an?|the|our)(?: [\w'&,-]{1,25}){0,8}"
    r" (?:writer|reporter|editor|journalist|correspondent|producer|contributor|columnist|blogger|intern"
    r"|photographer)\b"
    r"(?: (?:at|for|with|in|on|based|covering|who|focus|speciali[sz])|\W*$)"
)
BIO_START = openings(
    r"(?:he|she|they|\S{1,25} \S{1,25})(?: (?:also|previously|has))?"
    r" (?:covers?|writes?|reports?|contribute[sd]?|written) (?:on|about|for)\b",
    r"(?:you can )?(?:follow|reach|contact|e-?mail) (?:him|her|them|the author"
    r"|\S{1,20}(?: \S{1,20})?) (?:on|at|via|@)",
)
BIO_END = re.compile(r"\bfollow (?:him|her|them) (?:on|at)\b.{0,80}$|@[\w-]{1,40}\.\w{2,10}\W{0,3}$")
BIO_NAME = 60  # characters: the author's name and nothing else stands before "is a reporter"
