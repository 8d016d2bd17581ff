"""What a member of the office's chat page may be called."""

from __future__ import annotations

import re

_NAME = re.compile(r"(?=.{2,32}\Z)[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*", re.ASCII)  # lan.nguyen


def is_account_name(name: str) -> bool:
    """Whether it is a name: it begins with a letter, so that no id of Telegram is one."""
    return _NAME.fullmatch(name) is not None
