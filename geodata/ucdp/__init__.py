"""UCDP Candidate events: releases, revisions, comparison with our events."""
