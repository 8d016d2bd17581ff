"""Render an article the way Vietnamese portals do, with all that stands around it.

Every page holds traps: today's date at its top, related headlines that give orders and
name documents, a comment, a licence with a number and a date.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from html import escape

from summarizer.model import Article

_TODAY = "Thứ Hai, 23/11/2026 | 08:15"
_RELATED = (
    "Thủ tướng yêu cầu báo cáo phương án tăng lương trước ngày 15/5/2019",
    "Chủ tịch UBND tỉnh Vũ Công Hậu kiểm tra thực hiện Nghị quyết số 99-NQ/TW",
    "Kết luận số 77-KL/TU về phòng, chống thiên tai: giao Sở Xây dựng chủ trì",
)
_COMMENT = (
    "Tôi đề nghị ông Hoàng Bá Lập trả lời dân trước ngày 30/6/2018, đừng để dân chờ thêm nữa."
)
_FOOT = (
    "Giấy phép số 123/GP-TTĐT ngày 05/06/2017 của Bộ Thông tin và Truyền thông",
    "Chịu trách nhiệm nội dung: Ông Đỗ Trí Viễn, Chánh Văn phòng. Điện thoại: 0205.3812.345",
)
_WEEKDAYS = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy")


@dataclass(frozen=True)
class Page:
    """What a portal is given to print: `parts` are kind and words, the sapo first."""

    title: str
    sapo: str
    parts: tuple[tuple[str, str], ...]
    author: str | None
    published: date | None

    @property
    def clock(self) -> str:
        """«Thứ Năm, 19/05/2022 | 14:05 GMT+7», or nothing."""
        day = self.published
        if not day:
            return ""
        weekday = "Chủ nhật" if day.weekday() == 6 else f"Thứ {_WEEKDAYS[day.weekday()]}"
        return f"{weekday}, {day:%d/%m/%Y} | 14:05 GMT+7"

    @property
    def instant(self) -> str:
        """The ISO instant of the same, or nothing."""
        return f"{self.published}T14:05:00+07:00" if self.published else ""


def page_of(article: Article) -> Page:
    """The parts of an article that was read from plain text."""
    told = [
        (block.kind, " ".join(article.quote(block.span).split()))
        for block in article.blocks
        if block.kind in {"lead", "body", "heading", "caption"}
    ]
    sapo = next(words for kind, words in told if kind in {"lead", "body"})
    byline = next((article.quote(b.span) for b in article.blocks if b.kind == "byline"), None)
    return Page(
        title=article.title.text if article.title else "",
        sapo=sapo,
        parts=tuple((kind, words) for kind, words in told if words != sapo),
        author=article.author.text if byline and article.author else None,
        published=article.published,
    )


def _body(page: Page, **ways: str) -> str:
    """The parts below the sapo: a pattern with «{}» for each kind."""
    plain = {"body": "<p>{}</p>", "heading": "<h3>{}</h3>", **ways}
    return "\n".join(plain[kind].format(escape(words)) for kind, words in page.parts)


def _links(pattern: str) -> str:
    return "\n".join(pattern.format(escape(words)) for words in _RELATED)


def _head(page: Page, *more: str) -> str:
    title = escape(page.title)
    return (
        f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{title} | Báo điện tử'
        f"</title>{''.join(more)}<script>var user = {{}};</script></head>"
    )


def _if(words: str | None, pattern: str) -> str:
    return pattern.format(escape(words)) if words else ""


def chinhphu(page: Page) -> str:
    """The Government's portal and its paper."""
    figure = (
        '<figure class="VCSortableInPreviewMode" type="Photo"><div><img src="a.jpg" alt="{0}">'
        '</div><figcaption class="PhotoCMS_Caption"><p>{0}</p></figcaption></figure>'
    )
    return f"""{_head(page, f'<meta property="og:title" content="{escape(page.title)}">')}
<body><div class="header__top"><span class="header__date">{_TODAY}</span></div>
<ul class="menu"><li><a href="/">Trang chủ</a></li><li><a href="/cd">Chỉ đạo điều hành</a></li></ul>
<div class="detail__main"><h1 class="detail-title">{escape(page.title)}</h1>
{_if(page.clock, '<div class="detail-time">{}</div>')}
<div class="detail-social"><a>Facebook</a><a>Zalo</a></div>
<h2 class="detail-sapo">{escape(page.sapo)}</h2>
<div class="detail-content afcbc-body">{_body(page, caption=figure)}
<div class="VCSortableInPreviewMode link-content-related" type="RelatedNews">
{_links("<p><a>{}</a></p>")}</div>
{_if(page.author, '<p style="text-align:right"><strong>{}</strong></p>')}</div>
<div class="detail-tags">Từ khóa: <a>chỉ đạo</a></div></div>
<footer>{"<br>".join(_FOOT)}</footer></body></html>"""


