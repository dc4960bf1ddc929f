"""Browser code: scripts, styles and snippets of document and pages."""

from pathlib import Path

WEB = Path(__file__).parent
"""Folder of the scripts and styles."""
