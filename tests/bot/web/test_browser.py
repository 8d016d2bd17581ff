"""The chat page in a real browser, before the real program: what a newcomer does."""

from __future__ import annotations

import threading
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from bot import texts
from bot.texts import statistics
from tests.bot.web.browser import DESK, MISSING, PHONE, Page, browsing, has_browser

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not has_browser(), reason=MISSING),
    pytest.mark.xdist_group("browser"),  # one program and one browser for all
]
GOLD = Path("tests/gold")
SAMPLE = Path("docs/sample.txt").read_text(encoding="utf-8")
HEADINGS = (statistics.COUNTED["day"], statistics.MOST_MENTIONED, statistics.ORDERS)
TITLE = SAMPLE.split("\n")[0]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with browsing(tmp_path_factory.mktemp("page") / "page.db") as page:
        yield page


@pytest.fixture(autouse=True)
def _no_complaints(page: Page) -> Iterator[None]:
    """Neither the script nor the content policy may have been broken."""
    page.complaints()
    yield
    assert page.complaints() == []


@pytest.fixture
def digest(page: Page) -> Page:
    """The page with the digest of the sample in it."""
    page.open()
    page.wait_for(lambda: bool(page.all("#welcome:not([hidden])") or page.all(".said")))
    if not any(words.startswith(TITLE) for words in page.words(".said.bot")):
        page.send(SAMPLE)
    else:
        page.send("/xem 1")
    return page


def test_a_newcomer_is_greeted_and_tries_the_sample(page: Page) -> None:
    page.open()
    assert page.words("#greeting") == [texts.GREETING]
    assert page.words("#commands dt") == list(texts.COMMANDS)
    page.first("#sample").click()
    page.first("#send").click()
    page.wait_for_answer()
    (answer,) = page.words(".said.bot")
    assert answer.startswith(TITLE)
    assert page.first("#words").get_property("value") == ""


def test_the_article_stands_beside_it_with_its_facts_marked(digest: Page) -> None:
    digest.wait_for(lambda: bool(digest.all("#article .mark")))
    assert "\n".join(digest.words("#article p")) == SAMPLE.strip().replace("\n\n", "\n")
    assert "Đỗ Quang Vĩnh" in digest.words(".mark-person")
    assert "Kế hoạch số 118-KH/TU" in digest.words(".mark-document")
    assert "Trung tâm Hội nghị tỉnh" in digest.words(".mark-place")
    assert [each.get_attribute("data-number") for each in digest.all("[data-number]")] == list(
        "12345"
    )
    assert texts.MARKS["document"] in digest.words("#legend li")


@pytest.mark.parametrize(
    ("line", "proof"),
    [
        ("Trần Thị Mai Hương", "Trần Thị Mai Hương"),
        ("Kế hoạch 118-KH/TU", "Kế hoạch số 118-KH/TU"),
        ("Đưa kết quả", "Ủy ban Kiểm tra Tỉnh ủy đưa kết quả chuyển đổi số vào chương trình kiểm tra, giám sát năm 2026"),
        ("sáng 16/10/2025", "Sáng 16/10/2025"),
    ],
)  # fmt: skip
def test_a_line_shows_its_words(digest: Page, line: str, proof: str) -> None:
    row = next(each for each in reversed(digest.all(".fact")) if line in each.text)
    digest.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", row)
    row.click()
    digest.wait_for(lambda: "".join(digest.words(".hit")) == proof)
    box, hit = digest.first("#article").rect, digest.first(".hit").rect
    assert box["y"] <= hit["y"] <= box["y"] + box["height"]


def test_marked_words_show_their_line(digest: Page) -> None:
    digest.wait_for(lambda: bool(digest.all("#article .mark")))
    digest.first("#article .mark-place").click()
    place = ["Địa điểmTrung tâm Hội nghị tỉnh"]
    digest.wait_for(lambda: digest.words(".line.now") == place)


