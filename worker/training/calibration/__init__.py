"""How sure facts are: confidences fitted to what careful readers accepted of our own articles and the seeds."""
