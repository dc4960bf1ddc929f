"""Handouts for print as PDF: worksheets, notes, ordering exercises."""
