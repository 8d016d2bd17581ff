"""Let updates come at full speed, one at a time, and at Telegram's pace: `make load`.

The program runs as a process of its own against a fake Bot API in another one. Throughput
is a ratio to two peers of the same run: a bot whose gesture is empty, and `digest --jsonl`
of the same articles on the same cores.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median

from aiohttp import ClientSession
from msgspec import Struct

from tests.load import program
from tests.load.articles import Invented, invent
from tests.load.server import Server

_CHATS = range(100, 140)
_GROUP = -100500
_PATIENCE = 600.0
_ROUND_TRIP = 0.1  # seconds


class Row(Struct, frozen=True):
    """A line of the table; `is_fine` None where nothing was promised."""

    what: str
    value: str
    wanted: str = ""
    is_fine: bool | None = None


class Bot(Struct):
    """The program's process, the server that it talks to, its folder."""

    process: asyncio.subprocess.Process
    server: Server
    folder: Path

    async def stop(self) -> list[float]:
        """End it in order; how late its event loop was, in milliseconds."""
        self.process.send_signal(signal.SIGTERM)
        await self.process.wait()
        return [float(line) for line in (self.folder / "lags").read_text().split()]


class Run(Struct, frozen=True):
    """So many articles in so many seconds, and what processors worked on them, in seconds."""

    count: int
    seconds: float
    work: float

    @property
    def rate(self) -> float:
        """Articles a second."""
        return self.count / self.seconds


@asynccontextmanager
async def running(*, empty: bool = False, pacing: str = "off") -> AsyncIterator[Bot]:
    """The bot, once it listens."""
    async with ClientSession() as client:
        server = await Server.start(client)
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            process = await program.start(
                server.url,
                folder / "a.db",
                members=[*_CHATS, _GROUP],
                log=folder / "log",
                command=("-m", "tests.load.probed", *(["empty"] if empty else [])),
                TELEGRAM_PACING=pacing,
                LAGS=str(folder / "lags"),
            )
            try:
                await server.polled(within=_PATIENCE)
                yield Bot(process, server, folder)
            finally:
                if process.returncode is None:
                    process.kill()
                    await process.wait()
                await server.stop()


async def throughput(count: int, rounds: int) -> list[Row]:
    """How many updates a second are answered, beside the peers; nothing else runs meanwhile.

    The bot does what both peers do, on the same cores. `ceiling` is what these cores could
    do if it cost nothing more than the two together.
    """
    cores = len(os.sched_getaffinity(0))
    articles = list(invent(count, seed=1))
    said = [(_CHATS[number % len(_CHATS)], each.text) for number, each in enumerate(articles)]
    ours, empty, bare, lags = [], [], [], []
    for number in range(rounds):
        bare.append(await _digest(articles))
        empty.append(await _answer(said, None, []))
        ours.append(await _answer(said, articles, lags))
        rates = [runs[-1].rate for runs in (ours, empty, bare)]
        print(
            f"  round {number + 1}: bot {rates[0]:.0f}/s, empty gesture {rates[1]:.0f}/s,"
            f" digest --jsonl {rates[2]:.0f}/s",
            file=sys.stderr,
        )
    tried = list(zip(ours, empty, bare, strict=True))
    ceilings = [cores * count / (idle.work + read.work) for _, idle, read in tried]
    return [
        _rate(f"{count} updates at full speed, each answered once", ours),
        _rate("an empty gesture the same way", empty),
        _rate("digest --jsonl on the same articles, all cores", bare),
        _at_least(
            "bot / the slower of the two",
            median(bot.rate / min(idle.rate, read.rate) for bot, idle, read in tried),
            0.8,
        ),
        Row("what these cores could do of both together", f"{median(ceilings):.0f}/s"),
        _at_least(
            "bot / that",
            median(bot.rate / most for bot, most in zip(ours, ceilings, strict=True)),
            0.8,
        ),
        _at_most("event loop late, p50", _percentile(lags, 50), None, "ms"),
        _at_most("event loop late, p99", _percentile(lags, 99), 20.0, "ms"),
        _at_most("event loop late, most", max(lags), None, "ms"),
    ]


async def _answer(
    said: Sequence[tuple[int, str]], articles: Sequence[Invented] | None, lags: list[float]
) -> Run:
    """From the moment all updates wait until the last answer stands; each stands once."""
    async with running(empty=articles is None) as bot:
        worked = _work(bot)
        began = await bot.server.push(list(said))
        last = await bot.server.answered(len(said), within=_PATIENCE)
        run = Run(len(said), last - began, _work(bot) - worked)
        if articles is not None:
            _check(await bot.server.said(), articles)
        lags += await bot.stop()
        return run


def _work(bot: Bot) -> float:
    """Seconds of processors that the bot and its server have used."""
    family = [*program.family(bot.process.pid), bot.server.process.pid]
    return sum(map(program.work, family))


def _check(said: Sequence[tuple[int, str]], articles: Sequence[Invented]) -> None:
    heads = sorted(text.split("\n")[0].removeprefix("<b>").removesuffix("</b>") for _, text in said)
    wanted = sorted(each.title for each in articles)
    if heads != wanted:
        missing = set(wanted) - set(heads)
        raise SystemExit(f"not every update was answered once: {len(missing)} missing")


