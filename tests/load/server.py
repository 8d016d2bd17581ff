"""The fake Bot API as a process of its own, so that its work is not the bot's: `python -m tests.load.server`.

It prints its address and obeys the measurer over `/load/…`.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from typing import Any

from aiohttp import ClientSession, web

from tests.bot.fake_telegram import FakeTelegram, fake_application

PLACEHOLDER = "Đã nhận, đang đọc…"


class Control:
    """What the measurer may tell the server, and ask it."""

    def __init__(self, fake: FakeTelegram) -> None:
        self.fake = fake

    async def push(self, request: web.Request) -> web.Response:
        """Let people write: [[chat, text], …]; the moment, by the clock of this machine."""
        for chat, text in await request.json():
            self.fake.push(chat, text)
        return web.json_response(time.monotonic())

    async def set(self, request: web.Request) -> web.Response:
        """Set the latency, in seconds of a round trip."""
        self.fake.latency = (await request.json())["latency"]
        return web.json_response(None)

    async def count(self, _: web.Request) -> web.Response:
        """How many answers stand in the chats, and when the last call came."""
        sent = next((call for call in reversed(self.fake.times) if call.chat), None)
        polls = any(call.method == "getUpdates" for call in self.fake.times[:20])
        last = sent.at if sent else 0.0
        return web.json_response({"answers": self.fake.answers, "last": last, "polls": polls})

    async def said(self, _: web.Request) -> web.Response:
        """All that stands in the chats."""
        return web.json_response(
            [[int(chat), each["text"]] for (chat, _), each in self.fake.messages.items()]
        )

    async def times(self, _: web.Request) -> web.Response:
        """Every call but the polls: when it came, of which chat."""
        calls = (call for call in self.fake.times if call.method != "getUpdates")
        return web.json_response([[call.at, call.chat, call.method] for call in calls])


class Counting(FakeTelegram):
    """Counts the messages that say more than that the article is being read."""

    answers = 0

    def _put(self, chat: str, number: int, fields: dict[str, object]) -> dict[str, object]:
        put = super()._put(chat, number, fields)
        self.answers += fields["text"] != PLACEHOLDER
        return put


async def serve() -> None:
    fake = Counting()
    control = Control(fake)
    app = fake_application(fake)
    app.add_routes(
        [
            web.post("/load/push", control.push),
            web.post("/load/set", control.set),
            web.get("/load/count", control.count),
            web.get("/load/said", control.said),
            web.get("/load/times", control.times),
        ]
    )
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.Event().wait()


class Server:
    """The server's process, from outside."""

    def __init__(
        self, process: asyncio.subprocess.Process, client: ClientSession, url: str
    ) -> None:
        self.process, self.url, self._client = process, url, client

    @classmethod
    async def start(cls, client: ClientSession) -> Server:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.load.server", stdout=asyncio.subprocess.PIPE
        )
        assert process.stdout is not None
        port = int(await process.stdout.readline())
        return cls(process, client, f"http://127.0.0.1:{port}")

    async def stop(self) -> None:
        self.process.kill()
        await self.process.wait()

    async def push(self, said: list[tuple[int, str]]) -> float:
        return float(await self._ask("POST", "push", said))

    async def set_latency(self, seconds: float) -> None:
        await self._ask("POST", "set", {"latency": seconds})

    async def said(self) -> list[tuple[int, str]]:
        return [(chat, text) for chat, text in await self._ask("GET", "said")]

    async def times(self) -> list[tuple[float, str | None, str]]:
        return [tuple(call) for call in await self._ask("GET", "times")]

    async def polled(self, *, within: float) -> None:
        """Wait until the bot listens."""
        async with asyncio.timeout(within):
            while not (await self._ask("GET", "count"))["polls"]:
                await asyncio.sleep(0.02)

    async def answered(self, count: int, *, within: float) -> float:
        """Wait until so many answers stand there; when the last call came."""
        async with asyncio.timeout(within):
            while (found := await self._ask("GET", "count"))["answers"] < count:
                await asyncio.sleep(0.02)
        return float(found["last"])

    async def _ask(self, method: str, what: str, body: object = None) -> Any:
        async with self._client.request(method, f"{self.url}/load/{what}", json=body) as answer:
            return json.loads(await answer.read())


if __name__ == "__main__":
    asyncio.run(serve())
