"""Areas over time: holders of cells, handovers, front lines and zones."""
