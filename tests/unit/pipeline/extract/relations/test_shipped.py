"""The model as it ships."""

import hashlib
from importlib import resources

import pytest

from worker.pipeline.annotate import encoder
from worker.pipeline.extract import relations

LARGEST = 3_000_000  # bytes


@pytest.fixture(scope="module")
def data() -> bytes:
    return (resources.files(relations) / relations.FILE).read_bytes()


def test_it_was_fitted_to_the_encoder_that_ships(data: bytes) -> None:
    graph = (resources.files(encoder) / encoder.GRAPH).read_bytes()

    assert relations.load_relations(data).graph == hashlib.sha256(graph).hexdigest(), "newsfacts train relations"


def test_it_is_small(data: bytes) -> None:
    assert len(data) < LARGEST
