"""How the relation model behind the extract stage is fitted and scored."""
