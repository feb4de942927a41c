"""Reads the parse tree of a regular expression: strings that hurt it most, and repeats that could multiply."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    from re import _constants as sre  # type: ignore[attr-defined]  # the only way to a pattern's own tree
    from re import _parser as parser  # type: ignore[attr-defined]

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ALPHABET: Final = "a1A .,-'\u2019\"_/$%&()<>{}[]@#:;!?+=*^|~`\\\n\t\u00a0\u00e9\u2014\u00a3\u20ac" + "".join(
    map(chr, range(ord("b"), ord("z") + 1))
) + "BCDEFGHIJKLMNOPQRSTUVWXYZ023456789"  # in the order in which a member of a class is chosen: what most classes share
_REPEATS: Final = (sre.MAX_REPEAT, sre.MIN_REPEAT)
_SINGLE: Final = (sre.LITERAL, sre.NOT_LITERAL, sre.IN, sre.ANY)
_CATEGORIES: Final = {
    sre.CATEGORY_DIGIT: str.isdigit,
    sre.CATEGORY_SPACE: str.isspace,
    sre.CATEGORY_WORD: lambda char: char.isalnum() or char == "_",
    sre.CATEGORY_NOT_DIGIT: lambda char: not char.isdigit(),
    sre.CATEGORY_NOT_SPACE: lambda char: not char.isspace(),
    sre.CATEGORY_NOT_WORD: lambda char: not (char.isalnum() or char == "_"),
}
Node = tuple[Any, Any]


@dataclass(frozen=True, slots=True)
class Attack:
    """`lead`: what the pattern needs to come to a repeat; `pump`: what the repeat takes; `most`: how often."""

    lead: str
    pump: str
    most: int


def tree(pattern: re.Pattern[Any]) -> Sequence[Node]:
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    return list(parser.parse(source, pattern.flags & ~(0 if isinstance(pattern.pattern, str) else re.UNICODE)))


# ------------------------------------------------------------------------------------------------ attacks


def attacks(nodes: Sequence[Node], lead: str = "") -> Iterator[Attack]:
    """One for each repeat of more than three, outer before inner; each alternative is tried."""
    for kind, value in nodes:
        if kind in _REPEATS:
            _, most, body = value
            if most > 3:
                yield from (Attack(lead, pump, min(int(most), 100)) for pump in _pumps(body))
            yield from attacks(list(body), lead)
        for body in _bodies(kind, value):
            yield from attacks(list(body), lead)
        lead += _text((kind, value))


def floods(attack: Attack, size: int) -> Iterator[str]:
    """One long run that breaks at its end; runs as long as the repeat allows, each broken, again and again."""
    pump = attack.pump or "a"
    yield attack.lead + pump * (size // len(pump)) + "\x00"
    for times in {attack.most, 100}:
        run = attack.lead + pump * times + "\x00"
        yield run * (size // len(run) + 1)
    yield (attack.lead or pump) * (size // len(attack.lead or pump) + 1)


def _bodies(kind: Any, value: Any) -> Sequence[Any]:
    match kind:
        case sre.BRANCH:
            return [*value[1]]
        case sre.SUBPATTERN:
            return [value[3]]
        case sre.ASSERT | sre.ASSERT_NOT:
            return [value[1]]
        case sre.ATOMIC_GROUP:
            return [value]
        case sre.GROUPREF_EXISTS:
            return [body for body in value[1:] if body is not None]
        case _:
            return []


def _pumps(body: Any) -> Iterator[str]:
    """The shortest turn, and a character that all parts of a turn take: it tells none from another."""
    yield _shortest(body)
    shared = frozenset(ALPHABET).intersection(*_singles(body))
    yield from [char for char in ALPHABET if char in shared][:1]


def _singles(body: Any) -> Iterator[frozenset[str]]:
    for kind, value in body:
        if kind in _SINGLE:
            yield chars((kind, value))
        elif kind in _REPEATS:
            yield from _singles(value[2])
        elif kind is sre.SUBPATTERN:
            yield from _singles(value[3])


def _shortest(nodes: Any) -> str:
    return "".join(map(_text, nodes))


def _text(node: Node) -> str:  # noqa: PLR0911 - one for each kind of node
    """About the shortest text that a node takes; look-arounds take none."""
    kind, value = node
    match kind:
        case sre.LITERAL:
            return chr(value)
        case sre.IN | sre.NOT_LITERAL | sre.ANY:
            taken = chars(node)
            return next((char for char in ALPHABET if char in taken), "\u4e00")
        case sre.BRANCH:
            return min((_shortest(body) for body in value[1]), key=len)
        case sre.SUBPATTERN:
            return _shortest(value[3])
        case sre.ATOMIC_GROUP:
            return _shortest(value)
        case sre.MAX_REPEAT | sre.MIN_REPEAT | sre.POSSESSIVE_REPEAT:
            return _shortest(value[2]) * int(value[0])
        case _:
            return ""


# --------------------------------------------------------------------------------------------------- lint


def ambiguous(nodes: Sequence[Node]) -> Iterator[str]:
    """Repeats within repeats where nothing tells a turn of the outer from one of the inner: (a{1,9} ?){1,9}.

    A turn must have a part that is never left out and that the inner repeat cannot take itself.
    """
    for kind, value in nodes:
        bodies = [value[2]] if kind in _REPEATS else _bodies(kind, value)
        if kind in _REPEATS and value[1] > 2:
            yield from _multiplying(list(value[2]), int(value[1]))
        for body in bodies:
            yield from ambiguous(list(body))


def _multiplying(body: Sequence[Node], most: int) -> Iterator[str]:
    for inner in _variable(body):
        taken = _all_chars(inner[1][2])
        if not _parted(body, taken):
            yield f"up to {most} turns of up to {inner[1][1]} of {''.join(sorted(taken))[:24]!r}"


def _parted(body: Sequence[Node], taken: frozenset[str]) -> bool:
    """Whether every turn has a character that is not of `taken`; what look-arounds ask for is not one."""
    for kind, value in body:
        if kind in _SINGLE and not chars((kind, value)) & taken:
            return True
        if kind is sre.BRANCH and all(_parted(list(option), taken) for option in value[1]):
            return True
        if kind is sre.SUBPATTERN and _parted(list(value[3]), taken):
            return True
        if kind in _REPEATS and value[0] and _parted(list(value[2]), taken):
            return True
    return False


def _variable(body: Sequence[Node]) -> Iterator[Node]:
    """Repeats of more than two lengths in a turn, however deep."""
    for kind, value in body:
        if kind in _REPEATS and value[1] - value[0] > 2:
            yield kind, value
        for inner in [value[2]] if kind in _REPEATS else _bodies(kind, value):
            if kind not in {sre.ASSERT, sre.ASSERT_NOT, sre.ATOMIC_GROUP}:
                yield from _variable(list(inner))


def _all_chars(body: Any) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for kind, value in body:
        if kind in _SINGLE:
            found |= chars((kind, value))
        for inner in [value[2]] if kind in _REPEATS else _bodies(kind, value):
            if kind not in {sre.ASSERT, sre.ASSERT_NOT}:
                found |= _all_chars(inner)
    return found


def chars(node: Node) -> frozenset[str]:  # noqa: PLR0911 - one for each kind of node
    """Which characters of ALPHABET a single-character node takes, in either case."""
    kind, value = node
    match kind:
        case sre.LITERAL:
            return frozenset({chr(value), chr(value).swapcase()})
        case sre.NOT_LITERAL:
            return frozenset(ALPHABET) - {chr(value)}
        case sre.ANY:
            return frozenset(ALPHABET) - {"\n"}
        case sre.IN:
            return _members(value)
        case sre.RANGE:
            return frozenset(char for char in ALPHABET if value[0] <= ord(char) <= value[1])
        case sre.CATEGORY:
            return frozenset(filter(_CATEGORIES[value], ALPHABET))
        case _:
            return frozenset()


def _members(items: Sequence[Node]) -> frozenset[str]:
    negated = items[0][0] is sre.NEGATE
    found = frozenset().union(*(chars(item) for item in items[negated:]))
    return frozenset(ALPHABET) - found if negated else found
