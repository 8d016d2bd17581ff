"""Many fields held against words at once say what each says by itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from storage.fields import Fields, Written
from storage.letters import STOP, bare_bytes, bare_letters, marked_bytes, marked_letters
from storage.needles import bare_needles, marked_needles, padded, share

WORDS = [
    "hội",
    "nghị",
    "hoi",
    "nghi",
    "đô",
    "thị",
    "01",
    "KL",
    "TW",
    "hoà",
    "hòa",
    "中文",
    "😀",
    "ĐỀ",
]
BETWEEN = [" ", "  ", "\n", ", ", " – ", "-", "", "\u00a0", "\t ", "\ufffd", "\ud800"]
TEXTS = st.lists(
    st.one_of(st.sampled_from(WORDS + BETWEEN), st.text(max_size=3).filter(lambda t: STOP not in t))
).map("".join)
KNOWN = [word for word in [*WORDS, "ngh"] if bare_bytes(word).strip()]
RUNS = st.lists(st.lists(st.sampled_from(KNOWN), min_size=1, max_size=3), min_size=1)


@given(fields=st.lists(TEXTS, max_size=7), runs=RUNS, is_prefix=st.booleans())
def test_fields_agree_with_one_after_the_other(
    fields: list[str], runs: list[list[str]], *, is_prefix: bool
) -> None:
    written = Written(fields)
    for form, write, find in (
        (bare_letters, bare_bytes, bare_needles),
        (marked_letters, marked_bytes, marked_needles),
    ):
        needles = find(runs, is_prefix=is_prefix)
        together = Fields(written, form)
        alone = [padded(write(field)) for field in fields]
        for wanted in (needles.words, needles.neighbours):
            assert together.shares(wanted) == [share(wanted, field) for field in alone]


def test_nothing_is_found_across_two_fields() -> None:
    fields = Fields(Written(["Hội", "nghị", "", "hội nghị", " hội \n nghị "]), bare_letters)
    assert fields.having([b" hoi nghi "]) == {3, 4}
    assert fields.having([b" hoi "]) == {0, 3, 4}
    assert fields.having([b" ng"]) == {1, 3, 4}
