"""Measure storage and search on many digests: `make bench`, `make bench-large`.

    python -m tests.bench.storage 100000

Times are those of one thread, wall clock, warm unless said otherwise. Beside them stands a
calibration of the same run (a fixed piece of work of SQLite's), so that machines compare.
The peer is sqlite-utils' own `enable_fts` table with `search()` on the same articles, its
ten rows marked by the same words.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import re
import sqlite3
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from functools import partial
from itertools import islice
from pathlib import Path

from msgspec import Struct
from sqlite_utils import Database

from bot.pool import map_ordered
from storage.backup import back_up
from storage.prepared import prepare
from storage.query import read_query
from storage.sqlite.candidates import _endings, find_candidates
from storage.sqlite.database import open_database, open_reader
from storage.sqlite.digests import _insert, delete_digest, put_digest
from storage.sqlite.ids import chat_range
from storage.sqlite.index import begin_tidying, day_of, go_on_tidying, put_terms
from storage.sqlite.near import put_signature
from storage.sqlite.registering import put_entries
from storage.sqlite.search import search
from storage.sqlite.writer import Writer
from tests.bench.digests import Made, bases, make, maker

_BATCH = 2000
_HASH = 2**20  # bytes that FTS5 gathers before it writes: its own default
_QUERIES = 120
_TODAY = date(2026, 1, 4)
_LARGE = 100_000  # digests from which on every promise is held
_SECONDS = 0.3  # no search may take longer


class Row(Struct, frozen=True):
    """A line of the table; `is_fine` None where nothing was promised."""

    what: str
    value: str
    wanted: str = ""
    is_fine: bool | None = None


def build(path: Path, count: int) -> float:
    """A database of so many digests; the digests a second that went in.

    One that was stopped goes on where it was: a million takes hours.
    """
    maker(count)  # once, before there are processes
    database = open_database(path)
    database.execute("pragma synchronous = off")  # building only
    database.execute("pragma cache_size = -1048576")
    _gather(database, 32 * _HASH)
    gc.disable()  # nothing here goes in circles
    began = time.monotonic()
    with closing(database):
        (begun,) = database.execute("select count(*) from digest").fetchone()
        rows = database.execute("select id >> 32, max(id) from digest group by 1").fetchall()
        newest = {chat: last - chat_range(chat)[0] for chat, last in rows}
        workers = os.cpu_count() or 1
        answers = map_ordered(partial(make, count), range(begun, count), workers=workers)
        done = begun
        while put := _put(database, islice(answers, _BATCH), newest):
            done += put
            if sys.stderr.isatty():
                print(f"\r{done} of {count}", end="", file=sys.stderr)
        with database.atomic():
            database.conn.executemany(
                "insert into chat (number, channel, key, newest) values (?, 'bench', ?, ?)"
                " on conflict do update set newest = excluded.newest",
                [(chat, str(chat), most) for chat, most in newest.items()],
            )
        gc.enable()
        _gather(database, _HASH)
        rate = (count - begun) / (time.monotonic() - began)
        is_more = begin_tidying(database, is_whole=False)
        while is_more:  # as the bot does every hour
            is_more = go_on_tidying(database)
    return rate


def _gather(database: Database, size: int) -> None:
    with database.atomic():
        database.execute(
            "insert into digest_term (digest_term, rank) values ('hashsize', ?)", [size]
        )


def _put(database: Database, batch: Iterable[Made | Exception], newest: dict[int, int]) -> int:
    """Keep digests as the bot does; how many. `newest` is the last number of each chat.

    One transaction, the terms by themselves: FTS5 then writes those of many digests at once.
    """
    put: list[tuple[int, Made]] = []
    with database.atomic():
        for made in batch:
            if isinstance(made, Exception):
                raise made
            newest[made.chat] = newest.get(made.chat, 0) + 1
            number = chat_range(made.chat)[0] + newest[made.chat]
            put.append((number, made))
            _insert(database, number, made.prepared, now=made.made, message=None)
            put_signature(database, number, made.prepared.signature, made=made.made)
            put_entries(database, number, made.prepared.digest, made.prepared.entries)
        for number, made in put:
            terms, words = made.prepared.terms, made.prepared.words
            day = day_of(made.prepared.digest, made.made)
            put_terms(database, number, terms, words=words, day=day)
    return len(put)


def build_peer(path: Path, source: Path) -> None:
    """The same articles in a table with sqlite-utils' own index."""
    peer = Database(sqlite3.connect(path))
    with closing(open_reader(source)) as own:
        table = peer.table("article")
        table.insert_all(_rows(own), pk="id", batch_size=_BATCH)
        table.enable_fts(["title", "body"], tokenize="unicode61 remove_diacritics 2")
    peer.close()