def vnexpress(page: Page) -> str:
    """A private paper: the date above the headline, the author last in the text."""
    figure = (
        '<figure class="tplCaption"><div class="fig-picture"><picture><img></picture></div>'
        '<figcaption><p class="Image">{}</p></figcaption></figure>'
    )
    return f"""{_head(page, _if(page.instant, '<meta name="pubdate" content="{}">'))}
<body><header class="section top-header"><span class="time-now">{_TODAY}</span></header>
<section class="section page-detail"><div class="container"><div class="sidebar-1">
<div class="header-content"><ul class="breadcrumb"><li><a>Thời sự</a></li></ul>
{_if(page.clock, '<span class="date">{}</span>')}</div>
<h1 class="title-detail">{escape(page.title)}</h1>
<p class="description"><span class="location-stamp"></span>{escape(page.sapo)}</p>
<article class="fck_detail">
{_body(page, body='<p class="Normal">{}</p>', heading='<p class="subtitle">{}</p>', caption=figure)}
{_if(page.author, '<p class="author_mail"><strong>{}</strong></p>')}</article>
<div id="box_comment"><p class="full_content">{_COMMENT}</p></div></div>
<aside class="sidebar-2">{_links('<h3 class="title-news"><a>{}</a></h3>')}</aside></div></section>
<footer class="footer"><p>{_FOOT[0]}</p><p>{_FOOT[1]}</p></footer></body></html>"""


def tuoitre(page: Page) -> str:
    """A big city's paper: boxes of related news inside the text."""
    picture = (
        '<div class="VCSortableInPreviewMode" type="Photo"><div><a class="detail-img-lightbox">'
        '<img alt="{0}"></a></div><div class="PhotoCMS_Caption"><p>{0}</p></div></div>'
    )
    stamp = _if(page.instant, '<meta property="article:published_time" content="{}">')
    return f"""{_head(page, stamp)}
<body><div class="header"><div class="site-header__date">{_TODAY}</div></div>
<div class="main"><div class="detail-cmain"><h1 class="detail-title article-title">
{escape(page.title)}</h1><h2 class="detail-sapo">{escape(page.sapo)}</h2>
<div class="detail-content" data-role="content">{_body(page, caption=picture)}
<div type="RelatedOneNews" class="VCSortableInPreviewMode related">
{_links("<a class='title'>{}</a><p class='desc'>Bài đã đăng tuần trước.</p>")}</div></div>
{_if(page.author, '<div class="author-info"><a class="name">{}</a></div>')}
<div class="comment-wrapper"><div class="contentcomment">{_COMMENT}</div></div></div></div>
<div class="footer">{"<p>" + "</p><p>".join(_FOOT)}</p></div></body></html>"""


def thanhnien(page: Page) -> str:
    """A paper whose pictures stand between sapo and text; author and date above."""
    figure = (
        '<div class="media-wrapper"><figure class="cms-photo"><img></figure>'
        '<div class="cms-caption caption"><p>{}</p></div></div>'
    )
    linked = json.dumps({"@type": "WebPage", "name": page.title}, ensure_ascii=False)
    return f"""{_head(page, f'<script type="application/ld+json">{linked}</script>')}
<body><nav>{_links("<a>{}</a>")}</nav><div class="l-content"><div class="details">
<h1 class="details__headline cms-title">{escape(page.title)}</h1>
<div class="details__meta">{_if(page.author, '<div class="details__author"><h4>{}</h4></div>')}
{_if(page.clock, '<div class="meta"><time>{}</time></div>')}</div>
<div class="sapo cms-desc"><div>{escape(page.sapo)}</div></div>
<div class="l-content"><div id="abody" class="cms-body details__content">
{_body(page, body="<div>{}</div>", heading="<h2>{}</h2>", caption=figure)}</div></div>
<div class="detail-tab"><h3>Tin liên quan</h3>{_links("<article><h4>{}</h4></article>")}</div>
</div></div><div class="l-footer footer">{" ".join(_FOOT)}</div></body></html>"""


