"""newsfacts: raw news articles in, normalized and sourced fact events out, exactly once."""

__version__ = "0.1.0"
