"""Faults under way, and the proof that nothing was lost, doubled or left hanging: `newsfacts chaos` and tests/chaos."""
