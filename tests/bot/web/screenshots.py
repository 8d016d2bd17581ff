"""Take the pictures of the chat page that the documents show: `make screenshots`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.bot.web.browser import DESK, MISSING, PHONE, ROOT, browsing, has_browser

_DEADLINE = ".fact .deadline"


def main() -> int:
    """Write docs/chat.png and docs/chat-phone.png."""
    if not has_browser():
        print(MISSING, file=sys.stderr)
        return 1
    sample = (ROOT / "docs" / "sample.txt").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder, browsing(Path(folder) / "pictures.db") as page:
        page.open(DESK)
        page.send(sample)
        page.wait_for(lambda: bool(page.all("#article .mark")))
        page.first(_DEADLINE).click()
        page.wait_for(lambda: bool(page.all(".hit")))
        page.driver.execute_script("document.activeElement.blur()")
        page.driver.save_screenshot(str(ROOT / "docs" / "chat.png"))
        page.open(PHONE)
        page.wait_for(lambda: bool(page.all(".fact")))
        page.driver.save_screenshot(str(ROOT / "docs" / "chat-phone.png"))
    print("docs/chat.png, docs/chat-phone.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
