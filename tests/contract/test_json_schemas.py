"""The published schemas are those of the models, hold for the examples, and only ever grow."""

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # it ships no types
import pytest
from pydantic import ValidationError

from schemas.codec import encode, legible
from schemas.json_schema import DIALECT, PUBLISHED, file_name, json_schema, schema_id
from worker.bootstrap import build_pipeline
from worker.pipeline.decode import Decode
from worker.pipeline.outcome import Extracted
from worker.pipeline.values import Envelope

FROZEN = Path(__file__).parents[2] / "schemas" / "json"
Frozen = Callable[[str, str], dict[str, Any]]
Examples = dict[str, list[dict[str, Any]]]
Breaks = Callable[[dict[str, Any], dict[str, Any], str], list[str]]

every_schema = pytest.mark.parametrize("name", PUBLISHED)


def validator(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json_schema(name))


def fields(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for owner, part in [("", schema), *schema.get("$defs", {}).items()]:
        yield from ((f"{owner}.{name}", field) for name, field in part.get("properties", {}).items())


@every_schema
def test_the_frozen_schema_is_the_one_that_the_models_make(name: str) -> None:
    path = FROZEN / file_name(name, PUBLISHED[name].version)

    assert path.read_bytes() == legible(json_schema(name)), (
        "run tests/contract/freeze.py, and mind the version"
    )


@every_schema
def test_a_schema_is_valid_and_says_which_it_is(name: str) -> None:
    schema = json_schema(name)

    jsonschema.Draft202012Validator.check_schema(schema)
    assert (schema["$schema"], schema["$id"]) == (DIALECT, schema_id(name, PUBLISHED[name].version))
    assert schema["title"]
    assert schema["description"]


@every_schema
def test_every_field_of_a_schema_is_described(name: str) -> None:
    bare = [where for where, field in fields(json_schema(name)) if not field.get("description")]

    assert bare == []


@every_schema
def test_every_schema_has_examples_that_it_holds_for(name: str, examples: Examples) -> None:
    assert len(examples[name]) >= 1
    for example in examples[name]:
        validator(name).validate(example)


def test_the_decoder_reads_the_examples_of_raw_articles(examples: Examples) -> None:
    for example in examples["raw-article"]:
        assert Decode()(Envelope(json.dumps(example).encode())).document_id


@pytest.mark.parametrize("name", [name for name, one in PUBLISHED.items() if one.mode == "serialization"])
def test_an_output_is_written_with_every_field_of_its_schema(name: str, examples: Examples) -> None:
    for example in examples[name]:
        written = json.loads(encode(PUBLISHED[name].model.model_validate(example)))

        assert set(written) == set(json_schema(name)["properties"])
        validator(name).validate(written)


def test_what_the_real_pipeline_makes_holds_the_published_schemas(examples: Examples) -> None:
    pipeline = build_pipeline()
    outcomes = [pipeline.process(Envelope(json.dumps(example).encode())) for example in examples["raw-article"]]

    read = [outcome for outcome in outcomes if isinstance(outcome, Extracted)]
    facts = [fact for outcome in read for fact in outcome.facts]
    assert (len(read), bool(facts)) == (len(outcomes), True)
    for outcome in read:
        validator("clean-article").validate(json.loads(encode(outcome.article)))
    for fact in facts:
        validator("fact").validate(json.loads(encode(fact)))


WRONG_FACTS: dict[str, dict[str, Any]] = {
    "a retraction without its reason": {"op": "retract"},
    "a reason without a retraction": {"retract_reason": "canceled"},
    "a claim without evidence": {"evidence": []},
    "a report without attribution": {"status": "reported", "attribution": None},
    "an inference without premises": {"derivation": "inferred", "premises": []},
    "premises without an inference": {"derivation": "explicit", "premises": ["ev0"]},
    "an unknown status": {"status": "certain"},
    "a confidence above 1": {"confidence": 1.1},
    "an id of another form": {"fact_id": "f_1"},
}


@pytest.mark.parametrize("change", WRONG_FACTS.values(), ids=WRONG_FACTS)
def test_schema_and_model_refuse_the_same_facts(change: dict[str, Any], examples: Examples) -> None:
    wrong = {**examples["fact"][0], **change}

    assert not validator("fact").is_valid(wrong)
    with pytest.raises(ValidationError):
        PUBLISHED["fact"].model.model_validate(wrong)


@every_schema
def test_who_knows_this_version_can_read_the_next(name: str, examples: Examples) -> None:
    assert validator(name).is_valid({**examples[name][0], "added_later": 1})


@every_schema
def test_our_own_models_are_closed(name: str, examples: Examples) -> None:
    with pytest.raises(ValidationError, match="added_later"):
        PUBLISHED[name].model.model_validate({**examples[name][0], "added_later": 1})


@every_schema
def test_the_current_schema_breaks_nobody_who_knows_an_earlier_one(
    name: str, frozen: Frozen, breaks: Breaks
) -> None:
    published = PUBLISHED[name]
    major = published.version.partition(".")[0]
    direction = "in" if published.mode == "validation" else "out"
    earlier = sorted((FROZEN / name).glob(f"{major}.*.json"))

    assert earlier
    for path in earlier:
        assert breaks(frozen(name, path.stem), json_schema(name), direction) == []


def changed(change: Callable[[dict[str, Any]], Any]) -> dict[str, Any]:
    schema = copy.deepcopy(json_schema("fact"))
    change(schema)
    return schema


BREAKING: dict[str, Callable[[dict[str, Any]], Any]] = {
    "a field is taken away": lambda s: s["properties"].pop("rule_id"),
    "a nested field is taken away": lambda s: s["$defs"]["Evidence"]["properties"].pop("prefix"),
    "a field may be missing": lambda s: s["required"].remove("status"),
    "a field must be given that old events lack": lambda s: s["required"].append("premises"),
    "a type changes": lambda s: s["properties"]["rule_id"].update(type="integer"),
    "a value is taken away": lambda s: s["properties"]["op"]["enum"].remove("amend"),
    "a pattern is added": lambda s: s["properties"]["rule_id"].update(pattern="x"),
    "a bound is narrowed": lambda s: s["properties"]["confidence"].update(maximum=0.5),
}
HARMLESS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "a field is added": lambda s: s["properties"].update(mood={"type": "string"}),
    "a value is added": lambda s: s["properties"]["op"]["enum"].append("merge"),
    "a description changes": lambda s: s["properties"]["op"].update(description="x"),
}


@pytest.mark.parametrize("change", BREAKING.values(), ids=BREAKING)
def test_a_change_that_breaks_readers_is_found(
    change: Callable[[dict[str, Any]], Any], breaks: Breaks
) -> None:
    assert breaks(json_schema("fact"), changed(change), "out")


@pytest.mark.parametrize("change", HARMLESS.values(), ids=HARMLESS)
def test_a_change_that_only_adds_is_let_pass(change: Callable[[dict[str, Any]], Any], breaks: Breaks) -> None:
    assert breaks(json_schema("fact"), changed(change), "out") == []


def test_an_input_may_not_ask_for_more_than_before(breaks: Breaks) -> None:
    old = json_schema("raw-article")
    new = {**copy.deepcopy(old), "required": ["title"]}

    assert breaks(old, new, "in") == ["/required: title must be given now"]