def test_the_keyboard_is_enough(digest: Page) -> None:
    digest.type("/xe")
    digest.wait_for(lambda: bool(digest.all("#suggestions li")))
    digest.type(Keys.TAB, "1", Keys.ENTER)
    digest.wait_for(
        lambda: digest.words(".said.reader")[-1] == "/xem 1" and not digest.all(".waiting")
    )
    digest.wait_for(lambda: digest.words(".said")[-1].startswith(TITLE))
    first = digest.all(".said.bot")[-1].find_element("css selector", ".fact")
    digest.driver.execute_script("arguments[0].focus()", first)
    ActionChains(digest.driver).send_keys(Keys.ARROW_DOWN, Keys.ENTER).perform()
    digest.wait_for(lambda: digest.words(".hit") == ["Sáng 16/10/2025"])
    digest.type("dòng một", Keys.SHIFT + Keys.ENTER + Keys.NULL, "dòng hai")
    assert digest.first("#words").get_property("value") == "dòng một\ndòng hai"
    digest.first("#words").clear()


def test_the_buttons_are_those_of_telegram(digest: Page) -> None:
    digest.press(texts.EVIDENCE)
    digest.wait_for(lambda: "Nguyên văn của bài số 1" in digest.words(".said.bot")[-1])
    digest.send("/xem 1")
    digest.press(texts.CORRECT)
    digest.press(texts.DROP_LINE)
    digest.press("2")
    digest.wait_for(lambda: digest.words(".said.bot")[-1].startswith(TITLE))
    assert "sáng 16/10/2025" not in digest.words(".said.bot")[-1]
    digest.press(texts.CORRECT)
    digest.press(texts.TAKE_BACK)
    digest.wait_for(lambda: "sáng 16/10/2025" in digest.words(".said.bot")[-1])


def test_an_article_that_was_removed_is_no_longer_shown(page: Page) -> None:
    page.open()
    page.send((GOLD / "dev-06.txt").read_text(encoding="utf-8"))
    page.wait_for(lambda: "Tân Hoà" in "".join(page.words("#article p")))
    page.press(texts.REMOVE)
    page.press(texts.REMOVE_SURELY)
    page.wait_for(lambda: page.words("#article p") == ["Bài này không còn được giữ."])
    assert not page.all(".hit")


def test_a_file_is_read(page: Page) -> None:
    page.open()
    before = len(page.all(".said.bot"))
    page.first("#file").send_keys(str((GOLD / "dev-05.txt").absolute()))
    page.wait_for_answer(after=before)
    assert page.words(".said.reader")[-1] == "dev-05.txt"
    assert page.words(".said.bot")[-1].startswith("Ban Thường vụ Tỉnh ủy quán triệt")


def test_a_dropped_file_is_read(page: Page) -> None:
    page.open()
    before = len(page.all(".said.bot"))
    page.driver.execute_script(
        "const data = new DataTransfer();"
        "data.items.add(new File([arguments[0]], 'tha.txt', {type: 'text/plain'}));"
        "for (const kind of ['dragover', 'drop']) document.body.dispatchEvent("
        "new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: data}))",
        (GOLD / "dev-07.txt").read_text(encoding="utf-8"),
    )
    page.wait_for_answer(after=before)
    assert page.words(".said.bot")[-1].startswith("Đảng ủy xã Mường Pìa họp")


def test_what_is_said_is_never_read_as_html(page: Page) -> None:
    page.open()
    page.send('<img src=x onerror="document.title=1"><b>xin chào</b> &amp; 😀\u202e')
    assert page.words(".said.reader")[-1].startswith("<img src=x onerror=")
    assert page.driver.title == "giaoban"
    assert page.words(".said.bot")[-1][1:] == texts.NOT_VIETNAMESE[1:]


def test_the_page_comes_back_as_it_was(digest: Page) -> None:
    before = digest.words(".said")
    digest.open(DESK)
    digest.wait_for(lambda: digest.words(".said") == before)


def test_on_a_phone_the_article_covers_the_chat_until_it_is_closed(digest: Page) -> None:
    digest.open(PHONE)
    digest.wait_for(lambda: bool(digest.all(".fact")))
    assert digest.driver.execute_script("return document.documentElement.scrollWidth") <= PHONE[0]
    assert not digest.first("#reader").is_displayed()
    row = next(each for each in reversed(digest.all(".fact")) if "Lê Hữu Khang" in each.text)
    digest.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", row)
    row.click()
    digest.wait_for(lambda: digest.words(".hit") == ["Lê Hữu Khang"])
    assert digest.first("#reader").is_displayed()
    digest.driver.back()
    digest.wait_for(lambda: not digest.first("#reader").is_displayed())


