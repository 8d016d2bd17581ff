"""Who is logged in to the chat page of the office, and how one comes to be."""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from bot.account_names import is_account_name
from bot.web.attempts import Attempts
from bot.web.log_in_errors import (
    EndedSessionError,
    TooManyAttemptsError,
    UnknownLinkError,
    WeakPasswordError,
    WrongOldPasswordError,
    WrongPasswordError,
)
from bot.web.passwords import Passwords, is_long_enough
from bot.web.tokens import hash_token, make_token
from storage.accounts import LONGEST, Account, Accounts

IDLE = timedelta(days=30)  # without use; then one has to log in again
_NOTED = timedelta(hours=1)  # how exactly it is known when a session was used
_WINDOW = 900.0  # seconds in which attempts are counted
_FROM_ADDRESS = 10  # fewer than for a name: one machine alone keeps nobody out
_FOR_NAME = 30


class Sessions:
    """The way from a name and a password, or a one-time link, to a secret that stands for them."""

    def __init__(
        self,
        accounts: Accounts,
        passwords: Passwords,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take the accounts, what checks passwords, and the clocks."""
        self._accounts = accounts
        self._passwords = passwords
        self._now = now
        self._by_address = Attempts(_FROM_ADDRESS, _WINDOW, clock)
        self._by_name = Attempts(_FOR_NAME, _WINDOW, clock)

    async def log_in(self, name: str, password: str, address: str) -> str:
        """The secret of a new session; raises WrongPasswordError, TooManyAttemptsError.

        A name that there is not takes as long as a wrong password, and counts like one.
        """
        name = name.strip().lower()
        name = name if is_account_name(name) else ""
        network = _network(address)
        self._begin(network, name)
        account = await self._accounts.get(name)
        kept = account.password if account else None
        is_right = await self._passwords.is_right(password, kept)
        token = make_token()
        if account is None or not is_right:
            raise WrongPasswordError
        if not await self._accounts.put_session(account, hash_token(token), now=self._now()):
            raise WrongPasswordError  # removed, or given another password, at this moment
        self._by_address.forgive(network)
        self._by_name.forgive(name)
        return token

    async def invited(self, link: str, address: str) -> Account:
        """Whose password a one-time link sets; it is not used up. Raises UnknownLinkError."""
        network = _network(address)
        self._begin(network)
        account = await self._accounts.get_invited(hash_token(link), now=self._now())
        if account is None:
            raise UnknownLinkError
        self._by_address.forgive(network)
        return account

    async def join(self, link: str, password: str, address: str) -> str:
        """The secret of a new session, by a one-time link that is used up; raises LogInError."""
        await self.invited(link, address)
        if not is_long_enough(password):
            raise WeakPasswordError
        kept = await self._passwords.hash(password)
        token = make_token()
        is_taken = await self._accounts.take_invitation(
            hash_token(link), password=kept, session=hash_token(token), now=self._now()
        )
        if not is_taken:  # somebody else was faster
            raise UnknownLinkError
        return token

    async def change_password(self, token: str, old: str, new: str, address: str) -> None:
        """Set another password; the other sessions end, and links. Raises LogInError.

        A wrong old one counts like one at the log-in.
        """
        account = await self.find(token)
        if account is None:
            raise EndedSessionError
        if not is_long_enough(new):
            raise WeakPasswordError
        network = _network(address)
        self._begin(network, account.name)
        if not await self._passwords.is_right(old, account.password):
            raise WrongOldPasswordError
        kept = await self._passwords.hash(new)
        session = hash_token(token)
        if not await self._accounts.change_password(account, kept, session=session):
            raise EndedSessionError  # removed, or given another password, at this moment
        self._by_address.forgive(network)
        self._by_name.forgive(account.name)

    async def find(self, token: str) -> Account | None:
        """Whose session it is; None where it has ended."""
        key = hash_token(token)
        session = await self._accounts.get_session(key)
        now = self._now()
        if session is None or now - session.used > IDLE or now - session.made > LONGEST:
            return None
        if now - session.used > _NOTED:
            await self._accounts.use_session(key, now=now)
        return session.account

    async def log_out(self, token: str) -> None:
        """End a session."""
        await self._accounts.drop_session(hash_token(token))

    def _begin(self, network: str, name: str | None = None) -> None:
        """Count an attempt as failed until it has succeeded; raises TooManyAttemptsError."""
        wait = self._by_address.wait(network)
        if name is not None:
            wait = max(wait, self._by_name.wait(name))
        if wait:
            raise TooManyAttemptsError(wait)
        self._by_address.fail(network)
        if name is not None:
            self._by_name.fail(name)


def _network(address: str) -> str:
    """Whom an address stands for: of IPv6 each machine has a network of its own."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address[:64]
    if parsed.version == 6:
        mapped = parsed.ipv4_mapped
        return str(mapped or ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)
