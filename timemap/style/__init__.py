"""Colours, symbols, patterns and page shapes, for screen and paper."""