def test_the_figures_open_as_a_page_that_leads_back(digest: Page) -> None:
    digest.send("/thongke")
    digest.wait_for(lambda: bool(digest.all(".picture img")))
    chat, said = digest.driver.current_window_handle, len(digest.all(".said"))
    digest.all(".said .page a")[-1].click()
    digest.wait_for(lambda: len(digest.driver.window_handles) == 2)
    (other,) = {*digest.driver.window_handles} - {chat}
    digest.driver.switch_to.window(other)
    try:
        digest.wait_for(lambda: digest.words("h2") == [*HEADINGS])
        assert digest.all("script") == []
        bars = digest.all("rect")
        assert max(bar.size["width"] for bar in bars) > 100  # the policy lets them be drawn
        digest.driver.set_window_size(*PHONE)
        width = digest.driver.execute_script("return document.documentElement.scrollWidth")
        assert width <= PHONE[0]
        digest.driver.find_element("link text", "Nghị quyết 57-NQ/TW").click()
        digest.wait_for(lambda: digest.first("#words").get_property("value") == "/vanban #1")
        assert digest.driver.current_url == f"{digest.address}/"
        digest.wait_for(lambda: len(digest.all(".said")) == said)  # nothing is said by itself
        assert digest.complaints() == []
    finally:
        digest.driver.close()
        digest.driver.switch_to.window(chat)


@pytest.mark.parametrize(
    "brought", ["/xoa 1", "/chidao #1.1 xong", "xin chào", "/vanban #1\n/xoa 1", "%"]
)
def test_a_link_brings_no_words_that_do_anything(page: Page, brought: str) -> None:
    page.driver.get("about:blank")
    page.driver.get(f"{page.address}/#words={quote(brought) if len(brought) > 1 else brought}")
    page.wait_for(lambda: page.first("#greeting").get_property("textContent") != "")
    page.wait_for(lambda: bool(page.all("#welcome:not([hidden])") or page.all(".said")))
    assert page.first("#words").get_property("value") == ""


@pytest.fixture
def stranger() -> Iterator[str]:
    """Another site in the same browser, which tries to drive the page."""

    class Site(BaseHTTPRequestHandler):
        timeout = 0.5  # a browser opens more lines than it uses

        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!doctype html><title>other</title><link rel=icon href='data:,'>")

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_no_other_page_in_the_browser_drives_it(page: Page, stranger: str) -> None:
    page.open()
    said = len(page.all(".said"))
    page.driver.get(stranger)
    tries = (
        'fetch(A + \'/say\', {method: \'POST\', body: \'{"key": "abcdefgh", "text": "/moi"}\'})',
        "fetch(A + '/say', {method: 'POST', mode: 'no-cors', body: '{\"key\": \"abcdefgi\", \"text\": \"/moi\"}'})",
        "fetch(A + '/say', {method: 'POST', headers: {'Content-Type': 'application/json'}, body: '{}'})",
        "fetch(A + '/article/1')",
        "fetch(A + '/about')",
        "new Promise((yes, no) => { const s = new EventSource(A + '/feed'); s.onmessage = yes; s.onerror = () => { s.close(); no(); }; })",
    )
    for attempt in tries:
        read = page.driver.execute_async_script(
            f"const A = arguments[0], done = arguments[1];"
            f"{attempt}.then((r) => r.text ? r.text() : 'read').then(done, () => done('refused'))",
            page.address,
        )
        assert read in {"refused", ""}, attempt
    assert len(page.complaints()) >= 3  # the browser told it so
    page.open()
    page.wait_for(lambda: len(page.all(".said")) == said)


def test_another_name_for_this_machine_opens_nothing(page: Page) -> None:
    request = urllib.request.Request(page.address, headers={"Host": "lich-hop.vn"})  # noqa: S310
    with pytest.raises(HTTPError, match="403") as refused:
        urllib.request.urlopen(request)  # noqa: S310
    refused.value.close()
