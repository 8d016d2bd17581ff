"""Read issuer and day from the words before a document: «Ngày 12/6, Bộ Y tế đã ban hành …»."""

from __future__ import annotations

import re

from msgspec.structs import replace

from summarizer.documents.bodies import is_known_body, read_body
from summarizer.documents.mention import Details, Mention, Signed
from summarizer.documents.signing import Days, signed_at
from summarizer.documents.subjects import sentence_end, sentence_start
from summarizer.documents.vocabulary import words_for
from summarizer.language import Doc
from summarizer.model import Quote, Span

_REACH = 240  # characters looked back
_ADVERB = (
    r"vừa | đã | sẽ | mới | cũng | chính\sthức | có | cho | cùng | tiếp\stục"
    r" | sớm | ngay | kịp\sthời | khẩn\strương | nhanh\schóng"
)
_VERB = re.compile(
    rf"""
    \s (?: (?: {_ADVERB} ) \s ){{0,3}}
    (?: (?P<signs> (?:ký\s(?:và\s)?)? ban\shành | ký | có | ra | phát\sđi | gửi )
      | (?: (?: biểu\squyết\s )? thông\squa | phê\sduyệt ) (?: \s (?:tại|theo|bằng) )?
      | (?P<publishes> công\sbố ) )
    (?: \s các | \s một\ssố | \s \d{{1,2}} | \s hai | \s ba )? \s? $
    """,
    re.VERBOSE,
)
_CLAUSE = re.compile(
    r"[,;:(\"]\s?|(?<!\btp)\.\s?|(?<!\w)-\s|\b(?:được|theo đó|khi|để|mà|thì|vì|nhưng)\s"
)
_SIGNER = re.compile(r"(?:\s[^\W\da-z_]\w*){0,6}")  # «Bộ trưởng Bộ Y tế | Đào Văn Bình»
_REST = re.compile(r"(?: [^\W\d_]+){1,4}")
_DEPUTY = re.compile(r"(?:phó|thường trực ban bí thư|thứ trưởng|thừa|đồng chí|ông|bà)\b")
_OF_BODIES = frozenset({"Nghị quyết", "Nghị định", "Luật", "Bộ luật", "Pháp lệnh"})
_PUBLISHED = frozenset({"Kết luận", "Thông báo"})  # others are read out by whom they do not bind
_MEMBER = re.compile(r"(?:thủ tướng|chủ tịch|bộ trưởng|tổng bí thư)\b")
_AT = re.compile(r"\b(?:tại|theo|trong)\s$")
_SAYS = re.compile(
    r"\s(?:đã\s|cũng\s)?(?:yêu cầu|đề nghị|quyết định|chỉ đạo|giao|nêu|quy định|cho biết)"
)


def with_front(doc: Doc, days: Days, mention: Mention) -> Mention:
    """`mention` with the issuer and the day that the sentence tells around it.

    What stands beside the number itself goes first; an issuer after the subject last.
    """
    details = mention.details
    certain = details.issuer if not _is_late(details) else None
    if certain and details.signed:
        return mention
    issuer, signed = _before(doc, days, mention)
    issuer = certain or issuer or _after(doc, mention) or details.issuer
    signed = details.signed or signed
    return replace(mention, details=replace(details, issuer=issuer, signed=signed))


def told_of_type(doc: Doc, kind: str) -> Quote | None:
    """The issuer in «Tại Nghị quyết, Chính phủ yêu cầu», «Chỉ thị của Bộ Chính trị nêu rõ».

    Asked where the article has one document of that kind only.
    """
    for match in re.finditer(rf"(?<!\w){kind.lower()}(?:(?: này)?, | của )", doc.folded):
        at = _AT.search(doc.folded, max(0, match.start() - 6), match.start())
        if not at and match[0].endswith(", "):
            continue
        issuer = read_body(doc, match.end(), sentence_end(doc, match.end()))
        if issuer and not _is_signer(doc, issuer) and _SAYS.match(doc.folded, issuer.span.end):
            return issuer
    return None


