"""KnowledgeNet as passages, from a file of our own in its format."""

import json
from pathlib import Path

from worker.pipeline.extract.relations.vocabulary import PROPERTIES
from worker.pipeline.values import Span
from worker.training.relations.corpus import KNOWLEDGENET, Fact, knowledgenet

ROW = {"fold": 2, "text": "Otto left Mia.", "facts": [{"p": "SPOUSE", "s": [0, 4], "o": [10, 13]}], "neg": ["CEO"]}


def test_properties_with_a_fact_or_marked_without_are_judged(tmp_path: Path) -> None:
    file = tmp_path / KNOWLEDGENET
    file.parent.mkdir()
    file.write_text(json.dumps(ROW) + "\n")

    (passage,) = knowledgenet(tmp_path)

    assert passage.fold == 2
    assert passage.facts == (Fact(PROPERTIES.index("SPOUSE"), Span(0, 4), Span(10, 13)),)
    assert {PROPERTIES[number] for number in passage.judged} == {"SPOUSE", "CEO"}
