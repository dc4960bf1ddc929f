"""Adding of a chart, a URL parameter, a category, a field of a scene and a table.

Every test works on a copy of the project, in which it edits only the places that the documentation names.
"""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from shutil import copytree, ignore_patterns
from typing import TYPE_CHECKING, Any

import pytest

from tests.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.slow

COPIED = ("geodata", "timemap", "pages", "tests", "docs", ".streamlit", ".cache")
GUIDE = (ROOT / "docs" / "develop" / "adding-things.md").read_text(encoding="utf-8")

CHART = """
from dataclasses import replace
from timemap.charts import event_counts

def heading(atlas):
    return "Events once more"

def section(data):
    counts = event_counts.section(data.atlas, data.events, data.span, data.categories)
    return replace(counts, id="once-more", heading=heading(data.atlas), rows=counts.rows[:1])
"""

IN_THE_APP = """
from tests.pages.app import entered
app = entered("territory", numbers="Events once more")
assert "Events once more" in [tab.label for tab in app.tabs]
assert any(header.value.startswith("Events once more") for header in app.header)
"""

ON_THE_SITE = """
from datetime import date
from tests import project_data
from timemap.site.charts import numbers
page = numbers(project_data.dataset(), date(2026, 6, 1), "")
assert "Events once more" in [section.heading for section in page.values["sections"]]
assert any(name.startswith("numbers/once-more-") and name.endswith(".svg") for name in page.files)
"""

PARAMETERS = """
import json
import subprocess
from datetime import date
from tests import project_data
from tests.timemap.state.test_url_in_browser import READER, TODAY, known
from timemap.state.map_state import initial_state_of
from timemap.state.url import read_message, read_parameters, write_parameters
atlas = project_data.atlas()
asked = {"ground": "plain", "since": "2014-10-06", "thick": "2.5"}
state, problems = read_parameters(asked, atlas, TODAY)
assert (state.ground, state.since, state.thick, problems) == ("plain", date(2014, 10, 6), 2.5, ())
assert write_parameters(state, atlas, TODAY) == asked
assert read_message(asked, atlas, TODAY) == state
assert initial_state_of(state, atlas, TODAY).ground == "plain"
assert [problem.column for problem in read_parameters({"ground": "moon"}, atlas, TODAY)[1]] == ["ground"]
texts = ["ground=plain&since=2014-10-06&thick=2.5", "ground=moon", ""]
sent = {"data": known(atlas), "events": {"id": [], "formerId": []}, "passing": {}, "addresses": texts}
run = subprocess.run(["node", READER], input=json.dumps(sent), capture_output=True, text=True, check=True)
right, wrong, bare = json.loads(run.stdout)
assert right == {"written": asked, "problems": []}, right
assert [problem[0] for problem in wrong["problems"]] == ["ground"]
assert bare == {"written": {}, "problems": []}
"""

CATEGORY = """
from datetime import date
from geodata.sources.exported_events import events_csv
from geodata.text.selection import filter_events
from tests import project_data
from tests.timemap.static_map.test_drawing import plot_of
from timemap.document.events import category_entries
from timemap.state.initial import Viewport
from timemap.state.map_state import default_state, with_span
from timemap.static_map.legend import legend_of
from timemap.static_map.render import draw_map
atlas = project_data.atlas()
found = filter_events(atlas, categories=("flood",)).events
assert found
assert [row["name"] for row in category_entries(atlas, found) if row["id"] == "flood"] == ["Flood"]
assert "Flood" in events_csv(atlas, found, "").decode("utf-8-sig")
dataset = project_data.dataset()
(event,) = found
state = default_state(atlas, date(2026, 6, 1))
state = with_span(state, state.span, event.start)
drawn = draw_map(plot_of(Viewport(event.lat, event.lon, 12)), dataset, state, found)
assert "Flood" in [entry.words for section in legend_of(atlas, [drawn]) for entry in section.entries]
"""

