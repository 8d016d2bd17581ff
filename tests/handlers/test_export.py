"""What a chat or an operator wants as a file comes as one, whole, in the form that is asked for."""

from __future__ import annotations

import io
import json
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import openpyxl
import pytest
from icalendar import Calendar

from bot.channel import Reply
from bot.texts import export as words
from main import main
from tests.handlers.chat import AN, Chat, pressed, talk
from tests.summarizer.events_pairs import EVENTS, by_the_agency, by_the_province

NOW = datetime(2025, 10, 20, 3, 0, tzinfo=UTC)
OFFICE = "-100700"


async def keep(talker: Chat, count: int = 4, **more: str) -> None:
    for number, event in enumerate(EVENTS[:count]):
        await talker.replies(by_the_agency(event), message=f"{more}{number}", **more)


def file_of(replies: tuple[Reply, ...]) -> tuple[str, bytes]:
    (reply,) = replies
    assert reply.file is not None
    return reply.file.name, reply.file.content


def test_without_a_form_one_is_chosen_by_a_button() -> None:
    async def go(chat: Chat) -> tuple[list[str], str, list[str]]:
        await keep(chat)
        replies = await chat.replies("/xuat hôm nay")
        buttons = pressed(replies)
        names = [file_of(tuple(await chat.replies(each, is_press=True)))[0] for each in buttons]
        return buttons, await chat.say("/xuat hôm nay"), names

    buttons, said, names = talk(go, now=lambda: NOW)
    assert buttons[0] == "/xuat word hôm nay"
    assert "4 bài. Xuất ra dạng nào?" in said
    assert [name.rpartition(".")[2] for name in names] == ["docx", "xlsx", "ics", "csv", "json"]


def test_a_word_file_has_every_article_of_the_days() -> None:
    async def go(chat: Chat) -> tuple[str, bytes]:
        await keep(chat)
        return file_of(tuple(await chat.replies("/xuat word 20/10/2025")))

    name, content = talk(go, now=lambda: NOW)
    assert name == "giaoban-2025-10-20-0300.docx"
    paper = docx.Document(io.BytesIO(content))
    told = "\n".join(each.text for each in paper.paragraphs)
    cells = "\n".join(
        cell.text for table in paper.tables for row in table.rows for cell in row.cells
    )
    for event in EVENTS[:4]:
        assert event.topic in told
        assert event.chair in told
    assert "30/03/2026" in cells


def test_one_digest_and_a_search_are_exported() -> None:
    async def go(chat: Chat) -> tuple[int, int, str, str]:
        await keep(chat)
        _, one = file_of(tuple(await chat.replies("/xuat json 2")))
        _, found = file_of(tuple(await chat.replies("/xuat json tim Lò Văn Khánh")))
        listed = await chat.replies("/tim Lò Văn Khánh")
        button = next(each for each in pressed(listed) if each.startswith("/xuat"))
        return len(json.loads(one)), len(json.loads(found)), button, await chat.say(button)

    one, found, button, asked = talk(go, now=lambda: NOW)
    assert (one, found) == (1, 1)
    assert len(button.encode()) <= 64
    assert "Các bài có «Lò Văn Khánh»: 1 bài. Xuất ra dạng nào?" in " ".join(asked.split())


def test_the_register_is_exported_with_its_filters() -> None:
    async def go(chat: Chat) -> tuple[bytes, bytes, bytes, str]:
        await keep(chat)
        _, all_ = file_of(tuple(await chat.replies("/xuat excel chidao")))
        _, over = file_of(tuple(await chat.replies("/xuat lich chidao có hạn")))
        _, plain = file_of(tuple(await chat.replies("/xuat json chidao quá hạn")))
        return all_, over, plain, await chat.say("/xuat csv chidao đã xong")

    book, calendar, overdue, done = talk(go, now=lambda: NOW)
    page = openpyxl.load_workbook(io.BytesIO(book)).worksheets[0]
    rows = list(page.iter_rows(min_row=2, values_only=True))
    assert len(rows) == 4
    assert page.freeze_panes == "A2"
    assert {type(row[4]) for row in rows} == {datetime}
    entries = list(Calendar.from_ical(calendar).walk("VEVENT"))
    assert {each["dtstart"].dt for each in entries} >= {date(2026, 3, 30), date(2025, 9, 30)}
    assert all(str(each["uid"]).startswith("giaoban-") for each in entries)
    due = sorted(row["deadline"] for row in json.loads(overdue))
    assert due == ["2025-09-30", "2025-10-15"]
    assert "không có gì để xuất" in done


