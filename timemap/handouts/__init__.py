"""Handouts are PDFs for print: a lesson's worksheet, its teacher's notes, and exercises in putting events in order."""
