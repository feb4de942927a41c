"""Posts: photos, tweets and videos that somebody put before the public, and how many liked them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from worker.pipeline.extract.circumstance import Circumstance, circumstance
from worker.pipeline.extract.lexicon.lexemes import lexemes
from worker.pipeline.extract.lexicon.media import POST_NOUNS, POST_VERBS, POSTING_CUES
from worker.pipeline.extract.lexicon.verbs import forms
from worker.pipeline.extract.mint import unnamed
from worker.pipeline.extract.numbers import cardinal, comparator
from worker.pipeline.extract.pattern import build
from worker.pipeline.extract.phrase import Hit, hits, phrase
from worker.pipeline.extract.rule import AGENT, Counterexample, Example, Predicate
from worker.pipeline.extract.syntax.clause import subjects
from worker.pipeline.extract.syntax.frame import frame
from worker.pipeline.extract.syntax.meaning import meaning
from worker.pipeline.extract.utterance import Utterance, utterances
from worker.pipeline.values import (
    Candidate,
    Declaration,
    Entity,
    ObjectValue,
    Quantity,
    QuantityObject,
    TextObject,
    TimeObject,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.syntax.clause import Clause
    from worker.pipeline.extract.syntax.tree import Tree
    from worker.pipeline.extract.view import View
    from worker.pipeline.values import Quote


# "captioned the photo": the post was told before.
_OLD_POST = re.compile(r"\bcaption(?:ed|s) (?:the|his|her|their|that|this)\b", re.IGNORECASE)


# Verbs whose words are the post, where a network is named: not "tells the crowd in a video on Instagram".
_PUBLISHING = forms("write say share announce reveal add caption")
_BEFORE_NETWORK = 30  # characters before a network's name
_ONTO = re.compile(r"\b(?:on|to|in|via|over) (?:[\w'’]{1,20} ){0,3}$", re.IGNORECASE)  # noqa: RUF001 - press style
_BEFORE = 12  # characters before the verb in which "who" or "whoever" stands
_ANOTHER = re.compile(
    r"\b(?:who|whoever|which|anyone)\b|\b(?:post|tweet)\w{0,3} (?:the|an?|his|her|their|these|those)\b", re.IGNORECASE
)


def draw_posts(view: View, /) -> Iterator[Candidate | Entity]:
    """The words of a post are a statement; the post itself is another fact."""
    for utterance in utterances(view):
        quote, told = utterance.quote, circumstance(view, utterance.quote)
        cue = quote.cue.of(view.text).lower() if quote.cue is not None else ""
        posting = cue in POSTING_CUES or (cue in _PUBLISHING and (_named_there(told) or told.page))
        if not posting or quote.kind == "indirect" or _OLD_POST.search(told.clause) or _told_of(view, quote):
            continue
        yield utterance.speaker
        yield _post(utterance, told, cue)


def _named_there(told: Circumstance) -> bool:
    """Whether the words were put on the network: "in a post on X", but not "writer of the Substack"."""
    if not told.platform or told.channel is None:
        return False
    before = told.clause.partition(told.channel)[0][-_BEFORE_NETWORK:]
    return _ONTO.search(before) is not None


def _told_of(view: View, quote: Quote) -> bool:
    """Whether the verb tells of another post: 'whoever tweeted the images should "get over it"'."""
    if quote.cue is None or quote.cue.end > quote.parts[0].start:
        return False
    around = view.text[max(0, quote.cue.start - _BEFORE) : quote.parts[0].start]
    return quote.kind == "partial" and _ANOTHER.search(around) is not None


def _post(utterance: Utterance, told: Circumstance, cue: str) -> Candidate:
    qualifiers: list[tuple[str, ObjectValue]] = []
    if told.platform and told.channel is not None:
        qualifiers.append(("platform", TextObject(told.channel)))
    if told.date is not None:
        qualifiers.append(("date", TimeObject(told.date, "date")))
    return Candidate(
        subject=utterance.speaker.id,
        predicate="posted",
        object=TextObject(POSTING_CUES.get(cue, ("post", None))[0]),
        rule="speech/post-of-quote",
        evidence=told.spans or utterance.quote.parts,
        qualifiers=tuple(qualifiers),
        confidence=0.8,
        event_time=told.date,
    )


_LIKES = build(
    rf"(?:<s:T>|(?P<post>(?:the|this|that|his|her|their|<P> 's) {{ADJ}}(?:{POST_NOUNS}))){{APP}} {{AUX}}"
    r"(?:got|gets|received|garnered|gathered|racked up|amassed|earned|drew|attracted|"
    r"collected|has|had|was liked) (?:[a-z]+ ){0,2}?<o:q>"
)


def draw_likes(view: View, /) -> Iterator[Candidate | Entity]:
    """Likes of a post; a post that only a description names becomes an unnamed entity."""
    for hit in hits(
        view,
        _LIKES,
        lexemes(
            "got gets received garnered gathered racked amassed earned drew attracted collected has had liked"
        ),
    ):
        amount, stance, value = hit.slot("o"), hit.stance(), hit.value("o")
        counted = amount.quantity.unit_ucum if amount is not None and amount.quantity is not None else ""
        if stance is None or value is None or "like" not in counted:
            continue
        subject = hit.entity("s") or _told_before(hit)
        if subject is None:
            post = unnamed(hit.view, hit.span("post"), "post", hit.words("post") or "post")
            subject = post.id
            yield post
        yield Candidate(
            subject,
            "number_of_likes",
            value,
            "post/likes",
            (hit.span(),),
            status=stance.status,
            polarity=stance.polarity,
            attribution=stance.attribution,
            confidence=0.85,
        )


def draw_liked(view: View, /) -> Iterator[Candidate]:
    """Reads "the photo has been liked more than 20,000 times", "liked by 20,000 people"."""
    for clause in view.clauses_with(forms("like")):
        tree, at = clause.tree, clause.verb
        counted = [i for i in tree.under(at, "obl", "obl:unmarked", "obl:agent") if tree.word(i) in _COUNTED]
        numbers = [n for i in counted for n in tree.under(i, "nummod") if cardinal(tree.word(n)) is not None]
        stance = meaning(tree, at) if clause.passive and numbers and at not in tree.quoted else None
        for one in clause.fill("patient") if stance is not None else ():
            slot = tree.slot(one)
            if slot is not None and slot.entity is not None and slot.letter in "TW" and stance is not None:
                first = numbers[0]
                bound = comparator(f"{tree.word(first - 2)} {tree.word(first - 1)}")
                amount = Quantity(tree.span(first, first), str(cardinal(tree.word(first))), bound, "{like}")
                yield Candidate(
                    slot.entity.id, "number_of_likes", QuantityObject(amount), "post/liked", (tree.around(one, first),),
                    status=stance.status, polarity=stance.polarity, attribution=stance.attribution, confidence=0.8,
                )  # fmt: skip


def _told_before(hit: Hit) -> str | None:
    """A sentence is read with and without its descriptions: the post may be known although no slot shows it."""
    known = hit.view.nominal_over(hit.span("post"))
    return known.id if known is not None and known.type == "post" else None


# "of her lunch with Roe": what a picture shows, up to three mentions long.
_SHOWING = r"(?:(?: of| with| showing| from)[^.;<]{0,40}(?:<[A-Z]\d{1,3}>[^.;<]{0,40}){0,3}?)?"
_ON = (
    r"(?: (?:to|on|via|over on|in) (?:<P> 's )?{ADJ}(?:<platform:DOW>|(?:social media|"
    r"page|account|timeline|story|feed)))"
)
_SOME = r"(?:(?:a|an|the|another|this|some|two|three|several|<P> 's) )"
_PICTURES = (
    "post|tweet|photo|photograph|picture|pic|pics|photos|pictures|snap|snaps|snapshot|snapshots|selfie|selfies|image|images|"
    "video|videos|clip|clips|reel|carousel|throwback|slideshow|montage"
)  # a story or a message may be told anywhere, and a trailer is released
_POST = re.compile(rf"(?:[\w'’-]{{1,20}} ){{0,4}}?(?:{POST_NOUNS})s?\b", re.IGNORECASE)  # noqa: RUF001 - press style
_COUNTED = lexemes("times people users followers fans accounts")
_POSTING = forms("post tweet upload repost")
_NETWORKS = lexemes(
    "media instagram twitter facebook tiktok x snapchat youtube threads linkedin weibo page account story stories feed "
    "timeline profile reddit pinterest bluesky mastodon telegram twitch"
)


# What one does with the words of a post; to be seen or to appear in one is none of them.
_TELLING = forms("say write reveal share announce add explain thank praise slam criticize criticise celebrate "
                 "honor honour congratulate claim call accuse confirm deny apologize apologise describe admit "
                 "joke urge mark mourn")  # fmt: skip
_NOTES = lexemes("post posts tweet tweets")


def draw_authored(view: View, /) -> Iterator[Candidate]:
    """Reads "a tweet by Roe", "in an Instagram post, Roe thanked his fans"."""
    for noun in sorted(view.nouns.keys() & _NOTES):
        for tree, at in view.nouns[noun]:
            verb = tree.tokens[at].head
            writers = [i for i in tree.under(at, "nmod") if tree.case(i) in {"by", "from"}]
            if tree.tokens[at].relation == "obl" and tree.case(at) == "in" and tree.word(verb) in _TELLING:
                writers += subjects(tree, verb)
            if not writers or at in tree.quoted or not _is_online(tree, at):
                continue
            stance, slots = meaning(tree, at), [(i, tree.slot(i)) for i in writers]
            for one, slot in slots if stance is not None else ():
                if slot is not None and slot.entity is not None and slot.letter in "PO" and stance is not None:
                    yield Candidate(
                        slot.entity.id, "posted", TextObject(noun.removesuffix("s")), "post/authored",
                        (tree.around(one, at),), status=stance.status, polarity=stance.polarity,
                        attribution=stance.attribution, confidence=0.8,
                    )  # fmt: skip


def _is_online(tree: Tree, at: int) -> bool:
    beside = {tree.word(j) for i in tree.under(at, "compound", "amod", "nmod") for j in (i, *tree.under(i, "compound"))}
    return tree.word(at).startswith("tweet") or bool(beside & _NETWORKS)


def _on_network(clause: Clause, _thing: ObjectValue) -> bool:
    return bool({clause.tree.word(i) for name in ("on", "+on", "via") for i in clause.fill(name)} & _NETWORKS)


def _posted(words: str) -> str | None:
    """The post in the words, less what it shows: "endless photos [of him]"."""
    found = _POST.match(words.removeprefix("to "))  # "according to video posted by"
    return found.group() if found else None


def _is_public(clause: Clause, _thing: ObjectValue) -> bool:
    """What is shared may be shared with the police; a network makes it a post."""
    places = [name for name in clause.places if name.lstrip("+") in {"on", "to", "via", "in", "through", "over"}]
    words = {clause.tree.word(i) for name in places for i in clause.fill(name)}
    return clause.words in _POSTING or bool(words & _NETWORKS)


POSTED = Predicate(
    Declaration("posted", AGENT, frozenset({"post", "string"}), "P170", identity=("platform", "date")),
    (
        draw_posts,
        frame(
            "post/clause", "posted", "post tweet upload repost share publish put_up", "agent|by|+by:PO", "patient:*",
            refine=_posted, accept=_is_public, confidence=0.78,
        ),
        draw_authored,
        frame(
            "post/wrote-on", "posted", "write", "agent:PO", None, object_text="post", accept=_on_network,
            confidence=0.78,
        ),
        frame("post/in-post", "posted", "announce reveal share confirm", "agent:PO", "in|on|via|+in:T"),
        phrase(
            "post/verb",
            "posted",
            rf"<s:PO>{{APP}} {{AUX}}(?:shared|shares|posted|posts|uploaded|uploads|put up|puts up|tweeted|tweets|"
            rf"retweeted|reposted) (?P<o>{_SOME} {{ADJS}}(?:{_PICTURES}))(?![\w-]){_SHOWING}{_ON}?{{DATE}}",
            "shared shares posted posts uploaded uploads put puts tweeted tweets retweeted reposted",
            0.8,
        ),
        phrase(
            "post/verb",
            "posted",
            rf"<s:PO>{{APP}} {{AUX}}(?:{POST_VERBS}) (?P<o>{_SOME} {{ADJS}}(?:{POST_NOUNS}))(?![\w-])"
            rf"{_SHOWING}{_ON}{{DATE}}",
            "shared shares posted posts uploaded uploads put puts published tweeted tweets",
            0.8,
        ),
        phrase(
            "post/entity",
            "posted",
            rf"<s:PO>{{APP}} {{AUX}}(?:{POST_VERBS}) <o:T>{_SHOWING}{_ON}?{{DATE}}",
            "shared shares posted posts uploaded uploads put puts published tweeted tweets",
            0.8,
        ),
        phrase(
            "post/on-post",
            "posted",
            r"<s:PO>{APP} {AUX}(?:shared|shares|posted|posts|announced|revealed) (?:the|this|"
            r"her|his|their|<P> 's) {ADJ}(?:news|update|announcement|joy|excitement) (?:on|in|"
            r"via|through) <o:T>{DATE}",
            "shared shares posted posts announced revealed",
            0.75,
        ),
        phrase(
            "post/noun",
            "posted",
            rf"<s:P> 's (?P<o>{{ADJ}}(?:{POST_NOUNS})(?: (?:post|story|video|photo))?){_ON}",
            "post tweet photo photograph picture pic snap selfie image video clip reel story message update",
            0.8,
        ),
        phrase(
            "post/news-on",
            "posted",
            r"<s:P>{APP} {AUX}(?:shared|shares|posted|posts|announced|revealed) (?:the|this|"
            r"her|his|their|<P> 's) {ADJ}(?:news|update|announcement|joy|pregnancy|engagement) "
            r"(?P<o>on <P> 's <DOW> (?:story|page|account|feed|stories)|on <DOW>)(?: with an? "
            r"(?:photo|video|clip|picture))?{DATE}",
            "shared shares posted posts announced revealed",
            0.75,
        ),
        phrase(
            "post/took-to",
            "posted",
            r"<s:P>{APP} {AUX}(?:took|takes|taken) to <platform:DOW>(?: (?P<o>stories|story))?{DATE}",
            "took takes taken",
            0.7,
            object_text="post",
        ),
        phrase(
            "post/update",
            "posted",
            r"<s:P>{APP} {AUX}(?:shared|shares) (?P<o>an? (?:update|message|tribute|statement)[^.;]{0,60}?)"
            r",? (?:writing|posting) (?:on|via|to) <platform:DOW>{DATE}",
            "shared shares",
            0.8,
        ),
    ),
    (
        Example("Mia Quill posted a photo of the lake on Instagram.", "Mia Quill", "a photo"),
        Example("Mia Quill shares endless photos of her dogs on social media.", "Mia Quill", "endless photos"),
        Example('"What a night!" Leo Brandt tweeted on Monday.', "Leo Brandt", "tweet"),
        Example("In an Instagram post, Leo Brandt thanked his fans.", "Leo Brandt", "post"),
        Example("A tweet by Leo Brandt warned men off the club.", "Leo Brandt", "tweet"),
        Example("Leo Brandt wrote about the fire on Facebook.", "Leo Brandt", "post"),
    ),
    (
        Counterexample("Leo Brandt posted a profit of £3 million.", "a profit"),
        Counterexample("Leo Brandt shared photos of the scene with police.", "with the police"),
        Counterexample("Leo Brandt took to the stage on Monday.", "a stage"),
        Counterexample("Leo Brandt is seen dancing in a TikTok post.", "he is shown"),
        Counterexample("Leo Brandt left his post at the bank.", "a job"),
        Counterexample("Leo Brandt shares the story behind his red coat.", "told in the article"),
        Counterexample("Velez Pictures released the first trailer for the film.", "a release"),
        Counterexample('In a video on Instagram, Mia Quill tells the crowd, "You are all wonderful."', "a concert"),
        Counterexample('Mia Quill said whoever tweeted the images should "get over themselves."', "a reader"),
    ),
)
NUMBER_OF_LIKES = Predicate(
    Declaration(
        "number_of_likes",
        frozenset({"post", "work", "person"}),
        frozenset({"quantity"}),
        "P10649",
        merge="latest",
        conflict="same_time",
    ),
    (draw_likes, draw_liked),
    (
        Example("Mia Quill posted a photo. The photo got over 20,000 likes.", "a photo", "20000"),
        Example("The photo has been liked more than 20,000 times.", "The photo", "20000"),
        Example("Her tweet received 4,500 likes.", "Her tweet", "4500"),
    ),
    (
        Counterexample("The post got a new fence.", "a fence post"),
        Counterexample("The post will get 20,000 likes, she hopes.", "a hope"),
    ),
)
