"""Typesetting of handouts as PDF by Typst."""
