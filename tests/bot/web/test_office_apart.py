"""What is one member's is never another's, whatever is asked for."""

from __future__ import annotations

import asyncio

from bot.channel import Attachment, File
from bot.reading import digest_named
from bot.settings import TlsSettings
from bot.web.members import Members
from bot.web.shelf import Shelf
from storage.accounts import CHANNEL, Account
from storage.store import Store
from tests.bot.web.offices import Office, Visitor, at_the_office

DIGEST = digest_named("docs/sample.txt")
OCTETS = {"Content-Type": "application/octet-stream"}


async def two(office: Office) -> tuple[Visitor, Visitor]:
    return await office.member("lan.nguyen"), await office.member("an.tran")


def test_a_stream_tells_its_own_member_alone(tls: TlsSettings) -> None:
    async def go(office: Office) -> None:
        lan, an = await two(office)
        await an.listen()
        await lan.says("/tim lịch họp kín")
        await an.says("/moi")
        assert [each.get("text") for each in an.messages.values()] == ["/moi", None]
        assert "/tim lịch họp kín" in [each.get("text") for each in lan.messages.values()]

    at_the_office(tls, go)


def test_who_comes_back_with_anothers_place_in_the_stream_begins_anew(tls: TlsSettings) -> None:
    async def go(office: Office) -> bytes:
        lan, an = await two(office)
        await lan.says("/tim lịch họp kín")
        place = f"{list(lan.messages)[-1].partition('-')[0]}:1"
        async with an.client.get("/feed", headers={"Last-Event-ID": place}) as stream:
            return await stream.content.readuntil(b"\n\n")

    assert at_the_office(tls, go).startswith(b"event: anew")


def test_an_article_is_shown_to_its_own_office_alone(tls: TlsSettings) -> None:
    async def go(office: Office) -> list[int]:
        lan, an = await two(office)
        admin = await office.member("bo.le", is_admin=True)
        chat = await office.store.get_chat(CHANNEL, "lan.nguyen")
        kept = await office.store.save_digest(DIGEST, chat=chat, now=office.clock.read())
        seen = [(await each.ask("GET", f"/article/{kept.id}")).status for each in (lan, an)]
        assert "Không có bài" in await an.says(f"/xem {kept.number}")
        assert "Đã gộp" in await admin.says("/gopnhom lan.nguyen an.tran")
        seen.append((await an.ask("GET", f"/article/{kept.id}")).status)
        seen.append((await admin.ask("GET", f"/article/{kept.id}")).status)
        return seen

    assert at_the_office(tls, go) == [200, 204, 200, 204]


def test_a_digest_is_kept_for_the_member_who_asked(tls: TlsSettings) -> None:
    async def go(office: Office) -> tuple[str, str]:
        lan, an = await two(office)
        chat = await office.store.get_chat(CHANNEL, "lan.nguyen")
        await office.store.save_digest(DIGEST, chat=chat, now=office.clock.read())
        return await lan.says("/tim quan triet"), await an.says("/tim quan triet")

    found, missed = at_the_office(tls, go)
    assert "Hải Vân" in found
    assert "Hải Vân" not in missed


def test_a_given_file_is_had_by_its_own_member_alone(tls: TlsSettings) -> None:
    async def go(office: Office) -> list[int]:
        lan, an = await two(office)
        file = File("tuan.docx", "application/msword", b"PK..")
        handle = await office.members.give("lan.nguyen", file, None, is_again=False)
        return [(await each.ask("GET", f"/given/{handle}")).status for each in (lan, an)]

    assert at_the_office(tls, go) == [200, 404]


def test_the_same_key_of_two_members_is_two_messages(tls: TlsSettings) -> None:
    async def go(office: Office) -> list[str]:
        lan, an = await two(office)
        for visitor in (lan, an):
            await visitor.listen()
            said = {"key": "cung-mot-khoa", "text": "/moi"}
            assert (await visitor.ask("POST", "/say", json=said)).status == 204
        return [(await each.answer("cung-mot-khoa"))["side"] for each in (lan, an)]

    assert at_the_office(tls, go) == ["bot", "bot"]


