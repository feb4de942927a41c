"""Articles about invented people, as pages and agencies print them."""

import pytest

PAGE = """\
Oakville Herald logo
HomeNewsLocal
Getty images

Mayor Jane Roe Opens New Library With Her Daughter

Ann Example
Mar 04, 2021
10:20 P.M.

What a day! Mayor Jane Roe and her daughter, Lucy, opened the library, and hundreds came to see it.

Advertisement

A LIFE WITH BOOKS

Roe was born in Milltown in 1970. She studied law.

She wrote four novels, including:

- The River (1990)
- The Mill (1995)

Her husband, John Doe, teaches music.

Advertisement
Related posts
Library Opening: All You Need to Know
Copyright 2021 Oakville Herald
"""

GALLERY = """\
 date 2021-03-04 by Ann Example | Thu., Mar. 04, 2021 2:32 PM
Get the cake ready, because Lucy Roe turns 1 today!
The couple's daughter celebrated on Thursday with her family in Oakville.
Happy Birthday, Lucy!
In the first picture, Jane Roe and John Doe share their joy over their daughter.
Ann Poe/Getty Images
The newborn joins her mother on stage in Milltown in June 2020.
What a charming smile!
Jane Roe/Instagram
Just weeks after her birth, Lucy meets her great-grandmother.
Lucy spends some time with her dad.
Instagram / Jane Roe
Jane holds Lucy's hand on a walk.
"""


@pytest.fixture
def page() -> str:
    """A web page's text: headline, byline, dateline on lines of their own, crossheads, adverts, a list, a foot."""
    return PAGE


@pytest.fixture
def gallery() -> str:
    """A corpus text: date, byline and dateline on one line, no headline, captions with credits between them."""
    return GALLERY
