"""Shows one reading to a human: the clean text with coloured spans, then each fact with its words and its rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from schemas.fact import EntityRef
from worker.cli.consoles import output

if TYPE_CHECKING:
    from schemas.clean import CleanArticleEvent
    from schemas.fact import FactEvent, ObjectRef
    from worker.pipeline.outcome import Extracted

STYLES = {"entity": "bold cyan", "time": "green", "quantity": "yellow", "quote": "magenta", "evidence": "underline"}
CELL_CHARS = 70  # a wider cell breaks the table on a usual terminal


def explain(outcome: Extracted) -> None:
    """Print the article's text and facts; the colours are told in the first line."""
    output.print(Text("  ").join(Text(name, style=style) for name, style in STYLES.items()))
    output.print(coloured(outcome.article, outcome.facts))
    output.print(fact_table(outcome.facts))


def coloured(article: CleanArticleEvent, facts: tuple[FactEvent, ...]) -> Text:
    """The clean text; where spans overlap, the later style adds to the earlier."""
    text = Text(article.text)
    for quote in article.quotes:
        text.stylize(STYLES["quote"], quote.start, quote.end)
    for entity in article.entities:
        for mention in entity.mentions:
            text.stylize(STYLES["entity"], mention.start, mention.end)
    for time in article.times:
        text.stylize(STYLES["time"], time.start, time.end)
    for quantity in article.quantities:
        text.stylize(STYLES["quantity"], quantity.start, quantity.end)
    for evidence in (one for fact in facts for one in fact.evidence):
        text.stylize(STYLES["evidence"], evidence.start, evidence.end)
    return text


def fact_table(facts: tuple[FactEvent, ...]) -> Table:
    """One row a fact: what it says, how sure, which rule drew it, and from which words."""
    table = Table(title=f"{len(facts)} facts", show_lines=False)
    for column in ("subject", "predicate", "object", "status", "confidence", "rule", "evidence"):
        table.add_column(column, overflow="fold")
    for fact in facts:
        words = " ".join(fact.evidence[0].exact.split())[:CELL_CHARS] if fact.evidence else ""
        row = (fact.subject.label, fact.predicate, object_words(fact.object), fact.status,
               f"{fact.confidence:.2f}", fact.rule_id, words)
        table.add_row(*(Text(cell) for cell in row))
    return table


def object_words(value: ObjectRef) -> str:
    """An object in a few words."""
    if isinstance(value, EntityRef):
        return value.label
    resolved = value.date.resolved_from.text if value.date else ""
    return f"{value.value[:CELL_CHARS]}" + (f"  (from {resolved!r})" if resolved and resolved != value.value else "")
