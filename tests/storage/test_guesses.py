"""Which words of a query may be the number of a document."""

from __future__ import annotations

import pytest

from storage.guesses import Guess, guess_numbers


@pytest.mark.parametrize(
    ("typed", "guesses"),
    [
        ("ket luan 01", ["1_kl"]),
        ("ket luan so 01", ["1_kl"]),
        ("nghi quyet so 57 ve chuyen", ["57_vechuyen + nghi quyet so"]),
        ("01 kl tw", ["1_kltw", "1_kl + tw"]),
        ("nghi dinh 30 2020", ["30_2020_nd", "30_2020 + nghi dinh"]),
        ("30 2020 nd cp", ["30_2020_ndcp", "30_2020_nd + cp", "2020_ndcp + 30", "30_2020 + nd cp"]),
        ("000 kl", ["0_kl"]),
        ("hoi nghi", []),
        ("so 57", []),
        ("123456 kl", []),
    ],
)
def test_words_that_may_be_a_number_the_surest_first(typed: str, guesses: list[str]) -> None:
    found = guess_numbers([typed.split()])
    told = [" + ".join(filter(None, (each.key, " ".join(each.rest)))) for each in found]
    assert told[: len(guesses)] == guesses
    assert bool(told) == bool(guesses)


def test_the_words_of_other_runs_stay_words() -> None:
    found = guess_numbers([["hop", "bao"], ["kl", "01"], ["lam", "giang"]])
    assert found == (Guess("1_kl", ("hop", "bao", "lam", "giang")),)


def test_few_figures_of_a_query_are_tried() -> None:
    found = guess_numbers(["1 kl 2 kl 3 kl 4 kl".split()])
    assert {guess.key for guess in found} == {"1_kl", "2_kl", "3_kl"}
