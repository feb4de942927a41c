"""Reads an article's expressions in order and decides whom each refers to."""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING

from worker.pipeline.resolve import epithets, introductions, pronouns, relatives
from worker.pipeline.resolve.figures import Figure, Kinship
from worker.pipeline.resolve.headline import headline_names
from worker.pipeline.resolve.naming import Directory, flat
from worker.pipeline.resolve.nouns import CHILD_WORDS
from worker.pipeline.resolve.speech import Speech
from worker.pipeline.values import Mention

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from worker.pipeline.resolve.expressions import Expression, Pronoun
    from worker.pipeline.resolve.nouns import Noun
    from worker.pipeline.values import AnnotatedArticle, Gender, Span

RECENT = 40  # figures that a pronoun or an epithet can reach: those last spoken of
MAIN = 6  # figures an article is mostly about; a caption's first pronoun means one of them
def _begins_story(expression: Expression, figure: Figure) -> bool:
    """Reads "A man accused of ... has ...", "The mother of a boy has ...": somebody new, and the first subject."""
    fresh = expression.article in {"a", "an", "the"} and expression.kind == "nominal"
    return fresh and figure.type == "person" and expression.subject and not figure.named


_JOINT = re.compile(r"(?:'s|, (?:aged )?\d{1,3},)? ?(?:and|&)(?: his| her| wife| husband)?$")


_WEDDINGS = frozenset(("married", "marry", "marries", "wed", "weds", "marrying", "dating", "dated", "divorced"))
_BETWEEN = 24  # letters between two who are joined: ", aged 42, and his"


