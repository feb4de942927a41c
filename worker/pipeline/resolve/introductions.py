"""Whom a name names: somebody named before in full or in short, somebody spoken of without a name, or somebody new."""

# ruff: noqa: SIM905 - word lists read best as prose

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from worker.pipeline.resolve.naming import flat, gender_of
from worker.pipeline.resolve.nouns import NOUNS
from worker.pipeline.resolve.trades import MAKERS, OFFICES, RELATED, SHORT_TITLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from worker.pipeline.resolve.discourse import Discourse
    from worker.pipeline.resolve.expressions import Expression
    from worker.pipeline.resolve.figures import Figure
    from worker.pipeline.resolve.naming import Directory
    from worker.pipeline.resolve.nouns import Role
    from worker.pipeline.values import Gender

_RIVALS = 2
_EARLY = 60  # figures among whom an article's main ones are
_BORN = frozenset(("born", "née", "nee", "aka"))
_LEAD = 5  # sentences in which a lead's "a man" gets his name
# Trades that speak of a case or an event, and are not whom the lead is about.
_OFFICIAL = OFFICES | frozenset(
    """detective inspector sergeant constable superintendent officer commissioner lawyer attorney solicitor barrister
    prosecutor spokesman spokeswoman spokesperson analyst economist expert coach manager deputy chief sheriff
    lieutenant captain executive secretary leader lord""".split()
)


def named(talk: Discourse, expression: Expression) -> Figure:
    """The figure of a name, made if there is none yet."""
    sort = sort_of(expression)
    family = _family(talk, expression)
    if family is not None:
        return family
    if sort == "person" and _is_other_name(expression.titles):
        alias = _born(talk, expression)
        if alias is not None:
            return talk.by_name.setdefault((sort, flat(expression.head)), alias)
    full = _full_name(talk, expression, sort)
    figure = talk.by_name.get((sort, full))
    if figure is None:
        figure = (_unnamed(talk, expression) if sort == "person" else None) or talk.new(expression.type)
        talk.by_name[sort, full] = figure
        if sort == "person" and full in talk.headline:
            figure.names[talk.headline[full]] = 0
            figure.gender = figure.gender or gender_of((), talk.headline[full], talk.first_names)
    return _learn(talk, figure, expression)


def _family(talk: Discourse, expression: Expression) -> Figure | None:
    """Reads "the Roes": everybody of that surname."""
    name = flat(expression.head)
    if expression.titles[-1:] != ("the",) or " " in name or not name.endswith("s"):
        return None
    bearers = [f for f in talk.figures[:_EARLY] if f.type == "person" and f.surname in {name[:-1], name[:-2]} - {""}]
    return talk.group(bearers) if len(bearers) >= _RIVALS else None


def titled(
    names: Sequence[Expression], directory: Directory, first_names: Mapping[str, Gender]
) -> dict[str, Gender]:
    """Names whose bearer a title tells anywhere in the article, in full and in short; no surname of two."""
    told: dict[str, set[Gender]] = {}
    for name in names:
        gender = gender_of(name.titles, "", {}) if name.type == "person" else None
        fulls = directory.candidates(name) if gender is not None else ()
        if gender is not None and len(fulls) < _RIVALS:
            agreed = [full for full in fulls if _first_name(full, first_names) in {None, gender}]
            for one in (flat(name.head), *agreed):
                told.setdefault(one, set()).add(gender)
    return {name: next(iter(genders)) for name, genders in told.items() if len(genders) == 1}


def known(talk: Discourse, expression: Expression) -> Figure | None:
    """The figure of a name if it has one already; nothing is made or learnt."""
    sort = sort_of(expression)
    return talk.by_name.get((sort, _full_name(talk, expression, sort)))


def sort_of(expression: Expression) -> str:
    return "place" if expression.type in {"gpe", "location"} else str(expression.type)