def _rows(own: Database) -> Iterator[dict[str, object]]:
    from storage.sqlite.lists import get_after

    last = 0
    while some := get_after(own, last, limit=200):
        for kept in some:
            article = kept.digest.article
            title = article.title.text if article.title else ""
            yield {"id": kept.id, "chat": kept.chat, "title": title, "body": article.text}
        last = some[-1].id


class Asked(Struct, frozen=True):
    """Queries of a kind, the bound of their 95th percentile in milliseconds."""

    kind: str
    queries: Sequence[str]
    bound: float
    is_for_peer: bool = True


def questions(database: Database, seed: int = 3) -> list[Asked]:
    """What people ask: words common and rare, phrases, numbers, names, beginnings."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    seen = database.execute("select term, seen from term where term glob '[a-z]*'").fetchall()
    ranked = [term for term, _ in sorted(seen, key=lambda row: -row[1]) if len(term) > 1]
    texts = [kept.digest.article for kept in _sample(database, chance, 60)]
    titles = [article.title.text for article in texts if article.title]
    bodies = [article.text.split() for article in texts]

    def phrase(words: int) -> str:
        body = chance.choice(bodies)
        start = chance.randrange(max(1, len(body) - words))
        return " ".join(re.sub(r"[^\w ]", "", each) for each in body[start : start + words])

    some = range(_QUERIES)
    return [
        Asked("a very common syllable", [chance.choice(ranked[:20]) for _ in some], 25),
        Asked("a rare word", [chance.choice(ranked[len(ranked) // 2 :]) for _ in some], 25),
        Asked("two syllables", [phrase(2) for _ in some], 25),
        Asked("a quoted phrase of three", [f'"{phrase(3)}"' for _ in some], 25),
        Asked(
            "four words of a headline",
            [_some_words(chance.choice(titles), chance) for _ in some],
            25,
        ),
        Asked(
            "a document's number",
            [f"{chance.randint(1, 600)}-KH/HU" for _ in some],
            25,
            is_for_peer=False,
        ),
        Asked("a name", [chance.choice(_names(texts)) for _ in some], 25),
        Asked(
            "a word that is begun",
            [chance.choice(ranked[:2000])[:3] + "*" for _ in some],
            25,
            is_for_peer=False,
        ),
    ]


def _some_words(title: str, chance: random.Random) -> str:
    words = [word for word in title.split() if word.isalpha()]
    start = chance.randrange(max(1, len(words) - 4))
    return " ".join(words[start : start + 4])


def _names(articles: Sequence[object]) -> list[str]:
    found = re.findall(
        r"Đồng chí ((?:[A-ZĐ]\w+ ){2}[A-ZĐ]\w+)",
        "\n".join(a.text for a in articles),  # type: ignore[attr-defined]
    )
    return found or ["Lò Văn An"]


def _sample(database: Database, chance: random.Random, count: int) -> list[object]:
    from storage.sqlite.digests import get_kept

    (most,) = database.execute("select max(id) from digest").fetchone()
    found = []
    while len(found) < count:
        row = database.execute(
            "select id from digest where id >= ? limit 1", [chance.randrange(1 << 32, most)]
        ).fetchone()
        if row:
            found.append(get_kept(database, row[0]))
    return found


def measure(run: Callable[[str], object], queries: Sequence[str]) -> list[float]:
    """Milliseconds of each query, after one round that warms."""
    for query in queries[:10]:
        run(query)
    times = []
    for query in queries:
        began = time.perf_counter()
        run(query)
        times.append(1000 * (time.perf_counter() - began))
    return sorted(times)


def percentiles(times: Sequence[float]) -> str:
    """p50, p95, p99."""
    return " / ".join(f"{_at(times, share):.1f}" for share in (50, 95, 99))


def _at(times: Sequence[float], share: int) -> float:
    return times[min(len(times) - 1, len(times) * share // 100)]


def searches(path: Path, peer_path: Path | None, *, is_large: bool) -> list[Row]:
    """Search in the largest chat and in a small one, with and without days, beside the peer.

    Of few rows the peer need not be slower.
    """
    rows: list[Row] = []
    reader = open_reader(path)
    sizes = reader.execute(
        "select id >> 32, count(*) from digest group by 1 order by 2 desc"
    ).fetchall()
    (large, most), (small, least) = sizes[0], sizes[min(len(sizes) - 1, 60)]
    peer = Database(sqlite3.connect(peer_path)) if peer_path else None

    def ask(query: str, chat: int, days: str = "") -> object:
        read = read_query(f"{query} {days}".strip(), today=_TODAY)
        return search(reader, read, chats=(chat,), limit=10, today=_TODAY)

    every = questions(reader)
    for asked in every:
        ways = {
            f"{asked.kind}, chat of {most}": lambda query: ask(query, large),
            f"{asked.kind}, chat of {least}": lambda query: ask(query, small),
            f"{asked.kind}, chat of {most}, a month": lambda query: ask(
                query, large, "từ:1/5/2024 đến:31/5/2024"
            ),
        }
        theirs = None
        if peer and asked.is_for_peer:
            theirs = measure(lambda query: _ask_peer(peer, query, large), asked.queries[:40])
        for number, (what, way) in enumerate(ways.items()):
            times = measure(way, asked.queries)
            beside = f" (peer {percentiles(theirs)})" if theirs and number == 0 else ""
            is_fine = _at(times, 95) <= asked.bound and times[-1] <= 1000 * _SECONDS
            if theirs and number == 0 and is_large:
                is_fine = is_fine and _at(times, 95) <= _at(theirs, 95)
            rows.append(
                Row(what, percentiles(times) + " ms" + beside, f"p95 ≤ {asked.bound:g} ms", is_fine)
            )
    filters = [f"số:{number}-KH/HU" for number in range(1, 120)]
    numbers = measure(lambda query: ask(query, large), filters)
    rows.append(Row(f"«số:» alone, a page of ten, chat of {most}", percentiles(numbers) + " ms"))
    lookups = measure(
        lambda query: find_candidates(reader, read_query(query, today=_TODAY), chat=large),
        filters,
    )
    rows.append(_at_most("a document's number to the digests that name it", lookups, 1))
    beginnings = measure(lambda word: _endings(reader, word), ["ch", "ngh", "t", "kho", "x"] * 20)
    rows.append(_at_most("first letters to words", beginnings, 5))
    reader.close()
    cold = sorted(_cold(path, large, asked.queries[0]) for asked in every * 3)
    rows.append(_at_most("the first search of a file that is not in memory", cold, 1000 * _SECONDS))
    return rows


def _ask_peer(peer: Database, query: str, chat: int) -> list[str]:
    words = query.replace('"', " ").split()
    found = peer.table("article").search(
        " ".join(words), limit=10, quote=True, where="chat = :chat", where_args={"chat": chat}
    )
    mark = re.compile("|".join(map(re.escape, words)), re.IGNORECASE)
    return [mark.sub(r"[\g<0>]", str(row["body"])[:400]) for row in found]


def _cold(path: Path, chat: int, query: str) -> float:
    """Milliseconds of a search by a reader that was just opened, nothing of the file in memory."""
    opened = os.open(path, os.O_RDONLY)
    os.posix_fadvise(opened, 0, 0, os.POSIX_FADV_DONTNEED)
    os.close(opened)
    began = time.perf_counter()
    with closing(open_reader(path)) as reader:
        search(reader, read_query(query, today=_TODAY), chats=(chat,), limit=10, today=_TODAY)
    return 1000 * (time.perf_counter() - began)


def saves(path: Path) -> list[Row]:
    """One digest saved in the largest chat by the bot's writer, on the disk before it is said so."""
    with closing(open_reader(path)) as reader:
        (chat,) = reader.execute(
            "select id >> 32 from digest group by 1 order by count(*) desc limit 1"
        ).fetchone()
    ready = [prepare(digest) for digest in bases(seed=77)[:200]]  # as a worker process does
    times, new = [], []
    with closing(Writer(open_database(path))) as writer:
        for prepared in ready:
            put = partial(put_digest, prepared=prepared, chat=chat, now=datetime.now(UTC))
            began = time.perf_counter()
            kept = writer.submit(put).result()
            times.append(1000 * (time.perf_counter() - began))
            new += [kept.id] * kept.is_new
        for number in new:
            writer.submit(partial(delete_digest, number=number)).result()
    disk = sorted(_sync(path.with_suffix(".sync")) for _ in ready)
    return [
        Row("calibration: 40 kB written and synced", percentiles(disk) + " ms"),
        _at_most("saving one, synchronous = full", sorted(times), 10),
    ]


