"""Names of the kinds of statements: reports, disagreements, gaps."""

from __future__ import annotations

KINDS = {
    "status": ("Reports", "What was reported, in order of time."),
    "disagreement": ("Where sources disagree", "Each account is given; the map had to choose one."),
    "gap": ("What is not known", "The map cannot say this."),
}
"""Kind to its name and its meaning, in the order in which they are shown."""