def _is_other_name(before: Sequence[str]) -> bool:
    """Reads "Born Jane Roe", "whose real name is Jane Roe"."""
    return before[-1:] != () and (before[-1] in _BORN or tuple(before[-2:]) in {("name", "is"), ("name", "was")})


def _full_name(talk: Discourse, expression: Expression, sort: str) -> str:
    """Of several whom a short name may mean, whom the text called so before, else whom it speaks of most."""
    fulls = _fitting_titles(talk, expression, sort)
    figures = [f for full in fulls if (f := talk.by_name.get((sort, full))) is not None]
    if len(figures) < _RIVALS:
        return fulls[0] if fulls else flat(expression.head)
    short = " ".join(expression.head.split())
    meant = max(figures, key=lambda f: (short in f.names, len(f.mentions)))  # the nearest of equals
    return next(full for full in fulls if talk.by_name.get((sort, full)) is meant)


def _born(talk: Discourse, expression: Expression) -> Figure | None:
    """Reads "Born Jane Roe in Leeds, she ...": the earlier name of whom the article speaks of most."""
    people = [f for f in talk.figures[:_EARLY] if f.type == "person" and f.named]
    same = [f for f in people if f.last_sentence == expression.sentence]
    return max(same or people, key=lambda f: len(f.mentions), default=None)


def _fitting_titles(talk: Discourse, expression: Expression, sort: str) -> list[str]:
    """Full names whose bearer the title does not exclude: "Mrs Roe" is not John Roe."""
    wanted = gender_of(expression.titles, "", {})
    fulls = talk.directory.candidates(expression)
    if wanted is None:
        return list(fulls)
    fitting = [f for f in fulls if _gender_of(talk, sort, f) in {None, wanted}]
    return sorted(fitting, key=lambda f: _gender_of(talk, sort, f) is None)  # whose gender is known comes first


def _gender_of(talk: Discourse, sort: str, full: str) -> Gender | None:
    figure = talk.by_name.get((sort, full))
    told = figure.gender if figure else talk.titled.get(full)
    return told or _first_name(full, talk.first_names)


def _first_name(full: str, first_names: Mapping[str, Gender]) -> Gender | None:
    return first_names.get(full.partition(" ")[0].capitalize())


def _learn(talk: Discourse, figure: Figure, expression: Expression) -> Figure:
    name = " ".join(expression.head.split())
    figure.names[name] = figure.names.get(name, 0) + 1
    if figure.type == "person":
        told = gender_of(expression.titles, "", {}) or talk.titled.get(flat(name))
        figure.gender = figure.gender or told or gender_of((), name, talk.first_names)
        figure.trades.update(trades_before(expression))
        figure.tell_age(expression.years)
    return figure


def trades_before(expression: Expression) -> set[str]:
    """The offices and trades that stand directly before the name."""
    found: set[str] = set()
    if expression.titles[-1:] == ("by",) and expression.titles[-2:-1]:
        return {MAKERS[verb] for verb in expression.titles[-2:-1] if verb in MAKERS}
    for title in reversed(expression.titles):
        word = SHORT_TITLES.get(title, title)
        noun = NOUNS.get(word.rpartition("-")[2] if word == "prime-minister" else word)
        if noun is None or noun.sort != "person" or noun.kin is not None:
            break
        found.add(word)
    return found


# ------------------------------------------------------------------- spoken of before without a name


def _unnamed(talk: Discourse, expression: Expression) -> Figure | None:
    """Who gets a name now: the holder of the office that stands before it, or whom the lead is about."""
    return (
        _of_office(talk, expression)
        or _identified(talk, expression)
        or _of_headline(talk, expression)
        or _of_lead(talk, expression)
        or _of_kin(talk, expression)
    )


