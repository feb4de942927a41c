"""Writes the JSON Schemas of the current contract to schemas/json: `python tests/contract/freeze.py`.

A file of an earlier version is never touched; raise the schema's version in schemas/ before changing a field.
"""

from pathlib import Path

from schemas.codec import legible
from schemas.json_schema import PUBLISHED, file_name, json_schema

FROZEN = Path(__file__).parents[2] / "schemas" / "json"


def main() -> None:
    for name, published in PUBLISHED.items():
        path = FROZEN / file_name(name, published.version)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(legible(json_schema(name)))
        print(path.relative_to(FROZEN.parents[1]))  # noqa: T201 - a script's answer


if __name__ == "__main__":
    main()
