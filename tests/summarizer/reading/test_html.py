"""An article comes out of every portal's page as it stands in the plain text."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import document_fromstring

from bot.render.contract import to_json
from summarizer.digest import make_digest
from summarizer.model import Article
from summarizer.reading.errors import ReadingError
from summarizer.reading.html import NotAnArticleError, read_html
from summarizer.reading.page_parts import find_body
from summarizer.reading.text import read_text
from tests.portals import PORTALS, Page, page_of
from tests.quality.score import score_article
from tests.quality.tally import PRF, Figures, Tally

GOLD = sorted(Path("tests/gold").glob("dev-*.json"))
portals = pytest.mark.parametrize("portal", PORTALS)


@cache
def plain(path: Path) -> Article:
    gold = json.loads(path.read_text(encoding="utf-8"))
    published = gold["source"]["published"]
    text = path.with_suffix(".txt").read_bytes().decode()
    return read_text(text, published=published and date.fromisoformat(published))


@cache
def page(path: Path) -> Page:
    return page_of(plain(path))


@cache
def pressed(path: Path, portal: str) -> Article:
    """The article read back from a portal's page."""
    return read_html(PORTALS[portal](page(path)))


def lines_of(article: Article, kind: str) -> list[str]:
    return [article.quote(block.span) for block in article.blocks if block.kind == kind]


@portals
def test_headline_sapo_and_byline_are_found(portal: str) -> None:
    for path in GOLD:
        article, printed = pressed(path, portal), page(path)
        assert lines_of(article, "title") == [printed.title], path.stem
        assert (article.author.text if article.author else None) == printed.author, path.stem
        lead = lines_of(article, "lead") or lines_of(article, "body")[:1]
        assert lead == [printed.sapo], path.stem


@portals
def test_captions_are_told_apart(portal: str) -> None:
    hits = printed = found = 0
    for path in GOLD:
        captions = [words for kind, words in page(path).parts if kind == "caption"]
        read = lines_of(pressed(path, portal), "caption")
        hits += sum(caption in read for caption in captions)
        printed, found = printed + len(captions), found + len(read)
    assert hits >= printed * 0.95
    assert found <= hits * 1.05


@portals
def test_no_wrong_day_is_taken_for_the_day_of_publication(portal: str) -> None:
    days = [(pressed(path, portal).published, page(path).published) for path in GOLD]
    assert [day for day in days if day[0] not in {day[1], None}] == []
    assert sum(day[0] == day[1] for day in days) >= len(days) - 2


@portals
def test_nothing_that_stands_around_the_article_gets_into_its_news(portal: str) -> None:
    for path in GOLD:
        article = pressed(path, portal)
        told = "\n".join(line for kind in ("lead", "body") for line in lines_of(article, kind))
        for trap in ("Vũ Công Hậu", "Hoàng Bá Lập", "Đỗ Trí Viễn", "123/GP", "23/11/2026"):
            assert trap not in told, path.stem


@portals
def test_every_paragraph_of_the_news_is_there_once_in_order(portal: str) -> None:
    for path in GOLD:
        body = [words for kind, words in page(path).parts if kind == "body"]
        read = [words for words in lines_of(pressed(path, portal), "body") if words in body]
        assert read == body, path.stem


def figures_of(portal: str | None) -> Figures:
    tally = Tally()
    for path in GOLD:
        gold = json.loads(path.read_text(encoding="utf-8"))
        article = plain(path)
        if portal:
            shown = pressed(path, portal)
            gold = moved(gold, article.text, shown.text)
            article = read_text(shown.text, published=article.published)
            article = shown if shown.published else article
        score_article(gold, to_json(make_digest(article)), article.text, tally)
    return tally.figures()


