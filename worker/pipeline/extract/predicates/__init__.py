"""One file per family of predicates; no family imports another."""
