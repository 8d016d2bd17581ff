"""Find the people that an article names, their offices and every mention of them."""

from __future__ import annotations

from summarizer.language import Doc
from summarizer.people.cast import Cast, Member, Mention
from summarizer.people.lists import share
from summarizer.people.members import find_members
from summarizer.people.mentions import find_places
from summarizer.people.names import find_names
from summarizer.people.offices import find_offices
from summarizer.people.resolve import Resolver
from summarizer.people.roles import find_holders
from summarizer.people.scene import Settle, set_scene

__all__ = ["Cast", "Member", "Mention", "Settle", "find_cast"]


def find_cast(doc: Doc, settle: Settle | None = None) -> Cast:
    """The people of an article and where it speaks of them.

    `settle` cuts a sentence into words; it is asked where the start of a name is open.
    """
    scene = set_scene(doc, settle)
    offices = find_offices(scene)
    names = find_names(scene, offices)
    holders = share(scene, find_holders(scene, names, offices))
    members, numbers = find_members(scene, holders)
    mentions = Resolver(scene, members, numbers).resolve(find_places(scene, holders, offices))
    return Cast(members, mentions)
