"""Which clauses are demanded, and by whom: invented news."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.directives.demand import find_demands
from summarizer.documents import find_documents
from summarizer.events import find_occasion
from summarizer.evidence import Evidence
from summarizer.language import parse
from summarizer.people import find_cast
from summarizer.reading.text import read_text
from summarizer.times import find_times

HEAD = (
    "Tỉnh họp bàn nhiệm vụ tháng 6\n\n"
    "Sáng 5/6/2024, UBND tỉnh Phú Hải tổ chức phiên họp thường kỳ tháng 6.\n\n"
    "Đồng chí Lê Văn Thuận, Chủ tịch UBND tỉnh chủ trì phiên họp. Dự phiên họp có bà "
    "Trần Thị Sen, Giám đốc Sở Y tế; ông Phạm Đình Quý, nguyên Bí thư Huyện ủy.\n\n"
)
THUAN = "Lê Văn Thuận"
SEN = "Trần Thị Sen"


def demands(text: str) -> list[tuple[str | None, str]]:
    """The issuer and the words of every demand of a text."""
    article = read_text(text)
    doc = parse(article)
    times = find_times(doc)
    evidence = Evidence(
        cast=find_cast(doc),
        times=times,
        documents=find_documents(doc, times),
        occasion=find_occasion(doc, times),
    )
    return [
        (demand.issuer.text if demand.issuer else None, article.quote(demand.span))
        for demand in find_demands(doc, evidence)
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (  # the span starts after the verb, with who must act, and ends before the stop
            "Đồng chí Lê Văn Thuận yêu cầu Sở Y tế rà soát nhu cầu thuốc trong tháng 6.",
            [(THUAN, "Sở Y tế rà soát nhu cầu thuốc trong tháng 6")],
        ),
        (  # a new verb after «;» is a new clause
            "Chủ tịch UBND tỉnh giao Sở Tài chính bố trí kinh phí; báo cáo UBND tỉnh trước 20/6.",
            [
                (THUAN, "Sở Tài chính bố trí kinh phí"),
                (THUAN, "báo cáo UBND tỉnh trước 20/6"),
            ],
        ),
        (  # nouns after «;» are not
            "Đồng chí yêu cầu các sở báo cáo kết quả thu ngân sách; số vốn đã giải ngân.",
            [(THUAN, "các sở báo cáo kết quả thu ngân sách; số vốn đã giải ngân")],
        ),
        (  # the speech goes on over the full stop; connectives stay outside
            (
                "Đồng chí Lê Văn Thuận yêu cầu các xã đẩy nhanh tiến độ tiêm chủng. Đồng thời, "
                "tuyệt đối không để dịch lan rộng. Công an tỉnh tăng cường tuần tra ban đêm."
            ),
            [
                (THUAN, "các xã đẩy nhanh tiến độ tiêm chủng"),
                (THUAN, "tuyệt đối không để dịch lan rộng"),
                (THUAN, "Công an tỉnh tăng cường tuần tra ban đêm"),
            ],
        ),
        (  # a weak verb needs «cần», «phải»
            "Đồng chí Lê Văn Thuận nhấn mạnh các địa phương cần chủ động nguồn vật liệu.",
            [(THUAN, "các địa phương cần chủ động nguồn vật liệu")],
        ),
        (
            "Đồng chí Lê Văn Thuận nhấn mạnh kinh tế của tỉnh đã có nhiều khởi sắc.",
            [],
        ),
        (  # a list under a colon: numbers and «Một là» stay outside
            (
                "Đồng chí Lê Văn Thuận yêu cầu các sở, ngành:\n"
                "1. Rà soát các dự án chậm tiến độ.\n2. Công khai danh sách nhà thầu vi phạm."
            ),
            [
                (THUAN, "Rà soát các dự án chậm tiến độ"),
                (THUAN, "Công khai danh sách nhà thầu vi phạm"),
            ],
        ),
        (  # the speaker is named after the quotation
            (
                "“Các xã phải trực 24/24 giờ, không để người dân thiếu nước sạch.”, "
                "đồng chí Lê Văn Thuận nói."
            ),
            [(THUAN, "Các xã phải trực 24/24 giờ, không để người dân thiếu nước sạch")],
        ),
        (  # he says one thing and asks for another
            (
                "“Ở các xã, người dân phấn khởi lắm, ai cũng phải khen.”, bà Trần Thị Sen cho biết "
                "và đề nghị các trạm y tế xã lập danh sách trẻ em."
            ),
            [(SEN, "các trạm y tế xã lập danh sách trẻ em")],
        ),
        (  # those before a colon are told to act
            (
                "Đồng chí Lê Văn Thuận vừa ký Chỉ thị số 5. Chỉ thị nêu rõ, các sở, UBND các xã: Thực "
                "hiện giao dự toán đúng hạn; bố trí kinh phí trả nợ. Kiểm soát chặt chẽ việc chi."
            ),
            [
                (THUAN, "Thực hiện giao dự toán đúng hạn"),
                (THUAN, "bố trí kinh phí trả nợ"),
                (THUAN, "Kiểm soát chặt chẽ việc chi"),
            ],
        ),
        (  # money and contracts are told whole
            (
                "Đồng chí Lê Văn Thuận yêu cầu Sở Y tế thu hồi hơn 407 triệu đồng; các xã rà soát hợp "
                "đồng; Sở Tài chính xử lý kịp thời; đồng thời, công khai kết quả."
            ),
            [
                (THUAN, "Sở Y tế thu hồi hơn 407 triệu đồng"),
                (THUAN, "các xã rà soát hợp đồng"),
                (THUAN, "Sở Tài chính xử lý kịp thời"),
                (THUAN, "công khai kết quả"),
            ],
        ),
        (  # an organ tells something, among orders
            (
                "Đồng chí Lê Văn Thuận yêu cầu các xã trực đêm. Sở Y tế Phú Hải cho biết, trong sự "
                "cố này các bệnh nhân đã được cấp cứu."
            ),
            [(THUAN, "các xã trực đêm")],
        ),
        (
            (
                "Đồng chí Lê Văn Thuận yêu cầu các xã trực đêm. Đồng chí cũng quả quyết, các xã phải "
                "đi đầu."
            ),
            [(THUAN, "các xã trực đêm"), (THUAN, "các xã phải đi đầu")],
        ),
        (  # another speaks: a comma behind his name
            (
                "Đồng chí Lê Văn Thuận yêu cầu các xã trực đêm. Trao đổi với báo chí, Giám đốc Sở "
                "Y tế Trần Thị Sen, cho biết năm 2006 sở giám sát và phát hiện vi phạm."
            ),
            [(THUAN, "các xã trực đêm")],
        ),
        (  # a topic, then who is charged with it
            (
                "Đồng chí Lê Văn Thuận yêu cầu các xã trực đêm. Phần đất vượt hạn mức, giao Thanh "
                "tra tỉnh kiểm tra lại hồ sơ."
            ),
            [(THUAN, "các xã trực đêm"), (THUAN, "Thanh tra tỉnh kiểm tra lại hồ sơ")],
        ),
        (  # the last of a list does not speak
            (
                "Đồng chí Lê Văn Thuận yêu cầu bàn giao 19 tập đoàn, tổng công ty; lưu ý phải bảo "
                "đảm sản xuất bình thường."
            ),
            [
                (THUAN, "bàn giao 19 tập đoàn, tổng công ty"),
                (THUAN, "lưu ý phải bảo đảm sản xuất bình thường"),
            ],
        ),
        (  # what is quoted before an order is not what is ordered
            (
                "“Phòng bệnh là mối quan tâm của toàn xã hội, làm tốt thì dân khỏe.”, đồng chí Lê "
                "Văn Thuận đề nghị Sở Y tế rà soát các trạm."
            ),
            [(THUAN, "Sở Y tế rà soát các trạm")],
        ),
        (  # but for a verb that orders nothing else
            (
                "“Cần làm rõ nơi nào thiếu nước sạch để khắc phục ngay.”, đồng chí Lê Văn Thuận "
                "yêu cầu và cho hay tỉnh sẽ kiểm tra."
            ),
            [(THUAN, "Cần làm rõ nơi nào thiếu nước sạch để khắc phục ngay")],
        ),
        (  # a paper of those above the one who tells of it
            (
                "Bà Trần Thị Sen nhấn mạnh chủ trương của tỉnh. Nghị quyết 112 của Chính phủ chỉ đạo "
                "các bộ phải tự rà soát thủ tục."
            ),
            [("Nghị quyết 112 của Chính phủ", "các bộ phải tự rà soát thủ tục")],
        ),
        (  # who is told: the order comes from the one who speaks
            (
                "Đồng chí Lê Văn Thuận giao Sở Xây dựng lập quy hoạch. Sở Nội vụ được giao tổng hợp, "
                "báo cáo kết quả trước ngày 30/6."
            ),
            [
                (THUAN, "Sở Xây dựng lập quy hoạch"),
                (THUAN, "Sở Nội vụ được giao tổng hợp, báo cáo kết quả trước ngày 30/6"),
            ],
        ),
        (  # a superior's order told in another's speech
            (
                "Bà Trần Thị Sen nhắc lại, theo chỉ đạo của Thủ tướng, các địa phương phải thống kê "
                "đủ thiết bị hỏng."
            ),
            [("Thủ tướng", "các địa phương phải thống kê đủ thiết bị hỏng")],
        ),
        (  # after praise
            (
                "Đồng chí Lê Văn Thuận biểu dương ngành y tế, đồng thời đề nghị Sở Y tế sớm hoàn "
                "thiện bệnh án điện tử."
            ),
            [(THUAN, "Sở Y tế sớm hoàn thiện bệnh án điện tử")],
        ),
        (  # two speakers
            (
                "Đồng chí Lê Văn Thuận yêu cầu Sở Y tế mua đủ vắc xin. Bà Trần Thị Sen đề nghị các "
                "trạm y tế xã lập danh sách trẻ em."
            ),
            [
                (THUAN, "Sở Y tế mua đủ vắc xin"),
                (SEN, "các trạm y tế xã lập danh sách trẻ em"),
            ],
        ),
        (  # an actor, then the tasks that are his
            (
                "Đồng chí Lê Văn Thuận yêu cầu:\n1. Chủ tịch UBND các huyện, thị xã:\n"
                "- Thống kê số hộ thiếu nước, đã có và mới phát sinh;\n- Vận động dân trữ nước; "
                "nơi nào để dân khát, chủ tịch xã nơi đó chịu trách nhiệm."
            ),
            [
                (THUAN, "Thống kê số hộ thiếu nước, đã có và mới phát sinh"),
                (THUAN, "Vận động dân trữ nước"),
                (THUAN, "nơi nào để dân khát, chủ tịch xã nơi đó chịu trách nhiệm"),
            ],
        ),
        (  # who must act is no speaker: «sớm ban hành thông báo»
            (
                "Đồng chí Lê Văn Thuận yêu cầu Sở Y tế mua đủ thuốc. Chánh Văn phòng UBND tỉnh sớm "
                "ban hành thông báo kết luận phiên họp."
            ),
            [
                (THUAN, "Sở Y tế mua đủ thuốc"),
                (THUAN, "Chánh Văn phòng UBND tỉnh sớm ban hành thông báo kết luận phiên họp"),
            ],
        ),
        (  # after a topic, told in a document
            (
                "Đồng chí Lê Văn Thuận yêu cầu Sở Y tế mua đủ thuốc. Về cầu đường, theo chỉ đạo của "
                "Thủ tướng Chính phủ tại Công điện số 7/CĐ-TTg, các địa phương phải bàn giao mặt bằng."
            ),
            [
                (THUAN, "Sở Y tế mua đủ thuốc"),
                ("Thủ tướng Chính phủ", "các địa phương phải bàn giao mặt bằng"),
            ],
        ),
        (  # what the speaker does next is told, not demanded
            (
                "Đồng chí Lê Văn Thuận yêu cầu Sở Y tế mua đủ thuốc. Kết thúc phiên họp, đồng chí Lê "
                "Văn Thuận gửi lời thăm hỏi người bệnh."
            ),
            [(THUAN, "Sở Y tế mua đủ thuốc")],
        ),
        (  # who informs takes the word: «…, Giám đốc Sở Y tế, cho biết»
            (
                "Đồng chí Lê Văn Thuận yêu cầu Sở Y tế mua đủ thuốc. Bà Trần Thị Sen, Giám đốc Sở Y "
                "tế, cho biết Sở rà soát xong 12 kho thuốc."
            ),
            [(THUAN, "Sở Y tế mua đủ thuốc")],
        ),
        (  # an organ speaks
            "UBND tỉnh vừa có văn bản yêu cầu Sở Công Thương kiểm tra giá xăng dầu.",
            [("UBND tỉnh", "Sở Công Thương kiểm tra giá xăng dầu")],
        ),
        (  # … and then does something itself
            (
                "Ủy ban Kiểm tra Tỉnh ủy yêu cầu Đảng ủy Sở Y tế kiểm điểm rút kinh nghiệm. Ủy ban cũng "
                "xem xét kết quả giám sát và giải quyết tố cáo đối với ba đảng viên."
            ),
            [("Ủy ban Kiểm tra Tỉnh ủy", "Đảng ủy Sở Y tế kiểm điểm rút kinh nghiệm")],
        ),
        (  # a comma behind the verb
            "UBND tỉnh cũng yêu cầu, rà soát các công trình thủy lợi trước mùa mưa lũ.",
            [("UBND tỉnh", "rà soát các công trình thủy lợi trước mùa mưa lũ")],
        ),
        (  # a second colon within what is ordered
            (
                "Đồng chí Lê Văn Thuận yêu cầu: Sở Y tế rà soát kết luận về việc: các trạm mua thuốc, "
                "nộp thuế chậm. Các Sở: Tài chính, Tư pháp khẩn trương có ý kiến bằng văn bản."
            ),
            [
                (THUAN, "Sở Y tế rà soát kết luận về việc: các trạm mua thuốc, nộp thuế chậm"),
                (THUAN, "Các Sở: Tài chính, Tư pháp khẩn trương có ý kiến bằng văn bản"),
            ],
        ),
        (  # no «giao ban», which is a meeting
            "Đồng chí Lê Văn Thuận giao ban soạn thảo quy chế tổng hợp ý kiến cuộc họp.",
            [(THUAN, "ban soạn thảo quy chế tổng hợp ý kiến cuộc họp")],
        ),
        (  # what ties it to the sentence before
            "UBND tỉnh yêu cầu Sở Y tế mua đủ thuốc. Trên cơ sở đó, Sở Công Thương công bố giá.",
            [
                ("UBND tỉnh", "Sở Y tế mua đủ thuốc"),
                ("UBND tỉnh", "Sở Công Thương công bố giá"),
            ],
        ),
        (  # «chỉ đạo đối với» is a noun; what was not done is no order
            (
                "UBND tỉnh yêu cầu Sở Y tế mua đủ thuốc. Việc mua thuốc còn có mặt hạn chế; chưa "
                "thường xuyên chỉ đạo các trạm kiểm tra. "
                "Sở Y tế phải chịu trách nhiệm về lãnh đạo, chỉ đạo đối với việc mua thuốc."
            ),
            [
                ("UBND tỉnh", "Sở Y tế mua đủ thuốc"),
                (
                    "UBND tỉnh",
                    "Sở Y tế phải chịu trách nhiệm về lãnh đạo, chỉ đạo đối với việc mua thuốc",
                ),
            ],
        ),
        (  # items in one line, under who must do them
            (
                "UBND tỉnh yêu cầu các sở, ngành: 1. Nghiêm túc thực hiện Công điện số 215/CĐ-TTg. "
                "2. Kiểm tra, rà soát khu vực nguy hiểm. 3. Tổ chức trực ban 24/24 giờ."
            ),
            [
                ("UBND tỉnh", "Nghiêm túc thực hiện Công điện số 215/CĐ-TTg"),
                ("UBND tỉnh", "Kiểm tra, rà soát khu vực nguy hiểm"),
                ("UBND tỉnh", "Tổ chức trực ban 24/24 giờ"),
            ],
        ),
        (
            (
                "Đồng chí Lê Văn Thuận đề nghị Ban Chấp hành khóa mới: Thứ nhất, sớm xây dựng quy chế; "
                "Thứ hai, phát triển tổ chức hội ở các thôn."
            ),
            [
                (THUAN, "sớm xây dựng quy chế"),
                (THUAN, "phát triển tổ chức hội ở các thôn"),
            ],
        ),
        (  # a time before the actor
            "Đồng chí Lê Văn Thuận nhấn mạnh, thời gian tới, toàn ngành cần tiếp tục đổi mới.",
            [(THUAN, "thời gian tới, toàn ngành cần tiếp tục đổi mới")],
        ),
        (  # a document alone
            (
                "Đồng chí Lê Văn Thuận yêu cầu Sở Y tế mua đủ thuốc. Hội nghị đã quán triệt Kết luận số "
                "01-KL/TW ngày 18/5/2021 của Bộ Chính trị về học tập và làm theo Bác."
            ),
            [(THUAN, "Sở Y tế mua đủ thuốc")],
        ),
        (  # a topic alone
            (
                "Đồng chí Lê Văn Thuận yêu cầu Sở Y tế mua đủ thuốc. Chỉ đạo phiên họp về nhiệm vụ thời "
                "gian tới, đồng chí Lê Văn Thuận yêu cầu Sở Y tế mở thêm trạm."
            ),
            [(THUAN, "Sở Y tế mua đủ thuốc"), (THUAN, "Sở Y tế mở thêm trạm")],
        ),
        (  # how things stand, among orders
            (
                "Đồng chí Lê Văn Thuận yêu cầu Sở Y tế mua đủ thuốc. Quản lý giá thuốc ở tuyến xã còn "
                "lúng túng, hiệu quả chưa cao."
            ),
            [(THUAN, "Sở Y tế mua đủ thuốc")],
        ),
    ],
)
def test_a_demand_is_read_with_its_issuer(
    body: str, expected: list[tuple[str | None, str]]
) -> None:
    assert demands(HEAD + body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "Cử tri Nguyễn Văn Bảy yêu cầu chính quyền sửa đường liên thôn.",  # voters
        "Bà Trần Thị Sen đề nghị UBND tỉnh bố trí thêm kinh phí.",  # upward
        "UBND tỉnh kiến nghị phân cấp cho các huyện lập quy hoạch.",  # upward, to nobody named
        "Chính phủ đề nghị Quốc hội xem xét, thông qua dự án Luật.",  # upward
        "UBKT Tỉnh ủy đề nghị Ban Thường vụ Tỉnh ủy xem xét, thi hành kỷ luật ông Quý.",  # upward
        "Bà Trần Thị Sen kiến nghị Bộ Y tế sửa đổi thông tư.",  # upward
        "Ông Phạm Đình Quý yêu cầu các sở rà soát dự án.",  # an office of the past
        "Đồng chí Lê Văn Thuận đề nghị phía bạn mở rộng nhập khẩu nông sản.",  # foreign
        "Đồng chí Lê Văn Thuận tin tưởng tỉnh sẽ phát triển nhanh.",  # a wish
        "Các đại biểu cho rằng cần sớm sửa đổi quy định.",  # delegates
        "Theo yêu cầu của tỉnh, sở đã hoàn thành báo cáo.",  # a noun
        "Công tác lãnh đạo, chỉ đạo của tỉnh có nhiều đổi mới.",  # a noun
        "Sở Ngoại giao và Sở Giao thông đã bàn giao trụ sở.",  # parts of other words
        "Đồng chí Lê Văn Thuận yêu cầu Sở Y tế",  # cut off behind the one who is asked
        "Báo cáo năm vấn đề đồng chí Lê Văn Thuận giao Sở Y tế thời gian tới.",  # no task told
        "Việc đồng chí Lê Văn Thuận ra lệnh đóng cửa rừng là cứng rắn.",  # a noun
        "Đồng chí Lê Văn Thuận cho rằng tai nạn có trách nhiệm của các đơn vị đăng kiểm.",
        "Đồng chí Lê Văn Thuận nhấn mạnh tỉnh được giao 1.965 biên chế.",  # a figure
        "Đồng chí Lê Văn Thuận nhấn mạnh chính sách chưa đáp ứng được yêu cầu thực tiễn.",
        "Đồng chí Lê Văn Thuận nêu rõ các xã đã vượt chỉ tiêu biên chế được giao 50 người.",
        "Đồng chí Lê Văn Thuận cho biết có các tuyến phà Cần Thơ, Cần Giờ.",  # no «cần»
    ],
)
def test_what_only_looks_like_a_demand_is_none(body: str) -> None:
    assert demands(HEAD + body) == []


def test_the_lead_is_a_teaser_where_the_body_tells_the_demand() -> None:
    text = (
        "Thủ tướng yêu cầu kiểm tra giá thuốc\n\n"
        "Thủ tướng yêu cầu Bộ Y tế kiểm tra giá thuốc.\n\n"
        "Thủ tướng Lê Văn An giao Bộ Y tế kiểm tra giá thuốc tại các bệnh viện công lập."
    )
    assert demands(text) == [("Lê Văn An", "Bộ Y tế kiểm tra giá thuốc tại các bệnh viện công lập")]


def test_a_short_article_has_nothing_but_its_lead() -> None:
    text = "Kiểm tra giá thuốc\n\nThủ tướng Lê Văn An giao Bộ Y tế kiểm tra giá thuốc."
    assert demands(text) == [("Lê Văn An", "Bộ Y tế kiểm tra giá thuốc")]


def test_no_clause_is_cut_inside_the_title_of_a_document() -> None:
    body = (
        "Đồng chí Lê Văn Thuận yêu cầu các cấp ủy thực hiện Kết luận số 21-KL/TW ngày 25/10/2021 "
        "của Ban Chấp hành Trung ương về đẩy mạnh xây dựng, chỉnh đốn Đảng; kiên quyết ngăn chặn, "
        "đẩy lùi cán bộ suy thoái."
    )
    assert len(demands(HEAD + body)) == 1


SPEECH = st.sampled_from(
    [
        "Đồng chí Lê Văn Thuận yêu cầu ",
        "các sở phải rà soát; ",
        "“không để ",
        "”, ông nói. ",
        "giao ",
        "các sở thực hiện tốt các nhiệm vụ sau",
        ":",
        ":\n1. ",
        "Trước đó, ",
        "Công điện số 5/CĐ-TTg ",
        "theo chỉ đạo của Thủ tướng, ",
        "(",
        ")",
        ".",
        "\n\n",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(SPEECH, st.text(max_size=12)), max_size=25))
def test_any_text_gives_demands_cut_from_it(parts: list[str]) -> None:
    text = HEAD + "".join(parts)
    found = demands(text)
    assert all(words.strip() == words and words for _, words in found)


def test_an_organ_is_named_in_full() -> None:
    body = "Ủy ban Kiểm tra Tỉnh ủy vừa ra văn bản yêu cầu các xã kiểm điểm cán bộ vi phạm."
    assert demands(HEAD + body) == [("Ủy ban Kiểm tra Tỉnh ủy", "các xã kiểm điểm cán bộ vi phạm")]


@pytest.mark.parametrize("mark", [":", ": ", ":\n", ": 1", ": 1."])
@pytest.mark.parametrize("umbrella", ["", " thực hiện tốt các nhiệm vụ sau"])
def test_an_article_may_end_where_a_list_would_begin(umbrella: str, mark: str) -> None:
    body = f"Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy, tổ chức đảng{umbrella}{mark}"
    assert demands(HEAD + body) == []
