"""Tell how far an office reaches: «Phó Trưởng phòng | Giáo dục và Đào tạo huyện Ba Vì»."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from summarizer import lexicon
from summarizer.folding import CAPITALS
from summarizer.people.commas import is_comma_inside, is_parent
from summarizer.people.marks import Mark
from summarizer.people.runs import is_law_office, surname_weights
from summarizer.people.scene import Scene

# «Công ty Lọc hóa dầu Bình Sơn (BSR) Lê Văn Bình»
_ACRONYM = re.compile(rf"\([^\W\d_][\w&\s-]{{1,16}}\)(?=\s(?:[{CAPITALS}]|tỉnh|thành))")
_MOST_WORDS = 32
_MOST_LOOSE_WORDS = 9
_LONGEST_SYLLABLE = 6  # «Mobifone» is no first syllable of a Vietnamese word
# «Trưởng phòng Dịch tễ (Cục Thú y)»
_BRACKET = re.compile(r"\((?:bộ|sở|cục|vụ|tổng cục|công an|ban|viện|đoàn)\s[^()\n]{2,60}\)")
# «Thường trực Ban Bí thư», «Văn phòng Chủ tịch nước»: the inner office belongs to the organ
_BEFORE_INNER = frozenset({"ban", "đoàn", "phòng", "lý", "ký", "đồng", "giúp"})
_BEFORE_NUMBER = frozenset(
    {"quận", "phường", "xã", "huyện", "tổ", "khu", "số", "án", "đội", "đoàn", "phòng", "vụ"}
    | {"phương", "ban", "cục", "khóa", "dự", "vùng", "vực", "tàu", "nhà", "máy", "."}
)
# «Ban Chỉ đạo Trung ương về phòng, chống tham nhũng», «Cơ sở dữ liệu quốc gia về dân cư»
_ABOUT = frozenset({("chỉ", "đạo"), ("tư", "vấn"), ("dữ", "liệu")})
_OF_BOARDS = frozenset({("chỉ", "đạo"), ("điều", "hành"), ("soạn", "thảo"), ("vận", "động")})
_AT_PLACE = frozenset({"sứ", "lãnh", "diện", "hiệp", "trú", "giám", "hội"})
_SHORT_FORMS = frozenset({"tp", "t", "q", "p", "tx", "h"})
_INSIDE = frozenset({"block", "organ", "place", "namesake", "field"})
_CREDITS = frozenset({"ảnh", "nguồn", "clip", "video", "đồ"})
_ORGAN_WORDS = frozenset(
    {"thuộc", "sở", "bộ", "cục", "vụ", "tổng", "viện", "trường", "hội", "hiệp", "công", "ty"}
    | {"tập", "đoàn", "phòng", "ban", "quỹ", "báo", "đài", "tỉnh", "thành", "phố", "huyện", "xã"}
    | {"quận", "phường", "cơ", "quan", "ngân", "hàng", "trung", "tâm", "ngành", "tòa", "ủy"}
    | {"tổ", "đội", "vườn", "hạt"}
)
# small syllables of organs that more often open a verb: «phát hiện», «đề xuất»
_OPEN_VERBS = frozenset(
    {"phát", "đề", "sự", "chuyển", "triển", "truyền", "trực", "tạo", "họp", "không", "nói", "tham"}
    | {"đồng", "kiếm", "kê", "cực", "tuyển", "cứu", "chống", "mới", "sáng", "dự", "ký", "an"}
)
_LOOSE = frozenset({"field", "block", "namesake", "place", "organ"})
_LOOSE_ENDS = frozenset({"và", "của", "thuộc", "tại", "-", "(", ".", "&", "các", ","})


def trim(scene: Scene, first: int, past: int) -> int:
    """Move `past` back over words that end no office: «và», «của», a dash."""
    while past > first and scene.word(past - 1) in _LOOSE_ENDS:
        past -= 1
    return past


def reach(scene: Scene, mark: Mark) -> int:
    """The word past an office whose head is `mark`, a name at its end included."""
    stop = min(scene.block_end(mark.first), mark.past + _MOST_WORDS)
    index = mark.past
    inner = scene.at(index)
    if inner and inner.kind == "head" and _glued(scene, index) and _is_qualifier(scene, inner):
        index = inner.past  # «Phó Bí thư Thường trực»
    while index < stop:
        after = _step(scene, mark, index)
        if after <= index:
            after = _leap_to_name(scene, index)
        if after <= index:
            break
        index = after
    index = min(index, stop)
    return trim(scene, mark.past, _to_bracket(scene, mark.first, index) or index)


def _to_bracket(scene: Scene, first: int, index: int) -> int | None:
    """The closing bracket, where the rest belongs to the office: «(Trưởng ban | tiếp dân)»."""
    before = scene.doc.words.texts[max(scene.block_start(first), first - _MOST_WORDS) : first]
    opened = next((mark for mark in reversed(before) if mark in {"(", ")"}), None)
    if opened != "(":
        return None
    for place in range(index, min(index + _MOST_LOOSE_WORDS, scene.block_end(index))):
        word = scene.word(place)
        mark = scene.at(place)
        if word == ")":
            return place
        inside = mark is None or mark.kind in _LOOSE or word == "và"
        if not inside or not (word.isalpha() or word == "-"):
            return None
    return None


def _is_qualifier(scene: Scene, mark: Mark) -> bool:
    return scene.word(mark.first) == "thường" and mark.past - mark.first == 2


def _glued(scene: Scene, index: int) -> bool:
    words = scene.doc.words
    return words.starts[index] - words.ends[index - 1] <= 2


def _step(scene: Scene, head: Mark, index: int) -> int:
    """The word after what goes on with the office at `index`; `index` where nothing does."""
    if not _glued(scene, index):
        return index
    word = scene.word(index)
    if not word[0].isalnum():
        return _step_over_sign(scene, index)
    if _names_board(scene, index):
        return index + 2
    mark = scene.at(index)
    if mark:
        return _step_over_mark(scene, head, mark)
    if scene.is_capital(index):
        return index + 1
    before = scene.word(index - 1)
    if word[0].isdigit():
        fits = before in _BEFORE_NUMBER and scene.word(index + 1) not in {"/", "%"}
        return index + 1 if fits else index
    return index + 1 if word in _small_words() or _ends_compound(scene, index) else index


def _names_board(scene: Scene, index: int) -> bool:
    """«Trưởng Ban | điều hành»; «Trưởng ban | điều hành cuộc họp» speaks of what he does."""
    board = scene.word(index - 1) == "ban" and scene.is_capital(index - 1)
    return board and (scene.word(index), scene.word(index + 1)) in _OF_BOARDS


def _ends_compound(scene: Scene, index: int) -> bool:
    """«Nội vụ», «Kế hoạch»: a small second syllable after a capital one."""
    before = index - 1
    place = scene.before(index)
    if place and place.kind == "place":
        return False
    words = scene.doc.words
    printed = scene.doc.text[words.starts[before] : words.ends[before]]
    acronym = len(printed) > 1 and printed.isupper()
    return printed[0].isupper() and not acronym and len(printed) <= _LONGEST_SYLLABLE


def _step_over_sign(scene: Scene, index: int) -> int:
    """Signs inside an office: «TP.HCM», «Lao động - Thương binh», «(Cục Thú y)», a comma."""
    words = scene.doc.words
    if index + 1 >= len(words.texts):
        return index
    goes_on = False
    match scene.word(index):
        case ".":
            tight = words.starts[index + 1] == words.ends[index]
            short = scene.word(index - 1) in _SHORT_FORMS and scene.is_capital(index + 1)
            goes_on = short or (tight and scene.word(index + 1).isalnum())
        case "-" | "&" | "/":
            field = scene.at(index + 1)
            if is_parent(scene, index):
                return index + 1
            goes_on = not _opens_another(scene, index + 1) and (
                bool(field and field.kind == "field")
                or (scene.is_capital(index + 1) and scene.word(index + 1) not in _CREDITS)
            )
        case ",":
            goes_on = is_comma_inside(scene, index)
        case "(":
            bracket = _BRACKET.match(scene.doc.folded, words.starts[index]) or _ACRONYM.match(
                scene.doc.text, words.starts[index]
            )
            return words.index_at(bracket.end()) if bracket else index
    return index + 1 if goes_on else index


def _opens_another(scene: Scene, index: int) -> bool:
    mark = scene.at(index)
    return bool(mark and mark.kind in {"head", "rank", "degree", "honorific", "plural", "person"})


def _step_over_mark(scene: Scene, head: Mark, mark: Mark) -> int:
    index = mark.first
    capital = scene.is_capital(index)
    inner = mark.kind == "head" and scene.word(index - 1) in _BEFORE_INNER
    if inner or mark.kind in _INSIDE or is_law_office(scene, mark.past):
        return mark.past
    if mark.kind in {"honorific", "person"}:  # «Hội Nông dân», «Hoàng Anh»
        return index + 1 if capital else index
    if mark.kind in {"head", "rank", "degree", "periphrase"}:
        return index
    if capital:
        return index if mark.kind == "plural" else mark.past
    if _is_charge(scene, mark):
        return mark.past
    return index + 1 if _links(scene, head, index) else index


def _is_charge(scene: Scene, mark: Mark) -> bool:
    """«Phó Giám đốc phụ trách Sở Tư pháp»."""
    inside = mark.past < scene.block_end(mark.first)
    return scene.word(mark.first) == "phụ" and inside and scene.is_capital(mark.past)


def _leap_to_name(scene: Scene, index: int) -> int:
    """«phụ trách lĩnh vực đô thị | Lê Văn A»: over small words to a name, if one follows."""
    for place in range(index, min(index + _MOST_LOOSE_WORDS, scene.block_end(index) - 1)):
        if not _glued(scene, place) or not scene.word(place).isalpha():
            break
        if scene.is_capital(place):
            sure = surname_weights().get(scene.word(place), 0.0) >= 2
            return place if sure and scene.is_capital(place + 1) else index
        mark = scene.at(place)
        if mark and mark.kind not in _LOOSE and scene.word(place) != "phụ":
            break
    return index


def _links(scene: Scene, head: Mark, index: int) -> bool:
    """Whether «và», «của», «tại», «về» or «các» at `index` goes on with the office."""
    word = scene.word(index)
    following = index + 1
    if following >= scene.block_end(index) or _opens_another(scene, following):
        return False
    capital = scene.is_capital(following)
    if word == "tại":
        near = {scene.word(place) for place in range(head.first, index)}
        return capital and bool(near & _AT_PLACE)
    if word == "về":
        field = scene.at(following)
        words = pairwise(scene.word(place) for place in range(head.first, index))
        return (capital or bool(field and field.kind == "field")) and bool(_ABOUT & set(words))
    if word == "và" and not capital:
        field = scene.at(following)  # «Sở Giáo dục và đào tạo»
        return bool(field and field.kind in {"field", "organ"}) and index > head.past
    return word in {"và", "của", "các"} and index > head.past - (word != "và")


@cache
def _small_words() -> frozenset[str]:
    """The small syllables of the names of organs and offices: «nhân dân», «tỉnh»."""
    names = [row["organ"] for row in lexicon.rows("organs")]
    names += [row["office"] for row in lexicon.rows("offices")]
    small = {word for name in names for word in name.split() if word.isalpha() and word.islower()}
    return frozenset(small | _ORGAN_WORDS) - _OPEN_VERBS - {"và", "của", "các", "về"}