async def _digest(articles: Sequence[Invented]) -> Run:
    """What the command line takes, on all cores."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{number}.txt") for number in range(len(articles))]
        for path, article in zip(paths, articles, strict=True):
            path.write_text(article.text, encoding="utf-8")
        began, worked = time.monotonic(), os.times()
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "main.py", "digest", "--jsonl", *map(str, paths)),
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        if await process.wait():
            raise SystemExit("digest --jsonl failed")
        now = os.times()
        work = now.children_user + now.children_system
        work -= worked.children_user + worked.children_system
        return Run(len(articles), time.monotonic() - began, work)


async def latency(count: int) -> list[Row]:
    """Seconds from an update to its digest in the chat, of an idle bot far from its server."""
    seconds = []
    async with running() as bot:
        await bot.server.set_latency(_ROUND_TRIP)
        for number, article in enumerate(invent(count + 2, seed=2), 1):
            pushed = await bot.server.push([(_CHATS[number % 7], article.text)])
            stood = await bot.server.answered(number, within=30)
            seconds.append(stood + _ROUND_TRIP - pushed)
            await asyncio.sleep(0.05)
        await bot.stop()
    warm = seconds[2:]
    return [
        _at_most(
            "idle, 100 ms to the Bot API: digest after, p50", _percentile(warm, 50), None, "s"
        ),
        _at_most("the same, p95", _percentile(warm, 95), 1.0, "s"),
        _at_most("the first after the start", seconds[0], None, "s"),
    ]


async def pace(count: int) -> list[Row]:
    """How many calls the server sees in a second, and of a group in a minute."""
    articles = list(invent(count, seed=3))
    group = 14
    said = [(_GROUP, each.text) for each in articles[:group]]
    said += [(_CHATS[number % 40], each.text) for number, each in enumerate(articles[group:])]
    async with running(pacing="on") as bot:
        await bot.server.push(said)
        await bot.server.answered(count, within=_PATIENCE)
        calls = await bot.server.times()
        await bot.stop()
    sent = [(at, chat) for at, chat, method in calls if method.startswith(("send", "edit"))]
    in_group = [at for at, chat in sent if chat == str(_GROUP)]
    return [
        Row(f"{count} updates at Telegram's pace", f"{sent[-1][0] - sent[0][0]:.0f} s"),
        _at_most("most calls in a second", _most([at for at, _, _ in calls], 1.0), 28, ""),
        _at_most("most messages in a minute of a group", _most(in_group, 60.0), 20, ""),
    ]


async def memory(count: int) -> list[Row]:
    """What the bot's processes hold after a fifth of the updates, and after all."""
    articles = list(invent(count // 20, seed=4))
    held = []
    async with running() as bot:
        answers = 0
        for part in range(5):
            share = articles[part * len(articles) // 5 : (part + 1) * len(articles) // 5]
            said = [(_CHATS[number % 40], each.text) for number, each in enumerate(share)]
            said += [(_CHATS[number % 40], "/moi") for number in range(count // 5 - len(said))]
            for start in range(0, len(said), 500):
                batch = said[start : start + 500]
                await bot.server.push(batch)
                answers += len(batch)
                await bot.server.answered(answers, within=_PATIENCE)
            held.append(sum(map(program.memory, program.family(bot.process.pid))))
        await bot.stop()
    megabytes = " → ".join(f"{each / 2**20:.0f}" for each in held)
    growth = held[-1] / held[0]
    return [
        Row(f"memory of all processes, each fifth of {count} updates", f"{megabytes} MB"),
        _at_most("after all / after a fifth", growth, 1.15, ""),
    ]


def _percentile(values: Sequence[float], share: int) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * share // 100)]


def _most(times: Sequence[float], seconds: float) -> int:
    """The most calls that any stretch of so many seconds has seen."""
    times = sorted(times)
    first = most = 0
    for number, at in enumerate(times):
        while times[first] <= at - seconds:
            first += 1
        most = max(most, number - first + 1)
    return most


def _rate(what: str, runs: Sequence[Run]) -> Row:
    return Row(what, f"{median(run.rate for run in runs):.0f}/s")


def _at_least(what: str, value: float, least: float) -> Row:
    return Row(what, f"{value:.2f}", f"≥ {least}", value >= least)


def _at_most(what: str, value: float, most: float | None, unit: str) -> Row:
    shown = f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
    if most is None:
        return Row(what, f"{shown} {unit}".strip())
    return Row(what, f"{shown} {unit}".strip(), f"≤ {most:g} {unit}".strip(), value <= most)


def main() -> int:
    """Measure the parts that are asked for; 0 where each promise holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", help="throughput latency pace memory; all without")
    parser.add_argument("--updates", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    parts = {
        "throughput": lambda: throughput(options.updates, options.rounds),
        "latency": lambda: latency(40),
        "pace": lambda: pace(160),
        "memory": lambda: memory(5 * options.updates),
    }
    rows: list[Row] = []
    for name in options.parts or parts:
        began = time.monotonic()
        rows += asyncio.run(parts[name]())
        print(f"{name}: {time.monotonic() - began:.0f} s", file=sys.stderr)
    cores = len(os.sched_getaffinity(0))
    print(f"\n{f'on {cores} cores':<56}{'value':>22}{'wanted':>10}")
    for row in rows:
        told = {None: "", True: "  ok", False: "  FAILED"}[row.is_fine]
        print(f"{row.what:<56}{row.value:>22}{row.wanted:>10}{told}")
    return 0 if all(row.is_fine is not False for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
