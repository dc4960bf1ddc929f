"""The reference of addresses and messages says what the table of fields says, and the document knows every message."""

from __future__ import annotations

import re

from tests.paths import ROOT
from timemap.state.fields import FIELDS, table
from timemap.state.reference import reference

MESSAGE = re.compile(r'"(timemap:[\w-]+)"')


def test_the_page_of_the_documentation_is_what_the_table_makes() -> None:
    written = (ROOT / "docs" / "addresses-and-messages.md").read_text("utf-8")
    assert written == reference(), "make it anew: python -m timemap.state.reference > docs/addresses-and-messages.md"


def test_every_field_and_message_is_named() -> None:
    for name in (*FIELDS, *(row["name"] for row in table()["messages"])):
        assert f"`{name}`" in reference()


def test_the_document_sends_and_takes_the_messages_of_the_table_and_one_that_is_the_apps_own() -> None:
    scripts = [path.read_text("utf-8") for path in (ROOT / "timemap" / "web").rglob("*.js")]
    used = {name for script in scripts for name in MESSAGE.findall(script)}
    assert used == {row["name"] for row in table()["messages"]} | {"timemap:scene"}
