"""What a pasted text is made of: headline, lead, news, and what stands around them."""

from __future__ import annotations

import unicodedata
from datetime import date
from itertools import pairwise
from pathlib import Path
from textwrap import wrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.model import Article
from summarizer.reading.text import read_text

GOLD = sorted(Path("tests/gold").glob("dev-*.txt"))
TITLE = "Huyện ủy Sông Lam sơ kết công tác quý III"
LEAD = "Sáng 5/10, Huyện ủy Sông Lam tổ chức hội nghị sơ kết công tác quý III năm 2024."
BODY = (
    "Theo báo cáo, kinh tế huyện tiếp tục tăng trưởng khá; thu ngân sách đạt 82% dự toán, tăng 7% "
    "so với cùng kỳ. Công tác xây dựng Đảng được quan tâm; cấp ủy các cấp đã kết nạp 96 đảng viên."
)
END = "Kết luận hội nghị, đồng chí Bí thư Huyện ủy yêu cầu các xã hoàn thành chỉ tiêu cả năm."


def article_of(*lines: str) -> Article:
    return read_text("\n\n".join(lines))


def kinds_of(article: Article) -> dict[str, str]:
    return {article.quote(block.span): block.kind for block in article.blocks}


def kind_of(line: str, *, after: tuple[str, ...] = (BODY,), before: tuple[str, ...] = ()) -> str:
    """The kind of a line that stands in the news."""
    return kinds_of(article_of(TITLE, LEAD, *after, line, *before))[line]


def test_the_first_line_is_the_headline_and_the_first_paragraph_the_lead() -> None:
    article = article_of(TITLE, LEAD, BODY, END)
    assert list(kinds_of(article).values()) == ["title", "lead", "body", "body"]
    assert article.title
    assert article.title.text == TITLE


@pytest.mark.parametrize(
    "line",
    [
        "Đồng chí Nguyễn Văn Bình, Bí thư Huyện ủy phát biểu tại hội nghị",
        "Đồng chí Nguyễn Văn Bình phát biểu kết luận hội nghị.",
        "Quang cảnh hội nghị.",
        "Toàn cảnh phiên họp tại điểm cầu huyện",
        "Các đại biểu dự hội nghị - Ảnh: VGP/Minh Khuê",
        "Đoàn công tác kiểm tra tuyến kè xã Nam Lam. Ảnh: K.N",
        "Các đại biểu biểu quyết thông qua chương trình (Ảnh: QUANG ĐẠO).",
        "Ảnh: Hoài Thu",
        "Ảnh 2: Lãnh đạo huyện thăm mô hình trồng cam",
        "Ảnh minh họa.",
        "Ông Trần Minh (thứ hai từ phải) tặng hoa chúc mừng",
        "Đồng chí Lê Thị Hà (bìa trái) trao quà cho hộ nghèo",
    ],
)
def test_a_caption_is_told_from_the_news(line: str) -> None:
    assert kind_of(line, before=(END,)) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "Đồng chí Nguyễn Văn Bình, Bí thư Huyện ủy chủ trì hội nghị.",
        "Các đại biểu đã thảo luận 5 nhóm vấn đề.",
        "Kết luận hội nghị, Bí thư Huyện ủy yêu cầu:",
        "- Các xã rà soát hộ nghèo, báo cáo trước ngày 30/10/2024;",
        "a) Phòng Tài chính chủ trì thẩm định;",
        "Một là, giữ vững kỷ luật, kỷ cương",
        "1. Về công tác cán bộ: Ban Tổ chức rà soát quy hoạch.",
        "Điều 2. Chánh Văn phòng chịu trách nhiệm thi hành./.",
        "“Việc đã rõ thì phải làm ngay”, Bí thư Huyện ủy nói.",
        "Địa chỉ sản xuất an toàn được nhân rộng ra 12 xã.",
        "Theo đó, các xã hoàn thành trước tháng 12.",
    ],
)
def test_news_stays_news(line: str) -> None:
    assert kind_of(line, before=(END,)) == "body"


