"""Tell whether two citations name one document: surely, possibly, or not.

A wrong join puts a province's plan under another one's, so what is not sure stays apart
and is shown as possible. Whole numbers are one unless something told of them disagrees;
a bare number («Kết luận 01») needs an issuer, a day or a subject that agrees.
"""

from __future__ import annotations

from typing import Literal

from summarizer.documents.titles import are_one_title
from summarizer.documents.vocabulary import LAWS, words_for
from summarizer.joining.citation import STATE_TYPES, Citation

Sameness = Literal["same", "possible", "different"]

_DAY = len("2021-05-18")
_TERM = 5  # years from one congress of the Party to the next: 2016, 2021, 2026
_LAW_YEARS = 5  # for which a law is hardly replaced
_SHORTEST = 3  # telling words of a title that says which document it is
# how the press calls whoever issues under «TW»
_LOOSE = frozenset({"trung uong", "dang"})
_NATIONAL = ("quốc gia", "của đảng", "toàn quốc")
# who issue under «TU» are a few dozen; offices with the other codes are thousands
_FEW = frozenset({"tu"})


def compare(one: Citation, other: Citation) -> Sameness:
    """How surely two citations name one document; the order does not matter."""
    if _contradict(one, other):
        return "different"
    if one.type in LAWS and not (one.serial and other.serial):
        return _compare_laws(one, other)
    if not one.serial:
        return "same" if _is_one_titled(one, other) else "possible"
    is_sure = _is_one_whole if one.codes and other.codes else _is_one_short
    return "same" if is_sure(one, other) else "possible"


def _contradict(one: Citation, other: Citation) -> bool:
    """Whether something that both tell cannot be true of one document.

    What mostly tells citations of a bucket apart is asked first: most of them are compared.
    """
    if one.serial != other.serial and (bool(one.serial and other.serial) or not _laws(one)):
        return True
    if one.codes != other.codes and one.codes and other.codes and _clash(one.codes, other.codes):
        return True
    if one.date != other.date and not _is_start(one.date, other.date):
        return True
    if _is_of_other_years(one, other):
        return True
    is_one_kind = one.serial and one.serial == other.serial and one.type == other.type
    if (not is_one_kind or _laws(one)) and one.bucket != other.bucket:
        return True
    is_local = one.is_local and other.is_local
    if is_local:
        return not _agree(one.place, other.place)
    return not (one.codes and other.codes) and _has_other_issuer(one, other)


