"""Fuzzes cleaning: blocks lie in the text, in order, and cover it; what is clean stays as it is."""

import atheris

with atheris.instrument_imports(include=["worker.pipeline.clean"]):
    from schemas.article import RawArticle
    from tests.hostile.fuzzing import fuzz, page, prose
    from worker.pipeline.clean import clean
    from worker.pipeline.errors import ArticleRejected, RejectReason
    from worker.pipeline.values import CleanArticle


def _cleaned(article: RawArticle) -> CleanArticle | None:
    try:
        return clean(article)
    except ArticleRejected as refusal:
        if refusal.reason is not RejectReason.NO_TEXT:
            raise
        return None


def one(data: bytes) -> None:
    first, rest = data[:1], data[1:]
    html = first > b"\x80"
    raw = (page if html else prose)(rest).replace("\x00", "")
    if not raw.strip():
        return
    article = _cleaned(RawArticle(html=raw) if html else RawArticle(text=raw))
    if article is None:
        return
    at = 0
    for block in article.blocks:
        assert at <= block.span.start < block.span.end <= len(article.text)
        assert not article.text[at : block.span.start].strip()
        at = block.span.end
    assert not article.text[at:].strip()
    if not html:
        again = _cleaned(RawArticle(text=article.text))
        assert again is not None
        assert again.text == article.text


if __name__ == "__main__":
    fuzz(one)
