"""Sources: bibliography, balance between parties, and review of claims."""