@pytest.mark.parametrize(
    "line", ["Thu ngân sách vượt tiến độ", "Vì sao còn chậm?", "Ba nhiệm vụ trọng tâm"]
)
def test_a_heading_stands_before_news(line: str) -> None:
    assert kind_of(line, before=(BODY + " Hết quý.", END)) == "heading"


def test_a_line_that_stands_twice_is_a_caption() -> None:
    caption = "Người dân xã Nam Lam thu hoạch lúa vụ mùa."
    article = article_of(TITLE, LEAD, caption, BODY, END, caption)
    assert [b.kind for b in article.blocks] == [
        "title",
        "lead",
        "caption",
        *("body",) * 2,
        "caption",
    ]


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("HOÀI THU", "HOÀI THU"),
        ("Tin, ảnh: HOÀI THU", "HOÀI THU"),
        ("Bài và ảnh: Lường Hạnh", "Lường Hạnh"),
        ("Tin: Thu Hà - Ảnh: Đức Anh", "Thu Hà"),
        ("Nam Giang - Sỹ Thông", "Nam Giang - Sỹ Thông"),
        ("Y Thịnh Êban", "Y Thịnh Êban"),
        ("Đức Phương – Hmi", "Đức Phương – Hmi"),
        ("T.H", "T.H"),
        ("P.V", "P.V"),
        ("Nhóm PV", "Nhóm PV"),
        ("Quỳnh Anh (TTXVN)", "Quỳnh Anh"),
        ("Mai Lan (tổng hợp)", "Mai Lan"),
        ("Thu Hằng/VOV.VN", "Thu Hằng"),
        ("Tác giả: Lê Thuyên", "Lê Thuyên"),
        ("Nguyễn Hoa - Văn phòng Huyện ủy", "Nguyễn Hoa"),
        ("(Nguyễn Hoa)", "Nguyễn Hoa"),
        ("Theo Chinhphu.vn", None),
        ("Nguồn: TTXVN", None),
        ("(Theo báo Nhân Dân)", None),
    ],
)
def test_the_byline_at_the_end_gives_the_author(line: str, author: str | None) -> None:
    article = article_of(TITLE, LEAD, BODY, END, line)
    assert kinds_of(article)[line] == "byline"
    assert (article.author.text if article.author else None) == author
    assert article.author is None or article.quote(article.author.span) == author


@pytest.mark.parametrize(
    "byline", ["HOÀI THU", "Tin, ảnh: HOÀI THU", "Hoài Thu", "H.M (tổng hợp)", "Theo TTXVN"]
)
def test_a_byline_glued_to_the_last_sentence_is_cut_off(byline: str) -> None:
    article = article_of(TITLE, LEAD, BODY, f"{END} {byline}")
    assert kinds_of(article)[END] == "body"
    assert kinds_of(article)[byline] == "byline"


def test_a_last_group_of_short_lines_below_a_blank_line_are_captions() -> None:
    text = f"{TITLE}\n\n{LEAD}\n\n{BODY}\n{END}\n\nNgười dân gặt lúa.\nĐường vào xã."
    assert [block.kind for block in read_text(text).blocks][-2:] == ["caption", "caption"]


def test_a_last_paragraph_below_a_blank_line_is_news() -> None:
    assert kinds_of(read_text(f"{TITLE}\n\n{LEAD}\n\n{BODY}\n{BODY}!\n\n{END}"))[END] == "body"
    text = f"{TITLE}\n{LEAD}\n\n{BODY}\n{BODY}!\n\nCác xã làm đường trước tháng 12."
    assert read_text(text).blocks[-1].kind == "body"


def test_no_byline_is_seen_in_a_place_or_a_short_sentence() -> None:
    article = article_of(TITLE, LEAD, BODY, "Hội nghị thành công tốt đẹp.")
    assert article.author is None
    assert article_of(TITLE, LEAD, BODY, f"{END} Cảm ơn.").author is None


