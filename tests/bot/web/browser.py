"""The running program with its chat page open in a real browser."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium.webdriver import Chrome, ChromeOptions, ChromeService
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from bot import texts
from tests.patience import PATIENCE

ROOT = Path(__file__).parent.parent.parent.parent
DESK, PHONE = (1440, 900), (390, 844)
MISSING = "no chromium here (Debian: apt install chromium chromium-driver)"


def has_browser() -> bool:
    return all(shutil.which(name) for name in ("chromium", "chromedriver"))


@contextmanager
def running(database: Path) -> Iterator[str]:
    """The program, serving its page on a free port; the page's address."""
    environment = {name: value for name, value in os.environ.items() if "TELEGRAM" not in name}
    environment |= {"DATABASE": str(database), "WEB_PORT": "0", "PYTHONUNBUFFERED": "1"}
    log = database.with_suffix(".log")
    with log.open("wb") as told:
        program = subprocess.Popen(
            [sys.executable, "main.py", "run"], cwd=ROOT, env=environment, stderr=told
        )
        try:
            while not (address := re.search(r"http://[\d.]+:\d+", log.read_text())):
                assert program.poll() is None, log.read_text()
                try:
                    program.wait(0.05)
                except subprocess.TimeoutExpired:
                    continue
            yield address[0]
        finally:
            program.terminate()
            assert program.wait(20) == 0, log.read_text()


class Page:
    """The page as somebody uses it."""

    def __init__(self, driver: Chrome, address: str) -> None:
        self.driver = driver
        self.address = address

    def open(self, size: tuple[int, int] = DESK) -> None:
        self.driver.set_window_size(*size)
        self.driver.get(self.address)
        self.wait_for(lambda: self.first("#greeting").get_property("textContent") != "")

    def first(self, css: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, css)

    def all(self, css: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, css)

    def words(self, css: str) -> list[str]:
        found = self.driver.execute_script(
            "return [...document.querySelectorAll(arguments[0])].map((each) => each.textContent)",
            css,
        )
        return [str(each) for each in found]

    def type(self, *keys: str) -> None:
        self.first("#words").send_keys(*keys)

    def paste(self, text: str) -> None:
        """Put a text in at once: its line ends are not the Enter key."""
        self.driver.execute_script(
            "const words = document.getElementById('words'); words.value = arguments[0];"
            "words.dispatchEvent(new Event('input')); words.focus()",
            text,
        )

    def send(self, text: str) -> None:
        """Send a text, and wait for its answer."""
        before = len(self.all(".said.bot"))
        self.paste(text)
        self.first("#send").click()
        self.wait_for(lambda: len(self.all(".said.bot")) > before and not self.all(".waiting"))

    def press(self, label: str) -> None:
        """Press the last button of that name."""
        self.wait_for(lambda: label in self.words(".buttons button"))
        self.driver.execute_script(
            "const all = [...document.querySelectorAll('.buttons button')];"
            "const last = all.findLast((each) => each.textContent === arguments[0]);"
            "last.scrollIntoView({block: 'center'}); last.click()",
            label,
        )

    def wait_for(self, is_so: Callable[[], bool]) -> None:
        WebDriverWait(self.driver, PATIENCE, poll_frequency=0.03).until(lambda _: is_so())

    def wait_for_answer(self, *, after: int = 0) -> None:
        """Wait until the bot has said more than so many things, the last of them an answer."""

        def is_there() -> bool:
            said = self.words(".said.bot")  # one look: between two the page may change
            return len(said) > after and not said[-1].startswith(texts.READING)

        self.wait_for(is_there)

    def complaints(self) -> list[str]:
        """What the browser itself had to complain about."""
        return [entry["message"] for entry in self.driver.get_log("browser")]


@contextmanager
def browsing(database: Path) -> Iterator[Page]:
    """A browser before the page of a running program."""
    with running(database) as address, driving() as driver:
        yield Page(driver, address)


@contextmanager
def driving(*switches: str) -> Iterator[Chrome]:
    """A browser that is told more by switches."""
    options = ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for switch in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        "--lang=vi",
        "--force-device-scale-factor=1",
        *switches,
    ):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = Chrome(options, ChromeService(shutil.which("chromedriver")))
    try:
        yield driver
    finally:
        driver.quit()
