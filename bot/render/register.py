"""Lay out the documents and directives of the register."""

from __future__ import annotations

from datetime import date

from bot import texts
from bot.render.lines import Line, Piece, Style
from bot.render.shaping import capital, day, printed_day, shortened
from bot.texts import register as words
from storage.entries import DirectiveEntry, DocumentEntry, DocumentFile, Source

_INDENT = 2
_LABEL = 14
_BRIEF = 180  # letters of a clause in a list


def document_line(number: int, entry: DocumentEntry) -> tuple[Line, ...]:
    """A document in a list: its name, how often it was named, what it is about."""
    seen = words.SEEN.format(seen=entry.seen, day=day(entry.last))
    number_piece = Piece(f"{number}.", "faint")
    named = Line((number_piece, Piece(_name(entry), "name"), Piece(f"· {seen}", "faint")))
    about = _about(entry)
    return (named, Line((Piece(about),), _INDENT)) if about else (named,)


def document_lines(file: DocumentFile, *, first: int, chat: int) -> tuple[Line, ...]:
    """One document as a chat sees it: what is told of it, its digests from the `first` on.

    With the first of them comes what it may be one with.
    """
    entry = file.entry
    facts = (
        (words.SIGNED, printed_day(entry.date)),
        (words.ISSUED_BY, entry.issuer),
        (words.TOLD_IN, words.SEEN.format(seen=entry.seen, day=day(entry.last))),
    )
    lines = [_plain(_name(entry), "title")]
    if entry.number and entry.subject:
        lines.append(_plain(entry.subject))
    if not entry.is_sure:
        lines.append(_plain(words.NOT_SURE, "faint"))
    lines += [_fact(label, told) for label, told in facts if told]
    lines += [Line(), *(_source(each, chat) for each in file.sources)]
    if file.possible and not first:
        lines += [Line(), _plain(words.POSSIBLE, "section")]
        lines += [
            line for at, each in enumerate(file.possible, 1) for line in document_line(at, each)
        ]
    return tuple(lines)


def directive_lines(
    number: int, entry: DirectiveEntry, *, today: date, chat: int
) -> tuple[Line, ...]:
    """A directive in a list: who tells whom, what, by when, how it stands."""
    told = words.TOLD_BY.format(number=entry.source.name_in(chat))
    state = [words.STATES[entry.state]] if entry.state != "open" else []
    stands = [Piece(f"· {each}", "faint") for each in [told, *state]]
    return (
        Line((Piece(f"{number}.", "faint"), *_parties(entry))),
        Line((Piece(shortened(capital(entry.words), _BRIEF)),), _INDENT),
        Line((*_deadline(entry, today), *stands), _INDENT),
    )


def directive_page(
    entry: DirectiveEntry, *, today: date, chat: int, state: str
) -> tuple[Line, ...]:
    """One directive: issuer, addressee, the whole clause, deadline, article, how it stands."""
    source = entry.source
    title = source.title or texts.NO_TITLE
    published = f" ({day(source.published)})" if source.published else ""
    article = f"{title}{published}"
    if entry.others:
        numbers = ", ".join(each.name_in(chat) for each in entry.others)
        article += f"; {words.TOLD_TOO.format(numbers=numbers)}"
    return (
        _plain(capital(entry.words), "title"),
        Line(),
        _fact(words.ISSUER, entry.issuer or texts.NO_ISSUER),
        _fact(words.ADDRESSEE, entry.addressee or texts.EVERYBODY),
        Line(_until(entry, today), label=Piece(texts.DEADLINE, "label"), column=_LABEL),
        _fact(words.ARTICLE.format(number=source.name_in(chat)), article),
        _fact(words.STATE, state),
    )


def _name(entry: DocumentEntry) -> str:
    """«Luật Đất đai năm 2024» by its year, others as the register names them."""
    is_of_a_year = entry.number is None and entry.date is not None and len(entry.date) == 4
    return f"{entry.name} {entry.date}" if is_of_a_year else entry.name


def _about(entry: DocumentEntry) -> str:
    """«học tập và làm theo Bác (18/5/2021, Bộ Chính trị)»."""
    if not entry.is_sure:
        return words.NOT_SURE
    subject = entry.subject if entry.number else None
    told = ", ".join(
        filter(None, (printed_day(entry.date) if entry.number else None, entry.issuer))
    )
    return " ".join(filter(None, (subject, f"({told})" if told else "")))


def _source(source: Source, chat: int) -> Line:
    pieces = [Piece(source.title or texts.NO_TITLE)]
    if source.published:
        pieces.append(Piece(f"({day(source.published)})", "faint"))
    return Line((Piece(f"{source.name_in(chat)}.", "faint"), *pieces))


def _parties(entry: DirectiveEntry) -> tuple[Piece, ...]:
    return (
        Piece(entry.issuer or texts.NO_ISSUER, "name"),
        Piece(f"→ {entry.addressee or texts.EVERYBODY}"),
    )


def _deadline(entry: DirectiveEntry, today: date) -> tuple[Piece, ...]:
    """«Hạn 30/6/2022 · còn 3 ngày»."""
    until, *rest = _until(entry, today)
    if entry.due is None:
        return (until,)
    return Piece(f"{texts.DEADLINE} {until.text}", "deadline"), *rest


def _until(entry: DirectiveEntry, today: date) -> tuple[Piece, ...]:
    """«30/6/2022 · còn 3 ngày»; of what is done, the day alone."""
    if entry.due is None:
        return (Piece(words.NO_DEADLINE, "faint"),)
    left = Piece(f"· {_left((entry.due - today).days)}")
    edited = Piece(words.EDITED, "faint")
    return (
        Piece(day(entry.due), "deadline"),
        *((left,) if entry.state != "done" else ()),
        *((edited,) if entry.is_edited else ()),
    )


def _left(days: int) -> str:
    if days < 0:
        return words.LATE.format(days=-days)
    return {0: words.TODAY, 1: words.TOMORROW}.get(days, words.LEFT.format(days=days))


def _fact(label: str, told: str | None) -> Line:
    return Line((Piece(told or ""),), label=Piece(label, "label"), column=_LABEL)


def _plain(said: str, style: Style = "plain") -> Line:
    return Line((Piece(said, style),))
