"""Shows one reading to a human: the clean text with coloured spans, then each fact with its words, rule and steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from schemas.fact import EntityRef
from worker.cli.consoles import output
from worker.cli.steps import steps

if TYPE_CHECKING:
    from schemas.clean import CleanArticleEvent
    from schemas.fact import Evidence, FactEvent, ObjectRef
    from worker.cli.steps import Step
    from worker.pipeline.outcome import Extracted

STYLES = {"entity": "bold cyan", "time": "green", "quantity": "yellow", "quote": "magenta", "evidence": "underline"}
SURE = "green"
CELL_CHARS = 70  # a longer value breaks the line on a usual terminal


def explain(outcome: Extracted) -> None:
    """Print the article's text and facts; the colours are told in the first line."""
    output.print(Text("  ").join(Text(name, style=style) for name, style in STYLES.items()))
    output.print(coloured(outcome.article, outcome.facts))
    output.print(Text(f"\n{len(outcome.facts)} facts", style="bold"))
    for number, fact in enumerate(outcome.facts, 1):
        output.print(account(outcome.article, number, fact))


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


def account(article: CleanArticleEvent, number: int, fact: FactEvent) -> Text:
    """One fact: what it says, from which words, by which rule, how sure, and each step on the way."""
    said = Text(f"{number}. ", style="bold").append(
        f"{fact.subject.label} - {fact.predicate} - {object_words(fact.object)}", style="bold"
    )
    said.append(f"   {fact.status} {fact.confidence:.2f}", style=SURE)
    for place, evidence in enumerate(fact.evidence):
        said.append("\n   words     ").append(f"ev{place} ").append(_marked(article, fact, evidence))
    said.append(f"\n   rule      {fact.rule_id} ({fact.derivation}), confidence by {fact.confidence_method}")
    for step in steps(article, fact):
        said.append(f"\n   {step.what:9} ").append(_told(step))
    return said


def _told(step: Step) -> Text:
    words = f"{step.words[:CELL_CHARS]!r} -> " if step.words else ""
    why = f"  ({step.why})" if step.why else ""
    return Text(f"{words}{step.result}").append(why, style="dim")


def _marked(article: CleanArticleEvent, fact: FactEvent, evidence: Evidence) -> Text:
    """The words between their neighbours; square brackets stay where colours do not, and both ends are coloured."""
    ends = {fact.subject.id, fact.object.id if isinstance(fact.object, EntityRef) else ""}
    words = Text(evidence.exact)
    for mention in (m for entity in article.entities if entity.id in ends for m in entity.mentions):
        if evidence.start <= mention.start and mention.end <= evidence.end:
            words.stylize(STYLES["entity"], mention.start - evidence.start, mention.end - evidence.start)
    words.stylize(STYLES["evidence"])
    around = (Text(evidence.prefix, style="dim"), Text("["), words, Text("]"), Text(evidence.suffix, style="dim"))
    line = Text().join(around)
    return Text(" ").join(line.split("\n"))


def object_words(value: ObjectRef) -> str:
    """An object in a few words."""
    if isinstance(value, EntityRef):
        return value.label
    resolved = value.date.resolved_from.text if value.date else ""
    return f"{value.value[:CELL_CHARS]}" + (f"  (from {resolved!r})" if resolved and resolved != value.value else "")
