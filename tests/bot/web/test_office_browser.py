"""The office's page in a real browser: come in by a link, go out, log in, be put out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from bot.settings import TlsSettings
from bot.texts import accounts as words
from storage.accounts import CHANNEL
from tests.bot.web.browser import MISSING, PHONE, Page, driving, has_browser
from tests.bot.web.offices import HOST, PASSWORD, URL, Office, at_the_office

NEW = "một mật khẩu khác hẳn"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not has_browser(), reason=MISSING),
    pytest.mark.xdist_group("browser"),
]


def test_a_member_comes_in_goes_out_and_is_put_out(tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        link = await office.invite("lan.nguyen")
        way = f"--host-resolver-rules=MAP {HOST}:8443 {office.address}"
        with driving("--ignore-certificate-errors", way) as driver:
            page = Page(driver, URL)
            await asyncio.to_thread(visit, page, link)
            elsewhere = office.visit()
            assert (await elsewhere.enter("lan.nguyen")).status == 204
            await asyncio.to_thread(change, page)
            assert (await elsewhere.ask("GET", "/about")).status == 401
            assert (await elsewhere.enter("lan.nguyen", NEW)).status == 204
            await office.store.remove_member(CHANNEL, "lan.nguyen")
            await asyncio.to_thread(page.wait_for, at(page, "/login"))
            await asyncio.to_thread(reuse, page, link)

    at_the_office(tls, go, seconds=60)


def visit(page: Page, link: str) -> None:
    page.driver.set_window_size(*PHONE)
    page.driver.get(URL)
    page.wait_for(at(page, "/login"))
    page.driver.get(f"{URL}/join#{link}")
    page.wait_for(lambda: page.first("#name").get_property("value") == "lan.nguyen")
    assert page.driver.current_url == f"{URL}/join"  # the secret stands in no address any more
    fill(page, password=PASSWORD, again="khác hẳn mật khẩu kia")
    page.wait_for(lambda: page.words("#trouble") == ["Hai lần gõ không giống nhau."])
    fill(page, again=PASSWORD)
    page.wait_for(at(page, "/"))
    page.wait_for(lambda: page.words("#who") == ["lan.nguyen"])
    assert page.first("#leave").is_displayed()
    page.send("/moi")
    assert page.complaints() == []
    page.first("#leave").click()
    page.wait_for(at(page, "/login"))
    fill(page, name="lan.nguyen", password="sai mật khẩu")  # noqa: S106 (invented)
    page.wait_for(lambda: page.words("#trouble") == [words.WRONG_PASSWORD])
    fill(page, password=PASSWORD)
    page.wait_for(at(page, "/"))
    page.wait_for(lambda: bool(page.all(".said.bot")))  # what was said stands there


def change(page: Page) -> None:
    page.first("#member a").click()
    page.wait_for(at(page, "/password"))
    page.wait_for(lambda: page.first("#name").get_property("value") == "lan.nguyen")
    fill(page, old="sai mật khẩu", password=NEW, again="khác hẳn mật khẩu kia")
    page.wait_for(lambda: page.words("#trouble") == ["Hai lần gõ không giống nhau."])
    fill(page, again=NEW)
    page.wait_for(lambda: page.words("#trouble") == [words.WRONG_OLD_PASSWORD])
    page.complaints()  # the browser notes that it was refused
    fill(page, old=PASSWORD)
    page.wait_for(lambda: page.first("#done").is_displayed())
    assert not page.first("#trouble").is_displayed()
    assert page.first("#name").get_property("value") == "lan.nguyen"
    assert page.first("#old").get_property("value") == ""
    assert page.complaints() == []
    page.first("#entry .faint a").click()
    page.wait_for(at(page, "/"))
    page.wait_for(lambda: bool(page.all(".said.bot")))


def reuse(page: Page, link: str) -> None:
    page.driver.get(f"{URL}/join#{link}")
    page.wait_for(lambda: page.words("#trouble") == [words.UNKNOWN_LINK])
    assert not page.first("#password").is_displayed()


def at(page: Page, path: str) -> Callable[[], bool]:
    return lambda: page.driver.current_url == URL + path


def fill(page: Page, **fields: str) -> None:
    for name, typed in fields.items():
        page.first(f"#{name}").clear()
        page.first(f"#{name}").send_keys(typed)
    page.first("#send").click()
