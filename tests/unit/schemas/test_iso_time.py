"""ISO 8601 as producers write it."""

from datetime import UTC, datetime

import pytest

from schemas.iso_time import instant, parse_iso


@pytest.mark.parametrize(
    ("told", "local", "offset", "precision"),
    [
        ("2019", "2019", None, "year"),
        ("2019-05", "2019-05", None, "month"),
        ("2019-05-16", "2019-05-16", None, "day"),
        ("20190516", "2019-05-16", None, "day"),
        ("2019-05-16T14:32", "2019-05-16T14:32", None, "minute"),
        ("2019-05-16 14:32:05", "2019-05-16T14:32:05", None, "second"),
        ("2019-05-16T14:32:05.123Z", "2019-05-16T14:32:05", "Z", "second"),
        ("20190516T143205+0200", "2019-05-16T14:32:05", "+02:00", "second"),
        ("2019-05-16T14:32+02", "2019-05-16T14:32", "+02:00", "minute"),
        ("2019-05-16T14:32:00+00:00", "2019-05-16T14:32:00", "Z", "second"),
        ("2019-05-16T14:32:00-00:00", "2019-05-16T14:32:00", None, "second"),
        (" 2019-05-16T14:32 -0330 ", "2019-05-16T14:32", "-03:30", "minute"),
    ],
)
def test_a_date_or_time_is_read_to_its_own_precision(
    told: str, local: str, offset: str | None, precision: str
) -> None:
    assert parse_iso(told) == (local, offset, precision)


@pytest.mark.parametrize(
    "told",
    [
        *("", "May 16, 2019", "16.05.2019", "201905", "2019-0516", "2019-02-30", "2019-13-01", "0000-01-01"),
        *("2019-05-16T25:00", "2019-05-16T14:60", "2019-05-16T14", "2019-05T14:32", "2019-05-16T14:32+15:00"),
        *(
            "2019-05-16T14:32+02:60",
            "1558017120",
            "2019-05-16T14:32 CET",
            "\u0662\u0660\u0661\u0669",
            "2019\x00",
        ),
    ],
)
def test_anything_else_is_a_value_error(told: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        parse_iso(told)


@pytest.mark.parametrize(
    "told",
    [
        "2019",
        "2019-05",
        "2019-05-16",
        "2019-05-16T14:32",
        "2019-05-16T14:32:05Z",
        "2019-05-16T14:32:05+02:00",
    ],
)
def test_the_normal_form_is_read_as_itself(told: str) -> None:
    assert str(parse_iso(told)) == told


def test_instants_compare_across_offsets_and_fractions() -> None:
    assert instant("2019-05-16T14:32:00+02:00") == datetime(2019, 5, 16, 12, 32, tzinfo=UTC)
    assert instant("2019-05-16T12:32:00.5Z") > instant("2019-05-16T14:32:00.25+02:00")
    assert instant("2019") < instant("2019-01-02")
