"""Look up the words that actors and their clauses are made of."""

from __future__ import annotations

from functools import cache

from summarizer import lexicon
from summarizer.folding import fold
from summarizer.language import Doc
from summarizer.phrases import Phrases
from summarizer.words import words_of

ENDS = frozenset({".", ":", "!", "?", '"', "…", ")"})  # no name goes on over these


def may_begin_actor(doc: Doc, index: int) -> bool:
    """Tell at one look whether a name may begin at word `index`."""
    word = doc.words.texts[index]
    return word in _first_words() or word.isdigit() or doc.is_capital(index)


def actor_at(doc: Doc, index: int, stop: int) -> tuple[int, str] | None:
    """The noun for an actor at word `index`: the word past it, its kind."""
    found = _actors().at(doc.words, index)
    return found if found and found[0] <= stop else None


def organ_at(doc: Doc, index: int, stop: int) -> int | None:
    """The word past an organ's name; a single word counts in capitals only: «TU», not «tu»."""
    found = _organs().at(doc.words, index)
    if not found or found[0] > stop:
        return None
    word = doc.text[doc.words.starts[index] : doc.words.ends[index]]
    return found[0] if found[0] > index + 1 or word.isupper() else None


def province_at(doc: Doc, index: int, stop: int) -> int | None:
    """The word past a province's name at word `index`."""
    found = _provinces().at(doc.words, index)
    return found[0] if found and found[0] <= stop else None


def verb_found(doc: Doc, index: int) -> tuple[int, str] | None:
    """The word at `index` that may follow an actor's name: the word past it, its kind."""
    return _verbs().at(doc.words, index)


def verb_at(doc: Doc, index: int) -> str | None:
    """The kind of the verb that begins at word `index`: modal, manner, act and so on."""
    found = verb_found(doc, index)
    return found[1] if found and found[1] != "with" else None


def frame_at(doc: Doc, index: int) -> str | None:
    """The strength of the verb of ordering at word `index`: hard «yêu cầu», weak «cho rằng»."""
    return _sooner(doc, index, _frames())[1]


def is_frame(doc: Doc, index: int) -> bool:
    """Tell whether a verb of saying or ordering begins at word `index`."""
    return frame_at(doc, index) is not None


def begins(doc: Doc, index: int, kind: str) -> bool:
    """Tell whether a clause word of that kind stands at word `index`."""
    return past_clause_word(doc, index, kind) is not None


def past_clause_word(doc: Doc, index: int, kind: str) -> int | None:
    """The word past a clause word of that kind at word `index`."""
    return _sooner(doc, index, _clause_words(kind))[0]


def _sooner(doc: Doc, index: int, words: Phrases[str]) -> tuple[int | None, str | None]:
    """One of `words` at word `index`, unless a longer verb begins there: «theo | dõi».

    The longer verb may itself be the start of an actor: «giao | ban soạn thảo tiếp thu».
    """
    found = words.at(doc.words, index)
    if not found:
        return None, None
    verb = verb_found(doc, index)
    if not verb or verb[0] <= found[0]:
        return found
    actor = actor_at(doc, found[0], len(doc.words.texts))
    return found if actor and actor[0] > verb[0] and actor[1] != "none" else (None, None)


@cache
def _first_words() -> frozenset[str]:
    """The words that open a noun for an actor or the name of an organ."""
    names = [row["actor"] for row in lexicon.rows("actors")]
    for row in lexicon.rows("organs"):
        names += (row["organ"], *lexicon.alternatives(row["abbreviations"]))
    return frozenset(words_of(fold(name)).texts[0] for name in names)


@cache
def _actors() -> Phrases[str]:
    return Phrases([(row["actor"], row["kind"]) for row in lexicon.rows("actors")])


@cache
def _verbs() -> Phrases[str]:
    return Phrases([(row["verb"], row["kind"]) for row in lexicon.rows("action_verbs")])


@cache
def _clause_words(kind: str) -> Phrases[str]:
    rows = lexicon.rows("clause_words")
    return Phrases([(row["word"], kind) for row in rows if row["kind"] == kind])


@cache
def _frames() -> Phrases[str]:
    rows = lexicon.rows("directive_verbs")
    return Phrases(
        [(row["verb"], row["strength"]) for row in rows if row["strength"] in {"hard", "weak"}]
    )


@cache
def _organs() -> Phrases[str]:
    """Organs and their short forms, with dashes, «và» and commas in every fashion."""
    forms: dict[str, str] = {}
    for row in lexicon.rows("organs"):
        if row["organ"][0].isupper():  # «sở, ban, ngành» is among the actors
            names = (*_fashions(row["organ"]), *lexicon.alternatives(row["abbreviations"]))
            forms.update(dict.fromkeys(names, row["organ"]))
    return Phrases(forms)


def _fashions(name: str) -> tuple[str, ...]:
    """«A và B», «A - B», «A, B», «A B» of a name of two parts."""
    links = (" và ", " - ", ", ", " ")
    forms = {name.replace(link, other) for link in links[:3] for other in links}
    return tuple(sorted(forms))


@cache
def _provinces() -> Phrases[str]:
    names: dict[str, str] = {}
    for row in lexicon.rows("provinces"):
        for name in (row["old_name"], row["new_name"], *lexicon.alternatives(row["aliases"])):
            names.setdefault(name, row["new_name"])
    return Phrases(names)
