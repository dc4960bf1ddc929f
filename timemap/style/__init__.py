"""Colours, symbols, patterns and shapes of pages, once for screen and paper."""
