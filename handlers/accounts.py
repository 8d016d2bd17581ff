"""Who may use the chat page of the office: added, invited, listed, removed by the operator."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta

from bot.render.shaping import day
from bot.settings import Settings, SettingsError
from bot.texts import accounts as words
from bot.web.entry import JOIN
from bot.web.tokens import hash_token, make_token
from storage.accounts import CHANNEL
from storage.errors import NameTakenError, NoSuchMemberError
from storage.store import Store

_HOURS = 24  # that a one-time link is good for

Tell = Callable[[str], None]


async def manage(options: Namespace, settings: Settings, tell: Tell) -> Sequence[str]:
    """Do what the command asks; its result, while `tell` gets what is to be known of it.

    Raises SettingsError, NameTakenError, NoSuchMemberError, DatabaseError.
    """
    async with await Store.open(settings.database) as store:
        return await _VERBS[options.verb](store, options, settings, tell)


async def _add(store: Store, options: Namespace, settings: Settings, tell: Tell) -> Sequence[str]:
    url = _url(settings)
    name, now = options.name, datetime.now(UTC)
    is_used = await store.upkeep.find_chat(CHANNEL, name) is not None
    is_admin, by = options.admin, words.BY_OPERATOR
    if not await store.accounts.add(name, is_admin=is_admin, by=by, now=now):
        raise NameTakenError(name)
    if is_used:
        tell(words.USED_BEFORE.format(name=name))
    return await _invite(store, name, url, tell)


async def _link(store: Store, options: Namespace, settings: Settings, tell: Tell) -> Sequence[str]:
    return await _invite(store, options.name, _url(settings), tell)


async def _list(store: Store, options: Namespace, settings: Settings, tell: Tell) -> Sequence[str]:
    added = {member.key: member.added for member in await store.get_members(CHANNEL)}
    accounts = await store.accounts.get_all()
    if not accounts:
        tell(words.NOBODY)
    return [
        words.LISTED.format(
            name=each.name,
            role=words.ADMIN if each.is_admin else words.MEMBER,
            state=words.HAS_PASSWORD if each.password else words.NO_PASSWORD,
            day=day(added[each.name].astimezone(settings.zone)),
        )
        for each in accounts
    ]


async def _remove(
    store: Store, options: Namespace, settings: Settings, tell: Tell
) -> Sequence[str]:
    if not await store.remove_member(CHANNEL, options.name):
        raise NoSuchMemberError(options.name)
    tell(words.REMOVED.format(name=options.name))
    return ()


_VERBS: dict[str, Callable[[Store, Namespace, Settings, Tell], Awaitable[Sequence[str]]]] = {
    "add": _add,
    "link": _link,
    "list": _list,
    "remove": _remove,
}


async def _invite(store: Store, name: str, url: str, tell: Tell) -> Sequence[str]:
    """The one-time link; its secret stands behind «#», which no browser sends to any server."""
    token = make_token()
    expires = datetime.now(UTC) + timedelta(hours=_HOURS)
    if not await store.accounts.put_invitation(name, hash_token(token), expires=expires):
        raise NoSuchMemberError(name)
    tell(words.LINK.format(name=name, hours=_HOURS))
    return (f"{url}{JOIN}#{token}",)


def _url(settings: Settings) -> str:
    if settings.lan is None:
        raise SettingsError(words.NO_PUBLIC_URL)
    return settings.lan.url