@pytest.mark.parametrize("line", ["Trường THCS Long An", "Ông Nguyễn Bình", "Hội Nông Dân"])
def test_a_name_of_something_else_is_no_byline(line: str) -> None:
    assert article_of(TITLE, LEAD, BODY, END, line).author is None


def test_a_lead_may_ask_or_lack_its_stop() -> None:
    for lead in (LEAD.rstrip("."), LEAD.replace("2024.", "2024 ra sao?"), "1.400 hộ nhận tiền."):
        assert kinds_of(article_of(TITLE, lead, BODY, END))[lead] == "lead"


def test_words_given_twice_in_one_line_are_a_caption() -> None:
    words = "Người dân xã Nam Lam thu hoạch lúa vụ mùa"
    for between in ("", " ", ". "):
        assert kind_of(words + between + words, before=(END,)) == "caption"


def test_an_item_after_a_sign_is_news() -> None:
    for sign in ("✅ ", "👉 ", "+ ", "➢ ", "* "):
        assert kind_of(f"{sign}Rà soát hộ nghèo", before=(END,)) == "body"


def test_an_abbreviation_does_not_end_a_long_headline() -> None:
    headline = (
        "Chủ tịch UBND TP. Sông Lam tiếp công dân định kỳ và đối thoại với các hộ dân ven sông"
    )
    article = read_text(f"{headline}. {BODY}")
    assert article.title
    assert article.title.text == f"{headline}."


def test_two_long_paragraphs_at_the_opening_are_news() -> None:
    kinds = kinds_of(article_of(TITLE, BODY * 3, BODY * 3 + " Hết.", END))
    assert list(kinds.values()) == ["title", "body", "body", "body"]


def test_captions_stand_below_the_byline() -> None:
    lines = ("Hoài Thu", "Người dân xã Nam Lam gặt lúa.", "Đường vào xã được bê tông hóa.")
    kinds = kinds_of(article_of(TITLE, LEAD, BODY, END, *lines))
    assert [kinds[line] for line in lines] == ["byline", "caption", "caption"]


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Thứ Năm, 19/05/2022 | 14:05 GMT+7", date(2022, 5, 19)),
        ("14:05, 19/05/2022 [GMT+7]", date(2022, 5, 19)),
        ("Ngày đăng: 19-05-2022 14:05", date(2022, 5, 19)),
        ("Cập nhật: 19/5/2022 - Lượt xem: 1.485", date(2022, 5, 19)),
        ("HOÀI THU - 19/05/2022 14:05", date(2022, 5, 19)),
        ("3 giờ trước", None),
        ("Thời gian đọc: 3 phút", None),
    ],
)
def test_a_date_line_is_no_news_and_tells_the_day(line: str, published: date | None) -> None:
    article = article_of(TITLE, line, LEAD, BODY, END)
    assert kinds_of(article)[line] in {"meta", "byline"}
    assert kinds_of(article)[LEAD] == "lead"
    assert article.published == published


def test_the_date_of_a_document_is_not_the_day_of_publication() -> None:
    line = "Hà Nội, ngày 19 tháng 5 năm 2022"
    assert article_of(TITLE, line, BODY, END).published is None
    assert (
        article_of(TITLE, LEAD, BODY, "Quyết định số 15/QĐ-UBND ngày 19/5/2022.").published is None
    )


def test_a_day_after_it_was_received_is_not_believed() -> None:
    text = "\n\n".join((TITLE, "Thứ Năm, 19/05/2022 | 14:05", LEAD, BODY))
    assert read_text(text, received=date(2022, 5, 18)).published is None
    assert read_text(text, published=date(2022, 5, 1)).published == date(2022, 5, 1)


@pytest.mark.parametrize(
    "above",
    [
        "Chuyển tiếp từ Báo Sông Lam",
        "Forwarded from Báo Sông Lam",
        "Nguyễn Văn Bình, [19/05/2022 14:05]",
        "https://baosonglam.vn/huyen-uy-so-ket",
        "Kính chuyển các đ/c nghiên cứu.",
        "🔴🔴🔴",
        "Thời sự - Chính trị",
        "Trang chủ > Tin tức > Thời sự",
        "Thứ Năm, 19/05/2022 | 14:05 GMT+7",
    ],
)
def test_a_chat_frame_above_the_headline_is_none(above: str) -> None:
    article = read_text("\n".join((above, TITLE, "", LEAD, "", BODY)))
    assert article.title
    assert article.title.text == TITLE
    assert kinds_of(article)[above] in {"furniture", "meta", "stray"}


