"""Names of the kinds of statements: reports, disagreements, gaps."""

from __future__ import annotations

KINDS = {
    "status": ("Reports", "What was reported, in chronological order."),
    "disagreement": ("Where sources disagree", "Each account is given. The map had to choose one."),
    "gap": ("What is not known", "What the map cannot show."),
}
"""Kind to its name and its meaning, in the order in which they are shown."""