class Discourse:
    """`figures` in order of appearance, `at` from the span of an expression to its figure."""

    def __init__(
        self, article: AnnotatedArticle, expressions: Sequence[Expression], first_names: Mapping[str, Gender]
    ) -> None:
        self.text = article.article.text
        self.figures: list[Figure] = []
        self.at: dict[Span, Figure] = {}
        self.kin = Kinship()
        blocks = article.article.blocks
        self.captions = frozenset(i for i, block in enumerate(blocks) if block.label == "caption")
        self.begins = next(
            (i for i, sentence in enumerate(article.sentences) if blocks[sentence.block].label == "body"), 0
        )  # the sentence that begins the story
        self.first_names = first_names
        self.by_name: dict[tuple[str, str], Figure] = {}
        self._recent: deque[Figure] = deque(maxlen=RECENT)
        names = [e for e in expressions if e.kind == "name"]
        headline = headline_names(article.article.metadata.title, names, first_names)
        self.headline = {flat(name): name for name in headline}
        self.directory = Directory(names, self.headline.values())
        self.titled = introductions.titled(names, self.directory, first_names)
        self.by_span = {e.span: e for e in expressions}
        self.lead: Figure | None = None  # whom the first sentence is about, if it gives no name
        self.lead_speaks = False  # "The mother of ... has begged ..."
        self.speech = Speech(article.quotes)
        self.last_speaker: Figure | None = None  # while nobody else is the subject of a later paragraph
        self._floor = -1  # the block in which somebody spoke last
        self.names_at = {e.span.start: e for e in names}
        self.couples: dict[int, Figure] = {}  # the first couple that each figure belongs to
        self._groups: dict[tuple[int, ...], Figure] = {}
        self.pair: tuple[int, tuple[Figure, Figure]] | None = None
        self.pairs: deque[tuple[Figure, Figure]] = deque(maxlen=RECENT)  # every two that were spoken of together
        self._last_person: tuple[Span, Figure] | None = None

    # ------------------------------------------------------------------------------------- state

    def new(self, kind: object, description: str = "") -> Figure:
        figure = Figure(kind, len(self.figures), description=description)  # type: ignore[arg-type]
        self.figures.append(figure)
        return figure

    def touch(self, figure: Figure, expression: Expression) -> None:
        """Records that the expression means the figure."""
        self.at[expression.span] = figure
        figure.mentions.append(Mention(expression.span, expression.kind))
        figure.last_sentence, figure.last_block = expression.sentence, expression.block
        figure.only_told = self.speech.around(expression.span) is not None
        if expression.span in self.speech.speakers:
            self.last_speaker, self._floor = figure, expression.block
        elif expression.subject and figure.type == "person" and expression.block > self._floor:
            self.last_speaker = self.last_speaker if figure.only_told else None  # somebody else is told of now
        if expression.subject:
            figure.last_subject, figure.subject_at = expression.sentence, expression.span.start
        if figure in self._recent:
            self._recent.remove(figure)
        self._recent.append(figure)

    def words_of(self, expression: Expression) -> str:
        return " ".join(expression.span.of(self.text).split())

    def recent(self) -> list[Figure]:
        """Nearest first."""
        return list(reversed(self._recent))

    def main(self) -> list[Figure]:
        """The named figures spoken of most, among those near enough or early."""
        return sorted(self.figures[:RECENT], key=lambda f: -len(f.mentions))[:MAIN]

    # ------------------------------------------------------------------------------------- reading

    def read(self, expression: Expression) -> None:
        figure = self._referent(expression)
        if figure is not None:
            self.touch(figure, expression)
            self._learn(figure, expression)
            if expression.sentence == self.begins and self.lead is None and _begins_story(expression, figure):
                self.lead = figure
                self.lead_speaks = expression.article == "the" and expression.span in self.speech.speakers
            self._pair_up(figure, expression)

    def _pair_up(self, figure: Figure, expression: Expression) -> None:
        """Remembers two persons joined by "and"."""
        if figure.type != "person" or expression.kind == "pronoun":
            return
        last, self._last_person = self._last_person, (expression.span, figure)
        if last is not None and last[1] is not figure:
            between = self.text[last[0].end : expression.span.start][:_BETWEEN].rstrip()
            if _JOINT.match(between) and last[0].end < expression.span.start:
                self._remember(expression.sentence, (last[1], figure))
                return
        first = self.names_at.get(expression.joined) if expression.joined is not None else None
        if first is not None and first.span in self.at:
            self.couple(self.at[first.span], figure, expression.sentence)

    def couple(self, one: Figure, other: Figure, sentence: int) -> None:
        """Remembers husband and wife as the two who are spoken of last."""
        if one is not other and one.type == other.type == "person":
            self._remember(sentence, (one, other))

    def _remember(self, sentence: int, pair: tuple[Figure, Figure]) -> None:
        self.pair = sentence, pair
        self.pairs.append(pair)

    def _referent(self, expression: Expression) -> Figure | None:
        if expression.noun is not None:
            return self._nominal(expression, expression.noun)
        if expression.pronoun is not None:
            return self._pronoun(expression, expression.pronoun)
        figure = introductions.named(self, expression)
        if _WEDDINGS & set(expression.titles):  # "she married Roe", "is married to Roe"
            subjects = (f for f in self.recent() if f.type == "person" and f.last_subject == expression.sentence)
            self.couple(next(subjects, figure), figure, expression.sentence)
        return figure

    def _pronoun(self, expression: Expression, pronoun: Pronoun) -> Figure | None:
        if pronoun.person != 3:
            return None
        if pronoun.plural:
            return pronouns.plural(self, expression)
        return (
            pronouns.human(self, expression, pronoun) if pronoun.human else pronouns.thing(self, expression)
        )

    def _nominal(self, expression: Expression, noun: Noun) -> Figure | None:
        named = self.by_span.get(expression.named) if expression.named is not None else None
        if named is not None:
            return self._apposed(expression, noun, named)
        if expression.predicate and expression.owners:
            return self._titled(expression) or relatives.relative(self, expression, noun)
        if expression.predicate:
            self._describe(expression)
            return None
        return self._common(expression, noun)

    def _common(self, expression: Expression, noun: Noun) -> Figure | None:
        """A nominal by itself: somebody's, a bare "dad", or an epithet."""
        if expression.owners and noun.sort in {"person", "group"}:
            return relatives.relative(self, expression, noun)
        if noun.kin is not None and not expression.article:
            return relatives.bare_relative(self, expression, noun.kin, noun.gender)
        return epithets.epithet(self, expression, noun)

    def _apposed(self, expression: Expression, noun: Noun, named: Expression) -> Figure | None:
        """The named one; what the nominal says of it is learnt, its kinship to the owners too."""
        if named.type != "person" or noun.sort != "person":
            if named.kind == "name" and named.type == noun.sort:
                return introductions.named(self, named)  # "the operator, Acme Air,"
            known = self.at.get(named.span) if named.kind == "nominal" else None
            return known if known is not None else self._common(expression, noun)
        figure = self.at.get(named.span) or self._introduced(expression, noun, named)
        if noun.kin is not None:
            for owner in self.owners(expression) or self._subject(expression):
                for one in owner.members or (owner,):
                    self.kin.learn(one, noun.kin, figure)
                if noun.kin in relatives.PAIRED and not owner.members:
                    self.couple(owner, figure, expression.sentence)
        return figure

    def _introduced(self, expression: Expression, noun: Noun, named: Expression) -> Figure:
        """Who is named here for the first time may have been spoken of before: "a son", and later "their son, Jo"."""
        if ("person", flat(named.head)) in self.by_name or self.directory.candidates(named):
            return introductions.named(self, named)
        known = relatives.unnamed(self, expression, noun) or introductions.of_suspect(self, expression, named)
        if known is not None:
            self.by_name["person", flat(named.head)] = known
        return introductions.named(self, named)

    def _titled(self, expression: Expression) -> Figure | None:
        """Reads "named Jane Roe as its chair", "Roe is its chair": who was named last in the sentence."""
        near = next((f for f in self.recent() if f.type == "person"), None)
        return near if near is not None and near.last_sentence == expression.sentence else None

    def _subject(self, expression: Expression) -> list[Figure]:
        """Whose "a son, Daniel," is: of the sentence's subject."""
        people = (f for f in self.recent() if f.type == "person" and f.last_subject == expression.sentence)
        return [f for f in people if expression.article in {"a", "an", "one"}][:1]

    def _describe(self, expression: Expression) -> None:
        """Reads "She is a singer": tells of the subject, and mentions nobody else."""
        subject = next((f for f in self.recent() if f.last_subject == expression.sentence), None)
        if subject is not None:
            self._learn(subject, expression)
        if expression.head == "parents" and self.pair is not None and self.pair[0] == expression.sentence:
            for one in self.pair[1]:  # "Roe and Doe are parents to Jo"
                one.parent, one.age = True, "adult"

    def owners(self, expression: Expression) -> list[Figure]:
        return [self.at[span] for span in expression.owners if span in self.at]

    def _learn(self, figure: Figure, expression: Expression) -> None:
        """What the words themselves tell of the figure."""
        noun = expression.noun
        if expression.pronoun is not None and figure.gender is None and figure.type == "person":
            figure.gender = expression.pronoun.gender
        if noun is None or figure.members:
            return
        figure.words.update(expression.modifiers)
        figure.words.add(expression.head)
        if figure.type == "person" and noun.sort == "person":
            figure.gender = figure.gender or noun.gender or expression.hint
            figure.age = (
                figure.age or noun.age or ("child" if CHILD_WORDS & set(expression.modifiers) else None)
            )
            figure.trades.add(expression.head)
            figure.tell_age(expression.years)

    def group(self, members: Sequence[Figure]) -> Figure:
        """The couple or group of these figures, always the same one."""
        key = tuple(sorted(member.number for member in members))
        if key not in self._groups:
            ordered = tuple(sorted(members, key=lambda member: member.number))
            figure = self.new("group", " and ".join(member.label for member in ordered))
            figure.members = ordered
            self._groups[key] = figure
            for member in ordered if len(ordered) == 2 else ():
                self.couples.setdefault(member.number, figure)
        return self._groups[key]
