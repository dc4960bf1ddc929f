"""Licences of all packages that the app and its checks need.

``python -m docs.licences`` lists them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).parents[1]
APP, CHECKS = ROOT / "requirements.txt", ROOT / "requirements-dev.txt"

_PIN = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Package:
    """A package that is pinned."""

    name: str
    """As its list has it."""

    version: str
    """The pinned one."""

    licence: str
    """What its metadata say; empty where they say nothing."""

    in_app: bool
    """Whether the app needs it; else only tests, checks or benchmarks do."""


def packages() -> tuple[Package, ...]:
    """Return all pinned packages, those of the app first."""
    return tuple(
        Package(name, version, licence_of(name), file == APP)
        for file in (APP, CHECKS)
        for name, version in _PIN.findall(file.read_text(encoding="utf-8"))
    )


def licence_of(package: str) -> str:
    """Return what the metadata of a package say of its licence."""
    about = metadata.metadata(package)
    stated = [about[key].splitlines()[0] for key in ("License-Expression", "License") if about[key]]
    classified = (one.rpartition(" :: ")[2] for one in about.get_all("Classifier") or () if one.startswith("License"))
    return "; ".join(dict.fromkeys((*stated, *classified)))


def table() -> str:
    """Return the list as it is printed: name, version, licence, use."""
    rows = [(one.name, one.version, one.licence, "app" if one.in_app else "checks") for one in packages()]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)


if __name__ == "__main__":
    print(table())  # noqa: T201 - a program
