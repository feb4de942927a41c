"""Photo credits and captions."""

import pytest

from worker.pipeline.clean.photos import credit_of


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Jane Roe/Getty Images", "Jane Roe/Getty Images"),
        ("(Jane Roe/Oakville Herald)", "Jane Roe/Oakville Herald"),
        ("Photo by Jane Roe", "Photo by Jane Roe"),
        ("Jane Roe leaves the court on Monday. (AP Photo/John Doe)", "AP Photo/John Doe"),
        ("Jane Roe at the gala | Photo: Getty Images", "Photo: Getty Images"),
        ("The mill burned down. Jane Roe/Oakville Herald", "Jane Roe/Oakville Herald"),
    ],
)
def test_the_credit_is_told_from_its_caption(line: str, credit: str) -> None:
    assert credit_of(line) == credit
