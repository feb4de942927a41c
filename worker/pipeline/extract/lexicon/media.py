"""Where people publish, and what they publish there."""

from __future__ import annotations

# Names in small letters to the platform's name; "X" alone is too short to be told from a letter.
PLATFORMS = {
    "instagram": "Instagram", "twitter": "Twitter", "facebook": "Facebook", "tiktok": "TikTok", "youtube": "YouTube",
    "snapchat": "Snapchat", "weibo": "Weibo", "truth social": "Truth Social", "linkedin": "LinkedIn",
    "threads": "Threads", "bluesky": "Bluesky", "telegram": "Telegram", "reddit": "Reddit", "tumblr": "Tumblr",
    "myspace": "MySpace", "whatsapp": "WhatsApp", "mastodon": "Mastodon", "twitch": "Twitch", "x": "X",
    "vkontakte": "VKontakte", "pinterest": "Pinterest",
}  # fmt: skip
POST_NOUNS = (
    "post|tweet|photo|photograph|picture|pic|pics|photos|pictures|snap|snapshot|snapshots|"
    "selfie|selfies|image|images|video|videos|clip|"
    "clips|reel|story|stories|message|update|note|carousel|statement|throwback|livestream|"
    "footage|teaser|trailer|slideshow|montage|thread"
)
POST_VERBS = (
    "shared|shares|posted|posts|uploaded|uploads|put up|puts up|published|tweeted|tweets|"
    "retweeted|reposted|released|unveiled"
)
# Reporting verbs that are acts of posting by themselves.
POSTING_CUES = {
    "tweeted": ("tweet", "Twitter"), "tweets": ("tweet", "Twitter"), "tweeting": ("tweet", "Twitter"),
    "retweeted": ("tweet", "Twitter"), "captioned": ("photo", None), "captions": ("photo", None),
    "posted": ("post", None), "posts": ("post", None), "posting": ("post", None),
    "instagrammed": ("photo", "Instagram"),
}  # fmt: skip
CHANNELS = (
    "statement|press release|interview|letter|email|e-mail|press conference|news conference|"
    "news release|blog post|"
    "podcast|speech|memo|tweet|text message|court filing|filing|conference call|earnings "
    "call|open letter|affidavit|"
    "documentary|broadcast|newsletter|voicemail|video message|instagram post|facebook "
    "post|op-ed|caption"
)
