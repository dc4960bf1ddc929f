"""Days, spans of days, and dates in words."""
