"""Preview of a draft on the map.

Missing words are said to be missing, and faulty scenes left out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from timemap.document.lessons import lesson_data
from timemap.lesson_drafts.validation import check

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from timemap.lesson_drafts.draft import Draft
    from timemap.lesson_drafts.validation import Checked

DRAFT_ID = "draft"
"""Id of the lesson while it is written."""

_NO_TITLE, _NO_TEXT = "Untitled lesson", "*No text yet.*"


def preview_lesson(draft: Draft, atlas: Atlas) -> Checked:
    """Return the lesson of a draft, with words for missing texts.

    They stand in for titles and texts that are not written yet.

    >>> from geodata.atlas import load
    >>> from timemap.lesson_drafts.draft import Draft
    >>> preview_lesson(Draft(), load()).lesson.title
    'Untitled lesson'
    """
    scenes = tuple(
        replace(scene, title=scene.title.strip() or f"Scene {number}", text=scene.text.strip() or _NO_TEXT)
        for number, scene in enumerate(draft.scenes, 1)
    )
    return check(replace(draft, title=draft.title.strip() or _NO_TITLE, scenes=scenes), atlas)


def number_of(place: int, shown: Checked) -> int:
    """Return the number, from 1, of a draft's scene while the draft runs.

    Where that scene is left out it is the number of the next one, else of the last; 0 where there is none.
    """
    return next((number for number, good in enumerate(shown.good, 1) if good >= place), len(shown.good))


def running(atlas: Atlas, shown: Checked, scene: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what makes the map run a lesson that its document lacks.

    It is told always, and to start at this scene.
    """
    named = shown.lesson.model_copy(update={"id": DRAFT_ID})
    return {"collecting": False, "draft": lesson_data(atlas, named)}, {"lesson": DRAFT_ID, "scene": scene}
