"""Passwords are kept as hashes that cost; attempts are counted in little memory."""

from __future__ import annotations

import asyncio

import pytest

from bot.web.attempts import Attempts
from bot.web.passwords import STRONG, Cost, Passwords, is_long_enough

FEW, FEWER = Cost(32, 8, 1), Cost(16, 8, 1)
PASSWORD = "đường về nhà xa quá"  # noqa: S105 (invented)


def test_a_password_is_known_by_its_hash():
    async def go() -> list[bool]:
        passwords = Passwords(FEW)
        kept = await passwords.hash(PASSWORD)
        assert kept != await passwords.hash(PASSWORD)  # each has a salt of its own
        return [await passwords.is_right(typed, kept) for typed in (PASSWORD, "", PASSWORD + " ")]

    assert asyncio.run(go()) == [True, False, False]


def test_a_hash_of_another_cost_is_still_read():
    async def go() -> bool:
        kept = await Passwords(FEWER).hash(PASSWORD)
        assert kept.startswith("scrypt$16$8$1$")
        return await Passwords(FEW).is_right(PASSWORD, kept)

    assert asyncio.run(go())


def test_where_no_password_is_kept_none_is_right():
    assert not asyncio.run(Passwords(FEW).is_right("", None))


def test_the_program_uses_what_owasp_names():
    async def go() -> str:
        return await Passwords().hash(PASSWORD)

    assert Cost(2**15, 8, 3) == STRONG
    assert asyncio.run(go()).startswith("scrypt$32768$8$3$")


@pytest.mark.parametrize(
    ("typed", "is_enough"),
    [
        ("ă" * 10, True),
        ("ă" * 9, False),
        ("a\u0306" * 9, False),
        ("a" * 200, True),
        ("a" * 201, False),
    ],
)
def test_letters_are_counted_as_people_count(typed: str, *, is_enough: bool):
    assert is_long_enough(typed) is is_enough


def test_attempts_are_forgotten_with_time_and_beyond_ten_thousand_keys():
    now = [0.0]
    attempts = Attempts(2, 60.0, lambda: now[0])
    for at in (0.0, 10.0):
        now[0] = at
        attempts.fail("lan")
    assert attempts.wait("lan") == 50.0
    assert attempts.wait("an") == 0.0
    now[0] = 60.0
    assert attempts.wait("lan") == 0.0
    attempts.fail("lan")
    assert attempts.wait("lan") == 10.0
    attempts.forgive("lan")
    assert attempts.wait("lan") == 0.0
    attempts.fail("lan")
    for other in range(10_000):
        attempts.fail(other)
    assert attempts.wait("lan") == 0.0