def moved(gold: dict[str, object], plain_text: str, page_text: str) -> dict[str, object]:
    """The gold of one article with its spans moved to where the page's text has the words."""
    starts: list[tuple[int, int]] = []
    reached = 0
    offset = 0
    for line in plain_text.split("\n"):
        at = page_text.find(line, reached) if line.strip() else -1
        if at >= 0:
            starts.append((offset, at))
            reached = at + len(line)
        offset += len(line) + 1

    def move(value: object) -> object:
        match value:
            case {"span": [int(start), int(end)], **others}:
                base, at = max((pair for pair in starts if pair[0] <= start), default=(0, 0))
                span = [start - base + at, end - base + at]
                return {**{key: move(item) for key, item in others.items()}, "span": span}
            case dict():
                return {key: move(item) for key, item in value.items()}
            case list():
                return [move(item) for item in value]
        return value

    result = move(deepcopy(gold))
    assert isinstance(result, dict)
    return result


@cache
def plain_figures() -> Figures:
    return figures_of(None)


@portals
def test_every_aspect_is_found_as_well_as_in_plain_text(portal: str) -> None:
    found = figures_of(portal)
    for measure in (f"{name}.f1" for name in PRF):
        expected = plain_figures()[measure]
        assert (found[measure] or 0) >= (expected or 0) - 0.02, measure


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<html></html>",
        "<!-- nothing -->",
        "<html><body><form><input name='user'></form></body></html>",
        "<ul>"
        + "<li><a href='/x'>Đồng chí Bí thư Huyện ủy tiếp công dân định kỳ</a></li>" * 40
        + "</ul>",
    ],
    ids=["empty", "bare", "comment", "login", "links"],
)
def test_a_page_without_an_article_says_so(page: str) -> None:
    with pytest.raises(NotAnArticleError):
        read_html(page)


LINKED = '<script type="application/ld+json">%s</script>'
TIME = "article:published_time"
BODY = "<p>Sáng nay, Huyện ủy Sông Lam tổ chức hội nghị sơ kết công tác quý III. " * 4 + "</p>"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (f'<meta property="{TIME}" content="2022-05-19T14:05:00+07:00">', "2022-05-19"),
        (f'<meta property="{TIME}" content="2022-05-18T20:05:00Z">', "2022-05-19"),
        ('<meta itemprop="datePublished" content="2022-05-19">', "2022-05-19"),
        ('<meta name="pubdate" content="05/06/2022 14:05">', None),
        (f'<meta property="{TIME}" content="2022-13-45">', None),
        ('<meta property="article:modified_time" content="2022-05-20T14:05:00+07:00">', None),
        (f'<meta property="{TIME}" content="2031-01-01">', None),
        (LINKED % '[{"@type": "NewsArticle", "datePublished": "2022-05-19"}]', "2022-05-19"),
        (LINKED % '{"@type": "Event", "datePublished": "2022-05-19"}', None),
        (LINKED % '{"@type": "NewsArticle", ', None),
    ],
)  # fmt: skip
def test_the_day_of_publication_stands_in_the_head(head: str, day: str | None) -> None:
    page = f"<html><head>{head}</head><body><h1>Huyện ủy họp</h1>{BODY}</body></html>"
    found = read_html(page, received=date(2026, 11, 23)).published
    assert found == (day and date.fromisoformat(day))


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Thứ Năm, 19/05/2022 | 14:05 GMT+7", date(2022, 5, 19)),
        ("Ngày đăng: 19-5-2022 14:05 - Lượt xem: 1.485", date(2022, 5, 19)),
        ("Cập nhật lúc 14:05, ngày 19/5/2022 (GMT+7)", date(2022, 5, 19)),
        ("10 giờ trước", None),
        ("Lượt xem: 11485", None),
        ("Hà Nội, ngày 19 tháng 5 năm 2022", None),
        ("Quyết định số 15/QĐ-UBND ngày 19/5/2022", None),
        ("Thứ Năm, 39/05/2022", None),
    ],
)
def test_the_day_of_publication_stands_under_the_headline(line: str, day: date | None) -> None:
    page = f"<html><body><h1>Huyện ủy họp</h1><p>{line}</p><div>{BODY}</div></body></html>"
    assert read_html(page).published == day


