"""Speech: what somebody stated, posted, told an interviewer, or said on a stage."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from worker.pipeline.extract.lexicon.media import CHANNELS, PLATFORMS, POST_NOUNS, POST_VERBS, POSTING_CUES
from worker.pipeline.extract.mint import unnamed
from worker.pipeline.extract.pattern import build
from worker.pipeline.extract.phrase import hits, phrase
from worker.pipeline.extract.rule import AGENT, Counterexample, Example, Predicate
from worker.pipeline.values import (
    Attribution,
    Candidate,
    Declaration,
    Entity,
    EntityObject,
    QuoteObject,
    Span,
    TextObject,
    TimeObject,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from worker.pipeline.extract.view import View
    from worker.pipeline.values import ObjectValue, Quote, TimeExpression

_NO_SOURCE = re.compile(r"(?:it|this|that|which|who|there|what|they|we|you|i|one)\b", re.IGNORECASE)
_ANYBODY = re.compile(r"(?:one|a|an|another|the|some|several|many|two|three|most|other|his|her|their|its)\b", re.IGNORECASE)
_PLATFORM = re.compile(
    r"\b(?:on|via|to|over on|through) (?:[a-z]+ ){0,3}?(" + "|".join(n for n in PLATFORMS if n != "x") + r")\b", re.IGNORECASE
)
_PAGE = re.compile(r"\bon (?:his|her|their|its) (?:own )?(?:official )?(page|account|profile|feed|website|blog|timeline)\b", re.IGNORECASE)
_CHANNEL = re.compile(rf"\b(?:in|via|during|on) (?:an?|the|his|her|their|its) (?:[\w-]+ ){{0,3}}?({CHANNELS})\b", re.IGNORECASE)
_JOINTS = frozenset("and or of at for from with to in on by as who".split(" "))
_NAME_AFTER_NOUNS = re.compile(r" (?:(?!said|told|and|or|of|at|for|from|with|to|in|on|by|as|who|added)[a-z-]{3,20} ){1,3}(?:[A-Z][\w'’.-]{1,20} ?){1,3}")
_OLD_POST = re.compile(r"\bcaption(?:ed|s) (?:the|his|her|their|that|this)\b", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:told|tells|telling|informed|assured)\s*$", re.IGNORECASE)
_CLAUSE_REACH = 160  # characters beside the quotation in which channel and date stand
_WORD = re.compile(r"[^\W_]+")
_REPEATED = 4  # words that two quotations share word for word
_MAX_QUOTES = 200  # compared pairwise; the longest article of the 181 news pages at hand has 61
_INDIRECT_WORDS = 4  # shorter indirect speech is a cut-off remark ("said so")
_QUOTED_FRAGMENT = 2  # words; a single word in marks is a term


def draw_statements(view: View, /) -> Iterator[Candidate | Entity]:
    """Every quotation with a known or at least described speaker is a statement; the act of posting it comes besides."""
    spoken = [_words(view, quote) for quote in view.article.annotated.quotes]
    named = _named_speakers(view, spoken)
    for index, quote in enumerate(view.article.annotated.quotes):
        said = spoken[index]
        speaker = named.get(index) or _speaker(view, index, quote)
        if speaker is None or not _is_speech(quote, said):
            continue
        yield speaker
        yield _statement(view, quote, speaker, said)
        yield from _post(view, quote, speaker)


def _words(view: View, quote: Quote) -> str:
    return " ".join(" ".join(part.of(view.text).split()) for part in quote.parts)


def _named_speakers(view: View, spoken: list[str]) -> dict[int, Entity]:
    """The same words come from one mouth: where they are told twice, once with a name, the name is the speaker's."""
    bare = [" ".join(_WORD.findall(said.casefold())) for said in spoken]
    sure = [(i, e) for i in range(min(len(spoken), _MAX_QUOTES)) if (e := _speaker_by_name(view, i)) is not None]
    found: dict[int, Entity] = {}
    for index, words in enumerate(bare[:_MAX_QUOTES]):
        same = {e.id: e for i, e in sure if i != index and _overlap(bare[i], words)}
        if len(same) == 1 and _speaker_by_name(view, index) is None:
            found[index] = next(iter(same.values()))
    return found


