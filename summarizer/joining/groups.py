"""Join the citations of one document; what may be two of them stays apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from summarizer.joining.citation import Citation
from summarizer.joining.compare import Sameness, compare

Group = tuple[Citation, ...]
_Table = Mapping[int, Sequence[Sameness]]  # the rows of some places, each with all places


def join(citations: Iterable[Citation]) -> tuple[Group, ...]:
    """Groups of citations, one a document, however they are ordered.

    A citation that fits two documents which cannot be one («Luật Đất đai», where those of
    2013 and of 2024 are known) belongs to neither.
    """
    given = sorted(set(citations))
    rows: dict[int, list[Sameness]] = {at: ["same"] * len(given) for at in range(len(given))}
    for one, other in combinations(range(len(given)), 2):
        rows[one][other] = rows[other][one] = compare(given[one], given[other])
    return _groups(given, rows, range(len(given)))


def rejoin(new: Citation, others: Iterable[Citation]) -> tuple[Group, ...]:
    """The groups that `join` makes of a new citation and of all that hang together with it.

    The other groups are those of `join(others)`. Only what is surely one with the new
    citation, directly or by others, or may now belong to two, is compared with all.
    """
    given = sorted({new, *others})
    rows: dict[int, list[Sameness]] = {}
    reached = [given.index(new)]
    for at in reached:  # it grows
        rows[at] = [
            rows[other][at] if other in rows else compare(given[at], told)
            for other, told in enumerate(given)
        ]
        rows[at][at] = "same"
        near = [other for other, found in enumerate(rows[at]) if found == "same"]
        near += _parted(given, rows[at]) if len(rows) == 1 else []
        reached += [other for other in near if other not in reached]
    return _groups(given, rows, sorted(reached))


def may_be_one(one: Group, other: Group) -> bool:
    """Whether two groups may name one document, as far as their articles tell."""
    return all(compare(each, every) != "different" for each in one for every in other)


def is_vague(group: Group) -> bool:
    """Whether articles that cite like this may mean several documents («Kết luận 01»)."""
    return len(group) == 1 and compare(group[0], group[0]) != "same"


def _groups(given: Sequence[Citation], table: _Table, places: Sequence[int]) -> tuple[Group, ...]:
    """The groups of `places`, which hold whatever is surely one with any of them."""
    clear = [at for at in places if not _is_ambiguous(given, table, at)]
    parts = _parts(table, clear)
    sound = [part for part in parts if _is_sound(table, part)]
    for part in parts:  # a chain of citations that ends in another document
        if part not in sound:
            sound += _parts(table, [at for at in part if given[at].date])
            sound += [[at] for at in part if not given[at].date]
    sound += [[at] for at in places if at not in clear]
    return tuple(sorted(tuple(given[at] for at in part) for part in sound))


def _parted(given: Sequence[Citation], row: Sequence[Sameness]) -> list[int]:
    """Which citations may be what the row is of, but were surely one with something else."""
    likely = [at for at, found in enumerate(row) if found == "possible"]
    apart = [known for known, found in zip(given, row, strict=True) if found == "different"]
    return [
        at
        for at in likely
        if any(
            _is_of_old(given[at], known) and compare(known, given[at]) == "same" for known in apart
        )
    ]


def _is_ambiguous(given: Sequence[Citation], table: _Table, at: int) -> bool:
    """Whether a citation may name either of two documents that are known."""
    surely = [other for other in range(len(given)) if table[at][other] == "same"]
    if any(table[one][other] == "different" for one, other in combinations(surely, 2)):
        return True
    old = [one for one in surely if _is_of_old(given[at], given[one])]
    likely = [other for other in range(len(given)) if table[at][other] == "possible"]
    return any(table[one][other] == "different" for one in old for other in likely)


def _is_of_old(cited: Citation, known: Citation) -> bool:
    """Whether a document is too old to be the one meant for sure, should there be a later one.

    «Nghị quyết 18-NQ/TW» in 2024 is not that of 2022, where that of 2017 is known.
    """
    if cited.signed or not cited.told:
        return False
    return bool(known.signed) and int(known.signed) < cited.told - 1


def _parts(table: _Table, places: Sequence[int]) -> list[list[int]]:
    """`places` parted so that those which are surely one are together."""
    parts: list[list[int]] = []
    for at in places:
        near = [part for part in parts if any(table[at][other] == "same" for other in part)]
        parts = [part for part in parts if part not in near]
        parts.append(sorted([at, *(other for part in near for other in part)]))
    return parts


def _is_sound(table: _Table, part: Sequence[int]) -> bool:
    return all(table[one][other] != "different" for one, other in combinations(part, 2))
