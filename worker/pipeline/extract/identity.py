"""Who an unnamed child is: "Roe's son" is Roe's one named son, "her little brother" the one named boy of the family."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from worker.pipeline.values import EntityObject, TextObject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from worker.pipeline.values import Candidate, Entity, ObjectValue, ResolvedArticle


_ARRESTS = frozenset({TextObject("arrest"), TextObject("detention")})


def identify(
    article: ResolvedArticle, candidates: Sequence[Candidate]
) -> tuple[ResolvedArticle, tuple[Candidate, ...]]:
    """The article and its candidates with every child that is known by name under that name."""
    same = {**dict(_suspects(article, candidates)), **dict(_same(article.entities, candidates))}
    if not same:
        return article, tuple(candidates)
    kept = [_renamed(c, same) for c in candidates]
    return _merged(article, same), tuple(c for c in kept if c.object != EntityObject(c.subject))


def _same(entities: Iterable[Entity], candidates: Sequence[Candidate]) -> Iterator[tuple[str, str]]:
    people = {e.id: e for e in entities if e.type == "person"}
    parents = _parents(candidates)
    named = [e for e in parents if e in people and people[e].named]
    for other, egos in _unnamed_kin(candidates, parents, people).items():
        fitting = [n for n in named if n not in egos and _alike(people[n], people[other])]
        of_same = [n for n in fitting if parents[n] & parents.get(other, set())]
        choice = of_same if other in parents else fitting
        if len(choice) == 1:
            yield other, choice[0]


def _suspects(article: ResolvedArticle, candidates: Sequence[Candidate]) -> Iterator[tuple[str, str]]:
    """The man of the lead ("A man was charged with ...") is the one who is later named in the case."""
    people = {e.id: e for e in article.entities if e.type == "person" and e.mentions}
    accused = {c.subject for c in candidates if _is_case(c)}
    named = [e for e in accused if e in people and people[e].named]
    for other in accused - set(named):
        entity = people.get(other)
        if entity is None or not entity.mentions[0].span.of(_text(article)).lower().startswith(("a ", "an ")):
            continue
        later = [
            n
            for n in named
            if people[n].mentions[0].span > entity.mentions[0].span and _alike(people[n], entity)
        ]
        if len(later) == 1:
            yield other, later[0]


def _is_case(candidate: Candidate) -> bool:
    """A charge or an arrest; a victim's story is another."""
    firm = candidate.status in {"asserted", "reported"} and candidate.polarity == "positive"
    arrest = candidate.predicate == "significant_event" and candidate.object in _ARRESTS
    return firm and (candidate.predicate == "charged_with" or arrest)


def _text(article: ResolvedArticle) -> str:
    return article.annotated.article.text


def _parents(candidates: Iterable[Candidate]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for c in candidates:
        if isinstance(c.object, EntityObject) and c.polarity == "positive":
            if c.predicate in {"father", "mother"}:
                found[c.subject].add(c.object.entity)
            elif c.predicate == "child":
                found[c.object.entity].add(c.subject)
    return dict(found)


def _unnamed_kin(
    candidates: Iterable[Candidate], parents: Mapping[str, set[str]], people: Mapping[str, Entity]
) -> Mapping[str, set[str]]:
    """Unnamed children and siblings, each with those whose kin they are."""
    found: dict[str, set[str]] = {
        c: set(p) for c, p in parents.items() if c in people and not people[c].named
    }
    for c in candidates:
        if c.predicate == "sibling" and isinstance(c.object, EntityObject):
            other = people.get(c.object.entity)
            if other is not None and not other.named:
                found.setdefault(other.id, set()).add(c.subject)
    return found


def _alike(one: Entity, other: Entity) -> bool:
    return one.gender is None or other.gender is None or one.gender == other.gender


def _renamed(candidate: Candidate, same: Mapping[str, str]) -> Candidate:
    said = candidate.attribution
    if said is not None and said.speaker is not None and said.speaker in same:
        said = replace(said, speaker=same[said.speaker])
    return replace(
        candidate,
        subject=same.get(candidate.subject, candidate.subject),
        object=_other(candidate.object, same),
        qualifiers=tuple((name, _other(value, same)) for name, value in candidate.qualifiers),
        attribution=said,
    )


def _other(value: ObjectValue, same: Mapping[str, str]) -> ObjectValue:
    return EntityObject(same.get(value.entity, value.entity)) if isinstance(value, EntityObject) else value


def _merged(article: ResolvedArticle, same: Mapping[str, str]) -> ResolvedArticle:
    """The unnamed entities' mentions become the named ones'."""
    moved: dict[str, list[Entity]] = defaultdict(list)
    for entity in article.entities:
        if entity.id in same:
            moved[same[entity.id]].append(entity)
    entities = tuple(_with(e, moved[e.id], same) for e in article.entities if e.id not in same)
    return replace(
        article, entities=entities, speakers=tuple(same.get(s, s) if s else s for s in article.speakers)
    )


def _with(entity: Entity, others: Sequence[Entity], same: Mapping[str, str]) -> Entity:
    mentions = {*entity.mentions, *(mention for other in others for mention in other.mentions)}
    return replace(
        entity,
        mentions=tuple(sorted(mentions, key=lambda mention: mention.span)),
        members=tuple(same.get(member, member) for member in entity.members),
    )
