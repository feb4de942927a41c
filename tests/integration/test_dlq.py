"""Dead letters on a real Kafka: counted, listed, exported, mended, sent again exactly once, discarded."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING

import pytest

from tests.integration.dlq_world import DLQ, FAILED, MARKS, RAW, World

if TYPE_CHECKING:
    from pathlib import Path

    from deploy.kafka.client import Kafka

GOOD = b'{"id": "belmore-1", "text": "A quiet day in Belmore."}'
BAD = b'{"id": "belmore-2", "text": "A quiet day in Belmore.", "published": "soon"}'
MEND = """
import json

def transform(letter):
    article = json.loads(letter.payload)
    article.pop("published", None)
    return json.dumps(article).encode()
"""


@pytest.fixture
def world(kafka: Kafka, topic_prefix: str) -> World:
    return World(kafka, f"dlq-{topic_prefix[-8:]}.")


def test_stats_and_ls_tell_what_there_is_and_what_was_done_about_it(world: World) -> None:
    first = world.park(BAD, headers=(("ce_source", b"urn:wire"),))
    second = world.park(GOOD, FAILED, key=b"belmore-1", partition=1)
    discarded = world.dlq("discard", first, "--because", "sent again", "--yes")

    stats, listed = world.dlq("stats", "--json"), world.dlq("ls", "--json")

    assert discarded.code == 0, discarded.err
    (told,) = stats.objects
    assert (told["letters"], told["open"], told["replayed"], told["discarded"]) == (2, 1, 0, 1)
    assert told["by_code"]["KeyError"] == {"open": 1, "replayed": 0, "discarded": 0}
    assert told["by_producer"]["urn:wire"]["discarded"] == 1
    assert (set(told["by_partition"]), set(told["by_age"])) == ({"0", "1"}, {"under 1 h"})
    (letter,) = listed.objects
    assert (letter["letter"], letter["code"], letter["key"], letter["fault"]) == (
        second, "KeyError", "belmore-1", "internal",
    )
    assert {one["state"] for one in world.marks()} == {"discarded"}
    assert world.marks()[0]["because"] == "sent again"
    assert world.dlq("stats").out.startswith(f"{world.name(DLQ)}: 2 letters: 1 open, 0 replayed, 1 discarded; ")


def test_export_gives_back_every_byte(world: World, tmp_path: Path) -> None:
    headers = (("x", b"\xff\x00"), ("x", b"twice"), ("empty", b""))
    world.park(b"\xff\xfe not utf-8 \x00", key=b"\x80key", headers=headers)
    world.park("Ünïcode \u202e".encode(), key=None)
    file = tmp_path / "letters.jsonl"

    ended = world.dlq("export", "--output", str(file))
    again = world.dlq("export", "--output", str(file))

    first, second = [json.loads(line) for line in file.read_bytes().splitlines()]
    assert ended.code == 0, ended.err
    assert base64.b64decode(first["payload_base64"]) == b"\xff\xfe not utf-8 \x00"
    assert base64.b64decode(first["key_base64"]) == b"\x80key"
    assert first["headers"][:3] == [
        {"name": "x", "value_base64": "/wA="}, {"name": "x", "value": "twice"}, {"name": "empty", "value": ""},
    ]
    assert (second["key"], second["payload"]) == (None, "Ünïcode \u202e")
    assert (again.code, "is there already" in again.err) == (2, True)
    assert list(tmp_path.iterdir()) == [file]


def test_show_lets_nothing_of_a_stranger_reach_the_terminal(world: World) -> None:
    headers = (("h\x1b]0;title", b"\x9b1m"),)
    place = world.park(b"\x1b[2J\xe2\x80\xae evil " + b"x" * 5_000, key=b"\x07", headers=headers)

    ended = world.dlq("show", place)

    assert ended.code == 0, ended.err
    assert all(one.isprintable() or one == "\n" for one in ended.out)
    assert r"\x1b[2J\u202e evil" in ended.out
    assert len(ended.out) < 6_000
    assert f"dlq export {place}" in ended.out


def test_a_replay_is_a_dry_run_unless_it_is_told_to_execute(world: World) -> None:
    world.park(GOOD, FAILED)

    dry, wet, twice = world.dlq("replay"), world.dlq("replay", "--execute"), world.dlq("replay", "--execute")

    assert (dry.code, "would send 1 letters" in dry.err) == (0, True)
    assert (wet.code, "sent 1 letters" in wet.err) == (0, True)
    assert (twice.code, "sent 0 letters" in twice.err) == (0, True)
    assert len(world.replayed()) == 1


def test_a_replay_keeps_bytes_key_headers_and_partition_and_stamps_what_it_is(world: World) -> None:
    place = world.park(GOOD, FAILED, key=b"any", headers=(("content-type", b"application/json"),), partition=1)

    ended = world.dlq("replay", place, "--execute", "--json")

    (article,) = world.replayed()
    assert ended.objects == [{"letter": place, "verdict": "sent"}]
    assert (article.value, article.key, article.partition) == (GOOD, b"any", 1)
    assert article.headers[0] == ("content-type", b"application/json")
    assert article.told("nf-replay-of").decode() == f"{world.name(DLQ)}/{place}"
    assert (article.told("nf-replays"), article.told("nf-error-attempt")) == (b"1", b"1")
    assert not [name for name, _ in article.headers if name.startswith("__streams.")]


def test_filters_choose_by_reason_key_time_place_and_number(world: World) -> None:
    rejected = world.park(BAD, key=b"a")
    failed = [world.park(GOOD, FAILED, key=b"b") for _ in range(3)]

    def listed(*arguments: str) -> list[str]:
        return [one["letter"] for one in world.dlq("ls", "--json", *arguments).objects]

    assert listed("--reason", "invalid_field") == [rejected]
    assert listed("--key", "b", "--limit", "2") == failed[:2]
    assert listed("--since", "1h") == [rejected, *failed]
    assert listed("--until", "1h") == []
    assert listed(failed[2], rejected) == [rejected, failed[2]]
    assert listed("--state", "replayed") == []


def test_what_the_worker_would_refuse_again_is_not_sent_but_mended_or_sent_as_is(world: World, tmp_path: Path) -> None:
    place = world.park(BAD)
    file = tmp_path / "mend.py"
    file.write_text(MEND, encoding="utf-8")

    refused = world.dlq("replay", "--execute", "--json")
    mended = world.dlq("replay", "--execute", "--transform", str(file))

    (told,) = refused.objects
    assert (refused.code, told["letter"], told["verdict"], told["field"]) == (6, place, "refused", "/published")
    assert "--as-is" in told["fix"]
    assert mended.code == 0, mended.err
    assert [json.loads(one.value or b"") for one in world.replayed()] == [
        {"id": "belmore-2", "text": "A quiet day in Belmore."}
    ]


def test_an_error_of_the_transform_names_its_line_and_nothing_is_sent(world: World, tmp_path: Path) -> None:
    for payload in (GOOD, GOOD, b"no json"):
        world.park(payload, FAILED)
    file = tmp_path / "mend.py"
    file.write_text(MEND, encoding="utf-8")

    ended = world.dlq("replay", "--execute", "--transform", str(file))

    assert ended.code == 2
    assert f"{file}:5: JSONDecodeError" in ended.err
    assert "letter 0/2" in ended.err
    assert "Traceback" not in ended.err
    assert (world.replayed(), world.marks()) == ([], [])


def test_a_letter_that_came_back_too_often_is_refused(world: World) -> None:
    place = world.park(GOOD, FAILED, headers=(("nf-replays", b"3"),))

    refused, allowed = world.dlq("replay", "--execute"), world.dlq("replay", "--execute", "--max-replays", "4")

    assert refused.code == 6
    assert f"{place}: nf-replays: at most 3 replays" in refused.err
    assert allowed.code == 0
    assert [one.told("nf-replays") for one in world.replayed()] == [b"4"]


def test_a_pointer_is_followed_to_its_original_while_that_is_there(world: World) -> None:
    large = json.dumps({"id": "belmore-3", "text": "word " * 8_000}).encode()
    world.park(large, FAILED, key=b"belmore-3", headers=(("content-type", b"application/json"),), carried=16_384)
    gone = world.park(large, FAILED, carried=16_384, sent=False)

    ended = world.dlq("replay", "--execute", "--json")

    (article,) = world.replayed()
    assert (article.value, article.key) == (large, b"belmore-3")
    assert [name for name, _ in article.headers].count("content-type") == 1
    assert ended.code == 6
    refused = next(one for one in ended.objects if one["verdict"] == "refused")
    assert (refused["letter"], refused["field"]) == (gone, "pointer")
    assert "no longer at" in refused["rule"]


def test_a_pointer_to_another_record_than_it_was_is_refused(world: World) -> None:
    large = json.dumps({"id": "belmore-3", "text": "word " * 8_000}).encode()
    world.park(large, FAILED, carried=16_384)
    world.kafka.delete_topics(world.name(RAW))
    world.kafka.create_topics(world.name(RAW), partitions=2)
    world.park(GOOD, FAILED)

    ended = world.dlq("replay", "0/0", "--json")

    (refused,) = ended.objects
    assert (refused["verdict"], refused["field"]) == ("refused", "sha256")


def test_a_letter_that_the_topic_does_not_take_stays_and_the_others_go(kafka: Kafka, topic_prefix: str) -> None:
    world = World(kafka, f"dlq-{topic_prefix[-8:]}.", {"max.message.bytes": "20000"})
    large = json.dumps({"id": "belmore-4", "text": "".join(map(str, range(9_000)))}).encode()
    world.environment["NEWSFACTS_COMPRESSION"] = "none"
    place = world.park(large, FAILED, sent=False)
    for _ in range(2):
        world.park(GOOD, FAILED)

    ended = world.dlq("replay", "--execute", "--json")

    refused = [one for one in ended.objects if one["verdict"] == "refused"]
    assert (ended.code, [one["letter"] for one in refused]) == (6, [place])
    assert "max.message.bytes" in refused[0]["fix"]
    assert len(world.replayed()) == 2


def test_discard_needs_a_choice_a_reason_and_a_yes_and_can_be_taken_back(world: World) -> None:
    place = world.park(GOOD, FAILED)

    all_of_them, no_reason = world.dlq("discard", "--because", "x", "--yes"), world.dlq("discard", place, "--yes")
    listed = world.dlq("discard", place, "--because", "x")
    world.dlq("discard", place, "--because", "x", "--yes")
    left_alone, taken_back = world.dlq("replay", "--execute"), world.dlq("replay", "--execute", "--state", "discarded")

    assert (all_of_them.code, no_reason.code, listed.code) == (2, 2, 0)
    assert listed.out.startswith(place)
    assert "nothing was changed" in listed.err
    assert "sent 0 letters" in left_alone.err
    assert "sent 1 letters" in taken_back.err
    assert [one["state"] for one in world.marks()] == ["discarded", "replayed"]


def test_marks_of_an_earlier_topic_of_that_name_say_nothing_of_new_letters(world: World) -> None:
    world.dlq("discard", world.park(GOOD, FAILED), "--because", "x", "--yes")
    world.kafka.delete_topics(world.name(DLQ))
    world.kafka.create_topics(world.name(DLQ), partitions=2)
    again = world.park(GOOD, FAILED)

    assert [one["letter"] for one in world.dlq("ls", "--json").objects] == [again]


def test_marks_that_would_be_deleted_before_their_letters_are_none(world: World) -> None:
    world.park(GOOD, FAILED)
    world.kafka.delete_topics(world.name(MARKS))
    world.kafka.create_topics(world.name(MARKS), partitions=1)

    ended = world.dlq("replay", "--execute")

    assert (ended.code, world.replayed()) == (1, [])
    assert "cleanup.policy must be compact, it is delete" in ended.err


def test_letters_are_not_sent_to_a_topic_that_is_not_there(world: World) -> None:
    world.park(GOOD, FAILED)
    world.kafka.delete_topics(world.name(RAW))

    ended = world.dlq("replay", "--execute")

    assert ended.code == 1
    assert f"topic {world.name(RAW)} is not there" in ended.err
    assert world.marks() == []


def test_without_the_topic_of_marks_letters_can_be_read_but_not_replayed(world: World) -> None:
    world.park(GOOD, FAILED)
    world.kafka.delete_topics(world.name(MARKS))

    listed, replayed = world.dlq("ls", "--json"), world.dlq("replay", "--execute")

    assert (listed.code, len(listed.objects), "every letter counts as open" in listed.err) == (0, 1, True)
    assert (replayed.code, "newsfacts topics apply" in replayed.err) == (1, True)