def _overlap(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter.split()) >= _REPEATED and shorter in longer


def _speaker_by_name(view: View, index: int) -> Entity | None:
    speaker = view.entities.get(view.article.speakers[index] or "")
    place = view.article.annotated.quotes[index].speaker
    if speaker is None or place is None:
        return None
    return speaker if any(m.kind == "name" and m.span.overlaps(place) for m in speaker.mentions) else None


def _is_speech(quote: Quote, said: str) -> bool:
    length = len(said.split())
    if quote.kind == "indirect":
        return length >= _INDIRECT_WORDS
    return quote.kind == "direct" or length >= _QUOTED_FRAGMENT


def _speaker(view: View, index: int, quote: Quote) -> Entity | None:
    known = _headed(view, quote) or view.entities.get(view.article.speakers[index] or "")
    if known is not None and known.type not in AGENT:
        return None
    if known is not None or quote.speaker is None:
        return known
    words = quote.speaker.of(view.text)
    if _NO_SOURCE.match(words) or not _ANYBODY.match(words):
        return None
    return unnamed(view, quote.speaker, "person", words)


def _headed(view: View, quote: Quote) -> Entity | None:
    """"Roe spokeswoman Ann Lee said": of two names in one phrase the last one speaks, if only nouns stand between."""
    place = _whole_phrase(view, quote)
    if place is None:
        return None
    named = sorted(
        ((m.span, e.id) for e in view.entities.values() if e.type == "person" for m in e.mentions
         if m.kind == "name" and place.covers(m.span)),
    )  # fmt: skip
    if len(named) < 2:
        return None
    (first, _), (last, entity) = named[-2:]
    between = view.text[first.end : last.start].split()
    nouns = all(word.isalpha() and word.islower() and word not in _JOINTS for word in between)
    return view.entities[entity] if between and nouns else None


def _whole_phrase(view: View, quote: Quote) -> Span | None:
    """The speaker's words with a name that follows after nouns only: "said Roe [spokeswoman Ann Lee]"."""
    if quote.speaker is None:
        return None
    more = _NAME_AFTER_NOUNS.match(view.text, quote.speaker.end, quote.speaker.end + 80)
    return Span(quote.speaker.start, more.end()) if more is not None else quote.speaker


def _statement(view: View, quote: Quote, speaker: Entity, said: str) -> Candidate:
    clause = _clause(view, quote)
    channel = _channel(clause, quote.cue.of(view.text) if quote.cue else "")
    date = _date(view, quote)
    qualifiers: list[tuple[str, ObjectValue]] = [("channel", TextObject(channel))] if channel else []
    if date is not None:
        qualifiers.append(("date", TimeObject(date, "date")))
    addressee = _addressee(view, quote)
    if addressee is not None:
        qualifiers.append(("addressee", EntityObject(addressee)))
    return Candidate(
        subject=speaker.id,
        predicate="stated",
        object=QuoteObject(said, quote.kind, quote.complete),
        rule=f"speech/{quote.kind}",
        evidence=quote.parts,
        qualifiers=tuple(qualifiers),
        status="reported",
        attribution=_attribution(view, quote, speaker, channel, date),
        confidence={"direct": 0.92, "partial": 0.8, "indirect": 0.75}[quote.kind],
        event_time=date,
    )


def _attribution(
    view: View, quote: Quote, speaker: Entity, channel: str | None, date: TimeExpression | None
) -> Attribution:
    cue = quote.cue.of(view.text) if quote.cue is not None else None
    return Attribution(speaker.id, speaker.label, cue, channel, date)


def _clause(view: View, quote: Quote) -> str:
    """The narrator's words of the sentence before and behind the quotation's parts."""
    spans = _beside(view, quote)
    return " | ".join(span.of(view.text) for span in spans)


