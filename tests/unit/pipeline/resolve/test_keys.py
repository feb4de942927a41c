"""Keys are the same wherever an entity is named alike, and bound to the document where it has no name."""

from __future__ import annotations

import pytest

from worker.pipeline.resolve.keys import named_key, unnamed_key


@pytest.mark.parametrize(
    ("kind", "name", "key"),
    [
        pytest.param("person", "Jane Roe", "person:jane-roe", id="plain"),
        pytest.param("person", "José Núñez", "person:jose-nunez", id="accents"),
        pytest.param("gpe", "U.S.", "gpe:us", id="points"),
        pytest.param("organization", "O'Neill  & Sons", "organization:oneill-sons", id="marks"),
        pytest.param("person", "山田", "person:山田", id="another script stays"),
    ],
)
def test_a_name_becomes_a_key(kind: str, name: str, key: str) -> None:
    assert named_key(kind, name) == key


def test_an_unnamed_entity_belongs_to_its_document() -> None:
    assert unnamed_key("d1", 3) == "document:d1:3"
