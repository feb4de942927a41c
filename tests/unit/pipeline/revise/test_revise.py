"""What a version of a document publishes (design/contract.md, "Corrections")."""

from collections.abc import Callable, Iterable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.codec import decode, encode
from schemas.fact import FactEvent
from schemas.state import DocumentState
from worker.pipeline.outcome import Extracted
from worker.pipeline.revise import Revision, revise

FactMaker = Callable[..., FactEvent]
OutcomeMaker = Callable[..., Extracted]
Versions = Sequence[tuple[int, Sequence[tuple[str, float]], str]]  # version, (fact, confidence)s, pub_status


def told(revision: Revision) -> list[tuple[str, str, int, str | None]]:
    return [
        (str(getattr(e.object, "value", "")), e.op, e.revision, e.retract_reason) for e in revision.events
    ]


def after(*outcomes: Extracted) -> DocumentState:
    state, _ = follow(None, outcomes)
    assert state is not None
    return state


def follow(
    state: DocumentState | None, outcomes: Iterable[Extracted]
) -> tuple[DocumentState | None, list[Revision]]:
    """Revise one outcome after the other, with the state carried as the store carries it: in bytes."""
    revisions = []
    for outcome in outcomes:
        revisions.append(revise(state, outcome))
        changed = revisions[-1].state
        state = state if changed is None else decode(DocumentState, encode(changed))
    return state, revisions


def test_a_new_document_asserts_its_facts(fact: FactMaker, outcome: OutcomeMaker) -> None:
    revision = revise(None, outcome("one", [fact("a"), fact("b")]))

    assert told(revision) == [("a", "assert", 1, None), ("b", "assert", 1, None)]
    assert (revision.kind, revision.lookup) == ("published", "new")


def test_a_new_document_without_facts_tells_what_was_read(outcome: OutcomeMaker) -> None:
    revision = revise(None, outcome("one"))

    assert (revision.kind, revision.events) == ("no_facts", ())
    assert revision.article is not None
    assert revision.state is not None


def test_an_unchanged_redelivery_publishes_nothing(fact: FactMaker, outcome: OutcomeMaker) -> None:
    revision = revise(after(outcome("one", [fact("a")])), outcome("one", [fact("a")]))

    assert revision == Revision("duplicate", "unchanged")


def test_new_content_asserts_amends_and_retracts_the_difference(
    fact: FactMaker, outcome: OutcomeMaker
) -> None:
    known = after(outcome("one", [fact("same"), fact("changed"), fact("gone")]))

    revision = revise(known, outcome("two", [fact("new"), fact("same"), fact("changed", confidence=0.5)]))

    assert told(revision) == [
        ("gone", "retract", 2, "no_longer_stated"),
        ("new", "assert", 2, None),
        ("changed", "amend", 2, None),
    ]
    assert (revision.kind, revision.lookup) == ("published", "changed")


def test_other_words_for_the_same_facts_only_tell_the_article(fact: FactMaker, outcome: OutcomeMaker) -> None:
    revision = revise(after(outcome("one", [fact("a")])), outcome("two", [fact("a")]))

    assert (revision.kind, revision.lookup, revision.events) == ("published", "changed", ())
    assert revision.article is not None


def test_events_and_article_name_the_revision_of_the_document(fact: FactMaker, outcome: OutcomeMaker) -> None:
    revision = revise(after(outcome("one", [fact("gone")])), outcome("two", [fact("new")]))

    assert [event.document.revision for event in revision.events] == [2, 2]
    assert revision.article is not None
    assert revision.article.document.revision == 2


def test_a_fact_that_stays_keeps_the_revision_in_which_it_was_said(
    fact: FactMaker, outcome: OutcomeMaker
) -> None:
    state = after(outcome("one", [fact("a")]), outcome("two", [fact("a")]), outcome("three", [fact("a")]))

    assert (state.revision, state.facts[0].revision) == (3, 1)


def test_a_retraction_reads_by_itself(fact: FactMaker, outcome: OutcomeMaker) -> None:
    stated = fact("gone", sensitivity=("crime",), status="denied", polarity="negative")

    (event,) = revise(after(outcome("one", [stated])), outcome("two")).events

    repeated = ("fact_id", "fact_key", "subject", "predicate", "object", "status", "polarity", "sensitivity")
    assert {name: getattr(event, name) for name in repeated} == {
        name: getattr(stated, name) for name in repeated
    }
    assert event.evidence == ()
    assert event.document.content_sha256 == outcome("two").article.document.content_sha256


@pytest.mark.parametrize(
    ("version", "known"), [("2", "10"), ("2024-03-01", "2024-03-02T08:00:00Z")], ids=["number", "time"]
)
def test_an_older_version_changes_nothing(
    fact: FactMaker, outcome: OutcomeMaker, version: str, known: str
) -> None:
    state = after(outcome("one", [fact("a")], version=known))

    assert revise(state, outcome("two", [fact("b")], version=version)) == Revision("stale", "stale")


def test_a_withdrawal_that_is_older_than_what_is_known_changes_nothing(
    fact: FactMaker, outcome: OutcomeMaker
) -> None:
    state = after(outcome("one", [fact("a")], version="3"))

    assert revise(state, outcome("", pub_status="canceled", version="2")).kind == "stale"


def test_a_duplicate_with_a_newer_version_makes_what_lies_between_stale(
    fact: FactMaker, outcome: OutcomeMaker
) -> None:
    _, revisions = follow(
        None,
        [
            outcome("one", [fact("a")], version="1"),
            outcome("one", [fact("a")], version="3"),
            outcome("two", [fact("b")], version="2"),
        ],
    )

    assert [revision.kind for revision in revisions] == ["published", "duplicate", "stale"]