def _beside(view: View, quote: Quote) -> list[Span]:
    """What stands in the same paragraph before, between and behind the parts, as far as a clause reaches."""
    text, parts = view.text, quote.parts
    spans = []
    if quote.cue is None:
        return []
    edges = [(max(0, parts[0].start - _CLAUSE_REACH), parts[0].start)]
    edges += [(one.end, other.start) for one, other in zip(parts, parts[1:], strict=False)]
    edges.append((parts[-1].end, min(len(text), parts[-1].end + _CLAUSE_REACH)))
    for start, end in edges:
        if not start - 2 <= quote.cue.start <= end:
            continue
        lines = text[start:end]
        before, after = lines.rfind("\n", 0, max(0, quote.cue.start - start)), lines.find("\n", max(0, quote.cue.end - start))
        stop = _sentence_end(lines, max(0, quote.cue.end - start))
        ends = min(e for e in (after if after >= 0 else len(lines), stop))
        spans.append(Span(start + before + 1, start + ends))
    return spans


def _sentence_end(lines: str, start: int) -> int:
    mark = re.compile(r"[.!?](?=\s+[A-Z\"“]|$)").search(lines, start)
    return mark.start() if mark is not None else len(lines)


def _channel(clause: str, cue: str) -> str | None:
    posting = POSTING_CUES.get(cue.lower())
    platform = _PLATFORM.search(clause)
    if platform is not None:
        return PLATFORMS[platform.group(1).lower()]
    if posting is not None and posting[1]:
        return posting[1]
    page = _PAGE.search(clause) or _CHANNEL.search(clause)
    return page.group(1).lower() if page is not None else None


def _date(view: View, quote: Quote) -> TimeExpression | None:
    spans = _beside(view, quote)
    return next((t for t in view.article.annotated.times if t.type == "date" and any(s.covers(t.span) for s in spans)), None)


def _addressee(view: View, quote: Quote) -> str | None:
    """"told the Herald": whom the cue's object names."""
    if quote.cue is None or not _TOLD.search(quote.cue.of(view.text)):
        return None
    after = quote.cue.end
    return next(
        (
            e.id
            for e in view.entities.values()
            for m in e.mentions
            if m.kind == "name" and after < m.span.start <= after + 24 and "," not in view.text[after : m.span.start]
        ),
        None,
    )


def _post(view: View, quote: Quote, speaker: Entity) -> Iterator[Candidate]:
    """The words of a post are a statement; the post itself is another fact."""
    cue = quote.cue.of(view.text).lower() if quote.cue is not None else ""
    clause = _clause(view, quote)
    platform = _PLATFORM.search(clause)
    page = _PAGE.search(clause)
    label = POSTING_CUES.get(cue, ("post", None))[0]
    if quote.cue is None or quote.kind == "indirect" or not (cue in POSTING_CUES or platform or page):
        return
    if _OLD_POST.search(clause):
        return  # "captioned the photo": the post was told before
    name = _channel(clause, cue)
    date = _date(view, quote)
    qualifiers: list[tuple[str, ObjectValue]] = []
    if name in PLATFORMS.values():
        qualifiers.append(("platform", TextObject(name or "")))
    if date is not None:
        qualifiers.append(("date", TimeObject(date, "date")))
    spans = _beside(view, quote)
    yield Candidate(
        subject=speaker.id,
        predicate="posted",
        object=TextObject(label),
        rule="speech/post-of-quote",
        evidence=tuple(spans) or (quote.cue,),
        qualifiers=tuple(qualifiers),
        confidence=0.8,
        event_time=date,
    )


_LIKES = build(
    rf"(?:<s:T>|(?P<post>(?:the|this|that|his|her|their|<P> 's) {{ADJ}}(?:{POST_NOUNS}))){{APP}} {{AUX}}"
    r"(?:got|gets|received|garnered|gathered|racked up|amassed|earned|drew|attracted|collected|has|had|was liked) (?:[a-z]+ ){0,2}?<o:q>"
)


def draw_likes(view: View, /) -> Iterator[Candidate | Entity]:
    """Likes of a post; a post that only a description names becomes an unnamed entity."""
    for hit in hits(view, _LIKES, frozenset("got gets received garnered gathered racked amassed earned drew attracted collected has had liked".split())):
        amount, stance, value = hit.slot("o"), hit.stance(), hit.value("o")
        counted = amount.quantity.unit_ucum if amount is not None and amount.quantity is not None else ""
        if stance is None or value is None or "like" not in counted:
            continue
        subject = hit.entity("s")
        if subject is None:
            post = unnamed(hit.view, hit.span("post"), "post", hit.words("post") or "post")
            subject = post.id
            yield post
        yield Candidate(
            subject, "number_of_likes", value, "post/likes", (hit.span(),), status=stance.status,
            polarity=stance.polarity, attribution=stance.attribution, confidence=0.85,
        )


