"""HTML to plain lines."""

import time

import pytest

from worker.pipeline.clean.markup import read_page

STORY = "".join(
    f"<p>{text}</p>"
    for text in (
        "Mayor <b>Jane Roe</b> opened the library on <a href='/main'>Main Street</a> on Monday, and many came.",
        "The building cost $3 million and took two years to build, the city said in a statement on Monday morning.",
        "Her deputy, John Doe, said that the old library had been too small since the 1970s, when the mill closed.",
        "It holds 40,000 books, and it will stay open until 9 p.m. on Thursdays so that workers can come as well.",
        "The mill's last owner, Ann Poe, gave the land to the city in 1998 on the condition that it be a library.",
    )
)


def texts(html: str, *, chosen: bool = False) -> list[str]:
    """The lines of a page; with `chosen` those alone that the extractor takes."""
    page = read_page(html)
    return [line.text for i, line in enumerate(page.lines) if not chosen or (page.chosen and page.chosen[i])]


def test_paragraphs_are_chosen_and_menus_are_not() -> None:
    menu = "<nav><a>Home</a><a>News</a></nav>"
    page = f"<html><body>{menu}<article><h1>Library opens</h1>{STORY}</article></body></html>"
    lines = texts(page, chosen=True)
    assert "Mayor Jane Roe opened the library on Main Street on Monday, and many came." in lines
    assert "HomeNews" in texts(page)
    assert "HomeNews" not in lines


def test_a_page_too_small_for_a_main_part_is_read_whole() -> None:
    page = "<h1>News</h1><p>Jane <b>Roe</b>, who died on Monday, was 90.<p>She lived in <i>Leeds</i>.<script>"
    assert texts(page) == ["News", "Jane Roe, who died on Monday, was 90.", "She lived in Leeds."]
    assert read_page(page).chosen is None


def test_the_items_of_a_list_are_marked() -> None:
    items = "<ul><li>The River and the Sea</li></ul>"
    assert "- The River and the Sea" in texts(f"<html><body><article>{STORY}{items}</article></body></html>")
    assert "- The River and the Sea" in texts(f"<html><body>{items}</body></html>")


def test_a_menus_items_are_not_marked() -> None:
    menu = "<nav class='menu'><ul><li><a href='/'>Front page</a></li><li><a href='/s'>Sport</a></li></ul></nav>"
    assert "Front page" in texts(f"<html><body>{menu}<article>{STORY * 2}</article></body></html>")


def test_a_line_broken_by_its_markup_elsewhere_is_still_chosen() -> None:
    odd = "<div>The opening cost <span>nothing</span>, said <i>Jane Roe</i>, since the town gave all of it.</div>"
    page = f"<html><body><article>{STORY}{odd}</article></body></html>"
    assert any(line.startswith("The opening cost nothing, said Jane Roe,") for line in texts(page, chosen=True))


@pytest.mark.parametrize("page", ["", "   ", "<!-- -->", "<", "<html></html>"])
def test_a_page_without_text_gives_none(page: str) -> None:
    assert texts(page) in ([], ["<"])


def test_a_tags_first_attributes_are_enough() -> None:
    crowd = " ".join(f'a{at}="{at} > {at}"' for at in range(50_000))
    first, *_ = texts(f"<p class='lead' {crowd}>Jane Roe opened the library.</p>{STORY}")
    assert first == "Jane Roe opened the library."


def test_attributes_of_an_ordinary_page_are_left_alone() -> None:
    data = " ".join(f"data-{at}='x y z'" for at in range(200))
    page = f"<html><head><meta {data} property='og:title' content='Library opens'></head><body>{STORY}</body></html>"
    assert read_page(page).metadata.title == "Library opens"


def test_a_page_of_too_many_elements_is_read_whole() -> None:
    page = read_page(f"<html><body><nav>Home</nav><article>{STORY}</article>{'<br>' * 30_001}</body></html>")
    assert page.chosen is None
    assert [line.text for line in page.lines][:2] == ["Home", texts(STORY)[0]]


BOMBS = {
    "comments": "<!--",
    "open tags": "<a ",
    "attributes": "<p a=1 ",
    "deep divs": "<div>",
    "tables": "<table><tr><td>",
    "formatting": "<b><i>",
    "entities": "&amp",
    "end tags": "</p>",
    "cdata": "<![CDATA[",
    "processing instructions": "<?x ",
    "scripts": "<script>",
    "less-than": "<",
}


@pytest.mark.parametrize("piece", BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_of_300_kb_is_read_in_seconds(piece: str) -> None:
    start = time.process_time()
    read_page(f"<html><body>{piece * (300_000 // len(piece))}{STORY}</body></html>")
    assert time.process_time() - start < 10  # stdlib html.parser: over 20 s for 100 kB of some
