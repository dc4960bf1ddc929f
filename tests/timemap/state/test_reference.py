"""The tables of fields and messages name all of them, and the document knows every message."""

from __future__ import annotations

import re

from tests.paths import ROOT
from timemap.state.fields import FIELDS, table
from timemap.state.reference import fields_table, messages

MESSAGE = re.compile(r'"(timemap:[\w-]+)"')


def test_every_field_and_message_is_named() -> None:
    text = fields_table() + messages("map") + messages("page")
    for name in (*FIELDS, *(row["name"] for row in table()["messages"])):
        assert f"`{name}`" in text


def test_the_document_sends_and_takes_the_messages_of_the_table_and_two_that_are_the_apps_own() -> None:
    scripts = [path.read_text("utf-8") for path in (ROOT / "timemap" / "web").rglob("*.js")]
    used = {name for script in scripts for name in MESSAGE.findall(script)}
    assert used == {row["name"] for row in table()["messages"]} | {"timemap:scene", "timemap:notes"}
