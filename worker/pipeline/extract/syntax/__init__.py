"""What a sentence's tree says: its clauses, who fills their places, and how they are meant."""
