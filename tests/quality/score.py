"""Score the digest of one article against its gold.

documents   same type and number; without a number same type, and one subject contains
            the other
people      same name; a role is found when equal or of token F1 0.8
event       kind equal, text of token F1 0.5, host 0.6; null right when gold is null
when        start and end equal, null included
places      token F1 0.6
directives  characters of all spans together; clauses one to one with an overlap of half
            their union, among those issuer (0.8), addressee (0.6), deadline, documents;
            «…_given» where gold or digest has one
fidelity    texts that equal the article at their span
rouge       summary against the gold's `reference`
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.quality.compare import (
    Json,
    Pair,
    alike,
    contained,
    document_key,
    fold,
    number_key,
    pair_up,
    reference_key,
    token_f1,
)
from tests.quality.rouge import rouge
from tests.quality.tally import MEANS, Answer, Tally


def score_article(gold: Json, found: Json, text: str, tally: Tally) -> None:
    """Add one article to the tally."""
    _documents(gold["documents"], found["documents"], tally)
    _people(gold["people"], found["people"], tally)
    _event(gold["event"] or {}, found["event"] or {}, tally)
    _when(gold["when"] or {}, found["when"] or {}, tally)
    _places(gold["where"], found["where"], tally)
    _directives(gold, found["directives"], tally)
    _fidelity(found, text, tally)
    if gold["reference"]:
        summary = " ".join(sentence["text"] for sentence in found["summary"])
        for name, value in zip(MEANS, rouge(summary, gold["reference"]), strict=True):
            tally.values[name].append(value)


def _documents(golds: list[Json], found: list[Json], tally: Tally) -> None:
    pairs = pair_up(golds, found, _document_score)
    tally.count("documents", len(pairs), len(golds), len(found))
    _miss("document", golds, found, pairs, tally)
    for left, right in pairs:
        gold, item = golds[left], found[right]
        name = _shown(gold)
        tally.judge(
            "documents.date",
            Answer(name, gold["date"], item["date"]),
            ok=gold["date"] == item["date"],
        )
        same = alike(gold["issuer"], item["issuer"], 0.8)
        tally.judge("documents.issuer", Answer(name, gold["issuer"], item["issuer"]), ok=same)


def _people(golds: list[Json], found: list[Json], tally: Tally) -> None:
    pairs = pair_up(golds, found, lambda one, two: fold(one["name"]) == fold(two["name"]))
    tally.count("people", len(pairs), len(golds), len(found))
    _miss("person", golds, found, pairs, tally)
    for left, right in pairs:
        gold, item = golds[left], found[right]
        same = pair_up(gold["roles"], item["roles"], _role_score)
        tally.count("people.roles", len(same), len(gold["roles"]), len(item["roles"]))
        _miss("role", gold["roles"], item["roles"], same, tally)
        ok = gold["part"] == item["part"]
        tally.judge("people.part", Answer(gold["name"], gold["part"], item["part"]), ok=ok)


def _event(gold: Json, found: Json, tally: Tally) -> None:
    kind, other = gold.get("kind"), found.get("kind")
    tally.judge("event.kind", Answer("event", kind, other), ok=fold(kind) == fold(other))
    text, other = gold.get("text"), found.get("text")
    same = token_f1(text, other) >= 0.5 if gold and found else not gold and not found
    tally.judge("event.text", Answer("event", text, other), ok=same)
    if gold:
        host, other = gold["host"], found.get("host")
        same = bool(found) and alike(host, other, 0.6)
        tally.judge("event.host", Answer("event", host, other), ok=same)


def _when(gold: Json, found: Json, tally: Tally) -> None:
    for key in ("start", "end", "part") if gold else ("start", "end"):
        ours, theirs = gold.get(key), found.get(key)
        tally.judge(f"when.{key}", Answer("when", ours, theirs), ok=ours == theirs)


def _places(golds: list[Json], found: list[Json], tally: Tally) -> None:
    pairs = pair_up(golds, found, _at_least(0.6))
    tally.count("places", len(pairs), len(golds), len(found))
    _miss("place", golds, found, pairs, tally)


def _directives(gold: Json, found: list[Json], tally: Tally) -> None:
    golds = gold["directives"]
    ours, theirs = _covered(golds), _covered(found)
    tally.count("directives.char", len(ours & theirs), len(ours), len(theirs))
    pairs = pair_up(golds, found, _overlap)
    tally.count("directives.clause", len(pairs), len(golds), len(found))
    _miss("directive", golds, found, pairs, tally)
    if not golds:
        tally.right("directives.none", ok=not found)
        tally.false_directives += len(found)
    subjects = {
        document_key(document): document["subject"]
        for document in gold["documents"]
        if not document["number"]
    }
    for left, right in pairs:
        _directive(golds[left], found[right], subjects, tally)


def _directive(gold: Json, found: Json, subjects: dict[str, str], tally: Tally) -> None:
    what = gold["text"][:60]
    for key, floor in (("issuer", 0.8), ("addressee", 0.6)):
        same = alike(gold[key], found[key], floor)
        tally.judge(f"directives.{key}", Answer(what, gold[key], found[key]), ok=same)
    deadlines = gold["deadline"], found["deadline"]
    on_time = deadlines[0] == deadlines[1]
    tally.judge("directives.deadline", Answer(what, *deadlines), ok=on_time)
    documents = gold["documents"], found["documents"]
    same = _same_documents(*documents, subjects)
    tally.judge("directives.documents", Answer(what, *documents), ok=same)
    if any(deadlines):
        tally.right("directives.deadline_given", ok=on_time)
    if any(documents):
        tally.right("directives.documents_given", ok=same)


def _same_documents(golds: list[str], found: list[str], subjects: dict[str, str]) -> bool:
    def score(one: str, two: str) -> float:
        if reference_key(one) == reference_key(two):
            return 2
        return fold(one) in subjects and contained(one, two)

    return len(golds) == len(found) == len(pair_up(golds, found, score))


def _fidelity(found: Json, text: str, tally: Tally) -> None:
    said = [found[key] for key in ("event", "when") if found[key]]
    for key in ("where", "groups", "directives", "summary"):
        said += found[key]
    for item in said:
        start, end = item["span"]
        ok = item["text"] == text[start:end] != ""
        tally.right("fidelity", ok=ok)
        if not ok:
            tally.note("unfaithful", "text", f"{item['text']} {item['span']}")


def _document_score(gold: Json, found: Json) -> float:
    if fold(gold["type"]) != fold(found["type"]):
        return 0
    if gold["number"]:
        same = found["number"] and number_key(gold["number"]) == number_key(found["number"])
        return 3 if same else 0
    if found["number"] or not contained(gold["subject"], found["subject"]):
        return 0
    close = token_f1(gold["subject"], found["subject"])
    return 2 if fold(gold["subject"]) == fold(found["subject"]) else 1 + close / 2


def _role_score(gold: str, found: str) -> float:
    if fold(gold) == fold(found):
        return 2
    close = token_f1(gold, found)
    return close if close >= 0.8 else 0


def _at_least(floor: float) -> Callable[[Json, Json], float]:
    def score(gold: Json, found: Json) -> float:
        close = token_f1(gold["text"], found["text"])
        return close if close >= floor else 0

    return score


def _overlap(gold: Json, found: Json) -> float:
    (start, end), (left, right) = gold["span"], found["span"]
    shared = min(end, right) - max(start, left)
    share = shared / (max(end, right) - min(start, left))
    return share if share >= 0.5 else 0


def _covered(directives: list[Json]) -> set[int]:
    return {place for directive in directives for place in range(*directive["span"])}


def _miss(
    what: str,
    golds: Sequence[Json | str],
    found: Sequence[Json | str],
    pairs: list[Pair],
    tally: Tally,
) -> None:
    met = {left for left, _ in pairs}, {right for _, right in pairs}
    for fault, items, seen in (("missed", golds, met[0]), ("spurious", found, met[1])):
        for index, item in enumerate(items):
            if index not in seen:
                tally.note(fault, what, _shown(item))


def _shown(item: Json | str) -> str:
    if isinstance(item, str):
        return item
    if "type" in item:
        return f"{item['type']} {item['number'] or item['subject']}"
    return str(item.get("name") or item["text"])
