"""Tell verbs of saying from the nouns that are written alike: «theo yêu cầu», «bàn giao»."""

from __future__ import annotations

from summarizer.directives.actor_words import actor_at
from summarizer.language import Doc

_BEFORE = frozenset(
    "theo với những các ứng về của đủ nhiều từ trước mọi số đúng vượt đạt do sự được trên thực "
    "cầu ban bàn này quyền mức khi việc đơn nhận bị vụ biên để chưa không lãnh tăng giám xét hai "
    "ba bốn năm ngoại dung thần tác một phải cần sẽ và/hoặc hãy hoặc bằng".split()
)
_AFTER = {
    "giao": frozenset(
        "thông dịch lưu ban thừa thương tiếp nộp nhận nhau đất rừng hữu hàng dự chỉ kế biên vốn "
        "mặt quyền khoán".split()
    ),
    "yêu cầu": frozenset("của này đó về cao mới nhiệm đặt".split()),
    "đề nghị": frozenset("của này trên".split()),
    "chỉ đạo": frozenset("điều của và về đối".split()),
    "kiến nghị": frozenset("của này trên".split()),
    "kết luận": frozenset("của số này thanh kiểm điều".split()),
    "báo cáo": frozenset("của tại".split()),
    "nói": frozenset("chung riêng chuyện".split()),
    "nêu": frozenset("cao gương trên lên".split()),
    "phát biểu": frozenset("tại chỉ kết khai bế của ý".split()),
    "quyết định": frozenset("số của này về".split()),
    "thông báo": frozenset("số của này kết".split()),
}


def is_noun(doc: Doc, place: tuple[int, int], verb: int, past: int) -> bool:
    """Tell whether words `verb` … `past` of the sentence at words `place` are a noun."""
    texts = doc.words.texts
    start, stop = place
    before = texts[verb - 1] if verb > start else ""
    if before in _BEFORE and not (verb - 1 > start and doc.is_capital(verb - 1)):
        return True
    if before == "ngoại" or (before == "ban" and doc.is_capital(verb)):
        return True  # «Bộ Ngoại | giao», «Ban | Chỉ đạo»
    if past >= stop or doc.is_capital(past):
        return False
    if texts[past] in {"cấp", "bức"}:  # «yêu cầu cấp bách», «yêu cầu bức thiết»
        return texts[past + 1 : past + 2] in (["bách"], ["thiết"])
    if texts[past] not in _AFTER.get(" ".join(texts[verb:past]), ()):
        return False
    actor = actor_at(doc, past, stop)  # «giao | ban soạn thảo»
    return actor is None or actor[0] < past + 2 or actor[1] == "none"
