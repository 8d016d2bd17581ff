"""The other way of the fake server: it posts its updates to the bot's webhook."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

import aiohttp

from tests.bot.fake_telegram import FakeTelegram

_REST = 0.02  # seconds between two tries; the true server's are longer and grow


@dataclass
class Postman:
    """Posts what waits, in order within a chat, again and again until it is taken.

    `posted` tells each try: the update's id and the status that came back, 0 for a cut line.
    """

    fake: FakeTelegram
    posted: list[tuple[int, int]] = field(default_factory=list)

    async def run(self) -> None:
        """Post for ever, whenever a webhook is set."""
        async with aiohttp.ClientSession() as session:
            while True:
                await asyncio.sleep(_REST / 2)
                if self.fake.webhook and self.fake.waiting:
                    await self._post_all(session, list(self.fake.waiting))

    async def _post_all(
        self, session: aiohttp.ClientSession, updates: list[dict[str, Any]]
    ) -> None:
        lanes = groupby(sorted(updates, key=_chat), key=_chat)
        await asyncio.gather(*(self._post_lane(session, list(lane)) for _, lane in lanes))

    async def _post_lane(self, session: aiohttp.ClientSession, lane: list[dict[str, Any]]) -> None:
        for update in lane:
            while self.fake.webhook and not await self._post(session, update):
                await asyncio.sleep(_REST)
            if self.fake.webhook is None:
                return
            self.fake.waiting.remove(update)

    async def _post(self, session: aiohttp.ClientSession, update: dict[str, Any]) -> bool:
        webhook = self.fake.webhook or {}
        secret = webhook.get("secret_token")
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        try:
            async with session.post(webhook["url"], json=update, headers=headers) as answer:
                status = answer.status
        except aiohttp.ClientError:
            status = 0
        self.posted.append((update["update_id"], status))
        return 200 <= status < 300


@asynccontextmanager
async def postman(fake: FakeTelegram) -> AsyncIterator[Postman]:
    """Somebody who delivers while the block runs."""
    carrier = Postman(fake)
    task = asyncio.create_task(carrier.run())
    try:
        yield carrier
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def _chat(update: dict[str, Any]) -> int:
    message = update.get("message") or (update.get("callback_query") or {}).get("message") or {}
    return int((message.get("chat") or {}).get("id", 0))