def _sync(path: Path) -> float:
    """Milliseconds that the disk takes for about what one digest makes it write."""
    with path.open("wb", buffering=0) as file:
        began = time.perf_counter()
        file.write(os.urandom(40_000))
        os.fsync(file.fileno())
        taken = 1000 * (time.perf_counter() - began)
    path.unlink()
    return taken


def backup(path: Path) -> list[Row]:
    """A copy beside a writer that must not wait."""
    stalls: list[float] = []
    done = threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(path, timeout=30, isolation_level=None)) as writer:
            writer.execute("pragma synchronous = full")
            number = 0
            while not done.is_set():
                number += 1
                began = time.perf_counter()
                writer.execute(
                    "insert or replace into meta (key, value) values ('bench', ?)", [number]
                )
                stalls.append(1000 * (time.perf_counter() - began))
                time.sleep(0.02)

    writer = threading.Thread(target=write)
    writer.start()
    began = time.monotonic()
    copied = back_up(path, path.with_suffix(".copy"), now=datetime.now(UTC))
    seconds = time.monotonic() - began
    done.set()
    writer.join()
    path.with_suffix(".copy").unlink()
    return [
        Row("a copy, looked through whole", f"{seconds:.1f} s, {copied.size / 2**20:.0f} MB"),
        _at_most("a writer meanwhile waits, p99", sorted(stalls), 50, share=99),
    ]


