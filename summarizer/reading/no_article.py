"""Tell why a page holds no article, from what it says itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from summarizer.folding import fold
from summarizer.reading.errors import (
    GonePageError,
    LoginPageError,
    NeedsBrowserError,
    NotAnArticleError,
    PaywalledError,
    VideoPageError,
)

_LOOKED_AT = 20_000  # letters of a page: a notice stands at its top
_LEAST_LINKS = 5
_SHELL = 200
_SHOWN = "//text()[not(ancestor::script or ancestor::style or ancestor::template)]"
_TITLES = "//title | //h1"
_PASSWORD = "//input[translate(@type, 'PASWORD', 'pasword')='password']"  # noqa: S105 (an XPath)
_VIDEO = "//video | //iframe[contains(@src, 'youtu')] | //meta[@property='og:video']"
_ROBOT_CHECK = re.compile(
    r"just a moment|attention required|checking your browser"
    r"|verify (?:that )?you are (?:a )?human|enable javascript|bật javascript"
    r"|kích hoạt javascript|không phải (?:là )?(?:robot|người máy)"
)
_GONE = re.compile(
    r"(?:trang|bài viết|nội dung|đường dẫn)[^.]{0,40}"
    r"(?:không tồn tại|không tìm thấy|đã bị (?:xóa|gỡ))"
    r"|không tìm thấy (?:trang|bài viết|nội dung|đường dẫn)|lỗi 404|404 not found|page not found"
)
_PAYWALL = re.compile(
    r"(?:để đọc tiếp|đọc tiếp bài|đọc toàn bộ|đọc đầy đủ|xem tiếp nội dung)[^.]{0,60}"
    r"(?:đăng nhập|đăng ký|mua|trả phí)"
    r"|(?:đăng nhập|đăng ký|mua gói)[^.]{0,40}để (?:đọc|xem) (?:tiếp|toàn bộ|đầy đủ)"
    r"|nội dung (?:chỉ )?dành (?:riêng )?cho (?:thành viên|hội viên|thuê bao)"
)
# «đăng nhập để xem đầy đủ bình luận» asks nothing of who reads the article
_COMMENTS = re.compile(r"bình luận|ý kiến|phản hồi|thảo luận")


def why_none(tree: Any) -> NotAnArticleError:
    """The error that tells best why `tree` holds no article."""
    shown = _shown(tree)
    if _ROBOT_CHECK.search(shown):
        return NeedsBrowserError()
    if _GONE.search(shown):
        return GonePageError()
    if _PAYWALL.search(shown):
        return PaywalledError()
    if tree.xpath(_PASSWORD):
        return LoginPageError()
    if tree.xpath(_VIDEO):
        return VideoPageError()
    has_program = bool(tree.xpath("//script"))
    return NeedsBrowserError() if has_program and len(shown) < _SHELL else NotAnArticleError()


def is_notice(tree: Any) -> bool:
    """Whether a page of few words is, by its headline, no article but a notice."""
    headlines = " ".join(_folded(" ".join(each.itertext())) for each in tree.xpath(_TITLES))
    return any(notice.search(headlines) for notice in (_ROBOT_CHECK, _GONE))


def is_paywalled(tree: Any) -> bool:
    """Whether a page of few words asks to log in or to pay for the rest."""
    shown = _shown(tree)
    return any(
        _COMMENTS.search(shown, max(0, notice.start() - 40), notice.end() + 40) is None
        for notice in _PAYWALL.finditer(shown)
    )


def is_list(tree: Any, lines: Sequence[str]) -> bool:
    """Whether most of the lines found on a page are links: headlines to click on."""
    links = {_folded(" ".join(each.itertext())) for each in tree.xpath("//a[@href]")}
    clicked = sum(_folded(line) in links for line in lines)
    return clicked >= _LEAST_LINKS and clicked * 5 >= len(lines) * 3


def _shown(tree: Any) -> str:
    """What a reader of the page sees first; what is for machines left out."""
    return _folded(" ".join(tree.xpath(_SHOWN)))


def _folded(words: str) -> str:
    return " ".join(fold(words[:_LOOKED_AT]).split())
