"""What goes wrong with the database: told by those, too, who never load it."""

from __future__ import annotations

from collections.abc import Sequence


class DatabaseError(Exception):
    """The database file cannot be opened or is none of ours."""


class BrokenDatabaseError(DatabaseError):
    """The database file is not whole."""


class InUseError(DatabaseError):
    """Another program serves this database."""


class BackupError(Exception):
    """A copy of the database was not made, or not put in place."""


class ForeignFileError(BackupError):
    """The file is no database of this program."""


class BrokenCopyError(BackupError):
    """The copy is not whole."""


class NotWrittenError(BackupError):
    """The copy could not be written: no room, no rights."""


class NameTakenError(Exception):
    """Somebody has this name already."""


class NoSuchMemberError(Exception):
    """Nobody has this name."""


class NoSuchChatError(Exception):
    """No chat has this name."""

    def __init__(self, chat: str, known: Sequence[str]) -> None:
        """Keep the name, and those that there are."""
        super().__init__(chat)
        self.chat, self.known = chat, tuple(known)