def test_a_link_on_its_own_line_is_the_url() -> None:
    article = article_of(TITLE, LEAD, BODY, "https://baosonglam.vn/so-ket")
    assert article.url == "https://baosonglam.vn/so-ket"


@pytest.mark.parametrize("sign", ["🔴 ", "▪ ", "## ", "• ", "✅ "])
def test_a_sign_before_the_headline_is_not_part_of_it(sign: str) -> None:
    article = article_of(sign + TITLE, LEAD, BODY)
    assert article.title
    assert article.title.text == TITLE


@pytest.mark.parametrize(
    "head",
    ["Tin liên quan", "Tin cùng chuyên mục:", "Bình luận (3)", "Ý kiến bạn đọc", "CÁC TIN KHÁC"],
)
def test_all_below_related_news_is_furniture(head: str) -> None:
    lines = (
        head,
        "Bí thư Huyện ủy yêu cầu các xã làm đường",
        "Giấy phép số 12/GP-BTTTT ngày 1/2/2020",
    )
    kinds = kinds_of(article_of(TITLE, LEAD, BODY, END, "HOÀI THU", *lines))
    assert {kinds[line] for line in lines} == {"furniture"}
    assert kinds["HOÀI THU"] == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "Giấy phép số 12/GP-BTTTT ngày 1/2/2020",
        "Tổng Biên tập: Nguyễn Văn Bình",
        "#songlam #soket",
        "(*) Tít bài do Tòa soạn đặt.",
        "Chia sẻ",
        "Ghi rõ nguồn khi đăng lại",
    ],
)
def test_the_foot_of_a_page_is_furniture(line: str) -> None:
    assert kind_of(line) == "furniture"


@pytest.mark.parametrize("after", [(), (END,), ("Xã khác cũng họp", f"SLO - {LEAD}")])
def test_a_headline_with_a_signed_sentence_is_other_news(after: tuple[str, ...]) -> None:
    above, below = "Bí thư Huyện ủy: Phải chống hạn ngay", "SLO - Chiều 4/10, Bí thư ra đồng."
    article = article_of(TITLE, f"SLO - {LEAD}", BODY, above, below, *after)
    kinds = kinds_of(article)
    assert [kinds[above], kinds[below], kinds[BODY]] == ["furniture", "furniture", "body"]
    assert kinds.get(END, "body") == "body"


@pytest.mark.parametrize(
    ("lead", "above", "below"),
    [
        (LEAD, "Bí thư Huyện ủy: Phải chống hạn ngay", "SLO - Chiều 4/10, Bí thư ra đồng."),
        (f"SLO - {LEAD}", "Bí thư nói rõ hơn.", "SLO - tờ báo của huyện - đã tường thuật."),
        (f"SLO - {LEAD}", "Công tác thi đua", "UBND - cơ quan chủ trì - đã báo cáo hội nghị."),
    ],
)
def test_a_sentence_that_opens_with_a_name_is_news(lead: str, above: str, below: str) -> None:
    assert kinds_of(article_of(TITLE, lead, BODY, above, below, END))[below] == "body"


def test_a_box_of_links_amid_the_news_does_not_end_it() -> None:
    box = ("Tin liên quan", "Huyện ủy kiểm tra xây dựng đường giao thông")
    kinds = kinds_of(article_of(TITLE, LEAD, *box, BODY, BODY + " Ba.", END))
    assert [kinds[line] for line in (*box, BODY, END)] == ["furniture", "furniture", "body", "body"]


@pytest.mark.parametrize("line", ["1", "12", "1 / 5", "***", "bi-thu-phat-bieu.jpg", "---"])
def test_a_counter_or_rule_is_stray(line: str) -> None:
    assert kind_of(line, before=(END,)) == "stray"


