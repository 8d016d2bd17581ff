"""Why somebody is not logged in: told by those, too, who never load the accounts."""

from __future__ import annotations

import math


class LogInError(Exception):
    """Nobody was logged in."""


class WrongPasswordError(LogInError):
    """The name and the password do not belong together."""


class TooManyAttemptsError(LogInError):
    """Too much was wrong lately: it has to be waited."""

    def __init__(self, seconds: float) -> None:
        """Take how long."""
        super().__init__()
        self.seconds = math.ceil(seconds)


class UnknownLinkError(LogInError):
    """The one-time link is used up, replaced, too old, or never was one."""


class WrongOldPasswordError(LogInError):
    """Whoever wants another password does not know the one that is."""


class EndedSessionError(LogInError):
    """Whoever asks is logged in no more."""


class WeakPasswordError(LogInError):
    """The password is too short, or longer than anybody types."""
