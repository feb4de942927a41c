"""The day from which relative expressions count: the article's own, or the day on which quoted words were said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from worker.pipeline.annotate.times.stamps import Relative, Stamp, month_end

if TYPE_CHECKING:
    from worker.pipeline.annotate.times.stamps import Reading, Tense
    from worker.pipeline.values import Anchor, LocalTime, Precision, TimeExpression


@dataclass(frozen=True, slots=True)
class Ground:
    """An anchor as the days it may be: one day, or a first and last if only a month, a year or a span is known."""

    kind: Anchor
    value: str
    first: date
    last: date
    precision: Precision
    moment: datetime | None = None

    def resolve(self, reading: Relative, tense: Tense) -> Stamp | None:
        """Only what all days of the anchor agree on; "today" of a span of days is that span."""
        if reading.by_clock and self.moment:
            return reading.by_clock(self.moment)
        stamp = reading.at(self.first, tense)
        if self.first == self.last or stamp is None:
            return stamp
        other = reading.at(self.last, tense)
        if other is not None and other.edtf == stamp.edtf:
            return stamp
        if stamp.first == self.first and other is not None and other.first == self.last and stamp.precision == "day":
            return Stamp("date", self._timex3(), self.value, self.precision, self.first, self.last)
        return None

    def _timex3(self) -> str:
        return f"{self.first.year:04}" if "/" in self.value else self.value.rstrip("~")


_DATE_CHARS: Final[dict[str, int]] = {"year": 4, "month": 7}


def of_article(published: LocalTime | None) -> Ground | None:
    """The article's local day, whatever its hour; None if it is not known."""
    if published is None:
        return None
    text = published.local[: _DATE_CHARS.get(published.precision, 10)]
    days = _days(text)
    return Ground("document_date", text, *days, published.precision, _moment(published)) if days else None


def _moment(published: LocalTime) -> datetime | None:
    """The local clock of the telling, if it is told to the minute at least."""
    try:
        return datetime.fromisoformat(published.local[:16]) if published.precision in {"minute", "second"} else None
    except ValueError:
        return None


def _days(text: str) -> tuple[date, date] | None:
    try:
        if len(text) == 10:
            return date.fromisoformat(text), date.fromisoformat(text)
        if len(text) == 7:
            return date.fromisoformat(f"{text}-01"), month_end(int(text[:4]), int(text[5:]))
        return date(int(text), 1, 1), date(int(text), 12, 31)
    except ValueError:  # a door or a producer may let a wrong date pass; then there is no anchor
        return None


def of_expression(time: TimeExpression) -> Ground | None:
    """The day of a quotation that another expression tells."""
    if time.edtf is None or time.earliest is None or time.latest is None:
        return None
    first, last = date.fromisoformat(time.earliest), date.fromisoformat(time.latest)
    value = time.edtf if time.type == "date" else time.earliest
    return Ground("quote_date", value, first, last, time.precision or "day")


def unresolved(reading: Reading) -> Stamp:
    return reading if isinstance(reading, Stamp) else reading.unresolved
