"""What a line is by its own wording."""

import pytest

from worker.pipeline.clean.layout import Line
from worker.pipeline.clean.wording import look

LINES = {
    "prose": [
        "Jane Roe was born in Oakville in 1950.",
        "She attended Example College.",
        "\u201cNo,\u201d he said.",
        "He told Reuters that subscribers had left.",
        '"Please sign up for our newsletter," the mayor joked on Monday.',
        "Correction officers went on strike in Oakville, the union said.",
        "The company changed its privacy policy last year.",
        "The book was originally published in 1990.",
        "The suspect was named by the Associated Press.",
        "Photographers gathered outside the house on Monday.",
        "Share prices fell on Friday.",
        "Follow-up tests were negative, the hospital said.",
        "Related charges were dropped in May.",
        "More than 40 people died.",
        "John Q. Doe, 89, of Oakville, died Sunday, May 5, 2019, at Mercy Hospital.",
        "Services: 10 a.m. Thursday at St. Mary Church.",
        "She was elected on Tuesday. She beat John Doe. She was born in Leeds. Copyright 2021 Oakville Herald.",
        "Then she told the council what she meant:",
        "Visitors can subscribe to the service for $10 a month.",
    ],
    "open": [
        "Mayor quits after inquiry",
        "A LIFE IN MUSIC",
        "Oakville Rovers 3-1 Milltown",
        "Early life",
        "MagSafe for iPhone",
        "- The River (1960)",
    ],
    "ad": ["Advertisement", "ADVERTISEMENT", "Story continues below advertisement", "Sponsored content"],
    "credit": [
        "Getty Images",
        "Getty images",
        "Jane Roe/AP",
        "Instagram / Jane Roe",
        "Jane Roe via Reuters",
        "(Photo by Jane Roe)",
        "Image credit: Acme",
        "Jane Roe/Oakville Herald",
        "Jane Roe leaves the court on Monday. (AP Photo/John Doe)",
        "Jane Roe with her dog | Source: Instagram/janeroe",
    ],
    "navigation": [
        "HomeNewsLocal",
        "Home > News > Local",
        "Home \u00bb Sport \u00bb Football",
        "Skip to main content",
        "Menu",
        "3 of 25",
        "Privacy Policy",
    ],
    "related": [
        "Related posts",
        "RELATED ARTICLES",
        "Read more",
        "You may also like",
        "More from Sport",
        "Most read",
        "READ MORE: Mayor quits",
        "Editor\u2019s Picks",
    ],
    "byline": ["By Jane Roe", "(Reporting by Jane Roe; Editing by John Doe)"],
    "dateline": ["March 4, 2021", "10:20 P.M.", "Updated 2:32 PM ET, Thu March 4, 2021"],
    "other": [
        "Oakville Herald logo",
        "logo",
        "Share on Facebook",
        "Facebook",
        "24 shares",
        "Leave a comment",
        "Sign up for our newsletter and get the news in your inbox.",
        "We use cookies to make this site work.",
        "Copyright 2021 Oakville Herald. All rights reserved.",
        "\u00a9 2021 Oakville Herald",
        "Tags: mayor, inquiry, Oakville",
        "#mayor #oakville",
        "Follow us on Twitter",
        "This story was originally published on March 4, 2021.",
        "* * *",
        "\u2014 Jane Roe (@janeroe) March 4, 2021",
    ],
}


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in LINES.items() for line in lines])
def test_a_line_is_known_by_its_wording(kind: str, line: str) -> None:
    assert look(Line(line, gap=False)).kind == kind


@pytest.mark.parametrize(
    "line",
    [
        "Jane Roe is a reporter covering courts for the Oakville Herald.",
        "You can reach her at jane.roe@example.org.",
        "She writes about food.",
    ],
)
def test_a_line_on_the_author_is_marked(line: str) -> None:
    assert look(Line(line, gap=False)).bio


def test_a_line_on_a_past_post_is_not_marked() -> None:
    assert not look(Line("Roe was a reporter for the Oakville Herald before she entered politics.", gap=False)).bio
