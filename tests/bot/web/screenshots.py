"""Take the pictures of the chat page that the documents show: `make screenshots`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.bot.web.browser import DESK, MISSING, PHONE, ROOT, Page, browsing, has_browser

_DEADLINE = ".fact .deadline"
_ARTICLES = ("03-a", "08-a", "11-c", "23-a", "23-c")
_ASKED = {"search": "/tim ky hop thu 10", "briefing": "/bantin", "tasks": "/chidao"}


def main() -> int:
    """Write docs/chat.png, docs/chat-phone.png and what a phone shows of three commands."""
    if not has_browser():
        print(MISSING, file=sys.stderr)
        return 1
    docs, written = ROOT / "docs", []

    def take(page: Page, name: str) -> None:
        page.driver.execute_script("document.activeElement.blur()")
        page.driver.save_screenshot(str(docs / name))
        written.append(f"docs/{name}")

    with tempfile.TemporaryDirectory() as folder, browsing(Path(folder) / "pictures.db") as page:
        page.open(DESK)
        page.send((docs / "sample.txt").read_text(encoding="utf-8"))
        page.wait_for(lambda: bool(page.all("#article .mark")))
        page.first(_DEADLINE).click()
        page.wait_for(lambda: bool(page.all(".hit")))
        take(page, "chat.png")
        page.open(PHONE)
        page.wait_for(lambda: bool(page.all(".fact")))
        take(page, "chat-phone.png")
        for name in _ARTICLES:
            page.send((ROOT / "tests" / "apart_events" / f"{name}.txt").read_text("utf-8"))
        for name, command in _ASKED.items():
            page.send(command)
            page.driver.execute_script(
                "[...document.querySelectorAll('.said.reader')].at(-1).scrollIntoView()"
            )
            take(page, f"chat-{name}.png")
    print(", ".join(written))
    return 0


if __name__ == "__main__":
    sys.exit(main())
