"""Let a reader say what is wrong in a digest."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from bot import texts
from bot.channel import Button, Reply, Request, said
from bot.manifest import read_day
from bot.render.facts import brief, fact_lines
from bot.render.lines import Line, Piece
from handlers.numbers import named_digest, no_such_digest, read_number
from handlers.services import Services
from handlers.show import shown
from storage.corrected import directive_fact, person_fact
from storage.model import Correction, CorrectionKind, Fact, FactKind, Kept
from summarizer.folding import fold, strip_marks

_AT_ONCE = 20  # lines to choose from
_IN_A_ROW = 5
_NAME_LENGTHS = range(2, 81)
_YEARS = range(1945, 2101)
_PAGE = "trang"
_NO_DAY = "khong"
_RESTORE = {"hoan-nguyen", "hoan nguyen"}


class _Change(Struct, frozen=True):
    """What is said of a line."""

    kind: CorrectionKind
    value: str | None = None


class _Choice(Struct, frozen=True):
    """One of the three things that can be wrong, by the word that people type.

    `kind` are the lines that it can be wrong in, all of them where it is None.
    """

    word: str
    question: str
    nothing: str
    read: Callable[[str], _Change | None]
    wrong: str = ""
    kind: FactKind | None = None


async def correct(request: Request, services: Services) -> Sequence[Reply]:
    """What can be corrected, then which line, then the digest as it should be.

    Each step is a whole command: «/sua 3», «/sua 3 han», «/sua 3 han 2 15/11/2025».
    """
    kept = await named_digest(request, services)
    if kept is None:
        return (no_such_digest(request),)
    what, _, rest = " ".join(request.argument.split()[1:]).partition(" ")
    if not what:
        return (_menu(kept),)
    if _plain(f"{what} {rest}").strip() in _RESTORE:
        await services.store.drop_corrections(kept.id)
        return (await _shown_anew(kept, services),)
    choice = _CHOICES.get(_plain(what))
    if choice is None:
        return (said(texts.CORRECT_HOW.format(number=kept.name)),)
    chosen, _, value = rest.partition(" ")
    if not chosen or _plain(chosen) == _PAGE:
        return (_list(kept, choice, page=read_number(value) or 1),)
    return (await _change(kept, choice, (chosen, value), request, services),)


def deadline_command(kept: Kept, fact: Fact) -> str | None:
    """What lets the deadline of a directive be corrected; None where its line is gone."""
    choice = _CHOICES["han"]
    lines = _open_lines(kept, choice)
    number = next((number for number, line in lines.items() if line.fact == fact), None)
    return f"/sua {kept.name} {choice.word} {number}" if number else None


def _menu(kept: Kept) -> Reply:
    number, title = kept.name, kept.digest.article.title
    question = texts.WHAT_IS_WRONG.format(number=number, title=title.text if title else "…")
    wrong = (
        Button(texts.WRONG_PERSON, f"/sua {number} nguoi"),
        Button(texts.WRONG_DEADLINE, f"/sua {number} han"),
        Button(texts.DROP_LINE, f"/sua {number} bo"),
    )
    back = (Button(texts.TAKE_BACK, f"/sua {number} hoan-nguyen"),) if kept.corrections else ()
    return replace(said(question), buttons=(wrong, (*back, _leave(kept))), in_place=True)


def _list(kept: Kept, choice: _Choice, *, page: int) -> Reply:
    """The lines to choose from, a page of them, with a button for each number."""
    open_lines = [*_open_lines(kept, choice).items()]
    first = (page - 1) * _AT_ONCE
    if first >= len(open_lines):
        page, first = 1, 0
    told = open_lines[first : first + _AT_ONCE]
    command = f"/sua {kept.name} {choice.word}"
    numbers = [Button(str(number), f"{command} {number}") for number, _ in told]
    rows = [tuple(numbers[at : at + _IN_A_ROW]) for at in range(0, len(numbers), _IN_A_ROW)]
    has_more = len(open_lines) > first + _AT_ONCE
    more = (Button(texts.MORE, f"{command} {_PAGE} {page + 1}"),) if has_more else ()
    question = choice.question if told else choice.nothing
    head = Line((Piece(question.format(number=kept.name)),))
    lines = [
        Line((Piece(brief(line)),), label=Piece(f"{number}.", "name"), column=4)
        for number, line in told
    ]
    return Reply((head, *lines), buttons=(*rows, (*more, _leave(kept))), in_place=True)


async def _change(
    kept: Kept, choice: _Choice, typed: tuple[str, str], request: Request, services: Services
) -> Reply:
    """The digest with the line put right, or what is still to be said for that."""
    number, value = read_number(typed[0]), typed[1]
    open_lines = _open_lines(kept, choice)
    line = _all_lines(kept, choice).get(number or 0)
    if line is None or line.fact is None or (choice.kind and number not in open_lines):
        example = next(iter(open_lines), 1)
        return said(texts.BAD_LINE.format(number=kept.name, what=choice.word, line=example))
    if choice.kind and not value:
        return _ask(kept, choice, (number or 0, open_lines[number or 0]))
    change = choice.read(value)
    if change is None:
        told = said(choice.wrong.format(number=kept.name, line=number))
        return replace(told, awaits=f"/sua {kept.name} {choice.word} {number}")
    if _is_original(kept, line.fact, change):
        await services.store.drop_corrections(kept.id, line.fact)
    else:
        correction = Correction(
            line.fact, change.kind, change.value, request.sender, services.now()
        )
        await services.store.add_correction(kept.id, correction)
    return await _shown_anew(kept, services)


def _ask(kept: Kept, choice: _Choice, numbered: tuple[int, Line]) -> Reply:
    """What is right in the line that was chosen; the answer is typed."""
    number, line = numbered
    if choice.kind == "person":
        how, label = texts.TYPE_NAME, texts.NOT_A_PERSON
        command = f"/sua {kept.name} bo {_overall(kept, line)}"
    else:
        how, label = texts.TYPE_DAY, texts.NO_DEADLINE
        command = f"/sua {kept.name} {choice.word} {number} {_NO_DAY}"
    begun = f"/sua {kept.name} {choice.word} {number}"
    asked = said(brief(line), how.format(begun=begun))
    buttons = ((Button(label, command),), (_leave(kept),))
    return replace(asked, buttons=buttons, in_place=True, awaits=begun)


async def _shown_anew(kept: Kept, services: Services) -> Reply:
    now = await services.store.get_by_id(kept.id)
    if now is None:  # somebody has removed it meanwhile
        return said(texts.REMOVED.format(number=kept.name))
    return shown(now, in_place=True)


def _leave(kept: Kept) -> Button:
    return Button(texts.LEAVE, f"/xem {kept.name}")


def _all_lines(kept: Kept, choice: _Choice) -> dict[int, Line]:
    """The lines by their number in the digest as it was read.

    So a number means the same line however many were dropped, and a button pressed
    twice drops no other.
    """
    lines = fact_lines(kept.digest)
    wanted = [line for line in lines if line.fact and choice.kind in {None, line.fact.kind}]
    return dict(enumerate(wanted, 1))


def _open_lines(kept: Kept, choice: _Choice) -> dict[int, Line]:
    """Those that are still there, as they are shown now."""
    now = {line.fact: line for line in fact_lines(kept.digest, kept.corrections)}
    lines = _all_lines(kept, choice)
    return {number: now[line.fact] for number, line in lines.items() if line.fact in now}


def _overall(kept: Kept, line: Line) -> int:
    """The number of a line among all."""
    lines = _all_lines(kept, _CHOICES["bo"])
    return next(number for number, each in lines.items() if each.fact == line.fact)


def _is_original(kept: Kept, fact: Fact, change: _Change) -> bool:
    """Whether the reader goes back to what was read."""
    digest = kept.digest
    if change.kind == "name":
        names = {person_fact(person): person.name for person in digest.people}
        return names.get(fact) == change.value
    days = {directive_fact(each): each.deadline for each in digest.directives}
    value = date.fromisoformat(change.value) if change.value else None
    return change.kind == "deadline" and days.get(fact) == value


def _read_name(words: str) -> _Change | None:
    name = unicodedata.normalize("NFC", words)
    has_name = all(letter.isalpha() or letter in " .'’-" for letter in name) and name[0].isalpha()
    return _Change("name", name) if has_name and len(name) in _NAME_LENGTHS else None


def _read_deadline(words: str) -> _Change | None:
    if _plain(words) == _NO_DAY:
        return _Change("deadline")
    try:
        due = read_day(words if words[:4].isdigit() else words.replace("-", "/").replace(".", "/"))
    except ValueError:
        return None
    return _Change("deadline", due.isoformat()) if due.year in _YEARS else None


def _read_drop(_: str) -> _Change:
    return _Change("drop")


def _plain(words: str) -> str:
    return strip_marks(fold(words))


_CHOICES = {
    choice.word: choice
    for choice in (
        _Choice("nguoi", texts.WHICH_PERSON, texts.NO_PEOPLE, _read_name, texts.BAD_NAME, "person"),
        _Choice(
            "han",
            texts.WHICH_DEADLINE,
            texts.NO_DIRECTIVES,
            _read_deadline,
            texts.BAD_DEADLINE,
            "directive",
        ),
        _Choice("bo", texts.WHICH_LINE, texts.NO_LINES, _read_drop),
    )
}
