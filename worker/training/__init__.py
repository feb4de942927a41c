"""How the data files that the core ships were made; needs the group `training`, and nothing at run time reads it."""
