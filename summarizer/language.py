"""Split an article into sentences and words, and tell where each stands."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from msgspec import Struct

from summarizer import lexicon
from summarizer.folding import fold
from summarizer.model import Article, Block, BlockKind, Span
from summarizer.words import Words, words_of

PROSE: frozenset[BlockKind] = frozenset({"title", "lead", "heading", "body", "caption"})

# a stop, the marks that close with it, and what must follow: a blank and an opening,
# the end of the block, or a capital glued on
_STOP = re.compile(
    r"""
    (?P<mark> [.!?…]+ )          # «…được.», «sao?», «…»
    (?P<close> ["”’»)\]]* )      # «….”»
    (?: \s+ (?= ["“‘«(\[]* \w | [-–+•*] ) | \s* \Z | (?= [^\W\d_a-z] ) )
    """,
    re.VERBOSE,
)
_BEFORE_STOP = re.compile(r"[\w.&/]+$")
_NUMBERING = re.compile(  # «1.», «a.», «II.», «Điều 1.» at the opening of a sentence
    r"[\"“‘(]?(?:(?:điều|khoản|mục|phần|chương|bài|phụ\s+lục)\s+)?"
    r"(?:\d{1,3}(?:\.\d{1,3}){0,3}|[ivxlc]{1,5}|[a-zđ])",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:khóa|khoá|thứ|quý|quí|cấp|hạng|loại|nhóm|bậc|đợt|kỳ|giai đoạn)\s$", re.IGNORECASE
)
_NEXT_WORD = re.compile(r"[^\W\d_]+(?:\s[^\W\d_]+)?")
_BRACKET = 200  # a remark in brackets is no longer

# underthesea takes seconds for longer ones
_MOST_SYLLABLES = 400
_LONGEST_TOKEN = 200


class Sentence(Struct, frozen=True, gc=False):
    """A sentence of the article; `kind` and `block` tell the block that holds it."""

    span: Span
    index: int
    block: int
    kind: BlockKind


class Doc(Struct, frozen=True):
    """An article cut up for reading: the folded copy has the same offsets as the text."""

    article: Article
    text: str
    folded: str
    words: Words
    sentences: tuple[Sentence, ...]

    def is_capital(self, index: int) -> bool:
        """Whether word `index` is printed with a capital; False past the last word."""
        starts = self.words.starts
        return index < len(starts) and self.text[starts[index]].isupper()


def parse(article: Article) -> Doc:
    """Cut an article into sentences and words."""
    folded = fold(article.text)
    return Doc(
        article=article,
        text=article.text,
        folded=folded,
        words=words_of(folded),
        sentences=split_sentences(article),
    )


def split_sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of every block that tells something, in order."""
    sentences: list[Sentence] = []
    for number, block in enumerate(article.blocks):
        if block.kind not in PROSE:
            continue
        for span in _split_block(article.text, block):
            sentences.append(Sentence(span, len(sentences), number, block.kind))
    return tuple(sentences)


@lru_cache(maxsize=256)
def segment(sentence: str) -> tuple[Span, ...]:
    """The words of a sentence as underthesea cuts it; empty where it cannot be asked.

    A word is one syllable or more («Nguyễn Thiện Nhân») or a mark. The first call in a
    process takes half a second and 100 MB.
    """
    syllables = sentence.split()
    if len(syllables) > _MOST_SYLLABLES or max(map(len, syllables), default=0) > _LONGEST_TOKEN:
        return ()
    from underthesea import word_tokenize  # noqa: PLC0415 - most articles never ask

    try:
        words = word_tokenize(sentence)
    except UnicodeEncodeError:  # half of a surrogate pair
        return ()
    return _align(words, sentence)


def _align(words: list[str], sentence: str) -> tuple[Span, ...]:
    """Where `words` stand, which lost blanks and moved tone marks; empty where that is open."""
    folded = fold(sentence)
    letters = [at for at, letter in enumerate(folded) if not letter.isspace()]
    spans: list[Span] = []
    past = 0
    for word in words:
        said = "".join(fold(word).split())
        first, past = past, past + len(said)
        if not said or said != "".join(folded[at] for at in letters[first:past]):
            return ()
        start, end = letters[first], letters[past - 1] + 1
        if start and folded[start - 1].isalnum() and folded[start].isalnum():
            start = spans.pop().start  # «12 | h»: no syllable is cut
        spans.append(Span(start, end))
    return tuple(spans) if past == len(letters) else ()


def _split_block(text: str, block: Block) -> list[Span]:
    words = text[block.span.start : block.span.end]
    spans: list[Span] = []
    start = 0
    for match in _STOP.finditer(words):
        if _ends_sentence(words, start, match):
            _add(spans, words, (start, match.end("close")), block.span.start)
            start = match.end("close")
    _add(spans, words, (start, len(words)), block.span.start)
    return spans


def _add(spans: list[Span], words: str, bounds: tuple[int, int], offset: int) -> None:
    """Put the stretch `bounds` without its blanks among `spans`, unless nothing is left."""
    start, end = bounds
    part = words[start:end]
    left = len(part) - len(part.lstrip())
    right = len(part.rstrip())
    if right > left:
        spans.append(Span(offset + start + left, offset + start + right))


def _ends_sentence(words: str, start: int, match: re.Match[str]) -> bool:
    """Whether the sentence from `start` on ends at the stop `match`."""
    if match.end() == len(words):
        return True
    following = words[match.end()]
    if following in "-–":  # «“Làm ngay!” - ông nói»
        following = words[match.end() : match.end() + 4].lstrip("-– ")[:1]
    if words[match.end() + 1 : match.end() + 2] == ")":
        return True  # «… cán bộ. a) Rà soát»
    if following.islower() or _stands_in_brackets(words, start, match):
        return False  # «của tỉnh… và»: a list goes on
    if match.end() == match.end("close") and not _is_glued(words, match):
        return False
    return match["mark"] != "." or not _is_abbreviated(words, start, match)


def _stands_in_brackets(words: str, start: int, match: re.Match[str]) -> bool:
    """«(theo lời kể. Không rõ)»: no sentence ends before the bracket does."""
    stop = match.start()
    opened = words.rfind("(", max(start, stop - _BRACKET), stop)
    if opened < 0 or words.find(")", opened, stop) >= 0:
        return False
    return ")" not in match["close"] and words.find(")", stop, opened + _BRACKET) >= 0


def _is_glued(words: str, match: re.Match[str]) -> bool:
    """«nhất trí.Đại biểu»: a blank was lost; «TP.Huế», «Chinhphu.vn» are whole."""
    before = words[max(0, match.start() - 2) : match.start()]
    after = words[match.end() : match.end() + 2]
    if not (len(before) == 2 and before.isalpha() and before.islower()):
        return False
    return len(after) == 2 and after[0].isupper() and after[1].islower()


def _is_abbreviated(words: str, start: int, match: re.Match[str]) -> bool:
    """Whether the full stop belongs to an abbreviation, initials or a numbering."""
    stop = match.start()
    if stop - start < 20 and _NUMBERING.fullmatch(words[start:stop].strip()):
        return True  # «1. Về …», «Điều 1. …»
    before = _BEFORE_STOP.search(words, max(start, stop - 12), stop)
    word = before[0] if before else ""
    if word.isdigit():
        return words[max(0, stop - len(word) - 2) : stop - len(word)].strip() in {":", ";"}
    if len(word) == 1 and word.isupper() and word in "IVX":
        return not _COUNTED.search(words, max(0, stop - 12), stop - 1)  # «khóa X. Hội nghị»
    if not (word + "." in _abbreviations() or (len(word) == 1 and word.isupper())):
        return False
    opening = _NEXT_WORD.match(words, match.end())  # «UBND TP. Đồng chí»
    return not (opening and _opens_sentence(opening[0]))


def _opens_sentence(opening: str) -> bool:
    if opening == "Cần Thơ":
        return False  # «UBND TP. Cần Thơ», though «Cần …» opens many a sentence
    return opening in _openers() or opening.partition(" ")[0] in _openers()


@cache
def _abbreviations() -> frozenset[str]:
    return _stop_words("inside")


@cache
def _openers() -> frozenset[str]:
    return _stop_words("opener")


def _stop_words(kind: str) -> frozenset[str]:
    rows = lexicon.rows("abbreviations_sentence")
    return frozenset(row["abbreviation"] for row in rows if row["kind"] == kind)
