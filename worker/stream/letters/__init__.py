"""Dead letters once they lie in their topic: read, chosen, marked as dealt with, sent again. For people, not lanes."""