def test_a_headline_glued_to_the_news_is_cut_off() -> None:
    article = read_text(f"{TITLE} {LEAD} {BODY} {END}")
    assert article.title
    assert article.title.text == TITLE
    assert [block.kind for block in article.blocks] == ["title", "body"]


def test_a_headline_ends_at_the_first_stop_of_one_long_line() -> None:
    article = read_text(f"{TITLE}. {BODY} {END}")
    assert article.title
    assert article.title.text == f"{TITLE}."


@pytest.mark.parametrize("path", GOLD[3:9], ids=lambda path: path.stem)
@pytest.mark.parametrize("width", [60, 80, 100])
def test_hard_wrapped_lines_are_one_block(path: Path, width: int) -> None:
    text = path.read_text(encoding="utf-8").split("\nTin liên quan")[0]
    wrapped = "\n\n".join(
        "\n".join(wrap(line, width, break_on_hyphens=False)) for line in text.split("\n\n")
    )
    told = [(block.kind, read_text(text).quote(block.span)) for block in read_text(text).blocks]
    article = read_text(wrapped)
    assert [(b.kind, " ".join(article.quote(b.span).split())) for b in article.blocks] == told


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
@pytest.mark.parametrize("between", ["\n", "\n\n\n", "\n\u00a0\n", "\r\n\r\n"])
def test_kinds_do_not_hang_on_the_blank_lines_between(path: Path, between: str) -> None:
    text = path.read_text(encoding="utf-8")
    spaced = read_text(text.replace("\n\n", between))
    kinds = [block.kind for block in read_text(text).blocks]
    assert [block.kind for block in spaced.blocks] == kinds


def test_a_break_inside_a_name_of_an_office_is_mended() -> None:
    article = read_text(f"{TITLE}\n\n{LEAD} Dự có Phó Bí thư Đảng\nủy xã Nam Lam.\n\n{BODY}")
    assert len(article.blocks) == 3


def test_lines_of_a_list_are_blocks_of_their_own() -> None:
    items = ("- Rà soát hộ nghèo;", "- Thu ngân sách;", "- Trồng rừng.")
    article = read_text("\n".join((TITLE, "", LEAD, "", "Huyện yêu cầu:", *items)))
    assert len(article.blocks) == 6


def test_decomposed_letters_are_composed() -> None:
    decomposed = unicodedata.normalize("NFD", f"{TITLE}\n\n{LEAD}")
    assert read_text(decomposed).text == f"{TITLE}\n\n{LEAD}"


LINES = st.sampled_from(
    [TITLE, LEAD, BODY, END, "HOÀI THU", "Tin, ảnh: A", "1", "Tin liên quan", "Ảnh: K.N", "a) Một;",
     "19/05/2022 14:05", "https://a.vn/b", "Chuyển tiếp từ A", "và xã", "Chia sẻ",
     "© A", "  ", "\u200b"]
)  # fmt: skip


@settings(deadline=None, max_examples=120)
@given(
    st.lists(LINES | st.text(max_size=30), max_size=14),
    st.sampled_from(["\n", "\n\n", " ", "\r\n"]),
)
def test_blocks_stand_in_order_and_hold_every_word(lines: list[str], between: str) -> None:
    article = read_text(between.join(lines))
    assert unicodedata.is_normalized("NFC", article.text)
    assert all(left.span.end <= right.span.start for left, right in pairwise(article.blocks))
    held = set[int]().union(*(range(b.span.start, b.span.end) for b in article.blocks))
    assert all(at in held for at, letter in enumerate(article.text) if letter.isalnum())
    for block in article.blocks:
        quote = article.quote(block.span)
        assert quote
        assert quote == quote.strip()
    for part in (article.title, article.author):
        assert part is None or article.quote(part.span) == part.text


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_every_line_of_an_article_is_one_block(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    article = read_text(text)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    assert [article.quote(block.span) for block in article.blocks] == lines
