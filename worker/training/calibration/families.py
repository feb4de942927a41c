"""Which predicates are calibrated together: files of a kind, so that each family has facts to learn from."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from worker.pipeline.extract import predicates
from worker.pipeline.extract.rule import Predicate
from worker.pipeline.normalize.confidence import OTHER

# Files of worker/pipeline/extract/predicates; one that is not named here is an average family.
KINDS = {
    "people": "age birth_and_death education extension full_name gender nationality place quantity",
    "kin": "couple kinship",
    "work": "membership occupation party position team tenure",
    "speech": "post speech",
    "business": "business figures origin ownership staff",
    "happenings": "award court event lawsuit participation sport",
}


def families() -> dict[str, str]:
    """Predicate to family."""
    of_file = {file: kind for kind, files in KINDS.items() for file in files.split()}
    return {
        value.name: of_file.get(info.name, OTHER)
        for info in pkgutil.iter_modules(predicates.__path__)
        for value in vars(import_module(f"{predicates.__name__}.{info.name}")).values()
        if isinstance(value, Predicate)
    }
