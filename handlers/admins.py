"""Tell who decides on a channel."""

from __future__ import annotations

from handlers.services import Services
from storage.accounts import CHANNEL


async def get_admins(channel: str, services: Services) -> tuple[str, ...]:
    """Those whom the settings name; on the office's chat page the accounts that are admins."""
    if channel != CHANNEL:
        return services.admins
    return tuple(each.name for each in await services.store.accounts.get_all() if each.is_admin)


def get_allowed(channel: str, services: Services) -> tuple[str, ...]:
    """Who is a member by the settings; nobody on the chat page of the office."""
    return services.allowed if channel != CHANNEL else ()