def test_a_duplicate_that_is_the_first_to_tell_a_version_is_remembered(outcome: OutcomeMaker) -> None:
    state = after(outcome("one"), outcome("one", version="5"))

    assert revise(state, outcome("two", version="4")).kind == "stale"


def test_a_version_is_not_forgotten_over_an_unversioned_one(fact: FactMaker, outcome: OutcomeMaker) -> None:
    state = after(outcome("one", version="5"), outcome("two", [fact("a")]))

    assert revise(state, outcome("three", version="4")).kind == "stale"


@pytest.mark.parametrize(("status", "reason"), [("canceled", "canceled"), ("withheld", "withdrawn")])
def test_a_withdrawal_retracts_all_and_tells_nothing_of_the_article(
    fact: FactMaker, outcome: OutcomeMaker, status: str, reason: str
) -> None:
    known = after(outcome("one", [fact("a"), fact("b")]))

    revision = revise(known, outcome("one", [fact("a"), fact("c")], pub_status=status))

    assert told(revision) == [("a", "retract", 2, reason), ("b", "retract", 2, reason)]
    assert revision.article is None
    assert revision.state is not None
    assert (revision.state.facts, revision.state.pub_status) == ((), status)


def test_a_withdrawal_of_what_was_never_seen_is_only_remembered(outcome: OutcomeMaker) -> None:
    revision = revise(None, outcome("", pub_status="canceled", version="2"))

    assert (revision.kind, revision.events, revision.article) == ("no_facts", (), None)
    assert revise(revision.state, outcome("late", version="1")).kind == "stale"


def test_what_is_withdrawn_and_stated_again_has_a_higher_revision(
    fact: FactMaker, outcome: OutcomeMaker
) -> None:
    first = outcome("one", [fact("a")])

    _, revisions = follow(None, [first, outcome("", pub_status="canceled"), first])

    assert [told(revision)[0][1:3] for revision in revisions] == [
        ("assert", 1),
        ("retract", 2),
        ("assert", 3),
    ]


def test_two_facts_of_one_id_are_one(fact: FactMaker, outcome: OutcomeMaker) -> None:
    revision = revise(None, outcome("one", [fact("a", confidence=0.1), fact("a", confidence=0.9)]))

    assert [event.confidence for event in revision.events] == [0.9]


# ------------------------------------------------------------------------------------------ properties

VERSIONS = st.lists(
    st.tuples(
        st.integers(1, 9),  # version
        st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from([0.5, 0.9])), max_size=4),  # facts
        st.sampled_from(["usable", "usable", "usable", "canceled", "withheld"]),
    ),
    min_size=1,
    max_size=8,
)


def drawn(
    versions: Versions,
    fact: FactMaker,
    outcome: OutcomeMaker,
    *,
    versioned: bool,
) -> list[Extracted]:
    """Content follows from version and facts, as a real article's facts follow from its content."""
    return [
        outcome(
            f"{number}{facts}",
            [fact(name, confidence=confidence) for name, confidence in facts],
            pub_status=status,
            version=str(number) if versioned else None,
        )
        for number, facts, status in versions
    ]


def replayed(revisions: Iterable[Revision]) -> dict[str, tuple[str, float]]:
    """A consumer's view: assert adds, amend replaces, retract removes; anything else is a broken stream."""
    view: dict[str, tuple[str, float]] = {}
    for event in (event for revision in revisions for event in revision.events):
        assert (event.op == "assert") == (event.fact_id not in view), "an assertion is of the unknown only"
        if event.op == "retract":
            del view[event.fact_id]
        else:
            view[event.fact_id] = (str(getattr(event.object, "value", "")), event.confidence)
    return view


def expected(outcome: Extracted) -> dict[str, tuple[str, float]]:
    facts = outcome.facts if outcome.pub_status == "usable" else ()
    return {f.fact_id: (str(getattr(f.object, "value", "")), f.confidence) for f in facts}


@given(versions=VERSIONS)
def test_a_consumer_holds_the_facts_of_the_newest_version(
    versions: Versions, fact: FactMaker, outcome: OutcomeMaker
) -> None:
    outcomes = drawn(versions, fact, outcome, versioned=True)

    _, revisions = follow(None, outcomes)

    newest = max(outcomes, key=lambda one: int(one.version or 0))
    last_of_newest = [one for one in outcomes if one.version == newest.version][-1]
    assert replayed(revisions) == expected(last_of_newest)


@given(versions=VERSIONS)
def test_a_consumer_of_unversioned_articles_holds_the_facts_of_the_last(
    versions: Versions, fact: FactMaker, outcome: OutcomeMaker
) -> None:
    outcomes = drawn(versions, fact, outcome, versioned=False)

    _, revisions = follow(None, outcomes)

    assert replayed(revisions) == expected(outcomes[-1])


@given(versions=VERSIONS)
def test_the_same_versions_once_more_publish_nothing(
    versions: Versions, fact: FactMaker, outcome: OutcomeMaker
) -> None:
    one_each = {version[0]: version for version in versions}
    outcomes = drawn([*one_each.values()], fact, outcome, versioned=True)
    state, _ = follow(None, outcomes)

    again, revisions = follow(state, outcomes)

    assert again == state
    assert all(not revision.events and revision.article is None for revision in revisions)


@given(versions=VERSIONS)
def test_every_event_of_a_fact_has_a_higher_revision_than_the_one_before(
    versions: Versions, fact: FactMaker, outcome: OutcomeMaker
) -> None:
    _, revisions = follow(None, drawn(versions, fact, outcome, versioned=False))

    last: dict[str, int] = {}
    for event in (event for revision in revisions for event in revision.events):
        assert event.revision > last.get(event.fact_id, 0)
        last[event.fact_id] = event.revision
