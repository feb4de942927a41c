"""Where people publish, and what they publish there."""

from __future__ import annotations

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
# Words of the names of papers, stations and shows.
PRESS_WORDS = frozenset(
    """times post news weekly daily herald journal tribune guardian telegraph mail press magazine sun mirror star
    gazette chronicle observer inquirer globe radio tv television channel network podcast show bbc cnn nbc
    abc cbs fox msnbc npr pbs reuters ap afp bloomberg itv sky espn tmz variety billboard vogue elle people
    newsweek forbes fortune wired gq esquire politico axios vox vice insider buzzfeed today morning tonight
    independent standard express courier examiner dispatch sentinel register ledger bulletin review digest""".split()  # noqa: SIM905 - a word list reads best as prose
)
