"""Every directive of the digests is in every file, and office programs can open it."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from zoneinfo import ZoneInfo

import docx
import pytest
from icalendar import Calendar
from msgspec.structs import replace
from openpyxl import load_workbook

from bot import texts
from bot.render.files.collection import Collection
from bot.render.files.formats import KINDS, Format, write_file
from bot.render.files.table import sheet_of
from storage.corrected import directive_fact
from storage.model import Correction, Kept
from summarizer.model import Digest, Quote
from tests.annotated import annotated

NOW = datetime(2025, 10, 20, 8, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
TITLE = "Tóm lược tin ngày 20/10/2025"
NAMES = ("dev-02", "dev-05", "dev-07")
EVIL = '=HYPERLINK("http://x";"y")'


def collect(*digests: Digest) -> Collection:
    kept = tuple(Kept(number, number, 1, NOW, each) for number, each in enumerate(digests, 1))
    return Collection(TITLE, NOW, kept)


@pytest.fixture(scope="module")
def collection() -> Collection:
    return collect(*map(annotated, NAMES))


def words_of(form: Format, content: bytes) -> str:
    """All that somebody reads in the file, blanks between words made one."""
    match form:
        case "word":
            paper = docx.Document(io.BytesIO(content))
            cells = [
                cell.text for table in paper.tables for row in table.rows for cell in row.cells
            ]
            words = "\n".join([*(each.text for each in paper.paragraphs), *cells])
        case "excel":
            book = load_workbook(io.BytesIO(content))
            words = "\n".join(str(c.value) for page in book for row in page for c in row if c.value)
        case "lich":
            entries = Calendar.from_ical(content).walk("VEVENT")
            words = "\n".join(str(entry["description"]) for entry in entries)
        case _:
            words = content.decode("utf-8-sig")
    return " ".join(words.split())


@pytest.mark.parametrize("form", ["word", "excel", "csv"])
def test_every_directive_is_there(collection: Collection, form: Format) -> None:
    words = words_of(form, write_file(collection, form))
    rows = list(collection.directives())
    assert len(rows) == sum(len(each.digest.directives) for each in collection.kept) > 50
    for row in rows:
        task = row.task.replace('"', '""') if form == "csv" else row.task
        assert task in words
        assert row.addressee is None or row.addressee in words


def test_the_calendar_holds_every_deadline_as_a_whole_day(collection: Collection) -> None:
    entries = Calendar.from_ical(write_file(collection, "lich")).walk("VEVENT")
    told = {(str(entry["uid"]), entry["dtstart"].dt, entry["dtend"].dt) for entry in entries}
    due = [row for row in collection.directives() if row.deadline]
    assert told == {
        (f"{row.uid}@giaoban", row.deadline, date.fromordinal(row.deadline.toordinal() + 1))
        for row in due
    }
    assert len(entries) == len(due) > 20


def test_the_same_deadline_is_the_same_entry_in_a_later_file(collection: Collection) -> None:
    later = replace(collection, made=NOW.replace(year=2026), kept=collection.kept[:1])
    uids = [
        {str(entry["uid"]) for entry in Calendar.from_ical(write_file(each, "lich")).walk("VEVENT")}
        for each in (collection, later)
    ]
    assert uids[1] < uids[0]


def test_excel_has_days_filters_and_a_heading_that_stays(collection: Collection) -> None:
    book = load_workbook(io.BytesIO(write_file(collection, "excel")))
    assert book.sheetnames == [texts.DIRECTIVES, texts.DOCUMENTS, texts.ARTICLES]
    for page in book:
        assert page.freeze_panes == "A2"
        assert page.auto_filter.ref == page.dimensions
    first = [cell.value for cell in book[texts.DIRECTIVES][2]]
    assert first[0] == 1
    assert isinstance(first[4], datetime)
    assert first[4].date() == min(row.deadline for row in collection.directives() if row.deadline)
    assert book[texts.DIRECTIVES]["E2"].number_format == "DD/MM/YYYY"


def test_word_has_one_table_and_the_headings_of_an_office(collection: Collection) -> None:
    paper = docx.Document(io.BytesIO(write_file(collection, "word")))
    heads = [each.text for each in paper.paragraphs if each.style.name == "Heading 1"]
    assert [head.partition(". ")[2] for head in heads] == [
        texts.ORDERS_HEADING, texts.ARTICLES_HEADING, texts.SOURCES_HEADING,
    ]  # fmt: skip
    (table,) = paper.tables
    assert [cell.text for cell in table.rows[0].cells] == list(texts.WORD_COLUMNS)
    assert paper.paragraphs[0].text == TITLE.upper()
    assert round(paper.sections[0].page_width.cm, 1) == 21.0


def test_json_is_the_contract_with_the_text(collection: Collection) -> None:
    told = json.loads(write_file(collection, "json"))
    assert [each["number"] for each in told] == [1, 2, 3]
    for each in told:
        digest = each["digest"]
        assert digest["schema"] == "digest/1"
        for order in digest["directives"]:
            start, end = order["span"]
            assert digest["text"][start:end] == order["text"]


def test_what_readers_have_corrected_is_put_in() -> None:
    digest = annotated("dev-02")
    order = next(each for each in digest.directives if each.deadline)
    change = Correction(directive_fact(order), "deadline", "2031-11-15", "42", NOW)
    kept = Kept(1, 1, 1, NOW, digest, corrections=(change,))
    collection = Collection(TITLE, NOW, (kept,))
    assert "15/11/2031" in words_of("csv", write_file(collection, "csv"))
    assert date(2031, 11, 15) in {row.deadline for row in collection.directives()}


def named(addressee: str) -> Collection:
    """A collection in which somebody is called so."""
    digest = annotated("dev-05")
    order = digest.directives[0]
    quote = Quote(addressee, order.addressee.span if order.addressee else order.span)
    return collect(replace(digest, directives=(replace(order, addressee=quote),)))


@pytest.mark.parametrize("words", [EVIL, "+1+1", "-2+3", "@SUM(A1)"])
def test_no_words_become_a_formula(words: str) -> None:
    collection = named(words)
    book = load_workbook(io.BytesIO(write_file(collection, "excel")))
    cell = book[texts.DIRECTIVES]["D2"]
    assert (cell.value, cell.data_type) == (words, "s")
    (row,) = list(csv.reader(io.StringIO(words_of_csv(collection))))[1:]
    assert row[3] == f"'{words}"


def words_of_csv(collection: Collection) -> str:
    return write_file(collection, "csv").decode("utf-8-sig")


@pytest.mark.parametrize("form", list(KINDS))
def test_letters_that_no_office_program_takes_do_no_harm(form: Format) -> None:
    collection = named("Sở\x00 Nội\x0b vụ <b>&amp;</b> ]]> \u202e")
    assert write_file(collection, form)


@pytest.mark.parametrize("form", list(KINDS))
def test_nothing_gives_a_file_too(form: Format) -> None:
    assert write_file(collect(), form)


def test_csv_is_read_by_excel_as_utf8(collection: Collection) -> None:
    content = write_file(collection, "csv")
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert rows[0] == list(texts.DIRECTIVE_COLUMNS)
    assert len(rows) == 1 + len(list(collection.directives()))


def test_the_nearest_deadline_comes_first(collection: Collection) -> None:
    days = [row[4] for row in sheet_of(collection, "directives").rows]
    due = [day for day in days if day]
    assert days == sorted(due) + [None] * (len(days) - len(due))  # type: ignore[type-var]