def test_a_page_that_is_drawn_by_a_program_is_read_from_its_linked_data() -> None:
    news = "Sáng nay, Huyện ủy Sông Lam họp sơ kết quý III.\nĐồng chí Bí thư chủ trì hội nghị. " * 3
    linked = {"@type": "NewsArticle", "headline": "Huyện ủy họp", "articleBody": news}
    page = (
        f"<html><head>{LINKED % json.dumps(linked)}</head><body><div id=root></div></body></html>"
    )
    article = read_html(page)
    assert lines_of(article, "title") == ["Huyện ủy họp"]
    assert len(article.blocks) == 5


def test_columns_that_no_mark_tells_apart_are_left_to_the_general_extractor() -> None:
    comments = "<p>Bà con mong cấp trên sớm về xem xét cho dân đỡ khổ hơn nữa nhé.</p>" * 6
    page = f"<h1>Huyện ủy họp</h1><div>{BODY}</div><div>{comments}</div>"
    assert find_body(document_fromstring(page)) is None
    assert "Huyện ủy Sông Lam tổ chức hội nghị" in read_html(page).text


def test_a_page_that_lists_news_is_no_article() -> None:
    teaser = "<div><h3><a href='/x'>{}</a></h3><p>{} để sơ kết công tác quý III.</p></div>"
    teasers = "".join(teaser.format(words, words) for words in ("Huyện ủy họp bàn",) * 12)
    with pytest.raises(NotAnArticleError):
        read_html(f"<h1>Tin tức</h1><div class=list>{teasers}</div>")


def test_a_byline_may_be_a_link() -> None:
    byline = "<p><a href='/tac-gia'>Hoài Thu</a></p>"
    article = read_html(f"<h1>Huyện ủy họp</h1><div>{BODY}{byline}</div>")
    assert article.author
    assert article.author.text == "Hoài Thu"


def test_links_to_other_news_inside_the_text_are_left_out() -> None:
    link = "<p><a href='/x'>Thủ tướng yêu cầu các tỉnh báo cáo trước ngày 15/5.</a></p>"
    assert "Thủ tướng" not in read_html(f"<h1>Huyện ủy họp</h1>{BODY}{link}{BODY}").text


def test_what_is_given_goes_before_what_the_page_says() -> None:
    page = f'<meta property="og:site_name" content="Báo Sông Lam"><h1>Huyện ủy họp</h1>{BODY}'
    article = read_html(page, published=date(2020, 1, 2), url="https://baosonglam.vn/1")
    assert (article.published, article.url) == (date(2020, 1, 2), "https://baosonglam.vn/1")
    assert article.site == "Báo Sông Lam"


def test_bytes_are_read_in_the_coding_they_have() -> None:
    page = f"<html><body><h1>Huyện ủy họp</h1>{BODY}</body></html>"
    assert read_html(page.encode("utf-16")).text == read_html(page).text


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<div class='sapo'>", "</div>", "<table>", "<td>", "<br>", "<img>",
             "<h1>", "<figcaption>", "<!--", "<b", "&#0;", "\ufeff", "Ảnh: ", "19/05/2022 ", BODY]
        )
        | st.text(max_size=20),
        max_size=25,
    )
)  # fmt: skip
def test_whatever_the_page_it_is_an_article_or_none(parts: list[str]) -> None:
    try:
        article = read_html("".join(parts))
    except ReadingError:
        return
    for block in article.blocks:
        assert article.quote(block.span).strip()


def test_elements_nested_without_end_end_in_an_answer() -> None:
    assert "Sông Lam" in read_html("<div>" * 200 + BODY + "</div>" * 200).text
    with pytest.raises(NotAnArticleError):
        read_html("<div>" * 5000 + BODY)