def sizes(path: Path, count: int) -> list[Row]:
    """Bytes a digest: index and digests, and all."""
    with closing(sqlite3.connect(path)) as reader:
        reader.execute("pragma wal_checkpoint(truncate)")
        pages = dict(reader.execute("select name, sum(pgsize) from dbstat group by name"))
        (source,) = reader.execute("select sum(length(source)) from digest").fetchone()
    total = sum(pages.values())
    register = sum(
        size
        for name, size in pages.items()
        if name.partition("_")[0]
        in {"mention", "form", "document", "directive", "party", "task", "sqlite"}
        and "digest" not in name
    )
    lean = (total - source - register) / count
    return [
        _at_most_bytes("bytes a digest, without source text and register", lean, 2600, count),
        _at_most_bytes("bytes a digest, all", total / count, 4000, count),
        Row("of it the register", f"{register / count:.0f}"),
    ]


def _at_most_bytes(what: str, value: float, most: int, count: int) -> Row:
    """In few digests each word is new."""
    is_fine = value <= most if count >= _LARGE else None
    return Row(what, f"{value:.0f}", f"≤ {most}" * (count >= _LARGE), is_fine)


def calibration(path: Path) -> Row:
    """A fixed piece of SQLite's work: a million steps of a loop."""
    query = (
        "with recursive n(i) as (select 1 union all select i + 1 from n where i < 200000)"
        " select sum(i * i % 7) from n"
    )
    with closing(sqlite3.connect(path)) as reader:
        times = measure(lambda _: reader.execute(query).fetchone(), ["x"] * 12)
    return Row("calibration: 200,000 rows summed up by SQLite", percentiles(times) + " ms")


def _at_most(what: str, times: Sequence[float], most: float, share: int = 95) -> Row:
    value = _at(times, share)
    return Row(what, percentiles(times) + " ms", f"p{share} ≤ {most:g} ms", value <= most)


def main() -> int:
    """Build what is not there, measure, print the table; 0 where each promise holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="+", type=int)
    parser.add_argument("--folder", type=Path, default=Path("build/bench"))
    parser.add_argument("--no-peer", action="store_true")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    is_fine = True
    gc.freeze()  # as the bot does
    for count in options.counts:
        path = options.folder / f"{count}.db"
        rows = []
        if not path.exists():
            fresh = path.with_suffix(".new")
            rows.append(Row("built at", f"{build(fresh, count):.0f} digests/s"))
            fresh.replace(path)
        peer = None if options.no_peer else options.folder / f"{count}-peer.db"
        if peer and not peer.exists():
            build_peer(peer.with_suffix(".new"), path)
            peer.with_suffix(".new").replace(peer)
        rows += [
            *sizes(path, count),
            calibration(path),
            *searches(path, peer, is_large=count >= _LARGE),
            *saves(path),
            *backup(path),
        ]
        print(f"\n{f'{count:,} digests'.replace(',', '.'):<58}{'p50 / p95 / p99':<48}wanted")
        for row in rows:
            told = {None: "", True: "  ok", False: "  FAILED"}[row.is_fine]
            print(f"{row.what:<58}{row.value:<48}{row.wanted}{told}")
        is_fine = is_fine and all(row.is_fine is not False for row in rows)
    return 0 if is_fine else 1


if __name__ == "__main__":
    sys.exit(main())