def nhandan(page: Page) -> str:
    """The Party's paper: captions in tables."""
    table = (
        '<table class="picture" align="center"><tbody><tr><td class="pic"><img></td></tr>'
        '<tr><td class="caption">{}</td></tr></tbody></table>'
    )
    return f"""{_head(page)}<body><div class="site-header"><time>{_TODAY}</time></div>
<div class="site-content"><div class="main-col"><div class="article">
<h1 class="article__title cms-title">{escape(page.title)}</h1>
<div class="article__meta">{_if(page.clock, '<time class="time">{}</time>')}</div>
<div class="article__sapo cms-desc">{escape(page.sapo)}</div>
<div class="article__body cms-body">{_body(page, caption=table)}</div>
{_if(page.author, '<div class="article__author cms-author"><span class="name">{}</span></div>')}
<div class="article__tag"><a>#hội nghị</a></div></div>
<div class="box-relation related-news"><h3>Có thể bạn quan tâm</h3>{_links("<p>{}</p>")}</div>
</div></div><div class="site-footer footer">{"<br/>".join(_FOOT)}</div></body></html>"""


def province(page: Page) -> str:
    """A province's old portal: tables in tables, font tags, no class for the sapo."""
    table = (
        '<table border="0" align="center"><tr><td><img src="1.jpg"></td></tr>'
        '<tr><td align="center"><font size="2"><i>{}</i></font></td></tr></table>'
    )
    return f"""{_head(page)}<body bgcolor="#fff"><table width="1000"><tr><td colspan="3">
<font color="red">{_TODAY}</font></td></tr><tr><td width="200" class="menu">
{_links("<p><a>{}</a></p>")}</td><td valign="top"><table width="100%"><tr>
<td class="tieudetin"><font size="4"><b>{escape(page.title)}</b></font></td></tr>
<tr><td>{_if(page.clock, '<span class="ngaydang">Ngày đăng: {}</span>')}</td></tr>
<tr><td><p><b>{escape(page.sapo)}</b></p>
{
        _body(
            page,
            body='<p align="justify"><font face="Arial">{}</font></p>',
            heading="<p><b>{}</b></p>",
            caption=table,
        )
    }
{_if(page.author, '<p align="right"><b><font face="Arial">{}</font></b></p>')}</td></tr>
<tr><td class="cactinkhac"><b>Các tin khác</b><ul class="tinkhac">{
        _links("<li>{} (12/03/2016)</li>")
    }
</ul></td></tr></table></td></tr></table><div id="footer">{
        "<br>".join(_FOOT)
    }</div></body></html>"""


def commune(page: Page) -> str:
    """A commune's SharePoint portal: one form round all, lines parted by br."""
    picture = '<div align="center"><img src="/Pictures/1.jpg"/><br/><em>{}</em></div>'
    return f"""{_head(page)}<body><form method="post" action="./default.aspx" id="aspnetForm">
<div class="aspNetHidden"><input type="hidden" name="__VIEWSTATE" value="abc"/></div>
<div id="s4-workspace"><div class="banner">CỔNG THÔNG TIN ĐIỆN TỬ XÃ</div>
<div class="topdate">{_TODAY}</div><div class="ms-webpart-zone"><div class="news-detail">
<span id="ctl00_PlaceHolderMain_lblTitle" class="title">{escape(page.title)}</span>
{_if(page.clock, '<span id="ctl00_PlaceHolderMain_lblNgayDang">{}</span>')}
<div class="ms-rtestate-field"><div class="ExternalClassA1B2">
<div>{escape(page.sapo)}<br/><br/></div>
{_body(page, body="{}<br/>&nbsp;<br/>", heading="<strong>{}</strong><br/>", caption=picture)}
{_if(page.author, '<div style="text-align: right;"><strong>&#8203;{}</strong></div>')}
</div></div></div><div class="dvOtherNews other-news"><b>Tin cùng chuyên mục</b>
{_links("<div>{}</div>")}</div>
<div id="demluottruycap">Lượt truy cập: 1.234.567</div></div></div></form>
<div class="footer">{"<br/>".join(_FOOT)}</div></body></html>"""


