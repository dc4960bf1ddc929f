"""The claims of the founding article as the page "Claims checked" shows them: one module for each of its parts."""
