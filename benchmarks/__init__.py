"""Benchmarks: this map beside what a user would pick instead.

All are measured in one run on one machine.
"""
