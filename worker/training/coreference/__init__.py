"""What measures and fits the resolver: gold documents, their alignment with ours, and the scores of the field."""
