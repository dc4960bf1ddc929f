"""Areas over time: who held which cells, how land changed hands, fronts and zones."""
