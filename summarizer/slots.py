"""Find where two texts say different things in the same words.

A slot is a figure, a name or a word such as «sáng»; its place is told by its neighbours, or
by all other words of its sentence. «mua vào | 82,3 | triệu đồng» and «mua vào | 82,5 | triệu
đồng» fill one place differently.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from summarizer.folding import fold
from summarizer.model import TELLING, Article

_FIGURE = re.compile(r"\d+(?:[.,/:-]\d+){0,4}")
_TOKEN = re.compile(rf"{_FIGURE.pattern}|[^\W\d_]+|[.!?;:,()\"]")
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_ENDS = frozenset('.!?;:"')
# small words that fill a slot, too: «thứ ba», «sáng 4/8», «tăng 300 đồng»
_FILLERS = frozenset(
    "một hai ba bốn tư năm sáu bảy tám chín mười đầu giữa cuối "
    "sáng trưa chiều tối đêm tăng giảm không chưa".split()
)
_WIDTHS = ((2, 2), (4, 0), (0, 4))  # how many words before and after tell a place
_FAR = 10  # how many tokens away they may stand
_LEAST = 2

Place = tuple[str, ...]
Slots = dict[Place, set[str]]


class _Token(Struct, frozen=True):
    """A word, mark, figure or name: `told` is its words, `seen` what its neighbours see."""

    told: str
    seen: str

    @property
    def is_slot(self) -> bool:
        return self.told != self.seen


def conflicting(new: Article, kept: Article) -> int:
    """How many places the two fill differently; what one of them leaves out is no conflict."""
    ours, theirs = _slots(new), _slots(kept)
    return sum(
        not (ours[place] <= theirs[place] or theirs[place] <= ours[place])
        for place in ours.keys() & theirs.keys()
    )


def figures_of(text: str) -> set[str]:
    """The figures of a text."""
    return {_plain(match[0]) for match in _FIGURE.finditer(text)}


def _slots(article: Article) -> Slots:
    """What stands at each place."""
    found: Slots = defaultdict(set)
    for block in article.blocks:
        if block.kind in TELLING:
            tokens = list(_tokens(article.quote(block.span)))
            for before, after in _WIDTHS:
                _put_neighbours(found, tokens, before, after)
            _put_sentences(found, tokens)
    return found


def _put_neighbours(found: Slots, tokens: list[_Token], before: int, after: int) -> None:
    """Each slot at the place that its neighbours tell."""
    seen = [token.seen for token in tokens]
    for index, token in enumerate(tokens):
        if token.is_slot:
            behind = _reach(seen[max(0, index - _FAR) : index][::-1], before)
            ahead = _reach(seen[index + 1 : index + 1 + _FAR], after)
            if sum(word.isalpha() for word in (*behind, *ahead)) >= _LEAST:
                found[("before", *behind, token.seen, "after", *ahead)].add(token.told)


def _reach(seen: list[str], words: int) -> list[str]:
    """What is seen from a slot as far as that many words."""
    end = 0
    while words and end < len(seen):
        words -= seen[end].isalpha()
        end += 1
    return seen[:end]


def _put_sentences(found: Slots, tokens: list[_Token]) -> None:
    """All slots of a sentence at the place that its other words tell."""
    sentence: list[_Token] = []
    for token in (*tokens, _Token(".", ".")):
        sentence.append(token)
        if token.seen in _ENDS:
            place = ("in the sentence", *(token.seen for token in sentence))
            if sum(word.isalpha() for word in place) >= _LEAST:
                found[place].add(" | ".join(token.told for token in sentence if token.is_slot))
            sentence = []


def _tokens(text: str) -> Iterator[_Token]:
    """The tokens of a line; syllables with a capital that stand together are one name."""
    folded = fold(text)
    name: list[str] = []
    starts = True  # a sentence starts here: a capital says nothing
    for match in _TOKEN.finditer(text):
        word = folded[match.start() : match.end()]
        if match[0][0].isupper() and not (starts and not name):
            name.append(word)
            continue
        if name:
            yield _Token(" ".join(name), "@")
            name = []
        starts = word in _ENDS
        yield _token(word)
    if name:
        yield _Token(" ".join(name), "@")


def _token(word: str) -> _Token:
    if word[0].isdigit():
        return _Token(_plain(word), "#")
    return _Token(word, "±") if word in _FILLERS else _Token(word, word)


def _plain(figure: str) -> str:
    """«06.7» and «6,7», «22-09» and «22/9» are one figure."""
    return _ZEROS.sub("", figure.replace(".", ",").replace("-", "/"))