def _clash(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether neither of two sets of codes is a part of the other."""
    if len(one) == len(other):
        return one != other
    shorter, longer = sorted((one, other), key=len)
    return not set(shorter) <= set(longer)


def _is_of_other_years(one: Citation, other: Citation) -> bool:
    """Whether two were signed in different years, or one after the other was told of."""
    years = one.signed, other.signed
    if years[0] and years[1] and years[0] != years[1]:
        return True
    return _is_later(years[0], other.told) or _is_later(years[1], one.told)


def _is_one_whole(one: Citation, other: Citation) -> bool:
    """Whether two whole numbers («01-KL/TW») that nothing tells apart are one."""
    is_same_day = len(one.date) == len(other.date) == _DAY
    if one.is_local and not (one.place and one.place == other.place):
        return is_same_day and not _FEW.isdisjoint(one.codes)
    if is_same_day or (one.year and other.year):
        return True
    if _titles_differ(one, other) or (not one.is_local and _has_other_issuer(one, other)):
        return False
    return (
        bool(one.signed and other.signed) or _share_title(one, other) or _is_of_one_time(one, other)
    )


def _is_one_short(one: Citation, other: Citation) -> bool:
    """Whether a number without its codes («Kết luận 01») is one with another or with a whole."""
    if _is_local(one, other) and not (one.place and one.place == other.place):
        return False
    if len(one.date) == len(other.date) == _DAY:
        return True
    if _share_title(one, other):
        return True
    if _titles_differ(one, other) or one.type in STATE_TYPES:  # whose issuer says nothing
        return False
    if not (one.issuer and other.issuer) or {one.issuer, other.issuer} & _LOOSE:
        return False
    is_party = one.is_party or other.is_party
    if not is_party and not (one.signed or other.signed):
        return False  # «Nghị quyết 01 của Chính phủ»: there is one every year
    return bool(one.signed and other.signed) or _is_of_one_time(one, other)


def _is_one_titled(one: Citation, other: Citation) -> bool:
    """Whether two documents without a number are one by what they are about."""
    if one.title != other.title or len(one.title) < _SHORTEST:
        return False
    if len(one.date) == len(other.date) == _DAY:
        return True
    if any(words in " ".join(one.title) for words in _NATIONAL):
        return True
    if _is_local(one, other):
        is_one_place = bool(one.place) and one.place == other.place
        return is_one_place and bool(one.issuer) and one.issuer == other.issuer
    return bool(one.issuer) and one.issuer == other.issuer


def _compare_laws(one: Citation, other: Citation) -> Sameness:
    """Laws by their names, «Luật PCTN» too; an amended one («(sửa đổi)») may be either."""
    if one.title == other.title or 1 in (len(one.title), len(other.title)):
        return "same" if _is_in_force(one, other) else "possible"
    titles = (
        tuple(word for word in each.title if word not in {"sửa", "đổi"}) for each in (one, other)
    )
    return "possible" if len(set(titles)) == 1 else "different"


def _is_in_force(one: Citation, other: Citation) -> bool:
    """Whether a law told of without its year is the one of that year: a later one may exist.

    In the year in which it is passed the one before it is still in force.
    """
    if one.signed and other.signed:
        return True
    if not one.signed and not other.signed:
        return one.told == other.told > 0
    signed, told = (int(one.signed or other.signed), other.told if one.signed else one.told)
    return signed < told <= signed + _LAW_YEARS


def _is_local(one: Citation, other: Citation) -> bool:
    """Whether several may have issued one like this, as far as both tell."""
    if one.codes or other.codes:
        return one.is_local if one.codes else other.is_local
    return one.is_local or other.is_local


def _is_of_one_time(one: Citation, other: Citation) -> bool:
    """Whether both are told of within the time in which a number is given once."""
    years = [int(each.signed) if each.signed else each.told for each in (one, other)]
    if not all(years):
        return False
    if one.is_party or other.is_party:
        return (years[0] - 1) // _TERM == (years[1] - 1) // _TERM
    return years[0] == years[1]


def _is_later(signed: str, told: int) -> bool:
    """Whether a document was signed after it was told of."""
    return bool(signed and told) and int(signed) > told


def _has_other_issuer(one: Citation, other: Citation) -> bool:
    names = one.issuer, other.issuer
    if not all(names) or _LOOSE & set(names):
        return False
    return not (_is_within(*names) or _is_within(*reversed(names)))


def _is_within(short: str, long: str) -> bool:
    return f" {short} " in f" {long} "


def _share_title(one: Citation, other: Citation) -> bool:
    shorter = min(one.title, other.title, key=len)
    return len(_telling(shorter)) >= _SHORTEST and are_one_title(one.title, other.title)


def _titles_differ(one: Citation, other: Citation) -> bool:
    """Whether both say what they are about, and hardly a word of it is common."""
    words = _telling(one.title), _telling(other.title)
    if min(map(len, words)) < _SHORTEST:
        return False
    figures = [{word for word in each.title if word.isdigit()} for each in (one, other)]
    if all(figures) and figures[0].isdisjoint(figures[1]):
        return True
    return len(words[0] & words[1]) * 3 < min(map(len, words))


def _telling(title: tuple[str, ...]) -> frozenset[str]:
    return frozenset(title) - words_for("common in titles")


def _laws(one: Citation) -> bool:
    return one.type in LAWS


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other


def _is_start(one: str, other: str) -> bool:
    """Whether a day agrees with a bare year, or with nothing."""
    return one.startswith(other) or other.startswith(one)
