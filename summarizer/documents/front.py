"""Read issuer and day from the words before a document: «Ngày 12/6, Bộ Y tế đã ban hành …»."""

from __future__ import annotations

import re

from summarizer.documents.issuers import read_issuer
from summarizer.documents.mention import Signed
from summarizer.documents.signing import read_front
from summarizer.documents.subjects import sentence_start
from summarizer.language import Doc
from summarizer.model import Quote

_REACH = 240  # characters looked back
_VERB = re.compile(
    r"""
    \s (?: (?: vừa | đã | mới | cũng | sẽ | chính\sthức | có | cho ) \s ){0,3}
    (?: ký\s(?:và\s)?ban\shành | ban\shành | ký | có | ra | phát\sđi | gửi )
    (?: \s các | \s một\ssố | \s \d{1,2} | \s hai | \s ba )? \s? $
    """,
    re.VERBOSE,
)
_CLAUSE = re.compile(r"[,;:.(\"]\s?|\s-\s|\btheo đó\s")
_SIGNER = re.compile(r"(?:\s[^\W\da-z_]\w*){0,6}")  # «Bộ trưởng Bộ Y tế | Đào Văn Bình»
_DEPUTY = re.compile(r"(?:phó|thứ trưởng|thừa)\b")
_AT = re.compile(r"\b(?:tại|theo|trong)\s$")
_SAYS = re.compile(
    r"\s(?:đã\s|cũng\s)?(?:yêu cầu|đề nghị|quyết định|chỉ đạo|giao|nêu|quy định|cho biết)"
)


def read_before(doc: Doc, start: int) -> tuple[Quote | None, Signed | None]:
    """Issuer and day that the sentence tells before the type word at `start`."""
    left = max(sentence_start(doc, start), start - _REACH)
    verb = _VERB.search(doc.folded, left, start)
    if verb is None:
        return None, None
    return _subject(doc, left, verb.start()), read_front(doc, left, verb.start())


def read_after(doc: Doc, start: int, end: int, limit: int) -> Quote | None:
    """The issuer in «tại Công điện số 35, Bộ Y tế yêu cầu», the document at `start` … `end`."""
    if not _AT.search(doc.folded, max(0, start - 6), start) or doc.text[end : end + 2] != ", ":
        return None
    issuer = read_issuer(doc, end + 2, limit)
    if issuer is None or _DEPUTY.match(doc.folded, issuer.span.start):
        return None
    signer = _SIGNER.match(doc.text, issuer.span.end)
    return issuer if signer and _SAYS.match(doc.folded, signer.end()) else None


def _subject(doc: Doc, left: int, verb: int) -> Quote | None:
    """The body or office that ends, with its holder's name, where the verb starts."""
    clause = left
    for mark in _CLAUSE.finditer(doc.folded, left, verb):
        clause = mark.end()
    issuer = read_issuer(doc, clause, verb)
    if issuer is None or _DEPUTY.match(doc.folded, issuer.span.start):
        return None
    signer = _SIGNER.match(doc.text, issuer.span.end, verb)
    return issuer if signer and signer.end() == verb else None