def amp(page: Page) -> str:
    """A page for phones."""
    figure = (
        '<figure><amp-img src="a.jpg" width="600" height="400" layout="responsive"></amp-img>'
        "<figcaption>{}</figcaption></figure>"
    )
    linked = {"@type": "NewsArticle", "headline": page.title, "datePublished": page.instant}
    return f"""<!doctype html><html amp><head><meta charset="utf-8">
<title>{escape(page.title)}</title>
<script type="application/ld+json">{json.dumps(linked)}</script></head><body>
<amp-sidebar id="menu">{_links("<p>{}</p>")}</amp-sidebar><header><a>Trang chủ</a></header>
<main><article><h1>{escape(page.title)}</h1><p class="sapo">{escape(page.sapo)}</p>
{_body(page, caption=figure)}{_if(page.author, '<p class="author">{}</p>')}</article>
<amp-social-share type="facebook"></amp-social-share>
<section class="related"><h3>Tin liên quan</h3>{_links("<p>{}</p>")}</section></main>
<footer><p>{_FOOT[0]}</p><p>{_FOOT[1]}</p></footer></body></html>"""


def modern(page: Page) -> str:
    """A page made by a machine: classes say nothing, JSON-LD says when."""
    figure = '<figure class="css-9f"><img class="css-1"><figcaption>{}</figcaption></figure>'
    linked = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "Organization", "name": "Báo", "foundingDate": "1999-01-01"},
            {"@type": ["NewsArticle"], "headline": page.title, "datePublished": page.instant,
             "dateModified": "2026-11-20T10:00:00+07:00"},
        ],
    }  # fmt: skip
    menu = "".join(f"<li><a>Mục {number}</a></li>" for number in range(40))
    comments = "".join(f"<div><b>Bạn đọc {n}</b><p>{_COMMENT}</p></div>" for n in range(3))
    return f"""{_head(page, f'<script type="application/ld+json">{json.dumps(linked)}</script>')}
<body><div id="root"><div class="css-3k2"><ul>{menu}</ul><div>{_TODAY}</div></div>
<main class="css-7">
<div class="css-88"><h1>{escape(page.title)}</h1>
<div class="css-12"><p><b>{escape(page.sapo)}</b></p>
{_body(page, body='<p class="css-p">{}</p>', caption=figure)}
{_if(page.author, '<p class="css-r">{}</p>')}</div></div>
<div id="comments">{comments}</div><div class="css-rel related">{_links("<a><h4>{}</h4></a>")}</div>
</main><footer>{"".join(f"<p>{line}</p>" for line in _FOOT)}</footer></div></body></html>"""


def liferay(page: Page) -> str:
    """A ministry's portal: paragraphs pasted from Word, captions slanted and centred."""
    word = (
        '<p class="MsoNormal" style="text-align:justify"><span style="font-size:14pt">{}</span></p>'
    )
    picture = (
        '<p style="text-align:center"><img src="/documents/1.jpg"></p>'
        '<p style="text-align:center"><span style="font-size:12pt"><em>{}</em></span></p>'
    )
    return f"""{_head(page)}<body><div id="wrapper"><div id="banner">{_TODAY}</div>
<div class="portlet-asset-publisher"><div class="asset-full-content"><h1 class="header-title">
<span>{escape(page.title)}</span></h1>{
        _if(page.clock, '<div class="metadata-publish-date">{}</div>')
    }
<div class="asset-summary">{word.format(escape(page.sapo))}</div>
<div class="journal-content-article">{
        _body(
            page,
            body=word,
            caption=picture,
            heading='<p class="MsoNormal"><b><span>{}</span></b></p>',
        )
    }
{_if(page.author, '<p class="MsoNormal" style="text-align:right"><b>{}</b></p>')}</div></div>
<div class="asset-related"><b>Tin đã đưa</b>{_links("<p>{}</p>")}</div></div>
<div id="footer"><p>{_FOOT[0]}</p><p>{_FOOT[1]}</p></div></div></body></html>"""


PORTALS: dict[str, Callable[[Page], str]] = {
    portal.__name__: portal
    for portal in (
        chinhphu, vnexpress, tuoitre, thanhnien, nhandan, province, commune, amp, modern, liferay,
    )
}  # fmt: skip