def _of_headline(talk: Discourse, expression: Expression) -> Figure | None:
    """Reads "The actress and the footballer have wed", under a headline with both their names: by gender or alone."""
    fulls = [full for full in talk.headline if flat(expression.head) in {full, *full.split()}]
    gender = gender_of((), talk.headline[fulls[0]], talk.first_names) if fulls else None
    unnamed = [f for f in talk.figures[:_EARLY] if f.type == "person" and not f.named and f.introduced == talk.begins]
    fitting = [f for f in unnamed if f.definite and f.gender in {None, gender} and gender is not None]
    told = [f for f in fitting if f.gender is not None]
    one = told if len(told) == 1 else fitting
    return one[0] if len(one) == 1 else None


def _of_office(talk: Discourse, expression: Expression) -> Figure | None:
    """Reads "the prime minister", and later "Prime Minister Jane Roe"."""
    offices = trades_before(expression) & OFFICES
    people = [f for f in talk.figures[:_EARLY] if f.type == "person" and not f.named and f.trades & offices]
    return next((f for f in people if _agree(talk, f, expression)), None) if offices else None


def _of_lead(talk: Discourse, expression: Expression) -> Figure | None:
    """Reads "A man who ... has been jailed.", and "John Roe, 43, ..." in a later paragraph's first words.

    Whom the lead quotes is named where a later paragraph quotes again.
    """
    lead = talk.lead
    speaks = expression.span in talk.speech.speakers
    near = expression.sentence <= talk.begins + _LEAD
    told = talk.lead_speaks and lead is not None and lead.gender is not None
    opens = _is_just_named(talk, expression) if told else expression.opening and not speaks
    opens = opens or (not told and _is_reported(talk, expression))
    opens = opens and expression.subject and near
    if lead is None or lead.named or not opens or lead.last_block == expression.block:
        return None
    trades = trades_before(expression)
    alike = trades & lead.trades or any(RELATED.get(trade, trades) & lead.trades for trade in trades)
    if trades & _OFFICIAL and not alike:
        return None
    if " " not in expression.head.strip():
        return None
    return lead if _agree(talk, lead, expression) else None


def _is_just_named(talk: Discourse, expression: Expression) -> bool:
    """Speaks, and nothing but an age tells who it is: the lead told it."""
    behind = talk.text[expression.span.end : expression.span.end + _APPOSED].casefold()
    told = behind.startswith((", a ", ", an ", ", the ", ", who", ", his ", ", her ", ", of "))
    return expression.span in talk.speech.speakers and not told and not trades_before(expression)


# From the paragraph's first word to the name: "Police said that Roe, 43, ...", "According to police, Roe, 43,".
_REPORTING = re.compile(
    r"(?:(?:the |a |local |county |federal )?[\w.'-]{2,20}(?: [\w.'-]{2,20}){0,3} "
    r"(?:say|said|says|report|reports|reported|allege|alleged|wrote|confirmed)(?: that)?|"
    r"according to [\w' -]{2,50},|in (?:court|charging) [\w' -]{2,40},) $",
    re.IGNORECASE,
)
_AGED = re.compile(r", (?:aged )?\d{1,3},|, (?:an? |the )\d{1,3}-year-old\b", re.IGNORECASE)
_SUFFERED = re.compile(
    r"\b(?:killed|stabbed|shot|found|attacked|pronounced|struck|injured|beaten|hit|wounded|murdered|died|assaulted|robbed|"
    r"raped|abducted|kidnapped)\b",
    re.IGNORECASE,
)


def _is_reported(talk: Discourse, expression: Expression) -> bool:
    """Reads "Police said Roe, 43, ..." and "The Herald reports that Roe, an 18-year-old ...": by name and age.

    A victim has an age too: "was stabbed" is said of whom the lead tells of only if the lead says so itself.
    """
    text, span = talk.text, expression.span
    begins = text.rfind("\n", 0, span.start) + 1
    ends = text.find("\n", span.end)
    behind = text[span.end : ends if ends >= 0 else len(text)][:_TOLD_OF]
    if not _AGED.match(behind) or not _REPORTING.fullmatch(text[max(begins, span.start - _TOLD_OF) : span.start]):
        return False
    suffered = {word.casefold() for word in _SUFFERED.findall(behind)}
    return suffered <= {word.casefold() for word in _SUFFERED.findall(_lead_told(talk))}


