"""Take from the index the digests that may be meant, newest first, a few of each kind."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise, product

from msgspec import Struct
from sqlite_utils import Database

from storage.query import Query
from storage.sqlite.ids import chat_range
from storage.terms import NUMBER, TITLE
from summarizer.folding import strip_marks

# that name the number, that have the words in the headline, that have them side by side;
# what has them anywhere fills up to the most that are weighed
_BY_NUMBER, _BY_TITLE, _BY_NEIGHBOURS, _MOST = 30, 30, 35, 50
# words that a beginning is taken for: itself, the commonest; the others where these are rare
_FEW_ENDINGS, _MOST_ENDINGS = 12, 40

Groups = list[Sequence[str]]  # of each group a digest must have one term
_Word = Sequence[str]  # one word, or all that a beginning may stand for
_Runs = list[list[_Word]]  # words that were typed one after the other


class Candidates(Struct, frozen=True):
    """Ids, those first that are surer; `numbered` have the number; `is_all` where no more match."""

    ids: tuple[int, ...]
    numbered: frozenset[int]
    is_all: bool


def find_candidates(db: Database, query: Query, *, chat: int) -> Candidates:
    """The digests of a chat that have what the query asks for."""
    endings = _endings(db, strip_marks(query.runs[-1][-1])) if query.is_prefix else ()
    found = _find(db, query, chat, endings[:_FEW_ENDINGS])
    if found.is_all and len(endings) > _FEW_ENDINGS:
        return _find(db, query, chat, endings)
    return found


def _find(db: Database, query: Query, chat: int, endings: Sequence[str]) -> Candidates:
    """The candidates, if a word that is begun has one of these `endings`."""
    runs = _runs(query, endings)
    quoted, loose = _parted(runs, query)
    must: Groups = [*query.groups, *chain(*map(_beside, quoted))]
    words: Groups = [*must, *chain(*loose)]  # words that stand side by side are there
    beside: Groups = [*must, *chain(*(_beside(run) for run in runs))]
    title: Groups = [*must, *chain(*(_beside(run, prefix=TITLE) for run in runs))]
    numbered = _by_number(db, query, must, chat)
    sure: dict[int, None] = {}
    if runs:
        sure |= dict.fromkeys(_match(db, title, chat, _BY_TITLE))
    if any(len(run) > 1 for run in loose):
        sure |= dict.fromkeys(_match(db, beside, chat, _BY_NEIGHBOURS))
    anywhere = _match(db, words, chat, _MOST) if len(sure) < _MOST else [*sure]
    ids = tuple(dict.fromkeys([*numbered, *sure, *anywhere]))[:_MOST]
    return Candidates(ids, frozenset(numbered), is_all=len(anywhere) < _MOST)


def _by_number(db: Database, query: Query, must: Groups, chat: int) -> list[int]:
    """The digests that name the surest number which any digest names."""
    for guess in query.guesses:
        groups = [*must, (NUMBER + guess.key,), *((word,) for word in guess.rest)]
        if found := _match(db, groups, chat, _BY_NUMBER):
            return found
    return []


def _runs(query: Query, endings: Sequence[str]) -> _Runs:
    """The words of the query without diacritics, the last with all it may stand for."""
    runs: _Runs = [[(strip_marks(word),) for word in run] for run in query.runs]
    if query.is_prefix:
        runs[-1][-1] = endings
    return runs


def _parted(runs: _Runs, query: Query) -> tuple[_Runs, _Runs]:
    """The runs that are quoted, and the others."""
    quoted: _Runs = []
    loose: _Runs = []
    for run, words in zip(runs, query.runs, strict=True):
        (quoted if words in query.phrases else loose).append(run)
    return quoted, loose


def _endings(db: Database, beginning: str) -> tuple[str, ...]:
    rows = db.execute(
        "select term from term where term >= ?1 and term < ?1 || char(0x10ffff)"
        " order by term != ?1, seen desc, term limit ?2",
        [beginning, _MOST_ENDINGS],
    ).fetchall()
    return tuple(term for (term,) in rows)


def _beside(run: Sequence[_Word], *, prefix: str = "") -> Groups:
    """The groups of words that stand side by side; of a single word, itself."""
    if len(run) == 1:
        return [[prefix + word for word in run[0]]]
    return [
        [f"{prefix}{one}_{other}" for one, other in product(first, second)]
        for first, second in pairwise(run)
    ]


def _match(db: Database, groups: Groups, chat: int, limit: int) -> list[int]:
    """The newest digests of a chat that have a term of each group."""
    if not all(groups):
        return []
    said = dict.fromkeys(" OR ".join(f'"{term}"' for term in group) for group in groups)
    rows = db.execute(
        "select rowid from digest_term where digest_term match ? and rowid between ? and ?"
        " order by rowid desc limit ?",
        [" AND ".join(f"({group})" for group in said), *chat_range(chat), limit],
    ).fetchall()
    return [number for (number,) in rows]