SCENE = """
import json
from datetime import date
from geodata.dates.iso import day_number
from geodata.lessons.reader import read_lesson_text
from geodata.lessons.writer import lesson_markdown
from tests import project_data
from timemap.document.lessons import lesson_data
from timemap.lesson_drafts.markdown import draft_markdown, read_draft
from timemap.lesson_drafts.validation import check
FOG = "weather: Fog over the city\\nreported: 2014-10-08"
NEW = ("Fog over the city", date(2014, 10, 8))
def new(scene): return scene.weather, scene.reported
block = "```scene\\nmoment: 2014-10-06\\n" + FOG + "\\nview: {place: kobane, zoom: 12}\\n```"
text = "---\\ntitle: A day\\n---\\n\\n## One\\n\\n" + block + "\\n\\nText.\\n"
read = read_lesson_text(text, "day.md")
assert read.problems == ()
assert new(read.lesson.scenes[0]) == NEW
assert FOG in lesson_markdown(read.lesson)
draft, problems = read_draft(text.encode(), "day.md")
assert new(draft.scenes[0]) == NEW
assert FOG in draft_markdown(draft)
atlas = project_data.atlas()
checked = check(draft, atlas)
assert new(checked.lesson.scenes[0]) == NEW
told = json.loads(json.dumps(lesson_data(atlas, checked.lesson)))["scenes"][0]
assert (told["weather"], told["reported"]) == ("Fog over the city", day_number(NEW[1]))
assert "weather" not in lesson_markdown(read_lesson_text(text.replace(FOG + "\\n", ""), "day.md").lesson)
wrong = read_lesson_text(text.replace(FOG, "weather: [fog]"), "day.md").problems
assert [(problem.row, problem.column) for problem in wrong] == [(9, "weather")], wrong
"""

BRIDGES = '''"""Records of bridges."""

from __future__ import annotations

from geodata.records.base import Record
from geodata.records.fields import Latitude, Longitude, Slug


class Bridge(Record):
    """A bridge."""

    id: Slug
    lat: Latitude
    lon: Longitude
'''


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the project."""
    for name in COPIED:
        if (ROOT / name).exists():
            copytree(
                ROOT / name, tmp_path / name, ignore=ignore_patterns("node_modules", "__pycache__", "failed-tests")
            )
    return tmp_path


def named_places(row: str) -> list[str]:
    """Return the files and folders that the guide names for a thing."""
    (line,) = (line for line in GUIDE.splitlines() if line.startswith(f"| {row} |"))
    return [path for path in re.findall(r"`([\w./-]+)`", line) if "/" in path]


def edit(project: Path, row: str, edits: dict[str, str | Callable[[str], str]]) -> None:
    """Make new files and change those that are there, only where the guide says so for this thing."""
    places = named_places(row)
    for path, change in edits.items():
        assert any(path == place or (place.endswith("/") and path.startswith(place)) for place in places), path
        file = project / path
        file.write_text(change if isinstance(change, str) else change(file.read_text("utf-8")), "utf-8")


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the copy."""
    return subprocess.run([sys.executable, *arguments], cwd=project, capture_output=True, text=True, check=False)


def holds(project: Path, script: str) -> None:
    """Run a script in the copy; fail with what it said where it ends with an error."""
    done = run(project, "-c", f"import timemap; assert timemap.__file__.startswith({str(project)!r})\n{script}")
    assert done.returncode == 0, done.stderr


def before(mark: str, text: str) -> Callable[[str], str]:
    """Return what puts a text before the first of a mark."""

    def change(old: str) -> str:
        assert mark in old
        return old.replace(mark, text + mark, 1)

    return change


