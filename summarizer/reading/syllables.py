"""Tell whether a word can be a Vietnamese syllable, by its letters alone."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_ONSETS = re.compile(r"ngh?|nh|th|tr|ch|gh|gi|kh|ph|qu|[bcdđghklmnprstvx]")
_RIMES = frozenset(
    re.findall(
        r"\w+",
        """
        a ac ach ai ak am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
        e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
        i ia ich im in inh ip it iu iê iêc iêm iên iêng iêp iêt iêu
        o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet
        oi ok om on ong oong ooc op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
        u ua uan uat uân uâng uât uây uc uê uêch uên uênh uêu ui uk um un ung uôc
        uôi uôm uôn uông uôt uơ
        up ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu
        ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
        y yêm yên yêng yêt yêu ya ych ynh yp yt
        """,
    )
)
_STOPPED = ("c", "ch", "p", "t", "k")  # these finals carry only the tones of «các», «một»
_CLOSED_TONES = frozenset("\u0301\u0323")


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Whether a lower-case NFC word is built like «nghiêng»; «cỏc» and «khơng» are not."""
    if len(word) > 7:
        return False
    marks = unicodedata.normalize("NFD", word)
    tones = [mark for mark in marks if ord(mark) in _TONES]
    bare = unicodedata.normalize("NFC", marks.translate(_TONES))
    if len(tones) > 1 or not _is_built(bare):
        return False
    return not (tones and bare.endswith(_STOPPED) and tones[0] not in _CLOSED_TONES)


def is_bare_syllable(word: str) -> bool:
    """Whether a lower-case word without any mark could be a syllable that lost them."""
    return _is_built(word) or any(
        _is_built(word.replace(plain, letter, 1)) for plain, letter in _LOST if plain in word
    )


_LOST = (
    ("a", "ă"),
    ("a", "â"),
    ("e", "ê"),
    ("o", "ô"),
    ("o", "ơ"),
    ("u", "ư"),
    ("uo", "ươ"),
    ("d", "đ"),
)


def _is_built(bare: str) -> bool:
    if bare in _RIMES:
        return True
    onset = _ONSETS.match(bare)
    if not onset:
        return False
    # «gìn» begins with g, «giữ» with gi
    return bare[onset.end() :] in _RIMES or (onset[0] == "gi" and bare[1:] in _RIMES)
