"""Reads an article's expressions in order and decides whom each refers to."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from worker.pipeline.resolve import epithets, pronouns, relatives
from worker.pipeline.resolve.figures import Figure, Kinship
from worker.pipeline.resolve.naming import Directory, flat, gender_of
from worker.pipeline.resolve.nouns import CHILD_WORDS, NOUNS
from worker.pipeline.values import Mention

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from worker.pipeline.resolve.expressions import Expression
    from worker.pipeline.resolve.nouns import Noun
    from worker.pipeline.values import Gender, Span

RECENT = 40  # figures that a pronoun or an epithet can reach: those last spoken of
MAIN = 6  # figures an article is mostly about; a caption's first pronoun means one of them
_RIVALS = 2
_BORN = frozenset(("born", "née", "nee", "aka"))


def _is_other_name(before: Sequence[str]) -> bool:
    """Reads "Born Jane Roe", "whose real name is Jane Roe"."""
    return before[-1:] != () and (before[-1] in _BORN or tuple(before[-2:]) in {("name", "is"), ("name", "was")})


_JOINTS = frozenset(("and", "&", "and his", "and her", "'s and", "and wife", "and husband"))


class Discourse:
    """`figures` in order of appearance, `at` from the span of an expression to its figure."""

    def __init__(
        self,
        text: str,
        expressions: Sequence[Expression],
        first_names: Mapping[str, Gender],
        captions: frozenset[int],
    ) -> None:
        self._text = text
        self.figures: list[Figure] = []
        self.at: dict[Span, Figure] = {}
        self.kin = Kinship()
        self.captions = captions
        self._first_names = first_names
        self._by_name: dict[tuple[str, str], Figure] = {}
        self._recent: deque[Figure] = deque(maxlen=RECENT)
        names = [e for e in expressions if e.kind == "name"]
        self._directory = Directory(names)
        self._by_span = {e.span: e for e in expressions}
        self._groups: dict[tuple[int, ...], Figure] = {}
        self.pair: tuple[int, tuple[Figure, Figure]] | None = None
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
        if expression.subject:
            figure.last_subject, figure.subject_at = expression.sentence, expression.span.start
        if figure in self._recent:
            self._recent.remove(figure)
        self._recent.append(figure)

    def words_of(self, expression: Expression) -> str:
        return " ".join(expression.span.of(self._text).split())

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
            self._pair_up(figure, expression)

    def _pair_up(self, figure: Figure, expression: Expression) -> None:
        """Remembers two persons joined by "and"."""
        if figure.type != "person" or expression.kind == "pronoun":
            return
        last, self._last_person = self._last_person, (expression.span, figure)
        if last is not None and last[1] is not figure:
            between = self._text[last[0].end : expression.span.start].strip()
            if between in _JOINTS and last[0].end < expression.span.start:
                self.pair = expression.sentence, (last[1], figure)

    def _referent(self, expression: Expression) -> Figure | None:
        if expression.kind == "name":
            return self.name(expression)
        if expression.kind == "pronoun":
            return self._pronoun(expression)
        return self._nominal(expression)

    def name(self, expression: Expression) -> Figure:
        sort = "place" if expression.type in {"gpe", "location"} else str(expression.type)
        own = flat(expression.head)
        if sort == "person" and _is_other_name(expression.titles):
            alias = self._born(expression)
            if alias is not None:
                return self._by_name.setdefault((sort, own), alias)
        full = self._full_name(expression, sort)
        figure = self._by_name.get((sort, full))
        if figure is None:
            figure = self._by_name[sort, full] = self.new(expression.type)
        return self._named(figure, expression)

    def _full_name(self, expression: Expression, sort: str) -> str:
        """Of several whom a short name may mean, whom the text called so before, else whom it speaks of most."""
        fulls = self._fitting_titles(expression, sort)
        known = [f for full in fulls if (f := self._by_name.get((sort, full))) is not None]
        if len(known) < _RIVALS:
            return fulls[0] if fulls else flat(expression.head)
        short = " ".join(expression.head.split())
        meant = max(known, key=lambda f: (short in f.names, len(f.mentions)))  # the nearest of equals
        return next(full for full in fulls if self._by_name.get((sort, full)) is meant)

    def _born(self, expression: Expression) -> Figure | None:
        """Reads "Born Jane Roe in Leeds, she ...": the earlier name of whom the article speaks of most."""
        people = [f for f in self.figures[:RECENT] if f.type == "person" and f.named]
        same = [f for f in people if f.last_sentence == expression.sentence]
        return max(same or people, key=lambda f: len(f.mentions), default=None)

    def _fitting_titles(self, expression: Expression, sort: str) -> list[str]:
        """Full names whose bearer the title does not exclude: "Mrs Roe" is not John Roe."""
        wanted = gender_of(expression.titles, "", {})
        fulls = self._directory.candidates(expression)
        if wanted is None:
            return list(fulls)
        return [f for f in fulls if self._gender_of_full(sort, f) in {None, wanted}]

    def _gender_of_full(self, sort: str, full: str) -> Gender | None:
        figure = self._by_name.get((sort, full))
        return figure.gender if figure else self._first_names.get(full.partition(" ")[0].capitalize())

    def _named(self, figure: Figure, expression: Expression) -> Figure:
        name = " ".join(expression.head.split())
        figure.names[name] = figure.names.get(name, 0) + 1
        if figure.type == "person":
            figure.gender = figure.gender or gender_of(expression.titles, name, self._first_names)
            figure.trades.update(self._trades(expression))
        return figure

    @staticmethod
    def _trades(expression: Expression) -> set[str]:
        """The offices and trades that stand directly before the name."""
        found: set[str] = set()
        for word in reversed(expression.titles):
            noun = NOUNS.get(word)
            if noun is None or noun.sort != "person" or noun.kin is not None:
                break
            found.add(word)
        return found

    def _pronoun(self, expression: Expression) -> Figure | None:
        pronoun = expression.pronoun
        if pronoun is None or pronoun.person != 3:
            return None
        if pronoun.plural:
            return pronouns.plural(self, expression)
        return (
            pronouns.human(self, expression, pronoun) if pronoun.human else pronouns.thing(self, expression)
        )

    def _nominal(self, expression: Expression) -> Figure | None:
        if expression.named is not None and expression.named in self._by_span:
            return self._apposed(expression)
        if expression.noun is None:
            return None
        if expression.predicate and expression.owners:
            return self._titled(expression) or relatives.relative(self, expression)
        if expression.predicate:
            self._describe(expression)
            return None
        return self._common(expression, expression.noun)

    def _common(self, expression: Expression, noun: Noun) -> Figure | None:
        """A nominal by itself: somebody's, a bare "dad", or an epithet."""
        if expression.owners and noun.sort in {"person", "group"}:
            return relatives.relative(self, expression)
        if noun.kin is not None and not expression.article:
            return relatives.bare_relative(self, expression)
        return epithets.epithet(self, expression)

    def _apposed(self, expression: Expression) -> Figure | None:
        """The named one; what the nominal says of it is learnt, its kinship to the owners too."""
        named = self._by_span[expression.named] if expression.named else None
        noun = expression.noun
        if noun is None:
            return None
        if named is None or named.type != "person" or noun.sort != "person":
            known = self.at.get(named.span) if named is not None and named.kind == "nominal" else None
            return known if known is not None else self._common(expression, noun)
        figure = self.at.get(named.span) or self._introduced(expression, named)
        if noun.kin is not None:
            for owner in self.owners(expression) or self._subject(expression):
                for one in owner.members or (owner,):
                    self.kin.learn(one, noun.kin, figure)
        return figure

    def _introduced(self, expression: Expression, named: Expression) -> Figure:
        """Who is named here for the first time may have been spoken of before: "a son", and later "their son, Jo"."""
        if ("person", flat(named.head)) in self._by_name or self._directory.candidates(named):
            return self.name(named)
        known = relatives.unnamed(self, expression)
        if known is not None:
            self._by_name["person", flat(named.head)] = known
        return self.name(named)

    def _titled(self, expression: Expression) -> Figure | None:
        """Reads "named Jane Roe as its chair", "Roe is its chair": who was named last in the sentence."""
        noun = expression.noun
        if noun is None or noun.sort != "person" or noun.kin is not None:
            return None
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

    def group(self, members: Sequence[Figure]) -> Figure:
        """The couple or group of these figures, always the same one."""
        key = tuple(sorted(member.number for member in members))
        if key not in self._groups:
            ordered = tuple(sorted(members, key=lambda member: member.number))
            figure = self.new("group", " and ".join(member.label for member in ordered))
            figure.members = ordered
            self._groups[key] = figure
        return self._groups[key]
