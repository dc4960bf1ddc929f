"""Checks of a page by axe-core, and what of Streamlit's is exempt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tests.browser.map_page import painted
from tests.browser.waiting import await_truth
from tests.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Literal

    from playwright.sync_api import Frame

SCRIPT = ROOT / "tests" / "web" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
OF_COLOUR = ("color-contrast", "link-in-text-block")
"""Rules that a change of the theme can break; all others see the same in both."""

RESTS = "() => document.querySelector('[data-test-script-state=running]') === null"
"""Whether Streamlit has drawn all; what is old is pale until then."""

END_FADES = """() => {
  for (const each of document.getAnimations()) {
    if (Number.isFinite(each.effect?.getComputedTiming().endTime)) each.finish();
  }
}"""
"""Brings all that fades or slides to its end; what is half there is pale."""

RUN = """async ([kind, values]) => {
  const settings = { runOnly: { type: kind, values }, iframes: false, preload: false, resultTypes: ["violations"] };
  if (kind === "tag") settings.rules = { "target-size": { enabled: true } }; // off by itself
  const { violations } = await axe.run(document, settings);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => [id, target.flat().join(" "), html.slice(0, 300)]));
}"""


@dataclass(frozen=True, slots=True)
class Finding:
    """A part of a page that breaks a rule."""

    rule: str
    """Name of the rule, as axe has it."""

    selector: str
    """Where the part is."""

    html: str
    """How the part begins."""


@dataclass(frozen=True, slots=True)
class Exemption:
    """Part that Streamlit draws and no style sheet can mend."""

    rule: str
    mark: str
    """What the HTML of each such part has in it."""

    why: str


EXEMPTIONS = (
    Exemption(
        "presentation-role-conflict",
        'data-testid="stFileUploaderDropzone"',
        "The role and the name are attributes that Streamlit sets; the button inside has a name.",
    ),
    Exemption(
        "aria-dialog-name",
        'data-testid="stToast',
        "Streamlit shows a toast as a dialog without a name; its words are read out.",
    ),
)
"""All that is exempt."""


@cache
def _script() -> str:
    return SCRIPT.read_text(encoding="utf-8")


def findings(frame: Frame, kind: str = "tag", values: Sequence[str] = TAGS) -> list[Finding]:
    """Return what breaks a rule in a frame, frames in it left out.

    Args:
        frame: the frame of a page.
        kind: whether rules are chosen by "tag" or by name, "rule".
        values: those tags or names.
    """
    if not frame.evaluate("'axe' in window"):
        frame.evaluate(_script())
    rows: list[list[str]] = frame.evaluate(RUN, [kind, list(values)])
    return [Finding(*row) for row in rows]


def is_exempt(finding: Finding) -> bool:
    """Return whether a finding is Streamlit's own."""
    return any(finding.rule == each.rule and each.mark in finding.html for each in EXEMPTIONS)


@dataclass(frozen=True, slots=True)
class State:
    """A state of a page that is checked."""

    name: str
    frames: Sequence[Frame]
    """Those frames of the page in which it shows."""


@dataclass(frozen=True, slots=True)
class Result:
    """Findings of axe in a state."""

    state: str
    scheme: str
    findings: tuple[Finding, ...]

    @property
    def ours(self) -> list[Finding]:
        """What is no exemption."""
        return [finding for finding in self.findings if not is_exempt(finding)]


def check_light(states: Iterable[State]) -> Iterator[Result]:
    """Check each state of pages that are light, by all rules.

    Args:
        states: made one after another, each while the page stays in it.
    """
    for state in states:
        _rest(state)
        yield Result(state.name, "light", tuple(each for frame in state.frames for each in findings(frame)))


def check_dark(states: Iterable[State]) -> Iterator[Result]:
    """Check each state of pages that were opened dark, by the rules of colour."""
    for state in states:
        _rest(state)
        yield _in_dark(state)


def check_both(states: Iterable[State]) -> Iterator[Result]:
    """Check each state of pages that follow a change of the theme at once.

    Light it is checked by all rules, dark by those of colour.
    """
    for state in states:
        yield from check_light([state])
        _switch(state, "dark")
        yield _in_dark(state)
        _switch(state, "light")


def _in_dark(state: State) -> Result:
    found = (each for frame in state.frames for each in findings(frame, "rule", OF_COLOUR))
    return Result(state.name, "dark", tuple(found))


def _switch(state: State, scheme: Literal["light", "dark"]) -> None:
    """Change the theme and return when the colours have come to rest."""
    state.frames[0].page.emulate_media(color_scheme=scheme)
    _rest(state)


def _rest(state: State) -> None:
    for frame in state.frames:
        painted(frame)
        await_truth(frame, "the page to come to rest", RESTS)
        frame.evaluate(END_FADES)
        painted(frame)


def table(results: Sequence[Result]) -> list[str]:
    """Return a table in Markdown, by state and theme.

    Each cell has the number of findings of ours and of Streamlit's.
    """
    schemes = list(dict.fromkeys(result.scheme for result in results))
    rows: dict[str, dict[str, Result]] = {}
    for result in results:
        rows.setdefault(result.state, {})[result.scheme] = result
    lines = ["| State | " + " | ".join(f"{scheme}: ours / Streamlit" for scheme in schemes) + " | Rules |"]
    lines.append("|---" * (len(schemes) + 2) + "|")
    for state, found in rows.items():
        counts = [
            f"{len(found[scheme].ours)} / {len(found[scheme].findings) - len(found[scheme].ours)}"
            if scheme in found
            else "-"
            for scheme in schemes
        ]
        rules = sorted({finding.rule for result in found.values() for finding in result.findings})
        lines.append(f"| {state} | {' | '.join(counts)} | {', '.join(rules) or '-'} |")
    return lines
