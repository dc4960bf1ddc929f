"""Writing a lesson without code: a draft that may be incomplete, checked as a file is, kept as the same Markdown."""
