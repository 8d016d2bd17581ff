"""How an article cites a document, written so that citations of other articles compare."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

from msgspec import Struct
from msgspec.structs import replace

from summarizer import lexicon
from summarizer.documents.numbers import read_number
from summarizer.documents.titles import title_words
from summarizer.documents.vocabulary import LAWS
from summarizer.folding import fold
from summarizer.joining.places import home_of, place_of, rank_of
from summarizer.model import Digest, DocumentRef
from summarizer.organs import organ_norm

_LONGEST = 20  # words of a title that are compared
_LETTER = "Công văn"
_ANY = "Văn bản"  # what a «Công văn» may be called
# levels of issuers of which there is one in the country
_CENTRAL = {
    *("party-central", "party-army", "party-police", "national-assembly", "state-central"),
    *("ministry", "ministry-former", "court", "procuracy", "audit"),
}
_PARTY = ("bo chinh tri", "ban bi thu", "ban chap hanh trung uong")
# what one body alone issues
STATE_TYPES = {"Nghị định", "Thông tư", "Thông tư liên tịch", *LAWS}


class Citation(Struct, frozen=True, array_like=True, omit_defaults=True, order=True):
    """A document as one article cites it; what the article does not say is empty.

    «30/2020/NĐ-CP» has serial «30», year «2020», codes «cp», «nđ». `date` is ISO or a bare
    year; `issuer` and `place` are normal forms, `title` the first words of what it is about.
    `told` is the year of the article.
    """

    type: str
    serial: str
    year: str = ""
    codes: tuple[str, ...] = ()
    date: str = ""
    issuer: str = ""
    place: str = ""
    title: tuple[str, ...] = ()
    told: int = 0

    @property
    def bucket(self) -> str:
        """Documents with different buckets are never one."""
        kind = _kind(_LETTER if self.type == _ANY else self.type)
        if self.type in LAWS and self.title:
            return f"{kind} {''.join(word[0] for word in self.title)}"
        return f"{kind} {self.serial or ' '.join(self.title[:2])}"

    @property
    def signed(self) -> str:
        """The year that the document is of, as far as it is told."""
        return self.year or self.date[:4]

    @property
    def is_local(self) -> bool:
        """Whether others of the same rank may have issued one with this number."""
        if self.type in STATE_TYPES or not _central_codes().isdisjoint(self.codes):
            return False
        return bool(self.codes) or self.issuer not in _central_organs()

    @property
    def is_party(self) -> bool:
        """Whether numbers start anew with each congress, not with each year."""
        if not self.codes:
            return self.issuer.startswith(_PARTY)
        return any(code == "tw" or code.endswith(("tw", "u")) for code in self.codes)


@lru_cache(maxsize=1024)  # asked for at every comparison, and there are some hundred types
def _kind(printed: str) -> str:
    return fold(printed)


def cite_all(digest: Digest) -> tuple[Citation, ...]:
    """How a digest cites each of its documents, in their order."""
    day = digest.article.published or digest.article.received
    home = cache(lambda: home_of(digest.article))  # a look through the text: few need it
    return tuple(_cite(document, home, day.year if day else 0) for document in digest.documents)


def _cite(document: DocumentRef, home: Callable[[], str], told: int) -> Citation:
    number = read_number(document.number, 0) if document.number else None
    issuer = document.issuer.text if document.issuer else ""
    codes = _codes(number.codes) if number else ()
    title = title_words(document.subject.text)[:_LONGEST] if document.subject else ()
    cited = Citation(
        type=document.type,
        serial=number.serial if number else "",
        year=number.year if number else "",
        codes=codes,
        date=document.date or "",
        issuer=_issuer(issuer),
        title=title,
        told=told,
    )
    return replace(cited, place=_place(issuer, codes, home)) if cited.is_local else cited


def _codes(read: frozenset[str]) -> tuple[str, ...]:
    """The codes in order, «T.Ư» as «TW»."""
    return tuple(sorted((read - {"t", "ư"}) | {"tw"} if {"t", "ư"} <= read else read))


def _issuer(printed: str) -> str:
    """The issuer without the place that it belongs to, which is told apart."""
    norm, place = organ_norm(printed), place_of(printed).partition(" ")[2]
    named = norm.removesuffix(place).rstrip() if place else norm
    return named.removesuffix(" dang")  # «Ban Chấp hành Trung ương Đảng»


def _place(issuer: str, codes: tuple[str, ...], home: Callable[[], str]) -> str:
    """Where the document belongs: the place its issuer names, else the province of the article."""
    if named := place_of(issuer):
        return named
    is_provincial = rank_of(issuer) in {"province", "city"} or (not issuer and "tu" in codes)
    return home() if is_provincial else ""


@cache
def _central_codes() -> frozenset[str]:
    rows = lexicon.rows("number_suffixes")
    codes = {fold(row["suffix"]) for row in rows if row["level"] in _CENTRAL}
    return frozenset(
        codes | {f"{house}{term}" for house in ("qh", "ubtvqh") for term in range(7, 20)}
    )


@cache
def _central_organs() -> frozenset[str]:
    rows = lexicon.rows("organs")
    names = {organ_norm(row["organ"]) for row in rows if row["level"] in _CENTRAL}
    return frozenset(
        names | {"thu tuong", "thu tuong chinh phu", "trung uong", "dang", "chu tich nuoc"}
    )