def _is_late(details: Details) -> bool:
    issuer, subject = details.issuer, details.subject
    return bool(issuer and subject and issuer.span.start > subject.span.start)


def _before(doc: Doc, days: Days, mention: Mention) -> tuple[Quote | None, Signed | None]:
    """Issuer and day in «Ngày 12/6, Bộ Y tế đã ban hành | Quyết định số 35»."""
    start = mention.span.start
    left = max(sentence_start(doc, start), start - _REACH)
    verb = _VERB.search(doc.folded, left, start)
    if verb is None or doc.folded.endswith(" việc", left, verb.start()):
        return _at_request(doc, left, start), None
    if verb["publishes"] and mention.type not in _PUBLISHED:
        return None, None
    issuer = _subject(doc, left, verb.start()) or _on_behalf(doc, left, verb.start())
    if issuer and mention.type in _OF_BODIES and _MEMBER.match(doc.folded, issuer.span.start):
        issuer = None  # the Prime Minister signs what the Government has resolved
    day = days.told(left, verb.start()) if verb["signs"] else None
    return issuer, signed_at(doc, day) if day else None


def _on_behalf(doc: Doc, left: int, verb: int) -> Quote | None:
    """The issuer in «thay mặt Ban Thường vụ Tỉnh ủy, đồng chí Lê Văn Bình đã ký»."""
    behalf = doc.folded.rfind("thay mặt ", left, verb)
    return read_body(doc, behalf + len("thay mặt "), verb) if behalf >= 0 else None


def _at_request(doc: Doc, left: int, start: int) -> Quote | None:
    """The issuer in «theo đề nghị của Bộ Xây dựng tại | Công văn số 9924»."""
    of = doc.folded.rfind(" của ", left, start)
    issuer = read_body(doc, of + 5, start) if of >= 0 else None
    return issuer if issuer and doc.folded[issuer.span.end : start] == " tại " else None


def _after(doc: Doc, mention: Mention) -> Quote | None:
    """The issuer in «tại | Công điện số 35 |, Bộ Y tế yêu cầu»."""
    start, end = mention.span.start, mention.details.end
    if not _AT.search(doc.folded, max(0, start - 6), start) or doc.text[end : end + 2] != ", ":
        return None
    issuer = read_body(doc, end + 2, sentence_end(doc, end))
    if issuer is None or _is_signer(doc, issuer):
        return None
    signer = _SIGNER.match(doc.text, issuer.span.end)
    return issuer if signer and _SAYS.match(doc.folded, signer.end()) else None


def _subject(doc: Doc, left: int, verb: int) -> Quote | None:
    """The body or office that ends, with its holder's name, where the verb starts."""
    clause = left
    for mark in _CLAUSE.finditer(doc.folded, left, verb):
        clause = mark.end()
    issuer = read_body(doc, clause, verb)
    if issuer is None or _is_signer(doc, issuer):
        return None
    signer = _SIGNER.match(doc.text, issuer.span.end, verb)
    if signer and signer.end() == verb:
        return issuer
    if not _REST.fullmatch(doc.folded, issuer.span.end, verb) or _stops(doc, issuer.span.end, verb):
        return None  # «Cục Quản lý | dược đã có công văn»: else the whole is the name
    return Quote(doc.text[issuer.span.start : verb], Span(issuer.span.start, verb))


def _stops(doc: Doc, start: int, end: int) -> bool:
    return not words_for("issuer stop").isdisjoint(doc.folded[start:end].split())


def _is_signer(doc: Doc, issuer: Quote) -> bool:
    """Somebody who signs for another, or nobody who issues: «Phó Thủ tướng», «Đề nghị …»."""
    start = issuer.span.start
    return _DEPUTY.match(doc.folded, start) is not None or not is_known_body(doc, start)
