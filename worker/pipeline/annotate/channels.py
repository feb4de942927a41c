"""Where people speak and publish: platforms, media, kinds of statements; language data."""

# ruff: noqa: SIM905 - word lists read best as prose

from __future__ import annotations

from types import MappingProxyType

# Names in small letters to the platform's name. "X" is too short to be told from a letter: capital only.
PLATFORMS = MappingProxyType(
    {
        "instagram": "Instagram", "twitter": "Twitter", "facebook": "Facebook", "tiktok": "TikTok",
        "youtube": "YouTube", "snapchat": "Snapchat", "weibo": "Weibo", "truth social": "Truth Social",
        "linkedin": "LinkedIn", "threads": "Threads", "bluesky": "Bluesky", "telegram": "Telegram",
        "reddit": "Reddit", "tumblr": "Tumblr", "myspace": "MySpace", "whatsapp": "WhatsApp",
        "mastodon": "Mastodon", "twitch": "Twitch", "x": "X", "vkontakte": "VKontakte", "pinterest": "Pinterest",
        "substack": "Substack", "discord": "Discord", "gofundme": "GoFundMe",
    }
)  # fmt: skip
# Verbs that name their platform.
POSTED_ON = MappingProxyType(
    dict.fromkeys("tweet tweets tweeted tweeting retweeted".split(), "Twitter")
    | dict.fromkeys("instagrammed instagramming".split(), "Instagram")
)
# Said "in a statement", "on the phone", "at a news conference". Longer ones first: the first that fits is taken.
MEDIA = (
    "press release|news release|media release|press conference|news conference|media conference|blog post|"
    "press briefing|news briefing|briefing|conference call|earnings call|video call|phone call|call|"
    "voice message|voice note|voicemail|video message|text message|direct message|instagram post|facebook post|"
    "open letter|court filing|filing|court documents|affidavit|lawsuit|complaint|"
    "statement|interview|letter|email|e-mail|podcast|blog|vlog|livestream|speech|address|sermon|memo|memoir|tweet|"
    "op-ed|column|essay|documentary|broadcast|newsletter|caption|note|telephone|phone|radio|television|TV|"
    "message|post|video|page|account|profile|feed|website|timeline"
)
# Documents that speak themselves: "the memo says".
DOCUMENTS = frozenset("statement memo letter email e-mail tweet caption affidavit filing".split())
# Verbs of going on with what one was saying, and of saying more.
GOING_ON = frozenset("continued continues continuing went goes carried".split())
ADDING = frozenset("added adds adding".split())
