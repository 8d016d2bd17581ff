"""The chat page of the office as a channel: each member has a chat of their own."""

from __future__ import annotations

from datetime import UTC, datetime

from msgspec.structs import replace

from bot.channel import Attachment, BlockedError, File, LostFileError, Request
from bot.web.chat import Chat
from bot.web.feed import Feed
from bot.web.page_channel import PageChannel
from bot.web.said import Said, to_event, to_request
from bot.web.shelf import Shelf
from storage.accounts import CHANNEL, Account, Accounts

_MOST_CHATS = 100  # that are held; beyond that those which nobody has open are forgotten
_MOST_MESSAGES = 100  # of each
_MOST_HELD = 256 << 20  # bytes of files that are still to be read
_MOST_HELD_EACH = 52 << 20
_MOST_GIVEN = 128 << 20  # bytes of files that the pages may still ask for
_MOST_GIVEN_EACH = 32 << 20


class Members(PageChannel):
    """The pages' channel. A chat is called as its member; what stands in it lives in memory.

    A chat belongs to an account, not to its name: a later account of the same name does not
    see it.
    """

    name = CHANNEL
    is_open = False

    def __init__(self, accounts: Accounts, *, most_chats: int = _MOST_CHATS) -> None:
        """Take the accounts, and how many chats are held."""
        super().__init__()
        self._accounts = accounts
        self._most_chats = most_chats
        self._chats: dict[int, Chat] = {}  # by number of the account, the latest used last
        self._held = Shelf(most=_MOST_HELD, most_each=_MOST_HELD_EACH)
        self._given = Shelf(most=_MOST_GIVEN, most_each=_MOST_GIVEN_EACH)

    def chat_of(self, account: Account) -> Chat:
        """The chat of an account."""
        chat = self._chats.pop(account.number, None) or Chat(Feed(most=_MOST_MESSAGES))
        self._chats[account.number] = chat
        closed = [number for number, each in self._chats.items() if not each.readers]
        for number in closed[: max(len(self._chats) - self._most_chats, 0)]:
            if number != account.number:
                del self._chats[number]
                self._given.clear(str(number))
        return chat

    def close(self) -> None:
        """Let every reader of a chat come to an end."""
        for chat in self._chats.values():
            chat.feed.close()

    async def say(self, account: Account, said: Said, content: bytes | None = None) -> None:
        """Take what a member does and return once it is written down; raises NotTakenError."""
        said = replace(said, chat=account.name, received=datetime.now(UTC))
        key = f"{account.number}:{said.key}"  # the page's keys are unique for its member alone
        if said.file and content is not None:
            self._held.put(str(account.number), key, File(said.file.name, "", content))
            said = replace(said, file=replace(said.file, ref=key))
        self.chat_of(account).hear(said)
        await self._arrivals.put(to_event(said, key))

    def read(self, raws: list[bytes]) -> Request | None:
        """The request that one event is."""
        return to_request(raws, self.name)

    async def place(
        self, chat: str, body: bytes | None, reply_to: str | None, *, is_loud: bool = False
    ) -> str:
        """Put up a message, without a body «Đã nhận, đang đọc…»; its handle."""
        return self.chat_of(await self._account(chat)).place(body)

    async def fill(self, chat: str, handle: str, body: bytes) -> None:
        """Let the message say `body`."""
        self.chat_of(await self._account(chat)).fill(handle, body)

    async def give(self, chat: str, file: File, reply_to: str | None, *, is_again: bool) -> str:
        """Put up a link to a file, or a picture; never again, since the page forgets."""
        account = await self._account(chat)
        handle = self.chat_of(account).give(file)
        for owner, gone in self._given.put(str(account.number), handle, file):
            self._chats[int(owner)].lose(gone)
        return handle

    def given(self, account: Account, handle: str) -> File | None:
        """The file that a message of this account gives; None where it is held no more."""
        return self._given.get(str(account.number), handle)

    async def load(self, attachment: Attachment) -> bytes:
        """A file that a page has sent since this program runs; raises LostFileError."""
        number, _, _ = attachment.ref.partition(":")
        file = self._held.get(number, attachment.ref)
        if file is None:
            raise LostFileError
        return file.content

    async def _account(self, chat: str) -> Account:
        account = await self._accounts.get(chat)
        if account is None:
            raise BlockedError("a member no more")
        return account
