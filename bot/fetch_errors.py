"""Why a link could not be read."""

from __future__ import annotations


class FetchError(Exception):
    """A link could not be read."""


class UnreachableError(FetchError):
    """The site does not answer, or its name is not known."""


class InsideError(FetchError):
    """The link leads into a network that is not public."""


class GoneError(FetchError):
    """The page is not there."""


class LoginNeededError(FetchError):
    """The page asks who is reading, or to pay."""


class RefusedError(FetchError):
    """The site answers with an error of its own."""


class PageTooLargeError(FetchError):
    """The page is larger than the bot reads."""


class TooSlowError(FetchError):
    """The page does not come within the time."""


class NotReadableError(FetchError):
    """What lies there is no page and no document: a picture, a video, a program."""


class TooManyRedirectsError(FetchError):
    """The link leads from page to page and nowhere."""


class UnknownNameError(UnreachableError):
    """No site has this name."""


class CertificateError(UnreachableError):
    """The site cannot prove that it is the one named."""


class SiteBusyError(UnreachableError):
    """The site asks to come again later."""


class NoTurnError(FetchError):
    """Too many pages of the site were asked for: this one's turn did not come."""


class ProxyError(FetchError):
    """The office's proxy does not lead to the site."""


class RobotRefusedError(LoginNeededError):
    """The site lets only people with a browser in."""