def test_a_chart_is_shown_in_the_app_and_on_the_site(project: Path) -> None:
    listed = "from timemap.charts import rerun\n"
    edits: dict[str, str | Callable[[str], str]] = {
        "timemap/charts/rerun.py": CHART,
        "timemap/charts/chart_list.py": lambda old: before("@dataclass", listed)(
            before("    Chart(changes.heading", "    Chart(rerun.heading, rerun.section),\n")(old)
        ),
    }
    edit(project, "chart", edits)
    holds(project, IN_THE_APP)
    holds(project, ON_THE_SITE)


def test_a_url_parameter_is_read_and_written_in_python_and_in_the_browser(project: Path) -> None:
    more: list[dict[str, Any]] = [
        {"name": "ground", "type": "choice", "of": ["relief", "plain"]},
        {"name": "since", "type": "day"},
        {"name": "thick", "type": "decimal", "least": 1, "most": 9, "digits": 1},
    ]

    def with_rows(old: str) -> str:
        table = json.loads(old)
        place = next(place for place, row in enumerate(table["fields"]) if row["name"] == "version")
        table["fields"][place:place] = [row | {"owner": "map", "step": "own", "about": "New."} for row in more]
        return json.dumps(table)

    attributes = 'ground: str = "relief"\n    since: "date | None" = None\n    thick: float = 1\n    '
    edits: dict[str, str | Callable[[str], str]] = {
        "timemap/state/fields.json": with_rows,
        "timemap/state/choices.py": before("hidden: tuple", attributes),
    }
    edit(project, "field of the state (URL parameter, message)", edits)
    holds(project, PARAMETERS)


def test_a_category_and_its_events_are_found_shown_and_written(project: Path) -> None:
    tables = project / "geodata" / "data" / "tables"
    with (tables / "events.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[0]["categories"] = "flood"

    def with_event(_old: str) -> str:
        lines = [list(rows[0]), *(list(row.values()) for row in rows)]
        return "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in line) for line in lines)

    edits: dict[str, str | Callable[[str], str]] = {
        "geodata/data/tables/categories.csv": lambda old: old + "flood,Flood,people,drop,#2f6db5,no,Water.\n",
        "geodata/data/tables/events.csv": with_event,
    }
    edit(project, "category of events", edits)
    holds(project, CATEGORY)


def test_a_field_of_a_scene_is_read_written_drafted_and_sent(project: Path) -> None:
    edits: dict[str, str | Callable[[str], str]] = {
        "geodata/lessons/model.py": before(
            "    events: Slugs", '    weather: str = ""\n    reported: Day | None = None\n'
        ),
        "timemap/lesson_drafts/draft.py": before(
            "    events: tuple", '    weather: str = ""\n    reported: date | None = None\n'
        ),
    }
    edit(project, "field of a scene of a lesson", edits)
    holds(project, SCENE)


def test_a_table_is_read_and_checked(project: Path) -> None:
    edits: dict[str, str | Callable[[str], str]] = {
        "geodata/data/tables/bridges.csv": "id,lat,lon\nqara-qozak,36.63,38.2\nnowhere,north,38.2\n",
        "geodata/records/bridges.py": BRIDGES,
        "geodata/records/tables.py": lambda old: before(
            "from geodata.records.border", "from geodata.records.bridges import Bridge\n"
        )(before("    settings: tuple", "    bridges: tuple[Bridge, ...]\n")(old)),
    }
    edit(project, "table", edits)
    holds(project, 'from geodata.atlas import load; assert [row.id for row in load().bridges] == ["qara-qozak"]')
    done = run(project, "-m", "geodata", "check")
    assert done.returncode == 1
    assert re.search('bridges\\.csv, row 3, column lat: .*"north"', done.stdout)


def test_a_place_that_the_guide_does_not_name_is_noticed(project: Path) -> None:
    with pytest.raises(AssertionError, match=r"timemap/site/charts\.py"):
        edit(project, "chart", {"timemap/site/charts.py": ""})


def test_a_script_that_fails_in_the_copy_is_noticed(project: Path) -> None:
    with pytest.raises(AssertionError, match="nothing to see"):
        holds(project, 'raise ValueError("nothing to see")')
