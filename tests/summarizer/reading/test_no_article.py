"""Pages without an article: each tells why; no article is taken for one of them."""

from __future__ import annotations

import pytest

from summarizer.reading.errors import (
    GonePageError,
    LoginPageError,
    NeedsBrowserError,
    NotAnArticleError,
    PaywalledError,
    VideoPageError,
)
from summarizer.reading.html import read_html

_OPENING = (
    "<p>Huyện ủy Sông Lam sáng nay tổ chức hội nghị sơ kết công tác quý III, triển khai nhiệm vụ "
    "ba tháng cuối năm với sự tham dự của lãnh đạo các xã, thị trấn trên địa bàn.</p>"
)
_LONG_NOTICE = "<p>Quý vị có thể quay về trang chủ hoặc dùng ô tìm kiếm ở đầu trang này. </p>" * 3
_PAY = "<div>Để đọc tiếp bài viết, vui lòng đăng nhập hoặc mua gói đọc báo.</div>"
_JOIN = "<p>Đăng ký thành viên để đọc toàn bộ nội dung.</p>"
NO_ARTICLES: dict[str, tuple[str, type[NotAnArticleError]]] = {
    "log-in": (
        "<h1>Đăng nhập</h1><form><input name=u><input type=password></form>",
        LoginPageError,
    ),
    "log-in, shouted": ("<form><input type=PASSWORD></form>", LoginPageError),
    "soft 404": ("<title>Không tìm thấy trang</title><p>Mời về trang chủ.</p>", GonePageError),
    "soft 404 with many words": (
        f"<title>Lỗi 404</title><h1>Trang bạn tìm không tồn tại</h1>{_LONG_NOTICE}",
        GonePageError,
    ),
    "taken down": ("<h1>Bài viết này đã bị gỡ</h1>", GonePageError),
    "paywall": (
        f"<h1>Huyện ủy Sông Lam họp</h1><div class=content>{_OPENING}</div>{_PAY}",
        PaywalledError,
    ),
    "paywall, other words": (
        f"<h1>Huyện ủy Sông Lam họp</h1><article>{_OPENING * 2}</article>{_JOIN}",
        PaywalledError,
    ),
    "members only": ("<p>Nội dung dành riêng cho hội viên</p>", PaywalledError),
    "browser check": (
        "<title>Just a moment...</title><p>Verify you are human</p><script>x()</script>",
        NeedsBrowserError,
    ),
    "browser check with many words": (
        f"<title>Just a moment...</title>{_LONG_NOTICE}",
        NeedsBrowserError,
    ),
    "empty shell": ('<div id="root"></div><script src="/app.js"></script>', NeedsBrowserError),
    "asks for scripts": (
        "<noscript>Vui lòng bật JavaScript để xem trang</noscript><script></script>",
        NeedsBrowserError,
    ),
    "video": ("<h1>Bản tin tối</h1><video src='/a.mp4'></video>", VideoPageError),
    "video elsewhere": (
        "<h1>Bản tin</h1><iframe src='https://www.youtube.com/embed/x'></iframe>",
        VideoPageError,
    ),
    "picture": ("<h1>Ảnh đẹp</h1><img src='/a.jpg'>", NotAnArticleError),
    "search": ("<h1>Kết quả tìm kiếm</h1><p>Có 0 kết quả.</p>", NotAnArticleError),
    "section": (
        "<h1>Thời sự</h1>"
        + "".join(
            f"<h3><a href='/x'>Huyện ủy họp bàn công tác quý {n}</a></h3>" for n in range(30)
        ),
        NotAnArticleError,
    ),
}


@pytest.mark.parametrize("name", NO_ARTICLES)
def test_a_page_without_an_article_tells_why(name: str) -> None:
    page, error = NO_ARTICLES[name]
    with pytest.raises(NotAnArticleError) as told:
        read_html(f"<html><body>{page}</body></html>")
    assert type(told.value) is error


_BODY = _OPENING.replace("sáng nay", "ngày 5/10") * 12
_NOTICE = "Đăng nhập để xem đầy đủ bình luận; trang không tồn tại thì báo cho chúng tôi."


@pytest.mark.parametrize(
    "page",
    [
        f"<h1>Huyện ủy họp</h1><div>{_BODY}</div><form><input type=password></form>",
        f"<h1>Huyện ủy họp</h1><div>{_BODY}</div><p>{_NOTICE}</p>",
        f"<h1>Huyện ủy họp</h1><div>{_BODY}<video src=x></video></div>",
        f"<h1>Huyện ủy họp</h1><div>{_OPENING}</div><noscript>Hãy bật JavaScript</noscript>",
        f"<h1>Huyện ủy họp</h1><div>{_OPENING}</div><video src=x></video>",
        f"<h1>Huyện ủy họp</h1><div>{_OPENING}</div><a>Đăng nhập</a><a>Đăng ký</a>",
        f"<h1>Huyện ủy họp</h1><div>{_OPENING}</div><p>Đăng nhập để xem đầy đủ bình luận</p>",
    ],
    ids=[
        "log-in box",
        "notices",
        "video in it",
        "noscript",
        "short with video",
        "short, log-in",
        "comments",
    ],
)
def test_an_article_is_read_whatever_stands_around_it(page: str) -> None:
    assert "Sông Lam" in read_html(page).text
