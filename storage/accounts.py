"""Who may log in to the chat page of the office, and who is: the verbs that the rest may use."""

from __future__ import annotations

from datetime import datetime

from storage.sqlite import accounts
from storage.sqlite.accounts import CHANNEL, LONGEST, Account, Session
from storage.sqlite.threads import Threads

__all__ = ["CHANNEL", "LONGEST", "Account", "Accounts", "Session"]


class Accounts:
    """The accounts of members, their one-time links and sessions; `store.accounts`.

    An account goes when its member does (`store.remove_member`), and its link and sessions
    go with it. Links and sessions are known by hashes.
    """

    def __init__(self, threads: Threads) -> None:
        """Take the threads of the store."""
        self._threads = threads

    async def add(self, name: str, *, is_admin: bool, by: str, now: datetime) -> bool:
        """Let somebody in under a name; False where the name is taken."""
        return await self._threads.write(
            lambda db: accounts.add_account(db, name, is_admin=is_admin, by=by, now=now)
        )

    async def get(self, name: str) -> Account | None:
        """The account of that name, or None."""
        return await self._threads.read(lambda db: accounts.get_account(db, name))

    async def get_all(self) -> tuple[Account, ...]:
        """All accounts, by name."""
        return await self._threads.read(accounts.get_accounts)

    async def put_invitation(self, name: str, link: bytes, *, expires: datetime) -> bool:
        """Let a link set the password of an account, and no earlier link."""
        return await self._threads.write(
            lambda db: accounts.put_invitation(db, name, link, expires=expires)
        )

    async def get_invited(self, link: bytes, *, now: datetime) -> Account | None:
        """The account whose password the link sets, or None; it is not used up."""
        return await self._threads.read(lambda db: accounts.get_invited(db, link, now=now))

    async def take_invitation(
        self, link: bytes, *, password: str, session: bytes, now: datetime
    ) -> bool:
        """Use up a link: the password is set, one session begins, those before end.

        False where the link sets no password (any more).
        """
        return await self._threads.write(
            lambda db: accounts.take_invitation(
                db, link, password=password, session=session, now=now
            )
        )

    async def change_password(self, account: Account, password: str, *, session: bytes) -> bool:
        """Set another password; of the account's sessions this one alone stays, and no link.

        False where the session has ended, or the password is no longer what it was.
        """
        return await self._threads.write(
            lambda db: accounts.change_password(db, account, password, session=session)
        )

    async def put_session(self, account: Account, session: bytes, *, now: datetime) -> bool:
        """Let somebody be logged in; False where the account is no longer what it was."""
        return await self._threads.write(
            lambda db: accounts.put_session(
                db, account.number, session, password=account.password or "", now=now
            )
        )

    async def get_session(self, session: bytes) -> Session | None:
        """Who is logged in by it, or None."""
        return await self._threads.read(lambda db: accounts.get_session(db, session))

    async def use_session(self, session: bytes, *, now: datetime) -> None:
        """Note that it was used."""
        await self._threads.write(lambda db: accounts.use_session(db, session, now=now))

    async def drop_session(self, session: bytes) -> None:
        """Let nobody be logged in by it any more."""
        await self._threads.write(lambda db: accounts.drop_session(db, session))
