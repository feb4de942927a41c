"""Word lists that more than one predicate reads."""
