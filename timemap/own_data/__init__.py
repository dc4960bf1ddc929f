"""Events that a visitor brought: tables of their own."""