def test_files_under_the_same_key_stay_apart(tls: TlsSettings) -> None:
    async def go(office: Office) -> tuple[str, str]:
        lan, an = await two(office)
        for visitor, content in ((lan, b"   "), (an, "không phải bài tin nào cả".encode())):
            await visitor.listen()
            path = "/file?key=cung-mot-khoa&name=tin.txt"
            sent = await visitor.ask("POST", path, data=content, headers=OCTETS)
            assert sent.status == 204
        refs = [f"{number}:cung-mot-khoa" for number in (1, 2)]
        held = [await office.members.load(Attachment("tin.txt", 1, ref)) for ref in refs]
        return held[0].decode(), held[1].decode()

    assert at_the_office(tls, go) == ("   ", "không phải bài tin nào cả")


def test_nobody_speaks_for_another(tls: TlsSettings) -> None:
    async def go(office: Office) -> tuple[int, int]:
        lan, an = await two(office)
        await asyncio.gather(lan.listen(), an.listen())
        told = {"key": "khoa-0001", "text": "/moi", "chat": "an.tran", "sender": "an.tran"}
        assert (await lan.ask("POST", "/say", json=told)).status == 204
        await lan.answer("khoa-0001")
        return len(lan.messages), len(an.messages)

    assert at_the_office(tls, go) == (2, 0)


def test_a_button_fills_no_message_of_another(tls: TlsSettings) -> None:
    async def go(office: Office) -> bool:
        lan, an = await two(office)
        await lan.says("/moi")
        before = dict(lan.messages)
        pressed = {"key": "khoa-0001", "press": "/help", "message": list(before)[-1]}
        assert (await an.ask("POST", "/say", json=pressed)).status == 204
        await an.says("/moi")  # comes after the answer to the button
        return lan.messages == before

    assert at_the_office(tls, go)


def account(number: int) -> Account:
    return Account(number, f"nguoi{number}", is_admin=False, password=None)


def test_only_so_many_chats_are_held() -> None:
    async def go() -> list[bool]:
        async with await Store.open(":memory:") as store:
            members = Members(store.accounts, most_chats=2)
            first = members.chat_of(account(1))
            members.chat_of(account(2))
            assert members.chat_of(account(1)) is first  # used again
            second = members.chat_of(account(2))
            members.chat_of(account(3))
            assert members.chat_of(account(2)) is second
            with second.being_read():
                for number in (4, 5, 6):
                    members.chat_of(account(number))
                is_held = members.chat_of(account(2)) is second
            return [is_held, members.chat_of(account(1)) is first]

    assert asyncio.run(go()) == [True, False]


def test_who_sends_much_pushes_out_no_file_of_another() -> None:
    shelf = Shelf(most=100, most_each=40)
    held = [("lan", 10), ("an", 30), ("an", 10), ("an", 20), ("an", 41)]
    gone = [
        shelf.put(owner, str(at), File("tin", "", bytes(size)))
        for at, (owner, size) in enumerate(held)
    ]
    assert gone == [(), (), (), (("an", "1"),), (("an", "2"), ("an", "3"), ("an", "4"))]
    assert shelf.get("lan", "0")
    assert shelf.get("an", "0") is None


def test_all_together_hold_no_more_than_there_is_room_for() -> None:
    shelf = Shelf(most=100, most_each=40)
    gone = [shelf.put(str(at), "tin", File("tin", "", bytes(30))) for at in range(5)]
    assert gone == [(), (), (), (("0", "tin"),), (("1", "tin"),)]
    shelf.clear("3")
    assert [shelf.get(str(at), "tin") is None for at in range(5)] == [
        True,
        True,
        False,
        True,
        False,
    ]