def _lead_told(talk: Discourse) -> str:
    """What the lead says of whom it does not name."""
    lead = talk.lead.mentions[0].span if talk.lead is not None and talk.lead.mentions else None
    return talk.text[lead.end : lead.end + _TOLD_OF].partition("\n")[0] if lead is not None else ""


def of_suspect(talk: Discourse, described: Expression, name: Expression) -> Figure | None:
    """Reads "A man has been charged", and later "The suspect, John Roe, 43," or "was identified as John Roe"."""
    lead = talk.lead
    if lead is None or lead.named or described.article != "the" or described.head not in _SUSPECTS:
        return None
    near = described.sentence <= talk.begins + _LEAD and _BEFORE_COURT.search(_lead_told(talk))
    return lead if near and " " in name.head.strip() and _agree(talk, lead, name) else None


_SUSPECTS = frozenset("suspect defendant accused".split())
_BEFORE_COURT = re.compile(
    r"\b(?:charged|arrested|convicted|sentenced|indicted|accused|jailed|pleaded|pled|guilty|custody|arraigned|detained)\b",
    re.IGNORECASE,
)


_TOLD_OF = 120  # letters of a clause
_IDENTIFIED = re.compile(
    r"\b(?P<passive>(?:was|been|were|is) )?(?:later )?(?:identified|named)(?: by [\w' -]{2,40}?| on \w{3,12})?"
    r"(?P<whom> (?:him|her|the [\w-]{2,20}(?: [\w-]{2,20})?))? as $",
    re.IGNORECASE,
)


def _identified(talk: Discourse, expression: Expression) -> Figure | None:
    """Reads "Police identified him as Roe", "The suspect was identified as Roe": whom the sentence just spoke of."""
    told = _IDENTIFIED.search(talk.text, max(0, expression.span.start - _TOLD_OF), expression.span.start)
    if told is None or (told["passive"] is None) == (told["whom"] is None):
        return None
    begins = talk.text.rfind("\n", 0, expression.span.start)
    people = (f for f in talk.recent() if f.type == "person" and f.last_sentence == expression.sentence)
    if told["whom"] is not None:
        near = next((f for f in people if f.mentions[-1].span.start > told.start()), None)
    else:
        near = next((f for f in people if begins < f.subject_at < told.start()), None)
    return near if near is not None and not near.named and _agree(talk, near, expression) else None


_APPOSED = 6  # letters in which an apposition's article stands


def _of_kin(talk: Discourse, expression: Expression) -> Figure | None:
    """Reads "Al Roe and his wife", and later "Jane Roe": the one unnamed relative of somebody of that surname."""
    words = flat(expression.head).split()
    gender = gender_of(expression.titles, " ".join(expression.head.split()), talk.first_names)
    if len(words) < 2 or gender is None:
        return None
    relatives = [
        f
        for f in talk.figures[:_EARLY]
        if f.type == "person" and not f.named and f.owner is not None and f.owner.surname == words[-1]
        and f.gender == gender and talk.kin.roles(f.owner, f) & _SAME_NAME and _agree(talk, f, expression)
    ]  # fmt: skip
    return relatives[0] if len(relatives) == 1 else None


_SAME_NAME: frozenset[Role] = frozenset(("spouse", "child", "parent", "sibling"))


def _agree(talk: Discourse, figure: Figure, expression: Expression) -> bool:
    """Whether gender and age permit that the figure bears the name."""
    gender = gender_of(expression.titles, " ".join(expression.head.split()), talk.first_names)
    if gender is not None and figure.gender not in {None, gender}:
        return False
    if figure.age == "child" and (expression.years or 0) > 17:
        return False
    return figure.years is None or expression.years in {None, figure.years}