_ON = r"(?: (?:to|on|via|over on|in) (?:<P> 's )?{ADJ}(?:<platform:DOW>|(?:social media|page|account|timeline|story|feed)))"

STATED = Predicate(
    Declaration("stated", AGENT, frozenset({"quote"}), "P1683"),
    (draw_statements,),
    (
        Example('"We will open two new schools," said Mayor Carla Velez.', "Carla Velez", "We will open two new schools,", "reported"),
        Example('Peter Albrook told reporters: "I never met the buyer."', "Peter Albrook", "I never met the buyer.", "reported"),
    ),
    (
        Counterexample('Peter Albrook played in "The Glass Harbour" for two years.', "a title"),
        Counterexample("Peter Albrook left the building without a word.", "no speech"),
    ),
)
POSTED = Predicate(
    Declaration("posted", AGENT, frozenset({"post", "string"}), "P170", identity=("platform", "date")),
    (
        draw_statements,
        phrase(
            "post/verb", "posted",
            rf"<s:PO>{{APP}} {{AUX}}(?:{POST_VERBS}) (?P<o>(?:(?:a|an|the|another|this|some|two|three|several|<P> 's) ){{ADJS}}(?:{POST_NOUNS}))(?![\w-])"
            rf"(?:(?: of| with| showing| from)[^.;<]{{0,40}}(?:<[A-Z]\d{{1,3}}>[^.;<]{{0,40}}){{0,3}}?)?{_ON}?{{DATE}}",
            "shared shares posted posts uploaded uploads put puts published tweeted tweets", 0.8,
        ),
        phrase(
            "post/entity", "posted",
            rf"<s:PO>{{APP}} {{AUX}}(?:{POST_VERBS}) <o:T>(?:(?: of| with| showing| from)[^.;<]{{0,40}}(?:<[A-Z]\d{{1,3}}>[^.;<]{{0,40}}){{0,3}}?)?{_ON}?{{DATE}}",
            "shared shares posted posts uploaded uploads put puts published tweeted tweets", 0.8,
        ),
        phrase(
            "post/on-post", "posted",
            r"<s:PO>{APP} {AUX}(?:shared|shares|posted|posts|announced|revealed) (?:the|this|her|his|their|<P> 's) {ADJ}(?:news|update|announcement|joy|excitement) (?:on|in|via|through) <o:T>{DATE}",
            "shared shares posted posts announced revealed", 0.75,
        ),
        phrase(
            "post/noun", "posted",
            rf"<s:P> 's (?P<o>{{ADJ}}(?:{POST_NOUNS})(?: (?:post|story|video|photo))?){_ON}",
            "post tweet photo photograph picture pic snap selfie image video clip reel story message update", 0.8,
        ),
        phrase(
            "post/news-on", "posted",
            rf"<s:P>{{APP}} {{AUX}}(?:shared|shares|posted|posts|announced|revealed) (?:the|this|her|his|their|<P> 's) {{ADJ}}(?:news|update|announcement|joy|pregnancy|engagement) (?P<o>on <P> 's <DOW> (?:story|page|account|feed|stories)|on <DOW>)(?: with an? (?:photo|video|clip|picture))?{{DATE}}",
            "shared shares posted posts announced revealed", 0.75,
        ),
        phrase(
            "post/took-to", "posted",
            r"<s:P>{APP} {AUX}(?:took|takes|taken) to <platform:DOW>(?: (?P<o>stories|story))?{DATE}", "took takes taken", 0.7,
            object_text="post",
        ),
        phrase(
            "post/update", "posted",
            r"<s:P>{APP} {AUX}(?:shared|shares) (?P<o>an? (?:update|message|tribute|statement)[^.;]{0,60}?),? (?:writing|posting) (?:on|via|to) <platform:DOW>{DATE}", "shared shares", 0.8,
        ),
    ),
    (
        Example("Mia Quill posted a photo of the lake on Instagram.", "Mia Quill", "a photo"),
        Example('"What a night!" Leo Brandt tweeted on Monday.', "Leo Brandt", "tweet"),
    ),
    (
        Counterexample("Leo Brandt posted a profit of £3 million.", "a profit"),
        Counterexample("Leo Brandt took to the stage on Monday.", "a stage"),
    ),
)
INTERVIEWED_BY = Predicate(
    Declaration("interviewed_by", frozenset({"person"}), frozenset({"organization", "person", "work"}), identity=("date",)),
    (
        phrase(
            "interview/with", "interviewed_by",
            r"<s:P>{APP} (?:{AUX}(?:told|said|revealed|explained|added|recalled|admitted|teased)[^.;<]{0,80} )?,? ?(?:(?:in|during) (?:an?|his|her|the) {ADJ}interview with|while (?:speaking|talking|chatting) (?:to|with)|when (?:speaking|talking) (?:to|with)|speaking (?:to|with)|{AUX}(?:spoke|sat down|talked|chatted) (?:exclusively )?(?:to|with)) (?:the )?<o:OW>{DATE}",
            "interview speaking talking chatting spoke talked chatted sat", 0.8,
        ),
        phrase("interview/told", "interviewed_by", r"<s:P>{APP} {AUX}told (?:the )?<o:OW> in (?:an?|his|her) {ADJ}interview{DATE}", "told", 0.85),
        phrase("interview/by", "interviewed_by", r"<s:P>{APP} {AUX}interviewed by (?:the )?<o:POW>{DATE}", "interviewed", 0.85),
        phrase("interview/in-month", "interviewed_by", r"(?:in|on) <date:t> , <s:P> (?:while|when) (?:speaking|talking) (?:to|with) (?:the )?<o:OW>", "speaking talking", 0.85),
    ),
    (
        Example("In June, Carla Velez sat down with the Meridian Times.", "Carla Velez", "Meridian Times"),
        Example("Leo Brandt told the Nordland Gazette in an interview that he was tired.", "Leo Brandt", "Nordland Gazette"),
    ),
    (
        Counterexample("Leo Brandt reads the Nordland Gazette every day.", "a reader"),
        Counterexample("Leo Brandt refused to be interviewed by the Nordland Gazette.", "refused"),
    ),
)
GAVE_SPEECH_AT = Predicate(
    Declaration("gave_speech_at", frozenset({"person"}), frozenset({"event", "organization", "work", "location", "string"}), "P823", identity=("date",)),
    (
        phrase(
            "speech/gave", "gave_speech_at",
            r"<s:P>{APP} {AUX}(?:gave|gives|delivered|delivers|made|makes) (?:an?|the|his|her|<P> 's) {ADJ}(?:speech|address|talk|keynote|lecture|sermon|eulogy) (?:at|to|before|in front of) (?:the |a |an )?<o:EOWL>{DATE}",
            "gave gives delivered delivers made makes", 0.88,
        ),
        phrase(
            "speech/spoke-at", "gave_speech_at",
            r"<s:P>{APP} {AUX}(?:spoke|speaks|addressed|addresses) (?:at )?(?:the )?<o:E>{DATE}", "spoke speaks addressed addresses", 0.8,
        ),
    ),
    (
        Example("Carla Velez gave a short speech at the Harbour Peace March in May 2023.", "Carla Velez", "Harbour Peace March"),
        Example("Peter Albrook delivered the keynote at the Lisbon Film Festival.", "Peter Albrook", "Lisbon Film Festival"),
    ),
    (
        Counterexample("Carla Velez will give a speech at the Harbour Peace March.", "to come"),
        Counterexample("Carla Velez watched a speech at the Harbour Peace March.", "she listened"),
    ),
)
NUMBER_OF_LIKES = Predicate(
    Declaration("number_of_likes", frozenset({"post", "work", "person"}), frozenset({"quantity"}), "P10649", merge="latest"),
    (draw_likes,),
    (
        Example("Mia Quill posted a photo. The photo got over 20,000 likes.", "a photo", "20000"),
        Example("Her tweet received 4,500 likes.", "Her tweet", "4500"),
    ),
    (
        Counterexample("The post got a new fence.", "a fence post"),
        Counterexample("The post will get 20,000 likes, she hopes.", "a hope"),
    ),
)