def test_what_is_too_long_for_a_button_is_exported_too() -> None:
    async def go(chat: Chat) -> tuple[list[str], str]:
        await keep(chat)
        asked = await chat.replies(
            "/xuat tim hội nghị tổng kết công tác xây dựng Đảng năm 2025 Tỉnh ủy"
        )
        return pressed(asked), file_of(tuple(await chat.replies(pressed(asked)[0])))[0]

    buttons, name = talk(go, now=lambda: NOW)
    assert all(len(each.encode()) <= 64 for each in buttons)
    assert name.endswith(".docx")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("word hôm qua", "Ngày 19/10/2025: không có gì để xuất."),
        ("word 77", "Bài số 77: không có gì để xuất."),
        ("excel lung tung", "Hãy gõ: /xuat"),
        ("word tim khong co gi dau", "không có gì để xuất"),
        ("word #99", words.FORGOTTEN),
    ],
)
def test_where_there_is_nothing_it_is_said(typed: str, told: str) -> None:
    async def go(chat: Chat) -> str:
        await keep(chat, 1)
        return " ".join((await chat.say(f"/xuat {typed}")).split())

    assert told in talk(go, now=lambda: NOW)


def test_an_office_exports_what_it_shares_and_nobody_else_does() -> None:
    async def go(chat: Chat) -> tuple[str, list[dict[str, object]]]:
        await keep(chat, 2, chat=OFFICE)
        before = await chat.say("/xuat json hôm nay")
        await chat.say(f"/gopnhom {OFFICE}", sender=AN)
        await chat.replies(by_the_province(EVENTS[5]), sender=AN)
        _, content = file_of(tuple(await chat.replies("/xuat json hôm nay", sender=AN)))
        return before, json.loads(content)

    before, digests = talk(go, now=lambda: NOW, allowed=("42", OFFICE))
    assert "không có gì để xuất" in before
    assert len(digests) == 3


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database in which the desk has kept two articles."""
    path = tmp_path / "a.db"
    monkeypatch.setenv("DATABASE", str(path))
    sources = []
    for number, event in enumerate(EVENTS[:2]):
        sources.append(tmp_path / f"{number}.txt")
        sources[-1].write_text(by_the_province(event), encoding="utf-8")
    assert main(["keep", *map(str, sources)]) == 0
    return path


Printed = pytest.CaptureFixture[str]


def test_the_command_line_writes_every_form(
    database: Path, tmp_path: Path, capsys: Printed
) -> None:
    for ending in ("docx", "xlsx", "ics", "csv", "json"):
        path = tmp_path / f"ra.{ending}"
        assert main(["export", str(path)]) == 0
        assert "Đã xuất 2 bài" in capsys.readouterr().err.splitlines()[-1]
        assert path.stat().st_size > 100


def test_everything_is_exported_as_json(database: Path, capsys: Printed) -> None:
    capsys.readouterr()
    assert main(["export", "--json"]) == 0
    digests = json.loads(capsys.readouterr().out)
    assert [(each["chat"], each["number"]) for each in digests] == [
        ("desk:desk", 1),
        ("desk:desk", 2),
    ]
    for digest in digests:
        text = digest["digest"]["text"]
        start, end = digest["digest"]["event"]["span"]
        assert text[start:end] in text
        assert digest["digest"]["schema"] == "digest/1"


def test_what_is_chosen_on_the_command_line_is_exported(
    database: Path, tmp_path: Path, capsys: Printed
) -> None:
    path = str(tmp_path / "ra.json")
    assert main(["export", path, "--search", "lo van khanh"]) == 0
    assert len(json.loads(Path(path).read_text(encoding="utf-8"))) == 1
    assert main(["export", path, "--from", "2001-01-01", "--to", "2001-01-02"]) == 0
    assert json.loads(Path(path).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["ra.txt"], words.NO_FORMAT),
        (["ra.docx", "--chat", "telegram:1"], "không có cuộc trò chuyện nào là «telegram:1»"),
        (["khong/co/thu-muc/ra.docx"], "không ghi được tệp"),
    ],
)
def test_what_goes_wrong_is_one_line(
    database: Path, capsys: Printed, arguments: list[str], told: str
) -> None:
    capsys.readouterr()
    assert main(["export", *arguments]) == 1
    said = capsys.readouterr().err
    assert told in said
    assert said.count("\n") == 1
