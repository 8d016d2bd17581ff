"""Say in words what went wrong: the one place where an exception becomes a sentence."""

from __future__ import annotations

import math

from bot import crew, fetch_errors, links, manifest, sources, texts
from bot.channel import LostFileError, PortTakenError
from bot.reading import SecretTextError
from bot.render.files.formats import NoFormatError
from bot.settings import SettingsError
from bot.telegram.calls import NoConnectionError, RefusedTokenError, RefusedWebhookError
from bot.texts import accounts, export, upkeep
from bot.web import log_in_errors, passwords
from bot.workdays import HolidaysError
from storage.errors import (
    BrokenCopyError,
    BrokenDatabaseError,
    DatabaseError,
    ForeignFileError,
    InUseError,
    NameTakenError,
    NoSuchChatError,
    NoSuchMemberError,
    NotWrittenError,
)
from summarizer.reading import errors as reading
from summarizer.reading import limits

_WORDS: dict[type[Exception], str] = {
    sources.MissingFileError: texts.MISSING_FILE,
    sources.DirectorySourceError: texts.IS_DIRECTORY,
    sources.ForbiddenFileError: texts.NOT_ALLOWED,
    sources.UnreadableFileError: texts.NOT_READABLE,
    reading.EmptyTextError: texts.EMPTY,
    reading.TooLargeError: texts.TOO_LARGE.format(
        file=limits.LARGEST // 2**20, text=limits.LARGEST_TEXT // 2**20
    ),
    reading.UnknownFormatError: texts.UNKNOWN_FORMAT,
    reading.OldWordFileError: texts.OLD_WORD,
    reading.BrokenFileError: texts.BROKEN_FILE,
    reading.EncryptedFileError: texts.ENCRYPTED,
    reading.ScannedPdfError: texts.SCANNED,
    reading.NotAnArticleError: texts.NOT_AN_ARTICLE,
    reading.PaywalledError: texts.PAYWALLED,
    reading.LoginPageError: texts.LOGIN_PAGE,
    reading.GonePageError: texts.GONE_PAGE,
    reading.NeedsBrowserError: texts.NEEDS_BROWSER,
    reading.VideoPageError: texts.VIDEO_PAGE,
    reading.DamagedTextError: texts.DAMAGED,
    reading.NotVietnameseError: texts.NOT_VIETNAMESE,
    reading.UnmarkedTextError: texts.UNMARKED,
    fetch_errors.UnreachableError: texts.UNREACHABLE,
    fetch_errors.InsideError: texts.INSIDE,
    fetch_errors.GoneError: texts.GONE,
    fetch_errors.LoginNeededError: texts.LOGIN_NEEDED,
    fetch_errors.RefusedError: texts.REFUSED,
    fetch_errors.PageTooLargeError: texts.PAGE_TOO_LARGE,
    fetch_errors.TooSlowError: texts.TOO_SLOW,
    fetch_errors.NotReadableError: texts.NO_PAGE,
    fetch_errors.TooManyRedirectsError: texts.REDIRECTS,
    fetch_errors.UnknownNameError: texts.UNKNOWN_NAME,
    fetch_errors.CertificateError: texts.BAD_CERTIFICATE,
    fetch_errors.SiteBusyError: texts.SITE_BUSY,
    fetch_errors.NoTurnError: texts.NO_TURN,
    fetch_errors.RobotRefusedError: texts.ROBOT_REFUSED,
    fetch_errors.ProxyError: texts.PROXY_FAILED,
    links.ForbiddenLinkError: texts.FORBIDDEN_LINK,
    SecretTextError: texts.SECRET,
    LostFileError: texts.LOST_FILE,
    InUseError: upkeep.IN_USE,
    ForeignFileError: upkeep.FOREIGN_FILE,
    BrokenCopyError: upkeep.BROKEN_COPY,
    NotWrittenError: upkeep.NOT_WRITTEN,
    BrokenDatabaseError: texts.BROKEN_DATABASE,
    DatabaseError: texts.BAD_DATABASE,
    NoConnectionError: texts.NO_CONNECTION,
    RefusedTokenError: texts.REFUSED_TOKEN,
    RefusedWebhookError: texts.REFUSED_WEBHOOK,
    NoSuchMemberError: accounts.NO_SUCH_MEMBER,
    NoFormatError: export.NO_FORMAT,
    log_in_errors.WrongPasswordError: accounts.WRONG_PASSWORD,
    log_in_errors.WrongOldPasswordError: accounts.WRONG_OLD_PASSWORD,
    log_in_errors.EndedSessionError: accounts.SESSION_ENDED,
    log_in_errors.UnknownLinkError: accounts.UNKNOWN_LINK,
    log_in_errors.WeakPasswordError: accounts.WEAK_PASSWORD.format(
        least=passwords.LEAST, most=passwords.MOST
    ),
    crew.WorkerDiedError: texts.WORKER_DIED,
    crew.JobTooLongError: texts.JOB_TOO_LONG,
}


def to_words(error: Exception) -> str:
    """One line for the person who asked."""
    if isinstance(error, manifest.ManifestError):
        return texts.BAD_MANIFEST.format(path=error.path, line=error.line)
    if isinstance(error, HolidaysError):
        form = texts.BAD_HOLIDAYS if error.line else texts.NO_HOLIDAYS
        return form.format(path=error.path, line=error.line)
    if isinstance(error, SettingsError):
        return str(error)
    if isinstance(error, log_in_errors.TooManyAttemptsError):
        return accounts.WAIT.format(wait=_time(error.seconds))
    if isinstance(error, NameTakenError):
        return accounts.NAME_TAKEN.format(name=error)
    if isinstance(error, NoSuchChatError):
        known = ", ".join(error.known) or upkeep.NOBODY
        return upkeep.NO_CHAT.format(chat=error.chat, known=known)
    if isinstance(error, PortTakenError):
        return texts.PAGE_PORT.format(port=error.port, setting=error.setting)
    for kind in type(error).__mro__:
        if kind in _WORDS:
            return _WORDS[kind]
    return texts.UNEXPECTED.format(kind=type(error).__name__)


def _time(seconds: int) -> str:
    if seconds <= 90:
        return accounts.SECONDS.format(count=seconds)
    return accounts.MINUTES.format(count=math.ceil(seconds / 60))
