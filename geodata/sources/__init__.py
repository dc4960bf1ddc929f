"""Sources: bibliography, balance between parties, and claims with their findings."""
