"""What can be wrong with something that was sent to be read."""

from __future__ import annotations


class ReadingError(Exception):
    """No article could be read. No message holds words of what was sent."""


class EmptyTextError(ReadingError):
    """There is not a word in it."""


class TooLargeError(ReadingError):
    """It is larger, longer or packed tighter than is read."""


class UnknownFormatError(ReadingError):
    """It is neither text, HTML, DOCX nor PDF."""


class OldWordFileError(UnknownFormatError):
    """It is a .doc of Word 97-2003; saved as .docx it can be read."""


class BrokenFileError(ReadingError):
    """The file is damaged or cut off."""


class EncryptedFileError(ReadingError):
    """The file is locked with a password."""


class ScannedPdfError(ReadingError):
    """The PDF holds pictures of pages, no text."""


class NotAnArticleError(ReadingError):
    """The page tells no article: a list of links, a video, a login form."""


class PaywalledError(NotAnArticleError):
    """Only the beginning is shown to who has not paid or logged in."""


class LoginPageError(NotAnArticleError):
    """The page asks who is reading."""


class GonePageError(NotAnArticleError):
    """The page says that the article is not there, without the status that means it."""


class NeedsBrowserError(NotAnArticleError):
    """A shell that a browser fills, or a check whether a person is reading."""


class VideoPageError(NotAnArticleError):
    """The page shows a video."""


class DamagedTextError(ReadingError):
    """The letters are damaged in a way that cannot be undone surely."""


class NotVietnameseError(ReadingError):
    """The text is in another language."""


class UnmarkedTextError(NotVietnameseError):
    """Vietnamese typed without its marks: «Hoi nghi trien khai» could be read many ways."""
